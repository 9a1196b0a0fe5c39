import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { commonWhole } from "#checker/common-wholes.ts";
import { lineLists } from "#checker/list-forms.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { findShares, type PrintedShare } from "#checker/shares.ts";
import { candidateWhole, type Whole } from "#checker/whole.ts";
import { findWholes } from "#checker/wholes.ts";
import { checkFraction, claimOf, convict, fits, isOpenRate, leaveRateOpen } from "#checker/share-verdicts.ts";

/** Reads "2.633/9.635 trẻ, đạt 27,32%", "38 xã chiếm 35,8%", "đạt 41% kế hoạch": every rate of one number in another. */
export function readShares(document: ReadDocument): readonly Draft[] {
  const lineTotals = new Map(
    lineLists(document).flatMap(({ parts, totals }) =>
      parts.map((part) => [part.index, totals[0]!] as const),
    ),
  );
  let supported = new Map<number, number>();
  const found = document.passages.map((passage) => findShares(document, passage));
  const lines = siblingLines(document, found);
  return document.passages.flatMap((passage, index) => {
    const shares = found[index]!;
    const read = new Set(shares.map(({ percent }) => percent.index));
    const open = passage.quantities.filter((each) => isOpenRate(each) && !read.has(each.index));
    // The lines of one list go on counting in the whole that the lines before them established.
    if (passage.block.bullet === "" || passage.block.bullet !== document.passages[index - 1]?.block.bullet)
      supported = new Map();
    return [
      ...readPassageShares(document, passage, shares, lineTotals, supported, lines[index]!),
      ...open.map(leaveRateOpen),
    ];
  });
}

/** `supported` counts the shares that hold of each whole, and is added to. */
function readPassageShares(
  document: ReadDocument,
  passage: Passage,
  shares: readonly PrintedShare[],
  lineTotals: ReadonlyMap<number, Quantity>,
  supported: Map<number, number>,
  siblings: readonly PrintedShare[],
): readonly Draft[] {
  const support = ({ index }: Quantity) => supported.set(index, (supported.get(index) ?? 0) + 1);
  const open: OpenShare[] = [];
  const drafts: Draft[] = [];
  for (const share of shares) {
    if (share.whole) {
      const draft = checkFraction(document, share, share.whole);
      if (draft.verdict === "consistent") support(share.whole);
      drafts.push(draft);
      continue;
    }
    const wholes = findWholes(document, passage, share, lineTotals);
    const fitting = wholes.find((whole) => fits(share, whole));
    if (fitting) {
      support(fitting.quantity);
      drafts.push(draftArithmetic(claimOf(share, fitting, fitting.isStructural ? "firm" : "loose")));
    } else open.push({ share, wholes });
  }
  const single = shares.filter((share) => !share.whole);
  return [...drafts, ...settleOpen(document, open, single, supported, siblings)];
}

/** For every passage the single shares of the lines around it that have its bullet: one list, one whole. */
function siblingLines(
  { passages }: ReadDocument,
  found: readonly (readonly PrintedShare[])[],
): readonly (readonly PrintedShare[])[] {
  const lists: (readonly PrintedShare[])[] = [];
  let list: PrintedShare[] = [];
  for (const [index, { block }] of passages.entries()) {
    if (block.bullet === "" || block.bullet !== passages[index - 1]?.block.bullet) list = [];
    if (block.bullet !== "" && list.length < longestEnumeration) {
      const first = found[index]!.find((each) => !each.whole);
      if (first) list.push(first);
    }
    lists.push(list);
  }
  return lists;
}

const longestEnumeration = 24;

/** A share that none of the likely wholes fits. */
interface OpenShare {
  readonly share: PrintedShare;
  readonly wholes: readonly Whole[];
}

/** What single shares leave open the others of their enumeration may settle: they have one whole in common. */
function settleOpen(
  document: ReadDocument,
  open: readonly OpenShare[],
  shares: readonly PrintedShare[],
  supported: Map<number, number>,
  lines: readonly PrintedShare[],
): readonly Draft[] {
  const commonBySentence = new Map<number, Quantity | undefined>();
  const commonOf = (sentence: number): Quantity | undefined => {
    if (!commonBySentence.has(sentence)) {
      const siblings = shares
        .filter((each) => each.percent.sentence === sentence)
        .slice(0, longestEnumeration);
      commonBySentence.set(sentence, commonWhole(document, siblings) ?? commonWhole(document, lines));
    }
    return commonBySentence.get(sentence);
  };
  return open.map(({ share, wholes }) => {
    const common = commonOf(share.percent.sentence);
    if (!common) return convict(document, share, wholes, supported);
    supported.set(common.index, 2);
    const whole = candidateWhole(common, { isNamed: true, isOnly: true });
    return fits(share, whole)
      ? draftArithmetic(claimOf(share, whole, "firm"))
      : convict(document, share, [whole], supported);
  });
}
