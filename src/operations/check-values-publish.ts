import type { CheckChoices, CheckedValuesAnswer, CheckValuesQuery, FindingCell, PublishedFinding } from "#contract/check-values.ts"; // prettier-ignore
import { comparableNumber, periodsBefore } from "#domain/check-values/series.ts";
import { defaultCheckSettings, settingReasons, type CheckSettings } from "#domain/check-values/settings.ts";
import { checkKinds, type CellReading } from "#domain/check-values/value-finding.ts";
import type { DataSource } from "#domain/data-value.ts";
import { naturalRole } from "#domain/measure.ts";
import { placementOn } from "#domain/org-unit.ts";
import { parsePeriod, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { getCheckSettings, saveCheckSettings } from "#store/check-settings.ts";
import { listPeriodsWithValues } from "#store/data-values.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listCellHistories } from "#store/value-histories.ts";
import { valueFindingSentence } from "#wording/findings-of-values.ts";
import { periodName } from "#wording/period.ts";
import {
  checkValues,
  mostPeriods,
  mostValues,
  type AnsweredFinding,
  type CheckedValues,
} from "./check-values.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";

const mostFindings = 1000;

/** Checks values and answers a page of what was found, in words, with a short history of each. */
export async function publishFindings(
  context: Context,
  query: CheckValuesQuery,
): Promise<CheckedValuesAnswer> {
  const source: DataSource = query.illustrative ? "illustrative" : "reported";
  const checked = await checkValues(context, {
    periods: query.period.map((period) => parsePeriod(period) ?? period),
    ...(query.within && { within: query.within }),
    ...(query.items && { items: query.items }),
    ...(query.kinds && { kinds: query.kinds }),
    source,
  });
  const wanted = checked.findings.filter(({ answer }) => query.state === "all" || (answer !== undefined) === (query.state === "answered")); // prettier-ignore
  const end = Math.min(query.offset + query.limit, wanted.length);
  const page = wanted.slice(query.offset, end);
  const historyOf = await fetchHistories(context, source, page);
  return {
    periods: [...checked.periods],
    checked: checked.checked,
    page: {
      total: wanted.length,
      offset: query.offset,
      count: page.length,
      next: end < wanted.length ? end : null,
    },
    counts: countByKind(checked.findings),
    findings: page.map((finding) => publish(finding, checked, historyOf)),
    skippedRules: [...checked.skipped],
    limits: { values: mostValues, periods: mostPeriods, findings: mostFindings },
  };
}

function countByKind(findings: readonly AnsweredFinding[]): CheckedValuesAnswer["counts"] {
  return checkKinds
    .map((kind) => {
      const own = findings.filter((finding) => finding.kind === kind);
      const open = own.filter(({ answer }) => answer === undefined);
      const blocking = open.filter(({ severity }) => severity === "blocking").length;
      return { kind, blocking, warning: open.length - blocking, answered: own.length - open.length };
    })
    .filter(({ blocking, warning, answered }) => blocking + warning + answered > 0);
}

type HistoryOf = (cell: CellReading) => PublishedFinding["history"];

/** What the first cell of each finding held before, in one statement for each period asked. */
async function fetchHistories(
  { db, province }: Context,
  source: DataSource,
  findings: readonly AnsweredFinding[],
): Promise<HistoryOf> {
  const cells = findings.flatMap((finding) => finding.cells[0] ?? []);
  const known = new Map<string, PublishedFinding["history"]>();
  for (const period of new Set(cells.map((cell) => cell.period))) {
    const periods: Period[] = [...periodsBefore(period).toReversed(), period];
    const own = cells.filter((cell) => cell.period === period);
    for (const { values, ...cell } of await listCellHistories(db, { province, source, periods }, own)) {
      const history = values.map((value, index) => ({ period: periods[index]!, value: comparableNumber(value) ?? null })); // prettier-ignore
      known.set(nameOf({ ...cell, period }), withoutEmptyBeginning(history));
    }
  }
  return (cell) => known.get(nameOf(cell)) ?? [];
}

function withoutEmptyBeginning(history: PublishedFinding["history"]): PublishedFinding["history"] {
  return history.slice(
    Math.max(
      0,
      history.findIndex(({ value }) => value !== null),
    ),
  );
}

function nameOf({ element, optionCombo, orgUnit, period }: CellReading): string {
  return `${element}|${optionCombo}|${orgUnit}|${period}`;
}

function publish(
  finding: AnsweredFinding,
  { elements, units }: CheckedValues,
  historyOf: HistoryOf,
): PublishedFinding {
  const { id, code, kind, severity, gravity, facts, cells, rule, also, answer } = finding;
  const first = cells[0]!; // no check speaks of nothing
  const nameIn = (language: "vi" | "en") => ({
    element: (uid: string) => elements.get(uid)?.name[language] ?? uid,
    orgUnit: (uid: string) => units.get(uid)?.fullName ?? uid,
  });
  return {
    id,
    code,
    kind,
    severity,
    gravity,
    orgUnit: first.orgUnit,
    orgUnitName: units.get(first.orgUnit)?.fullName ?? first.orgUnit,
    period: first.period,
    text: {
      vi: valueFindingSentence(finding, nameIn("vi"), "vi"),
      en: valueFindingSentence(finding, nameIn("en"), "en"),
    },
    facts: { ...facts },
    cells: cells.map((cell) => publishCell(cell, elements)),
    ...(rule !== undefined && { rule }),
    ...(also && { also: [...also] }),
    history: historyOf(first),
    ...(answer && {
      answer: { reason: answer.reason, by: userName(answer.answeredBy), at: answer.answeredAt },
    }),
  };
}

function publishCell({ value, ...cell }: CellReading, elements: CheckedValues["elements"]): FindingCell {
  const element = elements.get(cell.element);
  const name = element?.name ?? { vi: cell.element, en: cell.element };
  const role = element ? naturalRole(element) : "actual";
  return { ...cell, key: element?.key ?? cell.element, name: { ...name }, role, value: value ?? null };
}

/** What the page can be asked for: periods with values, units, and the thresholds with their reasons. */
export async function listCheckChoices({ db, province, today }: Context): Promise<CheckChoices> {
  const [reported, illustrative] = await Promise.all([
    listPeriodsWithValues(db, province, "reported"),
    listPeriodsWithValues(db, province, "illustrative"),
  ]);
  const settings = await getCheckSettings(db, province);
  const units = await listOrgUnits(db, province);
  return {
    periods: [
      ...reported.map((one) => publishPeriod(one, false)),
      ...illustrative.map((one) => publishPeriod(one, true)),
    ],
    orgUnits: units.flatMap((unit) => {
      const placement = placementOn(unit, today);
      return placement && unit.kind !== "group" ? [{ uid: unit.uid, name: unit.fullName, level: placement.level }] : []; // prettier-ignore
    }),
    settings: settingNames().map((name) => ({
      name,
      value: settings[name],
      usual: defaultCheckSettings[name],
      reason: { ...settingReasons[name] },
    })),
  };
}

function publishPeriod(
  { period, count }: { readonly period: string; readonly count: number },
  illustrative: boolean,
): CheckChoices["periods"][number] {
  return { period, name: periodName(period), values: count, illustrative };
}

function settingNames(): (keyof CheckSettings)[] {
  return Object.keys(defaultCheckSettings).filter(isSetting);
}

function isSetting(name: string): name is keyof CheckSettings {
  return Object.hasOwn(defaultCheckSettings, name);
}

/** Sets thresholds of the province; `null` goes back to the program's own. Refuses `unknown-check-setting`. */
export async function changeCheckSettings(
  context: Context,
  changes: Readonly<Record<string, number | null>>,
): Promise<void> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  const stranger = Object.keys(changes).find((name) => !isSetting(name));
  if (stranger !== undefined) throw new Refusal("unknown-check-setting", { setting: stranger, settings: settingNames().join(", ") }); // prettier-ignore
  await saveCheckSettings(db, province, changes, user.id);
}
