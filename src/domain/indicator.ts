import type { DataElement } from "./data-element.ts";
import type { MissingValueStrategy } from "./expression/evaluation.ts";

/** Numerator ÷ denominator × factor, of operands that are aggregated first: a rate is computed anew, never averaged. */
export interface Indicator {
  /** Unique among indicators and data elements. */
  readonly key: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** In the expression language of DHIS2. */
  readonly numerator: string;
  readonly denominator: string;
  /** A plain decimal: 100 for percent, 1 for a plain number. */
  readonly factor: string;
  /** What becomes of it when values are missing. */
  readonly missing: MissingValueStrategy;
  /** How many decimals are printed. */
  readonly decimals: number;
  /** %, ‰, ca/100.000 dân… */
  readonly unit: string;
  readonly programme?: string;
  readonly description?: string;
}

/** An indicator as it is kept: the number of its version, and who wrote it when and why. */
export interface KeptIndicator extends Indicator {
  readonly version: number;
  readonly changedBy: string;
  /** ISO moment in UTC. */
  readonly changedAt: string;
  readonly reason?: string;
}

/** A number with a name that formulas use. */
export interface Constant {
  readonly key: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** A plain decimal. */
  readonly value: string;
}

/** Units that belong together beside the tree: communes of the border, private clinics. */
export interface OrgUnitGroup {
  readonly key: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly members: readonly OrgUnitGroupMember[];
}

/** A unit in a group between two days, both inclusive. */
export interface OrgUnitGroupMember {
  readonly orgUnit: string;
  readonly from?: string;
  readonly to?: string;
}

/** What something of ours is called in another system; one code may stand for several of ours. */
export interface ExternalCode {
  readonly kind: ExternalCodeKind;
  readonly code: string;
  /** An id or key of ours; of options and option combos the text `dimension=option;…`. */
  readonly target: string;
}

export const externalCodeKinds = [
  "data-element", "option-combo", "option", "option-group", "data-element-group", "indicator", "constant",
  "org-unit-group", "data-set", "validation-rule",
] as const; // prettier-ignore
export type ExternalCodeKind = (typeof externalCodeKinds)[number];

/** The indicator as tables see what they show: something computed, with a name and a unit. */
export function elementOfIndicator({ key, name, unit, programme }: Indicator): DataElement {
  return {
    id: key,
    key,
    name,
    unit,
    valueType: unit === "%" ? "percent" : unit === "‰" ? "permille" : "decimal",
    timeNature: "rate",
    orgNature: "recompute",
    collected: "month",
    programme: programme ?? "",
    level: "",
    owner: "",
    breakdowns: [],
  };
}
