import { type Passage, type Quantity } from "./quantities.ts";
import { canMeet, isSameUnit } from "./units.ts";
import { contentWords, isWithin, sharedWords } from "./subjects.ts";
import { isEarlierPeriod, isEarlierYear } from "./comparison-times.ts";

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
  String.raw`(?:${comparisonCue})(?:(?! và )[^,;.()%]){0,80}(?:\s(?:là|có|đạt|ở mức|chỉ có|chỉ đạt)|\s?:)\s?(?:[\p{L}]+\s){0,2}$`,
  "u",
);
const cueBeside = new RegExp(String.raw`^\s?[;,]\s(?:số |mức )?(?:${comparisonCue})(?: là)?\s$`, "u");
/** "vượt 6,3 điểm % so với chỉ tiêu 70%". */
const targetAtOnce = /so với (?:mức )?(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết)[\p{L} ]{0,30}\s$/u;
const baseAtOnce =
  /so (?:với )?(?:mức |con số |số )?$|so (?:với )?(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|đầu năm)(?: năm (?:trước|ngoái|(?:19|20)\d\d))?\s$|^\s?[;,]\s(?:cùng kỳ|năm trước|năm ngoái|kỳ trước)(?: năm (?:trước|ngoái|(?:19|20)\d\d))?\s(?:là|đạt|có)\s$/u;
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
    // "(tốc độ tăng 7,7%; số đầu năm 4.516,8 tỷ đồng)"
    if (
      each.bracket >= 0 &&
      each.bracket === change.bracket &&
      cueBeside.test(each.lead) &&
      each.kind === "count"
    )
      return each;
    if (isOfOtherUnit(change, each)) return sameUnitInBracket(passage, change, each);
    if (at === position + 1 && isBareBase(passage, change, each)) return each;
    if (
      baseInBracket.test(each.lead) ||
      baseAtOnce.test(each.lead) ||
      (isOfOneKind(change, each) && targetAtOnce.test(each.lead)) ||
      (change.kind === "times" && each.kind === "count" && bareBracket.test(each.lead)) ||
      (cueInBracket.test(each.lead) && !(change.kind === "percent" && isPercentLike(each))) ||
      (baseAfterCue.test(each.lead) && !/[,;]/.test(each.lead))
    )
      return alikeInBracket(passage, position, each);
    if (at > position + 1 || !isWithin(passage, each.bracket, change.bracket) || /[;]/.test(each.lead))
      return undefined;
    // "tăng 12,4% so với tháng trước và bằng 115,3% cùng kỳ (421,6)": the change is already compared with a time of its own.
    if (completedCue.test(each.lead)) return undefined;
  }
  return undefined;
}

const completedCue = new RegExp(
  String.raw`(?:${comparisonCue})(?!\p{L})[^()]*(?:,|\s(?:và|nhưng|song))\s`,
  "u",
);

export function isOfOneKind(change: Quantity, each: Quantity): boolean {
  if (isPercentLike(change) || isPercentLike(each)) return isPercentLike(change) && isPercentLike(each);
  return change.kind === each.kind && isSameUnit(change.unit, each.unit);
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

/** "bị thương 52 người, giảm 11 người (cùng kỳ chết 40 người, bị thương 63 người)": of several numbers of one unit, the one with the words of what changed. */
function alikeInBracket(passage: Passage, position: number, first: Quantity): Quantity | undefined {
  const change = passage.quantities[position]!;
  const changed = passage.quantities[position - 1];
  if (first.bracket >= 0 && change.kind === "percent" && first.kind === "count")
    return ofChangedUnit(passage, position, first);
  const members = (passage.byBracket[first.bracket] ?? []).filter(
    (each) => each.kind === first.kind && each.role !== "change" && isSameUnit(each.unit, first.unit),
  );
  if (first.bracket < 0 || !changed || members.length < 2 || first.bracket === change.bracket) return first;
  const scores = members.map((each) => sharedWords(each, changed));
  const best = scores.indexOf(Math.max(...scores));
  return scores.filter((score) => score === scores[best]).length === 1 ? members[best]! : first;
}

/** "giảm 3 dự án nhưng tăng 31,1% về vốn so với cùng kỳ (15 dự án, 142,3 triệu USD)": of several units, the one that the percentage speaks of. */
function ofChangedUnit(passage: Passage, position: number, first: Quantity): Quantity | undefined {
  const others = (passage.byBracket[first.bracket] ?? []).filter(
    (each) => each.kind === "count" && each.role !== "change" && !canMeet(each.unit, first.unit),
  );
  if (others.length === 0) return first;
  const change = passage.quantities[position]!;
  const about = contentWords(/^[^,;.()]{0,40}?(?=so (?:với )?|\()/.exec(change.trail)?.[0] ?? "");
  const before = passage.quantities
    .slice(Math.max(0, position - 6), position)
    .filter((each) => each.sentence === change.sentence && each.kind === "count" && each.role === "plain");
  const named = before.filter((each) =>
    about.some((word) => ` ${each.lead} ${each.unit.phrase} `.includes(` ${word} `)),
  );
  const [subject, another] = named.length > 0 ? named : before.toReversed();
  if (!subject || (named.length === 0 && another)) return undefined;
  return [first, ...others].find((each) => isSameUnit(each.unit, subject.unit));
}

/** A bracket with nothing but one number of the change's own unit. */
function isBareBase(passage: Passage, change: Quantity, each: Quantity): boolean {
  return (
    bareBracket.test(each.lead) &&
    isOfOneKind(change, each) &&
    change.kind !== "percent" &&
    passage.byBracket[each.bracket]?.length === 1
  );
}

/** Now and then in one bracket behind the change: "(45/50 vụ)", "(từ 11 lên 17)". */
export function pairBehind(passage: Passage, position: number): ValuePair | undefined {
  const from = passage.quantities[position]!;
  const first = passage.quantities[position + 1];
  const second = passage.quantities[position + 2];
  if (!first || !second || from.sentence !== second.sentence || first.kind !== second.kind) return undefined;
  // "tăng 2,5 lần, từ 4,8 tỷ đồng lên 12 tỷ đồng"
  if (!/^[^,;.]{0,100}\(\s?(?:từ\s)?$|^[^,;.()]{0,40},?\stừ\s(?:mức\s)?$/.test(first.lead)) return undefined;
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
  if (hasOwnEarlierRate(passage, position)) return undefined;
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

/** "tăng 6,4% (cùng kỳ 8,1%)": a rate of growth beside that of the year before, which says nothing of any base. */
function hasOwnEarlierRate({ quantities }: Passage, position: number): boolean {
  const [change, next] = [quantities[position]!, quantities[position + 1]];
  return (
    change.kind === "percent" &&
    next?.kind === "percent" &&
    next.sentence === change.sentence &&
    /^\s?\(\s?(?:cùng kỳ|năm trước|kỳ trước|năm (?:19|20)\d\d)/.test(next.lead)
  );
}

function isStatedBase(each: Quantity, change: Quantity): boolean {
  // "Chỉ tiêu 92%, thực hiện 94,6%, vượt 2,6 điểm %"
  // "6.842 ha (KH 6.500 ha), vượt 5,3% kế hoạch"
  if (each.role === "plan" && each.kind === "count")
    return change.changeWord === "vượt" && change.kind === "percent" && each.depth === change.depth + 1;
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
