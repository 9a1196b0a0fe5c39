import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskView } from "#contract/task.ts";
import { editTask } from "../../directives/directives-api.ts";
import { changesOf, writtenTask } from "../../directives/task-changes.ts";
import { ActError } from "./act-error.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { TaskFields } from "./task-fields.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import { useToday } from "./use-today.ts";
import { useUnits } from "./use-units.ts";

interface EditTaskFormProps {
  readonly task: TaskView;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Who, by when, what: changed with a reason, the old stays in the history. */
export function EditTaskForm({ task, onChanged, onClose }: EditTaskFormProps) {
  const texts = useDirectivesTexts();
  const units = useUnits(useToday());
  const [written, setWritten] = useState(() => writtenTask(task));
  const [reason, setReason] = useState("");
  const saving = useMutation({
    mutationFn: () => editTask(task.id, changesOf(task, written, reason)),
    onSuccess: () => {
      onClose();
      onChanged();
    },
  });
  if (!units) return null;
  return (
    <form
      className="act-form"
      aria-label={texts.acts.edit}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <TaskFields
        value={written}
        units={units}
        suggested={task.suggestions.map(({ unit }) => unit.uid)}
        from={task.assignedOn}
        onChange={setWritten}
      />
      <label>
        {texts.acts.reason}
        <input value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </label>
      <ActError error={saving.error} />
      <FormButtons
        submit={texts.save}
        isReady={written.work.trim() !== "" && !saving.isPending}
        onClose={onClose}
      />
    </form>
  );
}
