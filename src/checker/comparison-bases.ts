import { type Passage, type Quantity } from "./quantities.ts";
import { canMeet, isSameUnit } from "./units.ts";
import { isWithin } from "./subjects.ts";

/** The current and the earlier value where the wording prints both: "từ 120 lên 150", "(45/50 vụ)". */
export interface ValuePair {
  readonly subject: Quantity;
  readonly base: Quantity;
}

const comparisonCue = String.raw`so (?:với )?|cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|tuần trước|năm (?:19|20)\d\d|cuối năm|đầu năm|liền kề|kế hoạch|chỉ tiêu|dự toán|bình quân|mục tiêu`;
const baseInBracket = new RegExp(
  String.raw`(?:${comparisonCue})[^,;.()%]{0,80}\(\s?(?:(?!tăng|giảm|chiếm|đạt )[\p{L}\d./:-]+\s?){0,8}$`,
  "u",
);
const baseAfterCue = new RegExp(
  String.raw`(?:${comparisonCue})(?:(?! và )[^,;.()%]){0,80}\s(?:là|có|đạt|ở mức|chỉ có|chỉ đạt|:)\s?(?:[\p{L}]+\s){0,2}$`,
  "u",
);
const baseAtOnce = /so với\s(?:mức |con số |số )?$/u;
const cueInBracket = new RegExp(String.raw`\(\s?(?:${comparisonCue}|kh)(?!\p{L})[^,;.()%]{0,60}$`, "u");
const bareBracket = /^\s?[\p{L} ]{0,40}\(\s?$/u;
const fromLead = /(?:^|[^\p{L}])từ\s(?:mức\s|con số\s)?$/u;
const toLead = /(?:lên|xuống|còn|đến)\s?(?:mức\s|tới\s|còn\s)?$/u;

export const isPercentLike = (quantity: Quantity): boolean =>
  quantity.kind === "percent" || quantity.kind === "points";

/** "(cùng kỳ đạt 36,2% dự toán)" is no earlier value of the amount. */
function isRateOfPlan(quantity: Quantity): boolean {
  return isPercentLike(quantity) && /^\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)/.test(quantity.trail);
}

/** "giảm 5/50 vụ": five less than the fifty before. */
export function pairBase(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  const next = passage.quantities[position + 1];
  return change.kind === "count" && next?.kind === "count" && /^\s?\/\s?$/.test(next.lead) ? next : undefined;
}

/** The value that a change is measured from, printed after it: "tăng 5 vụ so với cùng kỳ (45 vụ)", "giảm 06 người (64 người)". */
export function baseBehind(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  for (let at = position + 1; at <= position + 2; at += 1) {
    const each = passage.quantities[at];
    if (!each || each.sentence !== change.sentence || each.role === "change" || each.kind === "times")
      return undefined;
    if (isRateOfPlan(each)) return undefined;
    if (isOfOtherUnit(change, each)) return sameUnitInBracket(passage, change, each);
    if (at === position + 1 && isBareBase(passage, change, each)) return each;
    if (
      baseInBracket.test(each.lead) ||
      baseAtOnce.test(each.lead) ||
      (cueInBracket.test(each.lead) && !(change.kind === "percent" && isPercentLike(each))) ||
      (baseAfterCue.test(each.lead) && !/[,;]/.test(each.lead))
    )
      return each;
    if (at > position + 1 || !isWithin(passage, each.bracket, change.bracket) || /[;]/.test(each.lead))
      return undefined;
  }
  return undefined;
}

function isOfOtherUnit(change: Quantity, each: Quantity): boolean {
  return change.kind === "count" && each.kind === "count" && !canMeet(change.unit, each.unit);
}

