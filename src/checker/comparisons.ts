import {
  baseBefore,
  baseBehind,
  isPercentLike,
  pairBase,
  pairBehind,
  subjectOfFromTo,
} from "./comparison-bases.ts";
import {
  baseInSeries,
  baseOfSentenceAfter,
  baseOfSentenceBefore,
  exceededPair,
  seriesOfSentenceBefore,
} from "./comparison-series.ts";
import { pairOfTimes } from "./comparison-times.ts";
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
  /** The base stands in the sentence before, so it is only likely to be meant. */
  readonly isFar: boolean;
  /** The number only repeats the change before it and is read with that one. */
  readonly isCompanion: boolean;
}

const companionGap =
  /^[\p{L} ]{0,40}\s?(?:\(|,|=|;|-|hay|tức|tương đương|tương ứng|bằng)\s?(?:tăng|giảm|tương ứng|tương đương|khoảng|bằng|hay|chiếm|tỷ lệ|tức|là|đạt|với|gần|hơn|trên|\+|-|=|:|\(|\s)*$/u;
const companionAfterComparison =
  /^[\p{L} ]{0,30}so (?:với )?[\p{L}\d/ ]{0,60}\((?:tốc độ |tỷ lệ )?(?:tăng|giảm|tương ứng|tương đương|bằng|hay|\+|-|\s)*$/u;
const planCue = /(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|định mức)/;

/** Reads the comparison around the change at `position`. */
export function findComparison(passage: Passage, position: number): Comparison {
  const change = passage.quantities[position]!;
  const isCompanion = restatesChange(passage, position);
  const pair = pairBase(passage, position);
  const afterPair = pair ? position + 1 : position;
  const atOnce = pairBehind(passage, afterPair);
  const companion =
    !atOnce && isCompanionOf(passage, afterPair, afterPair + 1, change)
      ? passage.quantities[afterPair + 1]
      : undefined;
  const last = companion ? afterPair + 1 : afterPair;
  const printed = atOnce ?? pairBehind(passage, last);
  const behind = pair ?? printed?.base ?? baseBehind(passage, last) ?? baseInSeries(passage, position);
  const times = behind ? undefined : pairOfTimes(passage, position);
  const near = behind ?? times?.base ?? baseBefore(passage, position);
  const far = near
    ? undefined
    : (exceededPair(passage, position) ??
      baseOfSentenceBefore(passage, position) ??
      seriesOfSentenceBefore(passage, position));
  const after = near || far ? undefined : baseOfSentenceAfter(passage, position);
  const base = near ?? far?.base ?? after;
  const words = `${change.lead} ${(companion ?? change).trail}`;
  return {
    change,
    direction: change.direction,
    companion,
    base,
    subject:
      printed?.subject ??
      times?.subject ??
      far?.subject ??
      (base && subjectOfFromTo(passage, base, position)),
    against: base?.role === "plan" || isAgainstPlan(change, words) ? "plan" : "earlier",
    isPair: pair !== undefined,
    isFar: far !== undefined || after !== undefined,
    isCompanion,
  };
}

/** "giảm 8 vụ, tương ứng 18,2%": the number says again, in other terms, how much the one before it changed. */
export function restatesChange(passage: Passage, position: number): boolean {
  return (
    isCompanionOf(passage, position - 1, position) && passage.quantities[position - 1]!.role === "change"
  );
}

function isAgainstPlan(change: Quantity, words: string): boolean {
  const behind = /^[^,;.(]{0,60}/.exec(change.trail)?.[0] ?? "";
  return (
    planCue.test(behind) || (/^(?:vượt|hụt)$/.test(change.changeWord) && !/cùng kỳ|năm trước/.test(words))
  );
}

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
