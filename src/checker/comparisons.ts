import { isWithin } from "./subjects.ts";
import { type Passage, type Quantity } from "./quantities.ts";

/** A change with everything its clause says about it. */
export interface Comparison {
  readonly change: Quantity;
  readonly direction: -1 | 0 | 1;
  /** The same change once more: its percentage beside its amount, or the other way round. */
  readonly companion: Quantity | undefined;
  /** The earlier value, or the plan, as printed. */
  readonly base: Quantity | undefined;
  /** The current value where the clause itself prints it: "từ 120 lên 150". */
  readonly subject: Quantity | undefined;
  readonly against: "earlier" | "plan";
  /** The base stands as the second number of a pair: "giảm 5/50 vụ". */
  readonly isPair: boolean;
  /** The number only repeats the change before it and is read with that one. */
  readonly isCompanion: boolean;
}

const companionGap =
  /^[\p{L} ]{0,40}\s?(?:\(|,|=|;|-|hay|tức|tương đương|tương ứng|bằng)\s?(?:tăng|giảm|tương ứng|tương đương|khoảng|bằng|hay|chiếm|tỷ lệ|tức|là|đạt|với|gần|hơn|trên|\+|-|=|:|\(|\s)*$/u;
const companionAfterComparison =
  /^[\p{L} ]{0,30}so (?:với )?[\p{L}\d ]{0,60}\((?:tăng|giảm|tương ứng|tương đương|bằng|hay|\+|-|\s)*$/u;
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
const planCue = /(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|định mức)/;

/** Reads the comparison around the change at `position`. */
export function findComparison(passage: Passage, position: number): Comparison {
  const change = passage.quantities[position]!;
  const isCompanion =
    isCompanionOf(passage, position - 1, position) && passage.quantities[position - 1]!.role === "change";
  const pair = pairBase(passage, position);
  const afterPair = pair ? position + 1 : position;
  const atOnce = fractionBehind(passage, afterPair);
  const companion =
    !atOnce && isCompanionOf(passage, afterPair, afterPair + 1, change)
      ? passage.quantities[afterPair + 1]
      : undefined;
  const last = companion ? afterPair + 1 : afterPair;
  const fraction = atOnce ?? fractionBehind(passage, last);
  const base = pair ?? fraction?.base ?? baseBehind(passage, last) ?? baseBefore(passage, position);
  const fromTo = base && subjectOfFromTo(passage, base, position);
  const words = `${change.lead} ${(companion ?? change).trail}`;
  return {
    change,
    direction: change.direction,
    companion,
    base,
    subject: fraction?.subject ?? fromTo,
    against: base?.role === "plan" || isAgainstPlan(change, words) ? "plan" : "earlier",
    isPair: pair !== undefined,
    isCompanion,
  };
}

function isAgainstPlan(change: Quantity, words: string): boolean {
  const behind = /^[^,;.(]{0,60}/.exec(change.trail)?.[0] ?? "";
  return (
    planCue.test(behind) || (/^(?:vượt|hụt)$/.test(change.changeWord) && !/cùng kỳ|năm trước/.test(words))
  );
}

const isPercentLike = (quantity: Quantity): boolean =>
  quantity.kind === "percent" || quantity.kind === "points";

function isCompanionOf(
  passage: Passage,
  position: number,
  next: number,
  change = passage.quantities[position],
): boolean {
  const second = passage.quantities[next];
  if (!change || !second || change.role !== "change" || change.sentence !== second.sentence) return false;
  if (isPercentLike(change) === isPercentLike(second) || second.kind === "per" || second.kind === "times")
    return false;
  if (second.role === "plan" || change.kind === "times") return false;
  if (
    second.kind === "count" &&
    second.role !== "change" &&
    !/tương (?:ứng|đương)|tức|hay|bằng/.test(second.lead)
  ) {
    return /^\s?\(\s?$/.test(second.lead) && !/so với|cùng kỳ/.test(second.trail.slice(0, 4));
  }
  if (/,\s?(?:đạt|chiếm|bằng)/.test(second.lead)) return false;
  return companionGap.test(second.lead) || companionAfterComparison.test(second.lead);
}

/** "(cùng kỳ đạt 36,2% dự toán)" is no earlier value of the amount. */
function isRateOfPlan(quantity: Quantity): boolean {
  return isPercentLike(quantity) && /^\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)/.test(quantity.trail);
}

/** "giảm 5/50 vụ": five less than the fifty before. */
function pairBase(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  const next = passage.quantities[position + 1];
  return change.kind === "count" && next?.kind === "count" && /^\s?\/\s?$/.test(next.lead) ? next : undefined;
}

function baseBehind(passage: Passage, position: number): Quantity | undefined {
  const from = passage.quantities[position]!;
  for (let at = position + 1; at <= position + 2; at += 1) {
    const each = passage.quantities[at];
    if (!each || each.sentence !== from.sentence || each.role === "change" || each.kind === "times")
      return undefined;
    if (isRateOfPlan(each)) return undefined;
    if (
      baseInBracket.test(each.lead) ||
      baseAtOnce.test(each.lead) ||
      (baseAfterCue.test(each.lead) && !/[,;]/.test(each.lead))
    )
      return each;
    if (at > position + 1 || !isWithin(passage, each.bracket, from.bracket)) return undefined;
  }
  return undefined;
}

/** "so với cùng kỳ (45/50 vụ)": now and then in one bracket. */
function fractionBehind(
  passage: Passage,
  position: number,
): { subject: Quantity; base: Quantity } | undefined {
  const from = passage.quantities[position]!;
  const subject = passage.quantities[position + 1];
  const base = passage.quantities[position + 2];
  if (
    !subject ||
    !base ||
    from.sentence !== base.sentence ||
    !/^[^,;.]{0,100}\(\s?(?:từ\s)?$/.test(subject.lead)
  )
    return undefined;
  if (
    subject.kind !== base.kind ||
    subject.kind !== "count" ||
    !/^[\p{L} ]{0,20}\s?(?:\/|so với)\s?$/u.test(base.lead)
  )
    return undefined;
  return { subject, base };
}

/** "so với cùng kỳ (B) tăng", "cùng kỳ B, tăng", "từ B lên A (tăng". */
function baseBefore(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  for (let at = position - 1; at >= 0 && at >= position - 4; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence !== change.sentence) return undefined;
    if (each.role === "change") return undefined;
    if (
      each.role === "base" &&
      !isRateOfPlan(each) &&
      (!isPercentLike(each) || (isPercentLike(change) && each.bracket !== change.bracket))
    )
      return each;
    if (
      each.role === "base" &&
      isPercentLike(each) &&
      each.bracket < 0 &&
      !isRateOfPlan(each) &&
      isPercentLike(change)
    )
      return each;
    if (isEarlierYear(passage, at, position) || isEarlierPeriod(passage, at, position)) return each;
    if (
      /(?:^|[^\p{L}])từ\s(?:mức\s|con số\s)?$/u.test(each.lead) &&
      /^[^,;]{0,60}(?:lên|xuống|còn|đến)/.test(passage.quantities[at + 1]!.lead)
    )
      return each;
    if (at < position - 1 && /(?:→|->|=>)\s?$/.test(passage.quantities[at + 1]!.lead)) return each;
  }
  return undefined;
}

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

/** "Đầu năm có 612 em, cuối năm còn 608 em, giảm 4", "tháng 5 có 120 ca, tháng 6 có 150 ca, tăng 25%". */
function isEarlierPeriod(passage: Passage, at: number, position: number): boolean {
  const earlier = passage.quantities[at]!;
  const later = passage.quantities[at + 1]!;
  if (
    at !== position - 2 ||
    earlier.role !== "plain" ||
    earlier.kind !== later.kind ||
    earlier.unit.noun !== later.unit.noun
  )
    return false;
  const pair = `${earlier.lead.slice(-60)} | ${later.lead.slice(-60)}`;
  if (/đầu (?:năm|kỳ|tháng|tuần|nhiệm kỳ)[^|]*\|.*(?:cuối|nay|hiện|đến)/.test(pair)) return true;
  const numbered =
    /(tháng|quý|học kỳ|tuần|đợt|năm học) ([\divx-]{1,9})(?!\p{L})[^|]*\|.*(tháng|quý|học kỳ|tuần|đợt|năm học) ([\divx-]{1,9})(?!\p{L})/u.exec(
      pair,
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

function subjectOfFromTo(passage: Passage, base: Quantity, position: number): Quantity | undefined {
  if (!/(?:^|[^\p{L}])từ\s(?:mức\s|con số\s)?$/u.test(base.lead)) return undefined;
  for (let at = position - 1; at >= 0; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.index === base.index) return undefined;
    if (each.kind === base.kind && /(?:lên|xuống|còn|đến)\s?(?:mức\s|tới\s|còn\s)?$/u.test(each.lead))
      return each;
  }
  return undefined;
}
