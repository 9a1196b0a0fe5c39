import type { RecordTaskEvent, TaskView } from "#contract/task.ts";
import type { TaskTerm } from "#domain/task-term.ts";

/** Acts that are recorded by one short form. */
export const formActs = [
  "progress",
  "done",
  "reviewed",
  "extension-asked",
  "confirmed",
  "returned",
  "extended",
  "extension-refused",
  "stopped",
  "resumed",
] as const;
export type FormAct = (typeof formActs)[number];

/** What a form of an act asks for. */
export interface ActForm {
  readonly words: "note" | "reason";
  readonly needsWords: boolean;
  readonly hasDoneOn: boolean;
  readonly hasTerm: boolean;
  readonly hasFiles: boolean;
}

const plain = { needsWords: true, hasDoneOn: false, hasTerm: false, hasFiles: false } as const;

export const actForms: Readonly<Record<FormAct, ActForm>> = {
  progress: { ...plain, words: "note", hasFiles: true },
  done: { ...plain, words: "note", hasDoneOn: true, hasFiles: true },
  reviewed: { ...plain, words: "note", hasFiles: true },
  "extension-asked": { ...plain, words: "reason", hasTerm: true },
  confirmed: { ...plain, words: "note", needsWords: false },
  returned: { ...plain, words: "reason" },
  extended: { ...plain, words: "reason", needsWords: false },
  "extension-refused": { ...plain, words: "reason" },
  stopped: { ...plain, words: "reason" },
  resumed: { ...plain, words: "reason" },
};

export interface FilledAct {
  readonly id: string;
  readonly words: string;
  readonly doneOn: string;
  readonly term: TaskTerm | undefined;
  readonly files: readonly string[];
}

/** The acts of a task that have a form here, in the order in which work goes. */
export function actsOf({ may }: Pick<TaskView, "may">): readonly FormAct[] {
  return formActs.filter((act) => may.includes(act));
}

/** The act as it is sent, or `undefined` while something that it needs is not filled in. */
export function filledEvent(kind: FormAct, filled: FilledAct): RecordTaskEvent | undefined {
  const words = filled.words.trim();
  const { id, doneOn, term } = filled;
  if (actForms[kind].needsWords && words === "") return undefined;
  const files = [...filled.files];
  switch (kind) {
    case "progress":
    case "reviewed":
      return { id, kind, note: words, files };
    case "done":
      return { id, kind, doneOn, note: words, files };
    case "confirmed":
      return { id, kind, ...(words !== "" && { note: words }) };
    case "extension-asked":
      return term && { id, kind, term, reason: words };
    case "extended":
      return { id, kind, ...(words !== "" && { reason: words }) };
    case "returned":
    case "extension-refused":
    case "stopped":
    case "resumed":
      return { id, kind, reason: words };
  }
}
