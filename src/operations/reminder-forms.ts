import { approverOf, listExpected, type DataSet } from "#domain/data-set.ts";
import { dueOn, listOpenPeriods } from "#domain/deadline.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import { formTopic, type Notice, type ReminderRules } from "#domain/reminder.ts";
import { daysBetween } from "#domain/todo.ts";
import { listSubmissions } from "#store/submissions.ts";
import type { Context } from "./context.ts";
import {
  getReportingPlan,
  listExpectedReports,
  versionsById,
  type ReportingPlan,
} from "./expected-reports.ts";

/** What every unit is to be reminded of today: forms due soon, overdue and returned; then, for those above, what is long overdue below. */
export async function listFormNotices(context: Context, rules: ReminderRules): Promise<Notice[]> {
  const plan = await getReportingPlan(context);
  const asked = [...versionsById(plan.versions).values()].flatMap((group) =>
    listOpenPeriods(group, context.today, plan.calendar).flatMap(({ period, dataSet }) =>
      listExpected(dataSet, plan.units, period).map((unit) => ({ unit, dataSet, period })),
    ),
  );
  const stateOf = await readStates(context, [...new Set(asked.map(({ period }) => period))]);
  return asked.flatMap((form) => noticesOf({ ...form, state: stateOf(form) }, context, plan, rules));
}

/** What units have not handed in for one period, whether it is due yet or not; of the forms that are asked about. */
export async function listFormNoticesOf(
  context: Context,
  { period, mayRemind }: { readonly period: string; readonly mayRemind: (form: { readonly orgUnit: string; readonly programme: string }) => boolean }, // prettier-ignore
): Promise<Notice[]> {
  const plan = await getReportingPlan(context);
  const stateOf = await readStates(context, [period]);
  return listExpectedReports(plan, period).flatMap(({ dataSet, units }) =>
    units
      .filter(({ uid }) => mayRemind({ orgUnit: uid, programme: dataSet.programme }))
      .flatMap((unit) => {
        const form = { unit, dataSet, period };
        const notice = ownNotice({ ...form, state: stateOf(form) }, context, plan, { dueWithin: Infinity });
        return notice ? [notice] : [];
      }),
  );
}

interface AskedForm {
  readonly unit: OrgUnit;
  readonly dataSet: DataSet;
  readonly period: string;
}

async function readStates(
  { db, province }: Context,
  periods: readonly string[],
): Promise<(form: AskedForm) => string> {
  const known = await listSubmissions(db, province, { periods });
  const states = new Map(known.map((each) => [`${each.dataSet}|${each.period}|${each.orgUnit}`, each.state]));
  return ({ unit, dataSet, period }) => states.get(`${dataSet.id}|${period}|${unit.uid}`) ?? "draft";
}

function noticesOf(
  form: AskedForm & { readonly state: string },
  context: Context,
  plan: ReportingPlan,
  rules: ReminderRules,
): Notice[] {
  const own = ownNotice(form, context, plan, rules);
  if (!own) return [];
  const superior = -own.daysLeft >= rules.superiorAfter && own.topic === "form-overdue" ? superiorOf(form, plan) : undefined; // prettier-ignore
  if (superior === undefined) return [own];
  const { uid, name } = form.unit;
  const page = `/theo-doi?${new URLSearchParams({ period: form.period }).toString()}`;
  return [own, { ...own, topic: "form-overdue-below", orgUnit: superior, ofUnit: { uid, name }, page }];
}

function ownNotice(
  { unit, dataSet, period, state }: AskedForm & { readonly state: string },
  { today }: Context,
  { calendar }: ReportingPlan,
  rules: Pick<ReminderRules, "dueWithin">,
): Notice | undefined {
  const due = dueOn(dataSet, period, calendar);
  const daysLeft = daysBetween(today, due);
  const topic = formTopic({ state, daysLeft }, rules);
  if (!topic) return undefined;
  return {
    topic,
    orgUnit: unit.uid,
    about: `form|${dataSet.id}|${period}|${unit.uid}`,
    name: dataSet.name,
    period,
    dueOn: due,
    daysLeft,
    page: `/nhap-lieu/${[dataSet.id, period, unit.uid].map(encodeURIComponent).join("/")}`,
  };
}

/** Who would approve it first: that body answers for its being there. */
function superiorOf({ unit, dataSet, period }: AskedForm, { units }: ReportingPlan): string | undefined {
  const [tier] = dataSet.approvals;
  const uid = tier && approverOf(tier, units, unit.uid, periodEnd(period, dataSet.periodRule));
  return uid === unit.uid ? undefined : uid;
}
