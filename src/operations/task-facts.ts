import type { Rhythm, TaskTerm } from "#domain/task-term.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { mayLead, nameUnit, openTaskBook } from "./task-book.ts";
import type { Context } from "./context.ts";

interface TaskFacts {
  readonly lead?: string | null | undefined;
  readonly cooperating?: readonly string[] | undefined;
  readonly term?: TaskTerm | null | undefined;
  readonly rhythm?: Rhythm | null | undefined;
  readonly indicators?: readonly string[] | undefined;
}

/**
 * Goes on when the units, terms and indicators of tasks can be what they say. Refuses with `unknown-org-unit`,
 * `lead-closed` (naming the successors), `not-a-lead` for groups and places, `term-and-rhythm` and `unknown-key`.
 */
export async function requireTaskFacts(context: Context, tasks: readonly TaskFacts[]): Promise<void> {
  const book = await openTaskBook(context, { ids: [] });
  const keys = new Set((await listDataElements(context.db, context.province)).map(({ key }) => key));
  for (const { lead, cooperating = [], term, rhythm, indicators = [] } of tasks) {
    for (const uid of [...(lead == null ? [] : [lead]), ...cooperating])
      if (!book.units.has(uid)) throw new Refusal("unknown-org-unit", { orgUnit: uid });
    if (lead != null) requireLead(book, lead);
    if (term && rhythm) throw new Refusal("term-and-rhythm");
    const stranger = indicators.find((key) => !keys.has(key));
    if (stranger !== undefined) throw new Refusal("unknown-key", { key: stranger });
  }
}

function requireLead(book: Parameters<typeof nameUnit>[0], uid: string): void {
  const { name, closedOn, successors = [] } = nameUnit(book, uid);
  if (closedOn !== undefined) {
    const names = successors.map((each) => each.name).join(", ");
    throw new Refusal("lead-closed", { unit: name, closedOn, successors: names });
  }
  if (!mayLead(book.units.get(uid), book.clock.today)) throw new Refusal("not-a-lead", { unit: name });
}

/** One unit leads; it does not help itself. */
export function withoutLead(cooperating: readonly string[], lead: string | undefined): string[] {
  return [...new Set(cooperating)].filter((uid) => uid !== lead);
}
