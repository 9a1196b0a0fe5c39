import { aggregateRule } from "#domain/aggregate.ts";
import { optionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import { decimal, divide, type Decimal } from "#domain/decimal.ts";
import type { FigureFacts } from "#domain/figure-facts.ts";
import type { FigureRole, MissingReason } from "#domain/figure.ts";
import type { Item as Operand } from "#domain/expression/item.ts";
import { elementOfIndicator, type Indicator } from "#domain/indicator.ts";
import { readyIndicator, type ReadyIndicator } from "#domain/indicator-formula.ts";
import { addAnswers, combinePeriods, missingAnswer, periodsToDate, type OperandAnswer } from "#domain/indicator-periods.ts"; // prettier-ignore
import { indexReferences, type References } from "#domain/indicator-references.ts";
import { computeIndicator } from "#domain/indicator-value.ts";
import { requireNoKnot, withIndicators } from "#domain/indicator-cycles.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { yearPeriod, type Period } from "#domain/period.ts";
import { basePeriod, plainText } from "#domain/resolve-figure.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import type { Queryable } from "#store/database.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";
import type { AskedCell } from "./query-figures-answer.ts";
import { listColumns, treeIn, type Column } from "./query-figures-columns.ts";
import { nameOfFigure, nameOfPoint, planOperand, type NeededFigure, type OperandPlan, type Point } from "./query-figures-indicators-plan.ts"; // prettier-ignore
import { fetchReports, type NeededReports } from "./query-figures-indicators-reports.ts";
import { fetchRates, type NeededRate } from "./query-figures-indicators-rates.ts";
import type { ItemChoice } from "./query-figures-selection.ts";
import type { QueryFigures, TableCell } from "./query-figures-table.ts";

/** The indicators of a table, and everything their formulas speak of. */
export interface AskedIndicators {
  readonly references: References;
  /** The asked ones as a table sees them. */
  readonly elements: readonly DataElement[];
  readonly isIndicator: (key: string) => boolean;
}

/**
 * Fetches the indicators among the items, drafts first; nothing when all items are data elements. Refuses
 * `indicator-cycle`.
 */
export async function findAskedIndicators(
  tx: Queryable,
  province: string,
  items: readonly ItemChoice[],
  known: { readonly elements: readonly DataElement[]; readonly units: readonly OrgUnit[] },
  drafts: readonly Indicator[] = [],
): Promise<AskedIndicators | undefined> {
  const keys = new Set(known.elements.map(({ key }) => key));
  const others = new Set(items.map(({ key }) => key).filter((key) => !keys.has(key)));
  if (others.size === 0) return undefined;
  const catalogue = withIndicators(await fetchFormulaCatalogue(tx, province, known), drafts);
  const asked = catalogue.indicators.filter(({ key }) => others.has(key));
  if (asked.length === 0) return undefined;
  const references = indexReferences(catalogue);
  requireNoKnot(references, asked.map(({ key }) => key)); // prettier-ignore
  return { references, elements: asked.map(elementOfIndicator), isIndicator: (key) => others.has(key) };
}

interface Work {
  readonly tx: Queryable;
  readonly province: string;
  readonly source: DataSource;
  readonly base: FigureFacts;
  readonly trees: TreeComparison;
  readonly units: readonly OrgUnit[];
  readonly asked: readonly AskedCell[];
}

/** Answers cells of data elements. */
type AnswerCells<Answer> = (work: Work) => Promise<Answer>;

/**
 * Answers cells of indicators and data elements together: the operands of all indicators are asked for with the other
 * cells, aggregated over units and months, and the formulas are computed from them, on one snapshot.
 */
export async function answerIndicators<Answer extends { readonly cells: readonly TableCell[] }>(
  work: Work,
  indicators: AskedIndicators | undefined,
  query: QueryFigures,
  answerCells: AnswerCells<Answer>,
): Promise<Answer> {
  if (!indicators) return answerCells(work);
  const plain = work.asked.filter(({ item }) => !indicators.isIndicator(item.key));
  const points = gatherPoints(work, indicators);
  const columnOf = shareColumns(work, query);
  const operands = [...points.figures.values()].map((figure) => askedFigure(work, figure, columnOf));
  const answer = await answerCells({ ...work, asked: [...plain, ...operands] });
  const figures = new Map([...points.figures.keys()].map((name, at) => [name, answerOf(answer.cells[plain.length + at]!)])); // prettier-ignore
  const others = { reports: await fetchReports(work, points.reports), rates: await fetchRates(work, points.rates) };
  const valueOf = computeWith(points, figures, others);
  let next = 0;
  const cells = work.asked.map((one) =>
    indicators.isIndicator(one.item.key) ? indicatorCell(work, indicators, one, points.pointOf, valueOf) : answer.cells[next++]!,
  );
  return { ...answer, cells };
} // prettier-ignore

/** Everything that has to be fetched before the first indicator can be computed. */
interface Points {
  readonly plans: ReadonlyMap<string, ReadonlyMap<Operand, OperandPlan>>;
  readonly figures: ReadonlyMap<string, NeededFigure>;
  readonly reports: readonly NeededReports[];
  readonly rates: readonly NeededRate[];
  readonly pointOf: (key: string, at: Omit<Point, "ready">) => Point | undefined;
}

/** Follows indicators to those they are made of; one that leads back to itself finds nothing there. */
function gatherPoints(work: Work, { references, isIndicator }: AskedIndicators): Points {
  const ready = new Map<string, ReadyIndicator | undefined>();
  const plans = new Map<string, Map<Operand, OperandPlan>>();
  const figures = new Map<string, NeededFigure>();
  const reports: NeededReports[] = [];
  const rates: NeededRate[] = [];
  const planning = { references, trees: work.trees, units: work.units };

  function pointOf(key: string, at: Omit<Point, "ready">): Point | undefined {
    if (!ready.has(key)) {
      const indicator = references.findIndicator(key);
      ready.set(key, indicator && readyIndicator(indicator, references));
    }
    const found = ready.get(key);
    return found && { ...at, ready: found };
  }

  const waiting = work.asked
    .filter(({ item }) => isIndicator(item.key))
    .flatMap(({ item, orgUnit, column }) => levelsOf(column).flatMap((at) => pointOf(item.key, { ...at, unit: orgUnit }) ?? []));
  for (let point = waiting.pop(); point; point = waiting.pop()) {
    const name = nameOfPoint(point);
    if (plans.has(name)) continue;
    const operands = new Map<Operand, OperandPlan>();
    plans.set(name, operands);
    const { numerator, denominator } = point.ready;
    for (const item of [...numerator.compiled.items, ...denominator.compiled.items]) {
      const plan = planOperand(planning, point, item);
      operands.set(item, plan);
      if (plan.kind === "figures") for (const one of plan.cells.flat()) figures.set(nameOfFigure(one), one);
      if (plan.kind === "reports") reports.push({ plan, unit: point.unit });
      if (plan.kind === "rate") rates.push({ plan, unit: point.unit });
      if (plan.kind === "point") waiting.push(...[pointOf(plan.key, { ...plan, unit: point.unit }) ?? []].flat());
    }
  }
  return { plans, figures, reports, rates, pointOf };
} // prettier-ignore

/** The values that a column is made of: that of its period, or of the base it is compared with, or both. */
function levelsOf(column: Column): { asked: readonly Period[]; tree: Point["tree"] }[] {
  const { role, asked } = column;
  if (role === "plan" || role === "share") return [];
  const isGrowth = role.startsWith("growth_") && column.against !== "plan";
  return [asked, ...(isGrowth ? [baseOf(column)] : [])].map((period) => levelAt(column, period));
}

function levelAt(column: Column, period: Period): { asked: readonly Period[]; tree: Point["tree"] } {
  return { asked: column.yearToDate ? periodsToDate(period) : [period], tree: treeIn(column, period) };
}

function baseOf({ period, against }: Column): Period {
  return basePeriod({ period, ...(against && { against }) });
}

type ColumnOf = (needed: NeededFigure, role: FigureRole) => Column;

/** One column for all figures that have it in common: what is made for a column is made once. */
function shareColumns({ trees }: Work, query: QueryFigures): ColumnOf {
  const known = new Map<string, Column>();
  return ({ period, tree, isToDate }, role) => {
    const name = `${period}|${tree}|${isToDate}|${role}`;
    let column = known.get(name);
    if (!column) {
      [column] = listColumns([period], [role], { ...query, tree, yearToDate: isToDate }, trees);
      known.set(name, column!);
    }
    return column!;
  };
}

function askedFigure({ base }: Work, needed: NeededFigure, columnOf: ColumnOf): AskedCell {
  const { element, breakdown } = needed.cell;
  const role = levelRoles.find((one) => base.findElement(element.key, one) === element) ?? "actual";
  return { item: { key: element.key, breakdown }, orgUnit: needed.unit, column: columnOf(needed, role) };
}

/** Roles in which an element is asked for its own value, not for a comparison. */
const levelRoles: readonly FigureRole[] = ["actual", "stock", "rate", "percent", "in_month", "denominator"];

function answerOf({ value, state, reason, reported, expected, carried }: TableCell): OperandAnswer {
  return {
    value: value === undefined ? undefined : decimal(value),
    // Nothing is hidden yet: small counts leave the finished table, not what it is made of.
    state: state === "overridden" ? "confirmed" : state === "hidden" ? "missing" : state,
    ...(reason && reason !== "small-count" && { reason }),
    reported,
    expected,
    carried,
  };
}

type ValueOf = (point: Point | undefined) => OperandAnswer;

function computeWith(
  { plans, pointOf }: Points,
  figures: ReadonlyMap<string, OperandAnswer>,
  others: {
    readonly reports: (needed: NeededReports) => OperandAnswer;
    readonly rates: (needed: NeededRate) => OperandAnswer;
  },
): ValueOf {
  const known = new Map<string, OperandAnswer>();

  const valueOf: ValueOf = (point) => {
    if (!point || point.asked.length === 0) return missingAnswer;
    const name = nameOfPoint(point);
    const before = known.get(name);
    if (before) return before;
    known.set(name, missingAnswer); // a formula that leads back here finds nothing
    const operands = plans.get(name);
    const answer = computeIndicator(point.ready, (item) => operandOf(operands?.get(item), point));
    known.set(name, answer);
    return answer;
  };

  function operandOf(plan: OperandPlan | undefined, point: Point): OperandAnswer {
    switch (plan?.kind) {
      case "known":
        return plan.answer;
      case "point":
        return valueOf(pointOf(plan.key, { ...plan, unit: point.unit }));
      case "figures":
        return addAnswers(plan.cells.map(figuresOf));
      case "reports":
        return others.reports({ plan, unit: point.unit });
      case "rate":
        return others.rates({ plan, unit: point.unit });
      default:
        return missingAnswer;
    }
  }

  function figuresOf(parts: readonly NeededFigure[]): OperandAnswer {
    const [first] = parts;
    if (!first) return missingAnswer;
    const answers = parts.map((part) => ({ period: part.period, answer: figures.get(nameOfFigure(part)) ?? missingAnswer }));
    return answers.length === 1 ? answers[0]!.answer : combinePeriods(aggregateRule(first.cell.element).time, answers);
  } // prettier-ignore

  return valueOf;
}

/** A role of an indicator: its value, its plan, or what is computed from two of them. */
function indicatorCell(
  { base }: Work,
  { elements }: AskedIndicators,
  { item, orgUnit, column }: AskedCell,
  pointOf: Points["pointOf"],
  valueOf: ValueOf,
): TableCell {
  const { period, role, asked } = column;
  const element = elements.find(({ key }) => key === item.key)!;
  const unit =
    role === "growth_percent" || role === "percent_of_plan" || role === "share" ? "%" : element.unit;
  const place = { item, orgUnit, period, role, unit };
  const isWhole = optionCombo(item.breakdown) === "";
  const levelOf = (of: Period) => isWhole ? valueOf(pointOf(item.key, { ...levelAt(column, of), unit: orgUnit })) : missingAnswer; // prettier-ignore
  const planned = () => planOf(base, item.key, period, orgUnit);

  if (role === "plan") return cellOf(place, planned());
  if (role === "percent_of_plan") {
    const plan = planned();
    if (plan.value === undefined) return cellOf(place, plan);
    return cellOf(place, ofBoth(levelOf(asked), plan, (value, whole) => divide(value.times(100), whole), "division-by-zero")); // prettier-ignore
  }
  if (role === "share") return cellOf(place, { ...missingAnswer, reason: "operand-missing" });
  if (!role.startsWith("growth_")) return cellOf(place, levelOf(asked));

  const before = column.against === "plan" ? planned() : levelOf(baseOf(column));
  const now = levelOf(period);
  if (now.value !== undefined && before.value === undefined && before.state === "missing") {
    return cellOf(place, { ...now, value: undefined, state: "missing", reason: before.reason === "not-on-tree" ? "not-on-tree" : "base-missing" }); // prettier-ignore
  }
  const compare = (value: Decimal, from: Decimal) =>
    role === "growth_percent" ? divide(value.minus(from).times(100), from) : value.minus(from);
  return cellOf(place, ofBoth(now, before, compare, "base-zero"));
}

function planOf(base: FigureFacts, key: string, period: Period, orgUnit: string): OperandAnswer {
  const target = base.findTarget(key, "", period, orgUnit) ?? base.findTarget(key, "", yearPeriod(period), orgUnit); // prettier-ignore
  if (!target) return { ...missingAnswer, reason: "plan-missing" };
  return { value: target.value, state: "confirmed", reported: 0, expected: 0, carried: 0 };
}

/** What two values give together; as complete and as certain as the first. */
function ofBoth(
  first: OperandAnswer,
  second: OperandAnswer,
  combine: (a: Decimal, b: Decimal) => Decimal | undefined,
  otherwise: MissingReason,
): OperandAnswer {
  const lacking = first.value === undefined ? first : second.value === undefined ? second : undefined;
  if (lacking?.state === "impossible") return lacking;
  if (lacking) return { ...lacking, reason: lacking.reason === "not-reported" ? "operand-missing" : (lacking.reason ?? "operand-missing") }; // prettier-ignore
  const value = combine(first.value!, second.value!);
  return value === undefined ? { ...first, value, state: "missing", reason: otherwise } : { ...first, value };
}

function cellOf(
  place: Pick<TableCell, "item" | "orgUnit" | "period" | "role" | "unit">,
  { value, ...rest }: OperandAnswer,
): TableCell {
  return { ...place, ...rest, value: value === undefined ? undefined : plainText(value) };
}
