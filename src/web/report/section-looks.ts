import type { ReportView } from "#contract/report.ts";
import { needsLook } from "./figure-kinds.ts";
import type { OutlineEntry } from "./report-outline.ts";
import type { Places } from "./report-places.ts";

/** By section, the figures printed in it that need a look. */
export type SectionLooks = ReadonlyMap<number, ReadonlySet<number>>;

export function looksBySection({ figures }: Pick<ReportView, "figures">, { list }: Places): SectionLooks {
  const looks = new Map<number, Set<number>>();
  for (const { figure, where } of list) {
    const printed = figures[figure];
    if (where.kind !== "section" || !printed || !needsLook(printed)) continue;
    looks.set(where.index, (looks.get(where.index) ?? new Set()).add(figure));
  }
  return looks;
}

/** How many figures need a look in a section; with those of the sections inside it while they are folded away. */
export function countLooks(entry: OutlineEntry, looks: SectionLooks, withInside: boolean): number {
  const entries = withInside ? [entry, ...inside(entry)] : [entry];
  return new Set(entries.flatMap(({ index }) => [...(looks.get(index) ?? [])])).size;
}

function inside({ children }: OutlineEntry): OutlineEntry[] {
  return children.flatMap((child) => [child, ...inside(child)]);
}
