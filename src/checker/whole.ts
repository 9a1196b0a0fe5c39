import { valueOf } from "./intervals.ts";
import { type Quantity } from "./quantities.ts";
import { canMeet } from "./units.ts";

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
  if (each.kind !== "count" || each.role === "change" || each.role === "range" || each.isPerOther)
    return false;
  return canMeet(each.unit, other.unit);
}

/** "chiếm 35% tổng số cơ sở toàn tỉnh": the whole is named, so the number before it need not be the one. */
export function namesOtherWhole(behind: string): boolean {
  return (
    /^\s?(?:so với |trên |trong |của )?(?:tổng|toàn|số|dân số)(?!\p{L})/u.test(behind) ||
    /^\s?(?:so với|của|trên|trong)\s/.test(behind)
  );
}
