import { type ValuePair } from "./comparison-bases.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { earlierOf, timeMark } from "./time-marks.ts";
import { isSameUnit } from "./units.ts";

/** Two values of two times right before the change, in either order: "Năm 2023 thu 412 tỷ; năm 2022 thu 386 tỷ (tăng 6,8%)". */
export function pairOfTimes(passage: Passage, position: number): ValuePair | undefined {
  const change = passage.quantities[position]!;
  const [first, second] = valuesBefore(passage, position);
  if (!first || !second || second.sentence !== change.sentence || first.kind !== second.kind)
    return undefined;
  if (![first, second].every(isValue) || !isSameUnit(first.unit, second.unit)) return undefined;
  if (change.lead.includes(";")) return undefined;
  const earlier = earlierOf(first, second);
  // Across a full stop both must say when: "Năm 2022 có 1.120 ca. Năm 2023 có 1.286 ca, tăng 14,8%."
  const isFar = first.sentence !== second.sentence;
  if (isFar && !(earlier && timeMark(first) && timeMark(second) && first.depth === second.depth))
    return undefined;
  if (earlier) return earlier === first ? { subject: second, base: first } : { subject: first, base: second };
  // "42,6 triệu (năm 2022 đạt 38,4 triệu), tăng 10,9%"
  if (yearInLead.test(second.lead) && second.depth === first.depth + 1 && change.bracket === first.bracket)
    return { subject: first, base: second };
  if (/cuối (?:năm|kỳ)[^,;]*$/.test(first.lead) && /đầu (?:năm|kỳ)[^,;]*$/.test(second.lead))
    return { subject: first, base: second };
  return openingTime.test(first.lead) && /(?:cuối|đến nay|nay|hiện)[^,;]*còn[^,;]*$/.test(second.lead)
    ? { subject: second, base: first }
    : undefined;
}

/** The last two numbers before the change; a share in a bracket of its own tells more about the one before it. */
function valuesBefore(passage: Passage, position: number): readonly Quantity[] {
  const { kind, depth } = passage.quantities[position]!;
  const near = passage.quantities.slice(Math.max(0, position - 4), position);
  return near
    .filter((each) => !(kind === "count" && each.kind === "percent" && each.depth > depth))
    .slice(-2);
}

const isValue = ({ role, isPerOther }: Quantity): boolean =>
  (role === "plain" || role === "base") && !isPerOther;

const yearInLead = /năm ((?:19|20)\d\d)(?:\s[\p{L}]+){0,5}\s?:?\s?$/u;

/** "Năm 2022 có 320 ca; năm 2023 có 288 ca, giảm 10%": the earlier of two years is the base. */
export function isEarlierYear(passage: Passage, at: number, position: number): boolean {
  const year = yearInLead.exec(passage.quantities[at]!.lead)?.[1];
  if (year === undefined) return false;
  for (let later = at + 1; later < position; later += 1) {
    const other = yearInLead.exec(passage.quantities[later]!.lead)?.[1];
    if (other !== undefined && other > year) return true;
  }
  return false;
}

const openingTime = /đầu (?:năm|kỳ|tháng|tuần|quý|nhiệm kỳ|khóa|vụ)|trước (?:khi|đây|đó)|ban đầu/;
const closingTime = /cuối|nay|hiện|đến|sau (?:khi|đó)|còn/;

/** "Đầu năm có 612 em, cuối năm còn 608 em, giảm 4", "tháng 5 có 120 ca, tháng 6 có 150 ca, tăng 25%". */
export function isEarlierPeriod(passage: Passage, at: number, position: number): boolean {
  const earlier = passage.quantities[at]!;
  const later = passage.quantities[at + 1]!;
  if (
    at !== position - 2 ||
    earlier.bracket !== passage.quantities[position]!.bracket ||
    (earlier.role !== "plain" && earlier.role !== "base") ||
    earlier.kind !== later.kind ||
    !isSameUnit(earlier.unit, later.unit)
  )
    return false;
  const [before, after] = [earlier.lead.slice(-60), later.lead.slice(-60)];
  if (openingTime.test(before) && closingTime.test(after)) return true;
  const numbered =
    /(tháng|quý|học kỳ|tuần|đợt|năm học) ([\divx-]{1,9})(?!\p{L})[^|]*\|.*(tháng|quý|học kỳ|tuần|đợt|năm học) ([\divx-]{1,9})(?!\p{L})/u.exec(
      `${before} | ${after}`,
    );
  return (
    numbered !== null && numbered[1] === numbered[3] && ordinal(numbered[2]!) + 1 === ordinal(numbered[4]!)
  );
}

const romans = ["i", "ii", "iii", "iv", "v"];

function ordinal(printed: string): number {
  const roman = romans.indexOf(printed);
  return roman >= 0 ? roman + 1 : Number.parseInt(printed, 10);
}
