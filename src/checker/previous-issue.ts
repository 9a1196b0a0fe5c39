import { draftArithmetic } from "./arithmetic-draft.ts";
import { type ReadDocument } from "./document.ts";
import { type Draft, remark } from "./drafts.ts";
import { agrees, judge } from "./judge.ts";
import { valueOf } from "./intervals.ts";
import { total as sumOf } from "./formulas.ts";
import { type Quantity } from "./quantities.ts";
import { findCumulatives } from "./readers/cumulatives.ts";

/** An issue of a report with its weighed claims. */
export interface Issue {
  readonly document: ReadDocument;
  readonly drafts: readonly Draft[];
}

/**
 * Holds this issue to the one before: relations that held there and fail here, running totals that are not the
 * last one plus this period, and comparison bases that are not what was published.
 */
export function compareIssues(current: Issue, previous: Issue): readonly Draft[] {
  const match = matchQuantities(current.document, previous.document);
  return [
    ...brokenRelations(current, previous, match.toCurrent),
    ...brokenCumulatives(current.document, match.toPrevious),
    ...changedBases(current.drafts, match.toPrevious),
  ];
}

type Matching = (quantity: Quantity) => Quantity | undefined;

/** Pairs the numbers of two issues that stand under the same words at the same place of their sentence. */
function matchQuantities(
  current: ReadDocument,
  previous: ReadDocument,
): { toCurrent: Matching; toPrevious: Matching } {
  const currentKeys = keysOf(current);
  const previousKeys = keysOf(previous);
  const toCurrent = new Map<number, Quantity>();
  const toPrevious = new Map<number, Quantity>();
  for (const [key, quantity] of currentKeys) {
    const other = previousKeys.get(key);
    if (!quantity || !other || toPrevious.has(quantity.index)) continue;
    toPrevious.set(quantity.index, other);
    toCurrent.set(other.index, quantity);
  }
  return { toCurrent: (each) => toCurrent.get(each.index), toPrevious: (each) => toPrevious.get(each.index) };
}

/** Every number by the skeleton of its sentence; `undefined` where two share one. */
function keysOf({ passages, folded }: ReadDocument): ReadonlyMap<string, Quantity | undefined> {
  const keys = new Map<string, Quantity | undefined>();
  for (const passage of passages) {
    for (const [index, sentence] of passage.sentences.entries()) {
      const whole = skeleton(folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500)));
      const members = passage.bySentence[index]!;
      for (const [position, quantity] of members.entries()) {
        remember(keys, `${whole} ${position} of ${members.length}`, quantity);
        remember(
          keys,
          `${skeleton(folded.slice(Math.max(sentence.start, quantity.start - 300), quantity.start))} ${quantity.kind}`,
          quantity,
        );
      }
    }
  }
  return keys;
}

function remember(keys: Map<string, Quantity | undefined>, key: string, quantity: Quantity): void {
  keys.set(key, keys.has(key) ? undefined : quantity);
}

/** The sentence without its numbers, dates and directions: what stays the same from issue to issue. */
function skeleton(folded: string): string {
  return folded
    .replace(/tăng|giảm/g, "±")
    .replace(/\d[\d.,/-]*/g, "#")
    .replace(/[^\p{L}#%±]+/gu, " ");
}

function brokenRelations(current: Issue, previous: Issue, toCurrent: Matching): readonly Draft[] {
  const settled = new Set(
    current.drafts.flatMap((draft) =>
      draft.verdict === "consistent" && draft.printed ? [draft.printed.index] : [],
    ),
  );
  return previous.drafts.flatMap((draft) => {
    if (draft.verdict !== "consistent" || !draft.recompute || !draft.printed) return [];
    const printed = toCurrent(draft.printed);
    const operands = draft.operands.flatMap((each) => toCurrent(each) ?? []);
    if (!printed || operands.length < draft.operands.length || settled.has(printed.index)) return [];
    const direction = draft.recompute.direction === 0 ? 0 : printed.direction || draft.recompute.direction;
    const { formula } = draft.recompute;
    return [draftArithmetic({ kind: draft.kind, formula, operands, printed, direction, evidence: "tight" })];
  });
}

/** A running total is last issue's plus this period; only where that is how most of them were made. */
function brokenCumulatives(current: ReadDocument, toPrevious: Matching): readonly Draft[] {
  const pairs = current.passages.flatMap(findCumulatives).flatMap(({ period, cumulative }) => {
    const before = toPrevious(cumulative);
    return before && valueOf(before) <= valueOf(cumulative)
      ? [{ period, cumulative, before: { ...before, start: -1, end: -1 } }]
      : [];
  });
  const held = pairs.filter(({ period, cumulative, before }) =>
    agrees(judge(sumOf, [before, period], cumulative)),
  );
  if (pairs.length === 0 || (held.length * 2 < pairs.length && pairs.length > 1)) return [];
  const evidence = held.length > 0 ? "tight" : "firm";
  return pairs.map(({ period, cumulative, before }) =>
    draftArithmetic({
      kind: "cumulative",
      formula: sumOf,
      operands: [before, period],
      printed: cumulative,
      evidence,
    }),
  );
}

/** The earlier value of a comparison is what the earlier issue published for the same thing. */
function changedBases(drafts: readonly Draft[], toPrevious: Matching): readonly Draft[] {
  const bases = drafts.flatMap((draft) => {
    const [subject, base] = draft.operands;
    const isComparison =
      draft.kind === "growth_percent" || draft.kind === "growth_abs" || draft.kind === "growth_points";
    const published = subject && toPrevious(subject);
    return isComparison && subject && base?.role === "base" && published ? [{ base, published }] : [];
  });
  const same = bases.filter(({ base, published }) => valueOf(base) === valueOf(published));
  if (same.length === 0 || same.length * 2 < bases.length) return [];
  return bases
    .filter(({ base, published }) => valueOf(base) !== valueOf(published))
    .map(({ base, published }) => changedBase(base, published));
}

function changedBase(base: Quantity, published: Quantity): Draft {
  return remark("reference", "suspect", base, {
    vi: `Số kỳ trước ghi ${base.text}, báo cáo kỳ trước đã công bố ${published.text}.`,
    en: `The earlier value is given as ${base.text}; the earlier issue published ${published.text}.`,
  }, { printed: base, proposals: [{ start: base.start, end: base.end, replacement: published.text, message: { vi: `Sửa thành ${published.text}`, en: `Change to ${published.text}` } }] }); // prettier-ignore
}
