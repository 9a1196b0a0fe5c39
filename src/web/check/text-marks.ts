import type { Claim, Verdict } from "#checker/contract.ts";
import type { CheckFindings, NumberedFinding } from "./check-findings.ts";
import { lineAt, type TextLine } from "./text-lines.ts";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly finding: NumberedFinding;
}

/** What is drawn on one line: marks of findings, and ends of numbers that agree. */
export interface LineMarks {
  readonly marks: readonly Mark[];
  readonly agreed: readonly number[];
}

/** Where the eye should land for a claim: its printed number, else all of its quote. */
export function spanOf({ printed, start, end }: Claim): { readonly start: number; readonly end: number } {
  return printed ?? { start, end };
}

/** All that is to be drawn, by the index of its line. */
export function marksByLine(lines: readonly TextLine[], view: CheckFindings): ReadonlyMap<number, LineMarks> {
  const byLine = new Map<number, { marks: Mark[]; agreed: number[] }>();
  const onLine = (index: number) => {
    const known = byLine.get(index);
    if (known) return known;
    const fresh = { marks: [], agreed: [] };
    byLine.set(index, fresh);
    return fresh;
  };
  for (const finding of [...view.findings, ...view.style]) {
    for (const claim of [finding.claim, ...finding.alike]) {
      const span = spanOf(claim);
      const last = lineAt(lines, Math.max(span.start, span.end - 1));
      for (let index = lineAt(lines, span.start); index <= last; index += 1) {
        onLine(index).marks.push({ ...span, finding });
      }
    }
  }
  for (const claim of view.agreed) {
    const { end } = spanOf(claim);
    onLine(lineAt(lines, Math.max(0, end - 1))).agreed.push(end);
  }
  return byLine;
}

export interface Box {
  readonly start: number;
  readonly end: number;
  readonly role: "operand" | "printed";
}

/** The numbers of the chosen claim, boxed alike in the text and in its formula. */
export function boxesOf({ operands, printed }: Claim): readonly Box[] {
  const boxes: Box[] = operands.map(({ start, end }) => ({ start, end, role: "operand" }));
  return printed ? [...boxes, { start: printed.start, end: printed.end, role: "printed" }] : boxes;
}

/** A stretch of a line in which everything drawn is the same. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The gravest finding here. */
  readonly finding?: NumberedFinding;
  readonly box?: Box["role"];
  /** A number that agrees ends here. */
  readonly isAgreed: boolean;
}

const gravity: Readonly<Record<Verdict, number>> = {
  wrong: 0,
  suspect: 1,
  note: 2,
  unchecked: 3,
  consistent: 4,
};

/** Cuts a line wherever what is drawn changes. */
export function cutLine({ start, end }: TextLine, { marks, agreed }: LineMarks, boxes: readonly Box[]): readonly Segment[] {
  const within = (offset: number) => Math.min(end, Math.max(start, offset));
  const edges = [...marks, ...boxes].flatMap((span) => [within(span.start), within(span.end)]);
  const cuts = [...new Set([start, end, ...edges, ...agreed.map(within)])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((until, index) => {
    const from = cuts[index]!;
    const covers = (span: { start: number; end: number }) => span.start <= from && until <= span.end;
    const finding = gravest(marks.filter(covers));
    const box = boxes.findLast(covers)?.role;
    return { start: from, end: until, isAgreed: agreed.includes(until), ...(finding && { finding }), ...(box && { box }) };
  });
} // prettier-ignore

function gravest(marks: readonly Mark[]): NumberedFinding | undefined {
  return marks.toSorted(
    (a, b) => gravity[a.finding.claim.verdict] - gravity[b.finding.claim.verdict] || a.finding.number - b.finding.number,
  )[0]?.finding;
} // prettier-ignore
