import type { Directive, EditTask, KeepTask, TaskView } from "#contract/task.ts";
import type { Rhythm, TaskTerm } from "#domain/task-term.ts";
import type { UnitMatch } from "./unit-match.ts";

/** What a person says about a task: what, one lead and who helps, by when, what is to be seen. */
export interface WrittenTask {
  readonly work: string;
  readonly lead: string | undefined;
  readonly cooperating: readonly string[];
  readonly term: TaskTerm | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly product: string;
}

/** A task as its form begins. */
export function writtenTask(
  task: Pick<TaskView, "work" | "lead" | "cooperating" | "term" | "rhythm" | "product">,
): WrittenTask {
  return {
    work: task.work,
    lead: task.lead?.uid,
    cooperating: task.cooperating.map(({ uid }) => uid),
    term: task.term,
    rhythm: task.rhythm,
    product: task.product ?? "",
  };
}

/** Only what differs; what was emptied is taken away. Nobody else's change to another field is undone. */
export function changesOf(task: TaskView, written: WrittenTask, reason: string): EditTask {
  const before = writtenTask(task);
  const product = written.product.trim();
  return {
    revision: task.revision,
    ...(written.work.trim() !== before.work && { work: written.work.trim() }),
    ...(product !== before.product && { product: product === "" ? null : product }),
    ...(written.lead !== before.lead && { lead: written.lead ?? null }),
    ...(!isSame(written.cooperating, before.cooperating) && { cooperating: [...written.cooperating] }),
    ...(!isSame(written.term, before.term) && { term: written.term ?? null }),
    ...(!isSame(written.rhythm, before.rhythm) && { rhythm: written.rhythm ?? null }),
    ...(reason.trim() !== "" && { reason: reason.trim() }),
  };
}

function isSame(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How a directive that has no task yet begins as one: its own words; a single named unit, a written term. */
export function taskOfDirective(
  { text, named, readTerm }: Pick<Directive, "text" | "named" | "readTerm">,
  matchUnit: (printed: string) => UnitMatch,
): WrittenTask {
  const only = named.length === 1 ? matchUnit(named[0]!) : undefined;
  return {
    work: text.replaceAll(/\s+/gu, " ").trim(),
    lead: only?.kind === "one" ? only.uid : undefined,
    cooperating: [],
    term: readTerm?.basis === "explicit" ? { kind: "date", on: readTerm.to } : undefined,
    rhythm: undefined,
    product: "",
  };
}

/** A written task as it is sent. */
export function keptTask(
  { number, indicators }: Pick<Directive, "number" | "indicators">,
  written: WrittenTask,
): KeepTask {
  const { work, lead, cooperating, term, rhythm, product } = written;
  return {
    number: number.slice(0, 20),
    work: work.trim(),
    ...(product.trim() !== "" && { product: product.trim() }),
    ...(lead !== undefined && { lead }),
    cooperating: [...cooperating],
    ...(term && { term }),
    ...(rhythm && { rhythm }),
    indicators: [...indicators],
  };
}
