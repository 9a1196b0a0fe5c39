import { optionCombo, type Disaggregation } from "./breakdown.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue, Statement, Target } from "./data-value.ts";
import type { FigureRole } from "./figure.ts";
import { placementOn, type OrgUnit } from "./org-unit.ts";
import { yearPeriod, type Period } from "./period.ts";

/** Everything figures are made of, indexed for looking up; one data source only. */
export interface FigureFacts {
  readonly orgUnits: readonly OrgUnit[];
  listElements(): readonly DataElement[];
  /** The element that answers for a key in a role; `undefined` for an unknown key. */
  findElement(key: string, role: FigureRole): DataElement | undefined;
  /** The element with this id, as formulas name it. */
  elementById(id: string): DataElement | undefined;
  findValue(element: string, combo: string, period: Period, orgUnit: string): DataValue | undefined;
  /** All cells of an element reported for one period and unit. */
  listCells(element: string, period: Period, orgUnit: string): readonly DataValue[];
  /** Whether anybody reported anything of this element for just this period. */
  isReported(element: string, period: Period): boolean;
  /** The units that reported anything for this element, in any period. */
  reportersOf(element: string): ReadonlySet<string>;
  childrenOf(orgUnit: string, day: string): readonly string[];
  /** Whether a unit below reported anything of this element, in any period. */
  hasReportersBelow(element: string, orgUnit: string, day: string): boolean;
  findTarget(
    element: string,
    combo: string,
    period: Period,
    orgUnit: string,
    setBy?: string,
  ): Target | undefined;
  /** The elements that have a plan, or of which a document says how much of it was reached, for a period or its year. */
  listPlanned(period: Period, orgUnit: string): readonly DataElement[];
  listStatements(key: string, role: FigureRole, combo: string, orgUnit: string): readonly Statement[];
}

export interface FactsInput {
  readonly orgUnits: readonly OrgUnit[];
  readonly elements: readonly DataElement[];
  readonly values: readonly DataValue[];
  readonly targets: readonly Target[];
  readonly statements: readonly Statement[];
}

export function indexFacts(input: FactsInput): FigureFacts {
  const byKey = groupBy(input.elements, (element) => element.key);
  const byId = new Map(input.elements.map((element) => [element.id, element]));
  const values = new Map(input.values.map((value) => [cellName(value.element, value.optionCombo, value.period, value.orgUnit), value])); // prettier-ignore
  const cells = groupBy(input.values, (value) => `${value.element}|${value.period}|${value.orgUnit}`);
  const reporters = new Map<string, Set<string>>();
  const reported = new Set<string>();
  for (const { element, period, orgUnit } of input.values) {
    reported.add(`${element}|${period}`);
    reporters.set(element, (reporters.get(element) ?? new Set()).add(orgUnit));
  }
  const targets = groupBy(input.targets, (target) => cellName(target.element, target.optionCombo, target.period, target.orgUnit)); // prettier-ignore
  const statements = groupBy(input.statements, (statement) =>
    [statement.key, statement.role, optionCombo(statement.breakdown), statement.orgUnit].join("|"),
  );
  const children = new Map<string, Map<string, string[]>>();

  const childrenOf = (orgUnit: string, day: string): readonly string[] => {
    let tree = children.get(day);
    if (!tree) children.set(day, (tree = treeOn(input.orgUnits, day)));
    return tree.get(orgUnit) ?? [];
  };

  return {
    orgUnits: input.orgUnits,
    listElements: () => input.elements,
    findElement: (key, role) => {
      const candidates = byKey.get(key) ?? [];
      return (
        candidates.find((element) => element.onlyRoles?.includes(role)) ??
        candidates.find((element) => element.onlyRoles === undefined)
      );
    },
    elementById: (id) => byId.get(id),
    findValue: (element, combo, period, orgUnit) => values.get(cellName(element, combo, period, orgUnit)),
    listCells: (element, period, orgUnit) => cells.get(`${element}|${period}|${orgUnit}`) ?? [],
    isReported: (element, period) => reported.has(`${element}|${period}`),
    reportersOf: (element) => reporters.get(element) ?? new Set(),
    childrenOf,
    hasReportersBelow: (element, orgUnit, day) => {
      const among = reporters.get(element);
      const isBelow = (unit: string): boolean =>
        childrenOf(unit, day).some((child) => among?.has(child) || isBelow(child));
      return among !== undefined && isBelow(orgUnit);
    },
    findTarget: (element, combo, period, orgUnit, setBy) => {
      const found = targets.get(cellName(element, combo, period, orgUnit)) ?? [];
      return setBy === undefined ? found[0] : found.find((target) => target.setBy === setBy);
    },
    listPlanned: (period, orgUnit) => {
      const periods = [period, yearPeriod(period)];
      const planned = new Set([
        ...input.targets
          .filter((target) => target.orgUnit === orgUnit && periods.includes(target.period))
          .map((target) => target.element),
        ...input.statements
          .filter(
            ({ role, ...of }) => role === "percent_of_plan" && of.orgUnit === orgUnit && of.period === period,
          )
          .map(({ key }) => key),
      ]);
      const plansOfOthers = new Set(input.elements.map(({ planOf }) => planOf));
      return input.elements.filter(({ id, planOf }) => planned.has(planOf ?? id) && !plansOfOthers.has(id));
    },
    listStatements: (key, role, combo, orgUnit) =>
      statements.get([key, role, combo, orgUnit].join("|")) ?? [],
  };
}

/** The unit printed for a cell: some cells of a breakdown count something of another name. */
export function unitOf(element: DataElement, breakdown: Disaggregation): string {
  const combo = optionCombo(breakdown);
  return element.unitsByOption?.find((other) => optionCombo(other.breakdown) === combo)?.unit ?? element.unit;
}

function cellName(element: string, combo: string, period: string, orgUnit: string): string {
  return `${element}|${combo}|${period}|${orgUnit}`;
}

function treeOn(units: readonly OrgUnit[], day: string): Map<string, string[]> {
  const tree = new Map<string, string[]>();
  for (const unit of units) {
    const parent = placementOn(unit, day)?.parent;
    if (parent === undefined) continue;
    const siblings = tree.get(parent);
    if (siblings) siblings.push(unit.uid);
    else tree.set(parent, [unit.uid]);
  }
  return tree;
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
