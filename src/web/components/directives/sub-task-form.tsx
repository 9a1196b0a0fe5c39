import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskView } from "#contract/task.ts";
import { addSubTask } from "../../directives/directives-api.ts";
import { ActError } from "./act-error.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { TermChoice, type ChosenTerm } from "./term-choice.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import { useToday } from "./use-today.ts";
import { useUnits } from "./use-units.ts";

interface SubTaskFormProps {
  readonly task: TaskView;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** A part of the task for one of the units that help with it. */
export function SubTaskForm({ task, onChanged, onClose }: SubTaskFormProps) {
  const texts = useDirectivesTexts();
  const today = useToday();
  const units = useUnits(today);
  const [work, setWork] = useState("");
  const [lead, setLead] = useState<string>();
  const [{ term }, setTerm] = useState<ChosenTerm>({});
  const adding = useMutation({
    mutationFn: async () => {
      if (lead === undefined) return;
      await addSubTask(task.id, { work: work.trim(), lead, ...(term && { term }) });
    },
    onSuccess: () => {
      onClose();
      onChanged();
    },
  });
  return (
    <form
      className="act-form"
      aria-label={texts.acts["sub-task"]}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <label>
        {texts.read.work}
        <textarea required value={work} maxLength={8000} onChange={(event) => setWork(event.target.value)} />
      </label>
      {units && (
        <UnitChoice
          label={texts.task.lead}
          units={units.units}
          chosen={lead}
          suggested={task.cooperating.map(({ uid }) => uid)}
          onChoose={setLead}
        />
      )}
      <TermChoice value={{ term }} from={today} onlyTerm onChange={setTerm} />
      <ActError error={adding.error} />
      <FormButtons
        submit={texts.save}
        isReady={!(work.trim() === "" || lead === undefined || adding.isPending)}
        onClose={onClose}
      />
    </form>
  );
}