/** "tăng 618 tỷ đồng so với cùng kỳ (16 dự án, 2.228 tỷ đồng)": the one of the change's own unit. */
function sameUnitInBracket(passage: Passage, change: Quantity, first: Quantity): Quantity | undefined {
  if (!baseInBracket.test(first.lead)) return undefined;
  const alike = (passage.byBracket[first.bracket] ?? []).filter(
    (each) => each.kind === "count" && each.role !== "change" && !isOfOtherUnit(change, each),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** A bracket with nothing but one number of the change's own unit. */
function isBareBase(passage: Passage, change: Quantity, each: Quantity): boolean {
  return (
    bareBracket.test(each.lead) &&
    change.kind === each.kind &&
    isSameUnit(change.unit, each.unit) &&
    passage.byBracket[each.bracket]?.length === 1
  );
}

/** Now and then in one bracket behind the change: "(45/50 vụ)", "(từ 11 lên 17)". */
export function pairBehind(passage: Passage, position: number): ValuePair | undefined {
  const from = passage.quantities[position]!;
  const first = passage.quantities[position + 1];
  const second = passage.quantities[position + 2];
  if (!first || !second || from.sentence !== second.sentence || first.kind !== second.kind) return undefined;
  if (!/^[^,;.]{0,100}\(\s?(?:từ\s)?$/.test(first.lead)) return undefined;
  if (
    fromLead.test(first.lead.replace("(", " ")) &&
    /^[^,;()]{0,40}$/.test(second.lead) &&
    toLead.test(second.lead)
  )
    return { subject: second, base: first };
  return first.kind === "count" && /^[\p{L} ]{0,20}\s?(?:\/|so với)\s?$/u.test(second.lead)
    ? { subject: first, base: second }
    : undefined;
}

/** "so với cùng kỳ (B) tăng", "cùng kỳ B, tăng", "từ B lên A (tăng". A base that an earlier change has for itself is not this one's. */
export function baseBefore(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  for (let at = position - 1; at >= 0 && at >= position - 4; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence !== change.sentence || each.role === "change") return undefined;
    const isBase =
      isStatedBase(each, change) ||
      isEarlierYear(passage, at, position) ||
      isEarlierPeriod(passage, at, position) ||
      startsFromTo(passage, at) ||
      (at < position - 1 && /(?:→|->|=>)\s?$/.test(passage.quantities[at + 1]!.lead));
    if (isBase) return isTaken(passage, at, position) ? undefined : each;
  }
  return undefined;
}

function isStatedBase(each: Quantity, change: Quantity): boolean {
  // "Chỉ tiêu 92%, thực hiện 94,6%, vượt 2,6 điểm %"
  if (each.role === "plan")
    return isPercentLike(each) && change.kind === "points" && each.bracket === change.bracket;
  if (each.role !== "base" || isRateOfPlan(each)) return false;
  return (
    !isPercentLike(each) || (isPercentLike(change) && (each.bracket !== change.bracket || each.bracket < 0))
  );
}

function startsFromTo(passage: Passage, at: number): boolean {
  const next = passage.quantities[at + 1];
  return (
    fromLead.test(passage.quantities[at]!.lead) && /^[^,;]{0,60}(?:lên|xuống|còn|đến)/.test(next?.lead ?? "")
  );
}

const sameMatter =
  /^[^,;.()]{0,40}\)?\s?[,;]?\s?\(?\s?(?:(?:và|tức|tức là|tương ứng|tương đương|hay|bằng|với|tốc độ|tỷ lệ|mức|là)\s)*(?:tăng|giảm)(?!.*[,;])/;

/** Whether the change before it already stands against this base, and this change goes on to something else. */
function isTaken(passage: Passage, at: number, position: number): boolean {
  const change = passage.quantities[position]!;
  const before = passage.quantities[at - 1];
  if (before?.role !== "change" || before.sentence !== change.sentence) return false;
  if (passage.quantities[at]!.lead.includes(";")) return false;
  const restates = position === at + 1 && before.kind !== change.kind && sameMatter.test(change.lead);
  return !restates;
}

/** Two values of two times right before the change, in either order: "Năm 2023 thu 412 tỷ; năm 2022 thu 386 tỷ (tăng 6,8%)". */
export function pairOfTimes(passage: Passage, position: number): ValuePair | undefined {
  const change = passage.quantities[position]!;
  const [first, second] = valuesBefore(passage, position);
  if (!first || !second || first.sentence !== change.sentence || first.kind !== second.kind) return undefined;
  if (![first, second].every(isValue) || !isSameUnit(first.unit, second.unit)) return undefined;
  const years = [first, second].map((each) => Number(yearInLead.exec(each.lead)?.[1] ?? 0));
  if (years[0]! > 0 && years[1]! > 0 && years[0] !== years[1])
    return years[0]! > years[1]! ? { subject: first, base: second } : { subject: second, base: first };
  // "42,6 triệu (năm 2022 đạt 38,4 triệu), tăng 10,9%"
  if (years[1]! > 0 && second.depth === first.depth + 1 && change.bracket === first.bracket)
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
function isEarlierYear(passage: Passage, at: number, position: number): boolean {
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
function isEarlierPeriod(passage: Passage, at: number, position: number): boolean {
  const earlier = passage.quantities[at]!;
  const later = passage.quantities[at + 1]!;
  if (
    at !== position - 2 ||
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

/** The second number of "từ B lên A", for a change printed after it. */
export function subjectOfFromTo(passage: Passage, base: Quantity, position: number): Quantity | undefined {
  if (!fromLead.test(base.lead)) return undefined;
  for (let at = position - 1; at >= 0; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.index === base.index) return undefined;
    if (each.kind === base.kind && toLead.test(each.lead)) return each;
  }
  return undefined;
}

const nowLead = /(?:còn|nay|hiện(?: có)?|sau khi[^,;.]{0,40}|đến nay[^,;.]{0,30})(?:\s(?:lại|có|là))?\s?$/;

/** "Toàn tỉnh có 124 đơn vị. Sau sắp xếp còn 117 đơn vị, giảm 09": the one number of that noun in the sentence before. */
export function baseOfSentenceBefore(passage: Passage, position: number): ValuePair | undefined {
  const change = passage.quantities[position]!;
  const subject = passage.quantities[position - 1];
  if (
    !subject ||
    change.kind !== "count" ||
    subject.kind !== "count" ||
    subject.sentence !== change.sentence ||
    subject.sentence === 0 ||
    passage.bySentence[subject.sentence]![0] !== subject ||
    !nowLead.test(subject.lead)
  )
    return undefined;
  const alike = passage.bySentence[subject.sentence - 1]!.filter(
    (each) =>
      each.kind === "count" &&
      each.role === "plain" &&
      each.depth === 0 &&
      each.unit.noun !== "" &&
      isSameUnit(each.unit, subject.unit),
  );
  return alike.length === 1 ? { subject, base: alike[0]! } : undefined;
}
