import type { Form } from "#contract/form.ts";
import type { SubmissionKey } from "#contract/submission.ts";
import { approverOf } from "#domain/data-set.ts";
import { closesOn, tierDueOn } from "#domain/deadline.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { cellName } from "#domain/form-cell.ts";
import { entryCells, type LayoutSection } from "#domain/form.ts";
import { valueOf } from "#domain/form-values.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import {
  periodEnd, periodSpan, periodType, previousPeriod, samePeriodLastYear, yearOf, yearPeriod,
} from "#domain/period.ts"; // prettier-ignore
import { sum } from "#domain/decimal.ts";
import { valueOnForm } from "#domain/submission-check.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listSetAside } from "#store/set-aside.ts";
import { listDraftCells } from "#store/submission-drafts.ts";
import { listSubmissionEvents } from "#store/submission-events.ts";
import { listSubmissionVersions } from "#store/submission-versions.ts";
import { findSubmission, type SubmissionEvent } from "#store/submissions.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { listFormRules, readFormHistory, type FormHistory } from "./submission-history.ts";
import { getPlace, type SubmissionPlace } from "./submission-place.ts";
import { publishStand, whyNotOpen } from "./submission-stand.ts";

/** Everything a device needs to fill in one form, without a line from then on. Refuses as `getPlace`. */
export async function getForm(context: Context, key: SubmissionKey): Promise<Form> {
  const { db, province, today } = context;
  const place = await getPlace(context, key);
  allow(context, "read-figures", place);
  const [units, submission, draft, setAside, events, history, rules] = await Promise.all([
    listOrgUnits(db, province),
    findSubmission(db, province, place.key),
    listDraftCells(db, province, place.key),
    listSetAside(db, province, place.key),
    listSubmissionEvents(db, province, place.key),
    readFormHistory(db, province, place, yearsAround(place)),
    listFormRules(db, province, place),
  ]);
  const [latest] = await listSubmissionVersions(db, province, place.key, [submission.version]);
  const whyNot = whyNotOpen(place, submission, today);
  const closes = closesOn(place.dataSet, key.period, place.calendar);
  const returned = submission.state === "returned" ? lastReturn(events) : undefined;
  const { name, fullName, uid } = place.unit;
  return {
    key: place.key,
    dataSet: describe(place),
    orgUnit: { uid, name, fullName },
    span: periodSpan(key.period, place.dataSet.periodRule),
    dueOn: place.dueOn,
    ...(closes !== undefined && { closesOn: closes }),
    tiers: tiersOf(place, units),
    sections: place.layout.sections.map((section) => withDenominators(section, place, history)),
    cells: place.layout.cells.map((cell) => ({ ...cell, ...copied(cell) })),
    elements: structuredClone([...place.elements.values()]) as Form["elements"], // lists of ours are read-only
    rules: rules.map(({ periodTypes, levels, ...rule }) => ({
      ...rule,
      periodTypes: [...periodTypes],
      levels: [...levels],
    })),
    earlier: earlierOf(place, history),
    stand: publishStand(submission, place.dataSet),
    canHandIn: whyNot === undefined,
    ...(whyNot !== undefined && { whyNot }),
    values: { ...latest?.values },
    inForce: { ...onForm(place, history.get(key.period)) },
    explanations: { ...latest?.explanations },
    ...(returned && { returned: publishReturn(returned) }),
    draft: {
      revision: submission.draftRevision,
      cells: draft.map((cell) => ({ ...cell, by: userName(cell.by) })),
    },
    setAside: setAside.map((left) => ({ ...left, values: { ...left.values }, explanations: { ...left.explanations }, by: userName(left.by) })), // prettier-ignore
  };
}

/** The reason that a returned or reopened form carries. */
export function publishReturn({ kind, tier, by, at, reason, cells }: SubmissionEvent): Form["returned"] & {} {
  return {
    kind: kind === "reopened" ? "reopened" : "returned",
    ...(tier !== undefined && { tier }),
    by: userName(by),
    at,
    ...(reason !== undefined && { reason }),
    cells: [...cells],
  };
}

function lastReturn(events: readonly SubmissionEvent[]): SubmissionEvent | undefined {
  return events.findLast(({ kind }) => kind === "returned" || kind === "reopened");
}

