import { type Draft, remark } from "./drafts.ts";
import { type ReadDocument } from "./document.ts";
import { type Quantity } from "./quantities.ts";
import { isSwapOrSlip, slipKeys } from "./slip-keys.ts";
import { contentWords } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

const fewestDigits = 3;
const mostAlike = 8;

/**
 * Figures that the text comes back to with one digit mistyped or two swapped: "huy động nhà trẻ đạt 29,7%", later
 * "huy động nhà trẻ mới đạt 27,9%". Only a number that no calculation bears out can be the mistyped one.
 */
export function findTranspositions(document: ReadDocument, drafts: readonly Draft[]): readonly Draft[] {
  const proven = numbersOf(
    drafts.filter(
      ({ verdict, kind }) => verdict === "consistent" && kind !== "cumulative" && kind !== "threshold",
    ),
  );
  const accused = numbersOf(drafts.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect"));
  const raised = new Set<number>();
  return groupBySlip(document.quantities).flatMap((alike) =>
    alike.flatMap((later) => {
      if (proven.has(later.index) || accused.has(later.index) || raised.has(later.index)) return [];
      const first = isStatement(later)
        ? alike.find(
            (each) =>
              each.block !== later.block &&
              (proven.has(each.index) || (each.index < later.index && isLong(later) && isStatement(each))) &&
              isMistyped(each, later) &&
              isSameMatter(document, each, later),
          )
        : undefined;
      if (!first) return [];
      raised.add(later.index);
      return [mistyped(first, later)];
    }),
  );
}

function numbersOf(drafts: readonly Draft[]): ReadonlySet<number> {
  return new Set(
    drafts.flatMap(({ printed, operands }) => [printed, ...operands].map((each) => each?.index ?? -1)),
  );
}

/** Numbers that one keystroke parts. */
function groupBySlip(quantities: readonly Quantity[]): readonly (readonly Quantity[])[] {
  const groups = new Map<string, Quantity[]>();
  for (const each of quantities) {
    if (each.kind !== "count" && each.kind !== "percent") continue;
    const printed = printedNumber(each);
    if (printed.replace(/\D/g, "").length < fewestDigits) continue;
    for (const slip of slipKeys(printed)) {
      const key = `${each.kind} ${slip}`;
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    }
  }
  return [...groups.values()].filter((group) => group.length >= 2 && group.length <= mostAlike);
}

function printedNumber({ text }: Quantity): string {
  return /^[\d.,]*\d/.exec(text)?.[0] ?? "";
}

function isLong({ text }: Quantity): boolean {
  return text.replace(/\D/g, "").length >= 4;
}

function isStatement({ role, approximate, lead }: Quantity): boolean {
  return (
    (role === "plain" || role === "level") &&
    !approximate &&
    !/cùng kỳ|năm (?:trước|ngoái)|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến/.test(/[^;:.]*$/.exec(lead)![0])
  );
}

/** Two swapped digits are telling from three digits on; one other digit only in long numbers, for neighbours in time differ by a digit too. */
function isMistyped(first: Quantity, second: Quantity): boolean {
  const [a, b] = [printedNumber(first), printedNumber(second)];
  if (first.scale !== second.scale || !isSameUnit(first.unit, second.unit) || !isSwapOrSlip(a, b))
    return false;
  return isSwap(a, b) || isLong(second);
}

function isSwap(a: string, b: string): boolean {
  return a.split("").toSorted().join("") === b.split("").toSorted().join("");
}

/** Most of what the shorter label says is in the other one; where a digit was replaced, nearly all of it. */
function isSameMatter(document: ReadDocument, a: Quantity, b: Quantity): boolean {
  const [first, second] = [a, b].map((each) => new Set(labelOf(document, each)));
  const shared = [...first!].filter((word) => second!.has(word)).length;
  const shorter = Math.min(first!.size, second!.size);
  const [then, now] = [timesOf(document, a), timesOf(document, b)];
  if (then !== "" && now !== "" && then !== now) return false;
  const isSwapped = isSwap(printedNumber(a), printedNumber(b));
  return isSwapped ? shared >= 2 && shared >= 0.5 * shorter : shared >= 3 && shared >= 0.75 * shorter;
}

/** The years, months, quarters and days that stand in the sentence before a number. */
function timesOf({ folded }: ReadDocument, { start }: Quantity): string {
  const before = /[^;.:]*$/.exec(folded.slice(Math.max(0, start - 90), start))![0];
  return (
    before.match(
      /(?:năm|tháng|quý|kỳ|tuần) (?:\d+|[ivx]+|trước|sau)(?!\p{L})|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?/gu,
    ) ?? []
  ).join(" ");
}

/** The telling words up to the number, with the heading before a colon, and of what it counts. */
function labelOf({ folded }: ReadDocument, { start, unit }: Quantity): readonly string[] {
  const before = /[^;.\n]*$/.exec(folded.slice(Math.max(0, start - 70), start))![0];
  return contentWords(`${before} ${unit.phrase}`).filter((word) => !/\d/.test(word));
}

function mistyped(first: Quantity, second: Quantity): Draft {
  return remark("repetition", "suspect", second, {
    vi: `Cùng một số liệu ghi hai cách: ${first.text} và ${second.text} (gõ nhầm?).`,
    en: `The same figure is given in two ways: ${first.text} and ${second.text} (mistyped?).`,
  }, { printed: second, operands: [first] }); // prettier-ignore
}
