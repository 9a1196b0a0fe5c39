import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskView } from "#contract/task.ts";
import { conferencesQuery, recordTaskEvent } from "../../directives/directives-api.ts";
import { ActError } from "./act-error.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface CarryTaskProps {
  readonly task: TaskView;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Takes work that is not done into a later conference. */
export function CarryTask({ task, onChanged, onClose }: CarryTaskProps) {
  const texts = useDirectivesTexts();
  const { data } = useQuery(conferencesQuery);
  const own = data?.conferences.find(({ id }) => id === task.conference);
  const later = (data?.conferences ?? []).filter(
    ({ id, state, period, heldOn = "" }) =>
      id !== task.conference && state === "draft" && (heldOn > (own?.heldOn ?? "") || period > (own?.period ?? "")),
  );
  const [into, setInto] = useState("");
  const chosen = into === "" ? later[0]?.id : into;
  const carrying = useMutation({
    mutationFn: async () => {
      if (chosen !== undefined) await recordTaskEvent(task.id, { kind: "carried", into: chosen });
    },
    onSuccess: () => {
      onClose();
      onChanged();
    },
  });
  if (data && later.length === 0) return <p className="panel-note">{texts.carry.none}</p>;
  return (
    <form
      className="act-form"
      aria-label={texts.acts.carried}
      onSubmit={(event) => {
        event.preventDefault();
        carrying.mutate();
      }}
    >
      <label>
        {texts.carry.into}
        <select value={chosen} onChange={(event) => setInto(event.target.value)}>
          {later.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ActError error={carrying.error} />
      <FormButtons submit={texts.carry.do} isReady={!(chosen === undefined || carrying.isPending)} onClose={onClose} />
    </form>
  );
} // prettier-ignore
