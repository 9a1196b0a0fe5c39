import type { DataElement } from "#domain/data-element.ts";
import { decimal } from "#domain/decimal.ts";
import { lastMonth, monthCount, periodType, previousPeriod, type Period } from "#domain/period.ts";
import { checkSeries } from "./check-series.ts";
import { checkFall, checkMonthWithin, checkMultiples, type TotalAndMonth } from "./cumulatives.ts";
import type { indexLimits } from "./limits.ts";
import { checkBreakdowns, type KnownCell } from "./partitions.ts";
import { FormRepetitions } from "./repetition.ts";
import { readingOf, type Series } from "./series.ts";
import { defaultCheckSettings, type CheckSettings } from "./settings.ts";
import { checkKinds, type CheckKind, type ValueFinding } from "./value-finding.ts";

/** All cells of one element, unit and period, with their histories. */
export interface CellGroup {
  readonly orgUnit: string;
  readonly series: readonly Series[];
  /** Cells that are blank now and were not before: in how many of the periods before they had a value. */
  readonly blank: readonly { readonly optionCombo: string; readonly known: number }[];
  /** The same cells in a longer period that ends with this one, or in the last month of this one. */
  readonly related: readonly KnownCell[];
  /** The option combos of the form that is filled in, where there is one. */
  readonly expected?: ReadonlySet<string>;
}

export interface CheckOptions {
  readonly period: Period;
  readonly kinds?: ReadonlySet<CheckKind>;
  readonly settings?: CheckSettings;
  readonly findLimit?: ReturnType<typeof indexLimits>;
  readonly unitTypeOf?: (orgUnit: string) => string;
  /** Which form an element is reported in; its programme unless something better is known. */
  readonly formOf?: (element: DataElement) => string;
}

/**
 * Checks the values of one period, element by element, without ever holding more than one element's histories: a form
 * in the browser and a whole province go through the same door. Rules are run by `checkRule`.
 */
export class ValuesCheck {
  readonly #options: Required<Omit<CheckOptions, "findLimit">> & Pick<CheckOptions, "findLimit">;
  readonly #findings: ValueFinding[] = [];
  readonly #forms: FormRepetitions;
  readonly #pairs = new Map<string, TotalAndMonth[]>();

  constructor(options: CheckOptions) {
    this.#options = {
      kinds: new Set(checkKinds),
      settings: defaultCheckSettings,
      unitTypeOf: () => "",
      formOf: ({ programme }) => programme,
      ...options,
    };
    this.#forms = new FormRepetitions(this.#options.settings);
  }

  /** Looks at all units' cells of one element. */
  see(element: DataElement, groups: readonly CellGroup[]): void {
    const combosOfAll = new Set(groups.flatMap(({ series }) => series.map(({ optionCombo }) => optionCombo)));
    for (const group of groups) {
      for (const series of group.series) this.#seeSeries(series, element);
      if (element.breakdowns.length > 0) this.#seeBreakdowns(element, group, combosOfAll);
      if (this.#options.kinds.has("cumulative")) this.#seeTotals(element, group);
    }
  }

  /** Everything noticed, not yet in any order. */
  findings(): ValueFinding[] {
    const { kinds, period, settings } = this.#options;
    const forms = kinds.has("repetition") ? this.#forms.findings(period) : [];
    const multiples = [...this.#pairs.values()].flatMap((pairs) => checkMultiples(pairs, settings));
    return [...withoutCopied(this.#findings, forms), ...forms, ...multiples];
  }

  #seeSeries(series: Series, element: DataElement): void {
    const { kinds, settings, findLimit, unitTypeOf, formOf, period } = this.#options;
    const limit = kinds.has("limit") ? findLimit?.(series, unitTypeOf(series.orgUnit), periodType(period)) : undefined; // prettier-ignore
    this.#findings.push(...checkSeries(series, element, { kinds, settings, limit }));
    if (kinds.has("repetition")) this.#forms.see(formOf(element), series, element);
  }

  #seeBreakdowns(element: DataElement, group: CellGroup, combosOfAll: ReadonlySet<string>): void {
    const { kinds } = this.#options;
    if (!kinds.has("partition") && !kinds.has("subset")) return;
    const cells = group.series.map((series) => ({ ...readingOf(series), value: series.text }));
    const expected = group.expected ?? expectedOf(group, combosOfAll);
    const found = checkBreakdowns({ element, cells, expected });
    this.#findings.push(...found.filter(({ kind }) => kinds.has(kind)));
  }

  #seeTotals(element: DataElement, { series: all, related, orgUnit }: CellGroup): void {
    for (const series of all) {
      const cell: KnownCell = { ...readingOf(series), value: series.text };
      const last = series.before[0];
      const fall = checkFall(element, cell, last === undefined ? undefined : decimal(last));
      if (fall) this.#findings.push(fall);
      for (const pair of pairsOf(element, cell, last, related)) {
        const within = checkMonthWithin(pair);
        if (within) this.#findings.push(within);
        const pairs = this.#pairs.get(orgUnit) ?? [];
        this.#pairs.set(orgUnit, pairs);
        if (decimal(pair.total.value).mod(nonZero(pair.month.value)).eq(0)) pairs.push(pair);
      }
    }
  }
}