function describe({ dataSet }: SubmissionPlace): Form["dataSet"] {
  const {
    id, validFrom, name, shortName, programme, periodType: type, periodRule, allowsNothingToReport, illustrative, basis,
  } = dataSet; // prettier-ignore
  return {
    id,
    validFrom,
    name,
    shortName,
    programme,
    periodType: type,
    periodRule,
    allowsNothingToReport,
    ...(illustrative !== undefined && { illustrative }),
    ...(basis && { basis }),
  };
}

/** Lists of our own types are read-only, what travels is not. */
function copied({ sumOf, wholes }: SubmissionPlace["layout"]["cells"][number]) {
  return { sumOf: sumOf && [...sumOf], wholes: wholes && [...wholes] };
}

function tiersOf({ dataSet, key, calendar }: SubmissionPlace, units: readonly OrgUnit[]): Form["tiers"] {
  const day = periodEnd(key.period, dataSet.periodRule);
  return dataSet.approvals.map((tier) => {
    const uid = approverOf(tier, units, key.orgUnit, day);
    const approver = units.find((unit) => unit.uid === uid);
    return {
      id: tier.id,
      name: tier.name,
      ...(approver && { approver: { uid: approver.uid, name: approver.name } }),
      dueOn: tierDueOn(dataSet, tier, key.period, calendar),
    };
  });
}

function withDenominators(
  { title, note, columns, rows }: LayoutSection,
  { key }: SubmissionPlace,
  history: FormHistory,
): Form["sections"][number] {
  const ofYear = history.get(yearPeriod(key.period)) ?? {};
  return {
    title,
    ...(note && { note }),
    columns: [...columns],
    rows: rows.map(({ denominator, cells, name, help, indent, unit }) => {
      const value = denominator === undefined ? undefined : valueOf(ofYear, cellName(denominator));
      return {
        name,
        ...(help && { help }),
        indent,
        unit,
        cells: [...cells],
        ...(value && { denominator: value.toFixed() }),
      };
    }),
  };
}

/** The periods of this year before this one, the same period last year, and the year itself. */
function yearsAround({ key: { period } }: SubmissionPlace): string[] {
  return [...sinceJanuary(period), samePeriodLastYear(period), yearPeriod(period)];
}

function sinceJanuary(period: string): string[] {
  const periods: string[] = [];
  if (periodType(period) === "year") return periods;
  let earlier = previousPeriod(period);
  for (; yearOf(earlier) === yearOf(period); earlier = previousPeriod(earlier)) periods.push(earlier);
  return periods;
}

function earlierOf(place: SubmissionPlace, history: FormHistory): Form["earlier"] {
  const { period } = place.key;
  const of = (at: string) => ({ period: at, values: { ...onForm(place, history.get(at)) } });
  const thisYear = sinceJanuary(period);
  const flows = entryCells(place.layout).filter(({ timeNature }) => timeNature === "flow");
  const sums = flows.flatMap(({ cell }) => {
    const values = thisYear.map((at) => valueOf(history.get(at) ?? {}, cell)).filter((value) => value !== undefined); // prettier-ignore
    const total = sum(values);
    return total ? [[cell, total.toFixed()] as const] : [];
  });
  return {
    lastPeriod: of(previousPeriod(period)),
    lastYear: of(samePeriodLastYear(period)),
    sinceJanuary: Object.fromEntries(sums),
    history: [...history.keys()]
      .filter(
        (at) => at !== period && periodType(at) === periodType(period) && periodEnd(at) < periodEnd(period),
      ) // prettier-ignore
      .toSorted((a, b) => (periodEnd(a) < periodEnd(b) ? -1 : 1))
      .map(of)
      .filter(({ values }) => Object.keys(values).length > 0),
  };
}

/** Values of the form's own cells; totals of a partition are added up where nobody reported them. */
function onForm({ layout }: SubmissionPlace, values: CellValues = {}): CellValues {
  const found = layout.cells.flatMap((cell) => {
    const value = valueOnForm(cell, values);
    return value ? [[cell.cell, value.toFixed()] as const] : [];
  });
  return Object.fromEntries(found);
}
