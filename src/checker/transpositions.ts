import { type Draft, remark } from "./drafts.ts";
import { type ReadDocument } from "./document.ts";
import { type Quantity } from "./quantities.ts";
import { oneKeystrokeAway } from "./repairs.ts";
import { contentWords } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

const fewestDigits = 3;
const mostAlike = 8;

/**
 * Figures that the text comes back to with two digits swapped: "huy động nhà trẻ đạt 29,7%", later "huy động nhà trẻ
 * mới đạt 27,9%". Only a number that no calculation bears out can be the swapped one.
 */
export function findTranspositions(document: ReadDocument, drafts: readonly Draft[]): readonly Draft[] {
  const proven = numbersOf(
    drafts.filter(
      ({ verdict, kind }) => verdict === "consistent" && kind !== "cumulative" && kind !== "threshold",
    ),
  );
  const accused = numbersOf(drafts.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect"));
  return groupByDigits(document.quantities).flatMap((alike) =>
    alike.flatMap((later) => {
      if (proven.has(later.index) || accused.has(later.index) || !isStatement(later)) return [];
      const first = alike.find(
        (each) =>
          each.block !== later.block &&
          (proven.has(each.index) || (each.index < later.index && isLong(later))) &&
          isSwapped(each, later) &&
          isSameMatter(document, each, later),
      );
      return first ? [swapped(first, later)] : [];
    }),
  );
}

function numbersOf(drafts: readonly Draft[]): ReadonlySet<number> {
  return new Set(
    drafts.flatMap(({ printed, operands }) => [printed, ...operands].map((each) => each?.index ?? -1)),
  );
}

/** Numbers of the same digits in whatever order. */
function groupByDigits(quantities: readonly Quantity[]): readonly (readonly Quantity[])[] {
  const groups = new Map<string, Quantity[]>();
  for (const each of quantities) {
    const digits = each.text.replace(/\D/g, "");
    if (digits.length < fewestDigits || (each.kind !== "count" && each.kind !== "percent")) continue;
    const key = `${each.kind} ${digits.split("").toSorted().join("")}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].filter((group) => group.length >= 2 && group.length <= mostAlike);
}

function isLong({ text }: Quantity): boolean {
  return text.replace(/\D/g, "").length >= 5;
}

function isStatement({ role, approximate, lead }: Quantity): boolean {
  return (
    (role === "plain" || role === "level") &&
    !approximate &&
    !/cùng kỳ|năm (?:trước|ngoái)|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến/.test(lead)
  );
}

function isSwapped(first: Quantity, second: Quantity): boolean {
  const [a, b] = [first, second].map(({ text }) => /^[\d.,]*\d/.exec(text)?.[0] ?? "");
  return (
    a !== b &&
    first.scale === second.scale &&
    isSameUnit(first.unit, second.unit) &&
    oneKeystrokeAway(a!).includes(b!)
  );
}

/** Most of what the shorter label says is in the other one. */
function isSameMatter(document: ReadDocument, a: Quantity, b: Quantity): boolean {
  const [first, second] = [a, b].map((each) => new Set(labelOf(document, each)));
  const shared = [...first!].filter((word) => second!.has(word)).length;
  return shared >= 2 && shared >= 0.5 * Math.min(first!.size, second!.size);
}

/** The telling words of the clause up to the number, and of what it counts. */
function labelOf({ folded }: ReadDocument, { start, unit }: Quantity): readonly string[] {
  const before = /[^;.:]*$/.exec(folded.slice(Math.max(0, start - 70), start))![0];
  return contentWords(`${before} ${unit.phrase}`).filter((word) => !/\d/.test(word));
}

function swapped(first: Quantity, second: Quantity): Draft {
  return remark("repetition", "suspect", second, {
    vi: `Cùng một số liệu ghi hai cách: ${first.text} và ${second.text} (đảo chữ số?).`,
    en: `The same figure is given in two ways: ${first.text} and ${second.text} (digits swapped?).`,
  }, { printed: second, operands: [first] }); // prettier-ignore
}
