import { optionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { Decimal } from "#domain/decimal.ts";

/** What an item or an expression may be; a value that is not there is `undefined`. */
export type ExpressionValue = Decimal | string | boolean;

export const reportingRates = [
  "REPORTING_RATE", "REPORTING_RATE_ON_TIME", "ACTUAL_REPORTS", "ACTUAL_REPORTS_ON_TIME", "EXPECTED_REPORTS",
] as const; // prettier-ignore
export type ReportingRate = (typeof reportingRates)[number];

export const aggregationTypes = [
  "SUM", "AVERAGE", "AVERAGE_SUM_ORG_UNIT", "COUNT", "FIRST", "FIRST_AVERAGE_ORG_UNIT", "FIRST_FIRST_ORG_UNIT",
  "LAST", "LAST_AVERAGE_ORG_UNIT", "LAST_LAST_ORG_UNIT", "LAST_IN_PERIOD", "LAST_IN_PERIOD_AVERAGE_ORG_UNIT",
  "MAX", "MAX_SUM_ORG_UNIT", "MIN", "MIN_SUM_ORG_UNIT", "NONE", "STDDEV", "VARIANCE",
] as const; // prettier-ignore
export type AggregationType = (typeof aggregationTypes)[number];

/** What is said about an item besides which it is: other periods, another way of adding up. */
export interface Modifiers {
  /** In periods of the type that is asked for; −12 under months is the same month last year. */
  readonly periodOffset: number;
  readonly yearToDate: boolean;
  readonly aggregationType?: AggregationType;
  /** ISO days: only periods that begin on or after, end on or before. */
  readonly minDate?: string;
  readonly maxDate?: string;
}

export const noModifiers: Modifiers = { periodOffset: 0, yearToDate: false };

/**
 * One data element: by DHIS2 uid, with option combos that may be `*` (any), or by a key of our own catalogue,
 * which always has a breakdown (`{}` is the total).
 */
export interface DataElementItem {
  readonly kind: "data-element";
  readonly dataElement: string;
  readonly breakdown?: Disaggregation;
  readonly optionCombo?: string;
  readonly attributeOptionCombo?: string;
  readonly modifiers: Modifiers;
}

/** Several data elements or option combos, added up: a group of elements, a category option, option groups. */
export interface SelectionItem {
  readonly kind: "selection";
  readonly dataElements: Selector;
  readonly optionCombos?: Selector;
  readonly attributeOptionCombos?: Selector;
  readonly modifiers: Modifiers;
}

export interface Selector {
  readonly by: "uid" | "data-element-group" | "option" | "option-group";
  readonly uids: readonly string[];
}

/** An operand that is looked up when the expression is evaluated. */
export type Item = PlainItem | SubExpressionItem;

/** What can be read from one place in the text; a sub-expression is made when it is compiled. */
export type PlainItem =
  | DataElementItem
  | SelectionItem
  | { readonly kind: "indicator"; readonly indicator: string; readonly modifiers: Modifiers }
  | {
      readonly kind: "reporting-rate";
      readonly dataSet: string;
      readonly rate: ReportingRate;
      readonly modifiers: Modifiers;
    }
  | {
      readonly kind: "days" | "period-in-year" | "yearly-period-count";
      readonly modifiers: Modifiers;
    }
  | { readonly kind: "constant"; readonly constant: string }
  | { readonly kind: "org-unit-group"; readonly group: string }
  | {
      readonly kind: "org-unit-condition";
      readonly condition: "ancestor" | "dataSet" | "group";
      readonly uids: readonly string[];
    };

/** `apply` is to be used on every reported value of the element before they are aggregated. */
export interface SubExpressionItem {
  readonly kind: "sub-expression";
  readonly element: DataElementItem;
  readonly formula: string;
  readonly apply: (value: ExpressionValue) => ExpressionValue | undefined;
  readonly modifiers: Modifiers;
}

/** Whether the value is reported data, which a missing-value strategy is about; a constant is known or unknown. */
export function isReported({ kind }: Item): boolean {
  return (
    kind === "data-element" ||
    kind === "selection" ||
    kind === "indicator" ||
    kind === "reporting-rate" ||
    kind === "sub-expression"
  );
}

export function modifiersOf(item: Item): Modifiers {
  return "modifiers" in item ? item.modifiers : noModifiers;
}

/** Adds what is said outside a bracket to what is said inside: offsets add up, otherwise the inner word counts. */
export function withModifiers<I extends Item>(item: I, outer: Modifiers): I {
  return "modifiers" in item ? { ...item, modifiers: combineModifiers(outer, item.modifiers) } : item;
}

export function combineModifiers(outer: Modifiers, inner: Modifiers): Modifiers {
  return {
    ...outer,
    ...inner,
    periodOffset: outer.periodOffset + inner.periodOffset,
    yearToDate: outer.yearToDate || inner.yearToDate,
  };
}

/** The one spelling of an item with its modifiers; two items are the same when they are spelled the same. */
export function spellItem(item: Item): string {
  return spellBareItem(item) + spellModifiers(modifiersOf(item));
}

/** The spelling without modifiers. */
export function spellBareItem(item: Item): string {
  switch (item.kind) {
    case "data-element":
      return `#{${spellDataElement(item)}}`;
    case "selection":
      return `#{${spellSelection(item)}}`;
    case "indicator":
      return `N{${item.indicator}}`;
    case "reporting-rate":
      return `R{${item.dataSet}.${item.rate}}`;
    case "constant":
      return `C{${item.constant}}`;
    case "org-unit-group":
      return `OUG{${item.group}}`;
    case "org-unit-condition":
      return `orgUnit.${item.condition}(${item.uids.join(", ")})`;
    case "days":
      return "[days]";
    case "period-in-year":
      return "[periodInYear]";
    case "yearly-period-count":
      return "[yearlyPeriodCount]";
    case "sub-expression":
      return `subExpression(${item.formula})`;
  }
}

const looksLikeUids = /^[a-zA-Z][a-zA-Z0-9]{10}(\.[a-zA-Z][a-zA-Z0-9]{10}){0,2}$/;

/** Our keys get brackets when there is a breakdown, or when without them they would be taken for uids. */
function spellDataElement(item: DataElementItem): string {
  const { dataElement, breakdown, attributeOptionCombo } = item;
  if (breakdown) {
    const combo = optionCombo(breakdown);
    return combo === "" && !looksLikeUids.test(dataElement) ? dataElement : `${dataElement}[${combo}]`;
  }
  const combo = item.optionCombo ?? (attributeOptionCombo === undefined ? undefined : "*");
  return [dataElement, combo, attributeOptionCombo].filter((part) => part !== undefined).join(".");
}

export const selectorTags = {
  uid: "",
  "data-element-group": "deGroup:",
  option: "co:",
  "option-group": "coGroup:",
} as const;

function spellSelection({ dataElements, optionCombos, attributeOptionCombos }: SelectionItem): string {
  const combos = optionCombos ?? (attributeOptionCombos && { by: "uid", uids: ["*"] });
  return [dataElements, combos, attributeOptionCombos]
    .filter((selector) => selector !== undefined)
    .map(({ by, uids }) => selectorTags[by] + uids.join("&"))
    .join(".");
}

export function spellModifiers(modifiers: Modifiers): string {
  return [
    modifiers.aggregationType && `.aggregationType(${modifiers.aggregationType})`,
    modifiers.minDate && `.minDate(${modifiers.minDate})`,
    modifiers.maxDate && `.maxDate(${modifiers.maxDate})`,
    modifiers.periodOffset !== 0 && `.periodOffset(${modifiers.periodOffset})`,
    modifiers.yearToDate && ".yearToDate()",
  ]
    .filter((part) => typeof part === "string")
    .join("");
}
