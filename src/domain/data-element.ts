import type { Breakdown, Disaggregation } from "./breakdown.ts";
import type { FigureRole } from "./figure.ts";

/** How a value behaves over time: flows add up, a stock is the last value, a running total since January is never added again. */
export type TimeNature = "flow" | "stock" | "cumulative" | "average" | "rate";

/** How a value behaves up the tree of org units; `distinct`, `min` and `none` are not added. */
export type OrgNature = "sum" | "min" | "distinct" | "none" | "recompute";

export type ValueType = "integer" | "decimal" | "percent" | "permille" | "money";

/** One thing that is counted, or (with a formula) computed from what is counted. */
export interface DataElement {
  /** Unique. Equals `key`, except where the sources use one key for two series (`onlyRoles`). */
  readonly id: string;
  readonly key: string;
  /** When present, this element answers for `key` in these roles only. */
  readonly onlyRoles?: readonly FigureRole[];
  readonly name: { readonly vi: string; readonly en: string };
  readonly unit: string;
  readonly valueType: ValueType;
  readonly timeNature: TimeNature;
  readonly orgNature: OrgNature;
  /** The shortest period for which it is collected. */
  readonly collected: "month" | "quarter" | "half-year" | "year";
  readonly programme: string;
  /** The tier where it arises: xã, huyện, bệnh viện, tỉnh. */
  readonly level: string;
  /** The body that answers for it, by org unit uid. */
  readonly owner: string;
  readonly breakdowns: readonly Breakdown[];
  /** Units that differ from `unit` for some cells of the breakdown (29 *trẻ* among 1.133 *người*). */
  readonly unitsByOption?: readonly { readonly breakdown: Disaggregation; readonly unit: string }[];
  readonly formula?: Formula;
  /** The element whose target is this one's plan, when it is not its own (money disbursed ↔ budget). */
  readonly planOf?: string;
}

/** How a computed element is made. Operands are found for the same period, org unit and source. */
export type Formula =
  | { readonly kind: "ratio"; readonly numerator: Item; readonly denominator: Item; readonly factor: number }
  | { readonly kind: "sum"; readonly terms: readonly { readonly item: Item; readonly sign: 1 | -1 }[] }
  | { readonly kind: "org-unit-count"; readonly level: number };

/** One operand of a formula: an element, or one cell of its breakdown. */
export interface Item {
  readonly element: string;
  readonly breakdown?: Disaggregation;
}
