import type { Words } from "#domain/directive-reading/directive.ts";
import type { Proposal } from "./proposals.ts";

/** What words of the document told: the task itself, or who, by when, what. */
export type MarkKind = "work" | "lead" | "cooperating" | "term" | "rhythm" | "product";

export interface TextRun {
  readonly text: string;
  readonly start: number;
  /** The proposal it belongs to, and what its words told; without: nothing was read from it. */
  readonly proposal?: string;
  readonly mark?: MarkKind;
}

interface Marked {
  readonly words: Pick<Words, "start" | "end">;
  readonly proposal: string;
  readonly mark: MarkKind;
}

/** Where a mark lies within another, the narrower wins: it says more. */
function marksOf(proposals: readonly Proposal[]): readonly Marked[] {
  return proposals
    .flatMap(({ id, source, read }): Marked[] => [
      { words: source, proposal: id, mark: "work" },
      ...read.leads.map((words) => ({ words, proposal: id, mark: "lead" as const })),
      ...read.cooperating.map((words) => ({ words, proposal: id, mark: "cooperating" as const })),
      ...[read.term, read.termProblem].flatMap((words) => (words ? [{ words, proposal: id, mark: "term" as const }] : [])),
      ...(read.rhythm ? [{ words: read.rhythm, proposal: id, mark: "rhythm" as const }] : []),
      ...(read.product ? [{ words: read.product, proposal: id, mark: "product" as const }] : []),
    ])
    .filter(({ words }) => words.end > words.start)
    .toSorted((a, b) => width(b) - width(a));
} // prettier-ignore

function width({ words }: Marked): number {
  return words.end - words.start;
}

/**
 * The document cut into stretches that are marked alike; joined they give the text back. Time grows with the length of
 * the text and the number of marks, not with their product.
 */
export function markText(text: string, proposals: readonly Proposal[]): readonly TextRun[] {
  const marks = marksOf(proposals);
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ words }) => [words.start, words.end])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .toSorted((a, b) => a - b);
  const place = new Map(edges.map((edge, index) => [edge, index]));
  const owner: (Marked | undefined)[] = Array.from({ length: Math.max(0, edges.length - 1) });
  for (const marked of marks) {
    const from = place.get(marked.words.start);
    const to = place.get(marked.words.end);
    if (from === undefined || to === undefined) continue;
    owner.fill(marked, from, to);
  }
  return owner.map((marked, index) => {
    const start = edges[index]!;
    const run = { text: text.slice(start, edges[index + 1]), start };
    return marked ? { ...run, proposal: marked.proposal, mark: marked.mark } : run;
  });
}
