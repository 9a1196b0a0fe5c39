import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskFile, TaskView } from "#contract/task.ts";
import { actForms, actsOf, filledEvent, type FormAct } from "../../directives/act-forms.ts";
import { addTaskFile, recordTaskEvent } from "../../directives/directives-api.ts";
import { ActError } from "./act-error.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { CarryTask } from "./carry-task.tsx";
import { EditTaskForm } from "./edit-task-form.tsx";
import { SubTaskForm } from "./sub-task-form.tsx";
import { DayField, TermChoice, type ChosenTerm } from "./term-choice.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import { useToday } from "./use-today.ts";

interface TaskActsProps {
  readonly task: TaskView;
  readonly onChanged: () => void;
}

type Open = FormAct | "edit" | "sub-task" | "carried";

/** What whoever looks may do with the task now; one short form at a time. */
export function TaskActs({ task, onChanged }: TaskActsProps) {
  const texts = useDirectivesTexts();
  const [open, setOpen] = useState<Open>();
  const wider = (["edit", "sub-task", "carried"] as const).filter((act) => task.may.includes(act));
  const acts: readonly Open[] = [...actsOf(task), ...wider];
  if (acts.length === 0) return null;
  const close = () => setOpen(undefined);
  const shared = { task, onChanged, onClose: close };
  return (
    <footer className="task-part task-acts">
      <div className="task-act-buttons">
        {acts.map((act, index) => (
          <button
            key={act}
            type="button"
            className={index === 0 ? "button is-primary" : "button"}
            aria-expanded={open === act}
            onClick={() => setOpen(open === act ? undefined : act)}
          >
            {texts.acts[act]}
          </button>
        ))}
      </div>
      {open === "edit" && <EditTaskForm {...shared} />}
      {open === "sub-task" && <SubTaskForm {...shared} />}
      {open === "carried" && <CarryTask {...shared} />}
      {open !== undefined && open !== "edit" && open !== "sub-task" && open !== "carried" && (
        <ActFormView key={open} act={open} {...shared} />
      )}
    </footer>
  );
}

interface ActFormProps extends TaskActsProps {
  readonly act: FormAct;
  readonly onClose: () => void;
}

function ActFormView({ task, act, onChanged, onClose }: ActFormProps) {
  const texts = useDirectivesTexts();
  const today = useToday();
  const form = actForms[act];
  const [id] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState("");
  const [doneOn, setDoneOn] = useState(today);
  const [chosen, setChosen] = useState<ChosenTerm>({});
  const [files, setFiles] = useState<readonly TaskFile[]>([]);
  const event = filledEvent(act, { id, words, doneOn, term: chosen.term, files: files.map((file) => file.id) });
  const sending = useMutation({
    mutationFn: async () => event && recordTaskEvent(task.id, event),
    onSuccess: () => {
      onClose();
      onChanged();
    },
  });
  return (
    <form
      className="act-form"
      aria-label={texts.acts[act]}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        sending.mutate();
      }}
    >
      {form.hasDoneOn && <DayField label={texts.acts.doneOn} value={doneOn} onChange={setDoneOn} />}
      {form.hasTerm && <TermChoice value={chosen} from={task.dueOn ?? today} onlyTerm onChange={setChosen} />}
      <label>
        {texts.actWords(act)}
        <textarea value={words} maxLength={form.words === "note" ? 4000 : 2000} onChange={(typed) => setWords(typed.target.value)} />
      </label>
      {form.hasFiles && task.may.includes("attach") && <FileField task={task.id} files={files} onChange={setFiles} />}
      <ActError error={sending.error} />
      <FormButtons submit={texts.acts.send} isReady={!(!event || sending.isPending)} onClose={onClose} />
    </form>
  );
} // prettier-ignore

interface FileFieldProps {
  readonly task: string;
  readonly files: readonly TaskFile[];
  readonly onChange: (files: readonly TaskFile[]) => void;
}

/** Files are kept as soon as they are chosen; the server says what it does not take. */
function FileField({ task, files, onChange }: FileFieldProps) {
  const { task: texts } = useDirectivesTexts();
  const adding = useMutation({
    mutationFn: (file: File) => addTaskFile(task, file),
    onSuccess: (file) => onChange([...files.filter(({ id }) => id !== file.id), file]),
  });
  return (
    <div className="act-files">
      <label>
        {texts.attach}
        <input
          type="file"
          disabled={adding.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) adding.mutate(file);
            event.target.value = "";
          }}
        />
      </label>
      <ActError error={adding.error} />
      <ul aria-live="polite">
        {files.map(({ id, name }) => (
          <li key={id}>
            {name}{" "}
            <button type="button" className="link" onClick={() => onChange(files.filter((file) => file.id !== id))}>
              {texts.removeFile(name)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
} // prettier-ignore
