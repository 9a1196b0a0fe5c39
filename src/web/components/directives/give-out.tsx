import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Directive } from "#contract/task.ts";
import { giveTask } from "../../directives/directives-api.ts";
import { keptTask, taskOfDirective } from "../../directives/task-changes.ts";
import { ActError } from "./act-error.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { TaskFields } from "./task-fields.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import { useToday } from "./use-today.ts";
import { useUnits, type KnownUnits } from "./use-units.ts";

interface GiveOutProps {
  readonly directives: readonly Directive[];
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

/** Conclusions that a source document says and nobody has given out as work; one press begins the task. */
export function GiveOut({ directives, mayChange, onChanged }: GiveOutProps) {
  const { give: texts } = useDirectivesTexts();
  const units = useUnits(useToday());
  const [open, setOpen] = useState<string>();
  if (directives.length === 0) return null;
  return (
    <section className="card-part said-list" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <ol>
        {directives.map((directive) => (
          <li key={directive.id}>
            <p>
              {directive.number}. {directive.text}
            </p>
            {mayChange && units && open !== directive.id && (
              <button
                type="button"
                className="link"
                aria-label={`${texts.give}, ${directive.number}`}
                onClick={() => setOpen(directive.id)}
              >
                {texts.give}
              </button>
            )}
            {units && open === directive.id && (
              <GiveForm
                directive={directive}
                units={units}
                onClose={() => setOpen(undefined)}
                onChanged={() => {
                  setOpen(undefined);
                  onChanged();
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface GiveFormProps {
  readonly directive: Directive;
  readonly units: KnownUnits;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function GiveForm({ directive, units, onClose, onChanged }: GiveFormProps) {
  const { give: texts } = useDirectivesTexts();
  const today = useToday();
  const [written, setWritten] = useState(() => taskOfDirective(directive, units.match));
  const saving = useMutation({
    mutationFn: () => giveTask(directive.id, keptTask(directive, written)),
    onSuccess: onChanged,
  });
  const named = directive.named.flatMap((printed) => {
    const match = units.match(printed);
    return match.kind === "one" ? [match.uid] : match.kind === "several" ? match.uids : [];
  });
  return (
    <form
      className="act-form"
      aria-label={`${texts.give}, ${directive.number}`}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <TaskFields value={written} units={units} suggested={named} from={today} onChange={setWritten} />
      <ActError error={saving.error} />
      <FormButtons
        submit={texts.give}
        isReady={written.work.trim() !== "" && !saving.isPending}
        onClose={onClose}
      />
    </form>
  );
}
