import { type ReadDocument } from "./document.ts";
import { areOpposites } from "./list-labels.ts";
import { isListed, type PartList } from "./lists.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isOneKeystrokeOff } from "./repairs.ts";
import { valueOf } from "./intervals.ts";
import { canMeet } from "./units.ts";

/** So many numbers before the pair may be what it divides. */
const farthestTotal = 4;

/**
 * "kiểm tra 24 cơ sở, đạt 21, không đạt 3"; "tiếp nhận 286.412 hồ sơ …; trả đúng hạn 283.106 hồ sơ (98,85%), quá hạn
 * 3.306 hồ sơ": two neighbours whose labels exclude any third divide a number before them, with no word that says so.
 */
export function complementLists({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.bySentence.flatMap((members) => {
    const counts = members.filter((each) => isListed(passage, each) && !each.approximate);
    return counts.flatMap((first, index) => {
      const second = counts[index + 1];
      if (!second || first.bracket !== second.bracket || !canMeet(first.unit, second.unit)) return [];
      const parts = [first, second];
      const words = wordsOf(folded, first, second);
      if (/;|:/.test(second.lead) || !areOpposites(words)) return [];
      const before = counts.slice(Math.max(0, index - farthestTotal), index);
      const total = totalOf(before, parts);
      return total && !isSibling(total, counts, parts)
        ? [{ promise: "member" as const, totals: [total], parts, words, isAttached: false, isGuessed: true }]
        : [];
    });
  });
}

/** "18 xã, trong đó 10 xã …, 3 xã …, 5 xã …": the number before the pair divides a larger one together with it. */
function isSibling(total: Quantity, counts: readonly Quantity[], parts: readonly Quantity[]): boolean {
  const sum = [total, ...parts].reduce((sofar, each) => sofar + valueOf(each), 0);
  return counts.some((each) => each.index < total.index && valueOf(each) === sum);
}

/** From the label before the first number to the label behind the second. */
function wordsOf(folded: string, first: Quantity, second: Quantity): string {
  const label = /[^,;:.(]*$/.exec(first.lead)![0];
  const behind = /^[^,;.()]{0,40}/.exec(folded.slice(second.unitEnd, second.unitEnd + 40))![0];
  return folded.slice(first.start - label.length, second.unitEnd) + behind;
}

/** The nearest number before that the two add up to, or miss by a slip. */
function totalOf(before: readonly Quantity[], parts: readonly Quantity[]): Quantity | undefined {
  const sum = parts.reduce((sofar, each) => sofar + valueOf(each), 0);
  const likely = before
    .filter(
      (each) =>
        parts.every((part) => canMeet(each.unit, part.unit) && valueOf(part) < valueOf(each)) &&
        each.depth <= parts[0]!.depth,
    )
    .toReversed();
  const isNear = (each: Quantity, reach: number) => Math.abs(valueOf(each) - sum) <= reach * valueOf(each);
  return (
    likely.find((each) => valueOf(each) === sum) ??
    likely.find((each) => isNear(each, 0.1) || (isNear(each, 0.3) && isOneKeystrokeOff(parts, each)))
  );
}

const fewestParts = 3;

/**
 * "rà soát 1.286 văn bản, bãi bỏ 86, sửa đổi 142, giữ nguyên 1.058": a number with its noun, then bare numbers up to
 * the end of the clause. Only a list that comes near the total, and that one keystroke would mend, raises a doubt.
 */
export function bareLists({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.bySentence.flatMap((members) =>
    members.flatMap((total, index) => {
      if (total.unit.noun === "" || !isListed(passage, total) || total.approximate) return [];
      const parts: Quantity[] = [];
      for (const each of members.slice(index + 1)) {
        const isBare = each.unit.noun === "" && isListed(passage, each) && each.bracket === total.bracket;
        if (!isBare || !/^[^,;.()]{0,40},\s[\p{L} ]{2,40}$/u.test(each.lead)) break;
        parts.push(each);
      }
      const sum = parts.reduce((sofar, each) => sofar + valueOf(each), 0);
      const isLikely = parts.length >= fewestParts && Math.abs(sum - valueOf(total)) <= 0.1 * valueOf(total);
      if (!isLikely || !(sum === valueOf(total) || isOneKeystrokeOff(parts, total))) return [];
      const words = folded.slice(total.start, parts.at(-1)!.unitEnd);
      return [
        { promise: "whole" as const, totals: [total], parts, words, isAttached: false, isGuessed: true },
      ];
    }),
  );
}
