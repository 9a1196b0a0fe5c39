import { valueOf } from "./intervals.ts";
import { type Quantity } from "./quantities.ts";
import { canMeet, isPost } from "./units.ts";

/** A number that a share may be a share of. */
export interface Whole {
  readonly quantity: Quantity;
  /** Found where the sentence structure puts it, not by searching the document. */
  readonly isStructural: boolean;
  /** The wording names it: "trong tổng số T", "T, trong đó", "kế hoạch T". Only such a whole can convict. */
  readonly isNamed: boolean;
  /** No other number near by could be meant. */
  readonly isOnly: boolean;
  readonly isPlan: boolean;
  /** How many candidates were tried along with it. */
  readonly rivals: number;
}

/** A candidate without any wording that points to it; `details` says what does. */
export function candidateWhole(quantity: Quantity, details: Partial<Whole> = {}): Whole {
  return {
    quantity,
    isStructural: true,
    isNamed: false,
    isOnly: false,
    isPlan: false,
    rivals: 1,
    ...details,
  };
}

/** Whether `part` can be a part of `each`: a number of its own, of a unit that goes with it, and not smaller. */
export function canBeWhole(each: Quantity, part: Quantity): boolean {
  return isAmountLike(each, part) && valueOf(each) >= valueOf(part);
}

/** Whether `each` is a number of its own, of a unit that goes with the other's. */
export function isAmountLike(each: Quantity, other: Quantity): boolean {
  if (each.kind !== "count" || each.role === "change" || each.role === "range") return false;
  // "phát sinh 286 tấn/ngày, thu gom 271 tấn/ngày"
  if (each.isPerOther !== other.isPerOther || (each.isPerOther && each.unit.noun !== other.unit.noun))
    return false;
  return canMeet(each.unit, other.unit) || isVisitTo(each, other) || isPost(each.unit);
}

/** "kiểm tra 1.246 lượt cơ sở, phát hiện 187 cơ sở vi phạm": visits to what the other number counts. */
function isVisitTo({ unit }: Quantity, other: Quantity): boolean {
  // "kiểm tra 12.486 lượt lái xe, phát hiện 486 trường hợp"
  if (unit.unitClass === "visit" && other.unit.unitClass === "case") return true;
  return (
    unit.unitClass === "visit" && other.unit.noun !== "" && unit.phrase.startsWith(`lượt ${other.unit.noun}`)
  );
}

/** "chiếm 35% tổng số cơ sở toàn tỉnh": the whole is named, so the number before it need not be the one. */
export function namesOtherWhole(behind: string): boolean {
  return (
    /^\s?(?:so với |trên |trong |của )?(?:tổng|toàn|số|dân số)(?!\p{L})/u.test(behind) ||
    /^\s?(?:so với|của|trên|trong)\s/.test(behind)
  );
}
