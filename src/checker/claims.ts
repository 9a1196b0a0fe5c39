import { type Claim, type Operand } from "./contract.ts";
import { type ReadDocument } from "./document.ts";
import { type Draft } from "./drafts.ts";
import { toDecimal } from "./formulas.ts";
import { type Quantity } from "./quantities.ts";

const longestQuote = 400;

/** Turns weighed drafts into claims in the order of the text, each with its quote and a stable id. */
export function buildClaims(document: ReadDocument, drafts: readonly Draft[]): readonly Claim[] {
  const used = new Map<string, number>();
  return drafts
    .map((draft) => ({ draft, ...spanOf(document, draft) }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.draft.kind.localeCompare(b.draft.kind))
    .map(({ draft, start, end }) => {
      const place = `${draft.kind}-${document.toWhole(draft.printed?.start ?? start)}`;
      const count = (used.get(place) ?? 0) + 1;
      used.set(place, count);
      const span = placeIn(document, { start, end });
      return {
        id: count === 1 ? place : `${place}-${count}`,
        kind: draft.kind,
        verdict: draft.verdict,
        quote: document.whole.text.slice(span.start, span.end),
        ...span,
        operands: draft.operands
          .filter((each) => each.start >= 0)
          .map((each) => ({ ...operandOf(each), ...placeIn(document, each) })),
        printed: draft.printed && { ...operandOf(draft.printed), ...placeIn(document, draft.printed) },
        computed: draft.computed && draft.computed.toString(),
        reason: draft.reason,
        message: draft.message,
        proposals: draft.proposals.map((each) => ({ ...each, ...placeIn(document, each) })),
      };
    });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place of a span in the NFC text. */
function placeIn({ toWhole }: ReadDocument, { start, end }: Span): Span {
  return { start: toWhole(start), end: end > start ? toWhole(end - 1) + 1 : toWhole(end) };
}

export function operandOf({ text, readings, start, end }: Quantity): Operand {
  return { text, value: toDecimal(readings[0]!.value).toString(), start, end };
}

/** From the first to the last number of the claim, as far as they stand near the printed one. */
function spanOf({ blocks }: ReadDocument, { span, printed, operands }: Draft): Span {
  if (span) return span;
  const numbers = (printed ? [printed, ...operands] : operands).filter((each) => each.start >= 0);
  const [anchor] = numbers;
  if (!anchor) return { start: 0, end: 0 };
  const block = blocks[anchor.block];
  if (!block) return { start: anchor.start, end: anchor.end };
  let { start, end } = anchor;
  for (const each of numbers) {
    if (each.start < block.start || each.end > block.end) continue;
    if (Math.max(end, each.end) - Math.min(start, each.start) > longestQuote) continue;
    start = Math.min(start, each.start);
    end = Math.max(end, each.end);
  }
  return { start, end };
}
