import type { ReportSection, SectionLayout } from "#domain/report.ts";

/** A section with those inside it; `index` is its place in the report. */
export interface OutlineEntry {
  readonly section: ReportSection;
  readonly index: number;
  /** From 0 for a part. */
  readonly depth: number;
  readonly children: readonly OutlineEntry[];
}

const ranks: Readonly<Record<SectionLayout, number>> = {
  part: 0,
  roman: 1,
  arabic: 2,
  decimal: 3,
  letter: 4,
  titled: 5,
  untitled: 5,
};

/**
 * The flat list of sections as a tree. Numbered ones nest by the order of the decree (Phần, I, 1, 1.1, a); one without
 * a number belongs to the nearest section before it whose id begins its own, else to the nearest numbered one.
 */
export function outlineOf(sections: readonly ReportSection[]): OutlineEntry[] {
  const roots: GrowingEntry[] = [];
  const open: GrowingEntry[] = [];
  sections.forEach((section, index) => {
    closeBefore(section, open);
    const parent = open.at(-1);
    const entry: GrowingEntry = { section, index, depth: open.length, children: [] };
    (parent?.children ?? roots).push(entry);
    open.push(entry);
  });
  return roots;
}

/** The entries of an outline from the root to the section with this index. */
export function pathTo(outline: readonly OutlineEntry[], index: number): OutlineEntry[] {
  for (const entry of outline) {
    if (entry.index === index) return [entry];
    const path = pathTo(entry.children, index);
    if (path.length > 0) return [entry, ...path];
  }
  return [];
}

interface GrowingEntry extends OutlineEntry {
  readonly children: GrowingEntry[];
}

function closeBefore(section: ReportSection, open: GrowingEntry[]): void {
  const rank = ranks[section.layout];
  const isOver = (entry: GrowingEntry): boolean => ranks[entry.section.layout] >= rank;
  while (open.length > 0 && isOver(open.at(-1)!)) open.pop();
  if (rank < ranks.titled) return;
  const holder = open.findLastIndex((entry) => section.id.startsWith(`${entry.section.id}.`));
  if (holder >= 0) open.length = holder + 1;
}