function nonZero(value: string): string {
  return Number(value) === 0 ? "1" : value;
}

/** A longer period with its last month; of a total since January what the last month added. */
function pairsOf(
  element: DataElement,
  cell: KnownCell,
  last: number | undefined,
  related: readonly KnownCell[],
): TotalAndMonth[] {
  if (element.timeNature === "cumulative") {
    if (last === undefined || last <= 0) return [];
    const month = { period: cell.period, value: decimal(cell.value).minus(last).toFixed() };
    const monthCell = { ...cell, period: previousPeriod(cell.period), value: String(last) };
    return [{ element, total: cell, month, monthCell }];
  }
  const isMonth = monthCount(cell.period) <= 1;
  return related
    .filter(({ optionCombo }) => optionCombo === cell.optionCombo)
    .map((other) => (isMonth ? ([other, cell] as const) : ([cell, other] as const)))
    .map(([total, month]) => ({ element, total, month, monthCell: month }));
}

/**
 * The option combos a unit should fill: those it has filled in at least half of the periods before; where there is no
 * history, those that anybody fills.
 */
function expectedOf({ series, blank }: CellGroup, combosOfAll: ReadonlySet<string>): ReadonlySet<string> {
  const present = series.map(({ optionCombo }) => optionCombo);
  const periods = Math.max(
    0,
    ...series.map(({ before }) => before.filter((value) => value !== undefined).length),
  );
  if (periods === 0) return combosOfAll;
  const usual = blank.filter(({ known }) => known * 2 >= periods).map(({ optionCombo }) => optionCombo);
  return new Set([...present, ...usual]);
}

/** A cell of a copied form is told of once, with its form. */
function withoutCopied(findings: readonly ValueFinding[], forms: readonly ValueFinding[]): ValueFinding[] {
  const copied = new Set(forms.flatMap(({ cells }) => cells.map(nameOf)));
  return findings.filter((one) => one.code !== "repeated-value" || !one.cells[0] || !copied.has(nameOf(one.cells[0]))); // prettier-ignore
}

function nameOf({ element, optionCombo, orgUnit }: ValueFinding["cells"][number]): string {
  return `${element}|${optionCombo}|${orgUnit}`;
}

/** The periods whose values stand beside those of a period: its last month, or the longer ones that end with it. */
export function relatedPeriods(period: Period): Period[] {
  if (periodType(period) === "week") return [];
  if (monthCount(period) > 1) return [lastMonth(period)];
  const [year, month] = [period.slice(0, 4), period.slice(5)];
  return longerEndingWith[month]?.map((part) => (part === "" ? year : `${year}-${part}`)) ?? [];
}

const longerEndingWith: Readonly<Record<string, readonly string[]>> = {
  "03": ["Q1"],
  "06": ["Q2", "S1"],
  "09": ["Q3", "9M"],
  "12": ["Q4", "S2", ""],
};

/** The gravest first; of equal gravity in the order of place and cell, so that a list stays as it was. */
export function rankFindings(findings: readonly ValueFinding[]): ValueFinding[] {
  return findings.toSorted(
    (a, b) => b.gravity - a.gravity || compareTexts(rankName(a), rankName(b)), // prettier-ignore
  );
}

function rankName({ cells, code }: ValueFinding): string {
  const [first] = cells;
  return `${first?.orgUnit}|${first?.element}|${first?.optionCombo}|${first?.period}|${code}`;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
