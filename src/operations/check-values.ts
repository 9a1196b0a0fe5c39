import { rankFindings } from "#domain/check-values/check-values.ts";
import { checkKinds, findingId, valuesOf, type CheckKind, type ValueFinding } from "#domain/check-values/value-finding.ts"; // prettier-ignore
import type { DataElement } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import { subtreeOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodEnd, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { getCheckSettings } from "#store/check-settings.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listFindingAnswers, type FindingAnswer } from "#store/finding-answers.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { countValues } from "#store/value-histories.ts";
import { listValueLimits } from "#store/value-limits.ts";
import { checkHistories } from "./check-values-histories.ts";
import { checkAgainstRules, type SkippedRule } from "./check-values-rules.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { choosePeriods } from "./query-figures-selection.ts";

export interface CheckValues {
  readonly periods: readonly string[];
  /** Only values of units at or below these. */
  readonly within?: readonly string[];
  /** Only these data elements, by key or id. */
  readonly items?: readonly string[];
  readonly kinds?: readonly string[];
  readonly source?: DataSource;
}

/** A finding with the answer that somebody gave to it, as long as the values are still those. */
export interface AnsweredFinding extends ValueFinding {
  readonly id: string;
  readonly answer?: FindingAnswer;
}

export interface CheckedValues {
  readonly periods: readonly Period[];
  /** The gravest first; answered ones too. */
  readonly findings: readonly AnsweredFinding[];
  /** How many values were looked at. */
  readonly checked: number;
  /** Rules that could not be run, and why. */
  readonly skipped: readonly SkippedRule[];
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly units: ReadonlyMap<string, OrgUnit>;
}

/** More would keep others waiting; a province of 118 units reports some 200.000 values a month. */
export const mostValues = 2_000_000;
export const mostPeriods = 12;

/**
 * Checks reported values of any selection: against rules and limits, against their declared parts, and against their own
 * past. Refuses what is unknown, `too-many-periods-to-check` and `too-many-values-to-check`.
 */
export async function checkValues(context: Context, query: CheckValues): Promise<CheckedValues> {
  const { db, province } = context;
  const { source = "reported" } = query;
  allow(context, "read-figures");
  for (const orgUnit of query.within ?? []) allow(context, "read-figures", { orgUnit });
  const periods = choosePeriods(query.periods);
  if (periods.length > mostPeriods) {
    throw new Refusal("too-many-periods-to-check", { periods: periods.length, limit: mostPeriods });
  }
  const kinds = chooseKinds(query.kinds);
  const units = await listOrgUnits(db, province);
  const all = await listDataElements(db, province);
  const elements = chooseElements(all, query.items);
  const ids = elements.map(({ id }) => id);
  const checked = await countValues(db, { province, source, elements: ids, periods, orgUnits: unitsWithin(units, query.within, periods) }); // prettier-ignore
  if (checked > mostValues)
    throw new Refusal("too-many-values-to-check", { cells: checked, limit: mostValues });

  const common = { db, province, source, elements, units, kinds, settings: await getCheckSettings(db, province), limits: await listValueLimits(db, province) }; // prettier-ignore
  const findings: ValueFinding[] = [];
  const skipped = new Map<string, SkippedRule>();
  for (const period of periods) {
    const selection = { ...common, period, orgUnits: unitsWithin(units, query.within, [period]) };
    findings.push(...(await checkHistories(selection)));
    if (!kinds.has("rule")) continue;
    const ruled = await checkAgainstRules({ ...selection, all });
    findings.push(...ruled.findings);
    for (const one of ruled.skipped) skipped.set(one.rule, one);
  }
  const found = [...new Set(findings.flatMap(({ cells: [first] }) => first?.period ?? []))]; // a month may show its half-year
  const answers = await listFindingAnswers(db, province, source, found);
  return {
    periods,
    findings: withAnswers(rankFindings(findings), answers),
    checked,
    skipped: [...skipped.values()],
    elements: new Map(all.map((element) => [element.id, element])),
    units: new Map(units.map((unit) => [unit.uid, unit])),
  };
}

function chooseKinds(asked: readonly string[] | undefined): ReadonlySet<CheckKind> {
  const stranger = asked?.find((kind) => !checkKinds.some((known) => known === kind));
  if (stranger !== undefined) {
    throw new Refusal("unknown-check-kind", { kind: stranger, kinds: checkKinds.join(", ") });
  }
  return new Set(asked === undefined ? checkKinds : checkKinds.filter((kind) => asked.includes(kind)));
}

function chooseElements(all: readonly DataElement[], items: readonly string[] | undefined): DataElement[] {
  if (items === undefined) return [...all];
  const stranger = items.find((item) => !all.some(({ id, key }) => id === item || key === item));
  if (stranger !== undefined) throw new Refusal("unknown-key", { key: stranger });
  return all.filter(({ id, key }) => items.includes(id) || items.includes(key));
}

/** The uids at and below the units on the trees of the periods; none asked: everywhere. */
function unitsWithin(
  units: readonly OrgUnit[],
  within: readonly string[] | undefined,
  periods: readonly Period[],
): string[] | undefined {
  if (within === undefined) return undefined;
  const stranger = within.find((uid) => !units.some((unit) => unit.uid === uid));
  if (stranger !== undefined) throw new Refusal("unknown-org-unit", { orgUnit: stranger });
  return [...new Set(periods.flatMap((period) => within.flatMap((uid) => [...subtreeOn(units, uid, periodEnd(period))])))]; // prettier-ignore
}

function withAnswers(
  findings: readonly ValueFinding[],
  answers: readonly FindingAnswer[],
): AnsweredFinding[] {
  const byFinding = new Map(answers.map((answer) => [answer.finding, answer]));
  return findings.map((finding) => {
    const id = findingId(finding);
    const answer = byFinding.get(id);
    return { ...finding, id, ...(answer?.valuesThen === valuesOf(finding) && { answer }) };
  });
}
