import type { Todo, TodoItem } from "#contract/todo.ts";
import { approverOf, isExpected, versionFor, type DataSet } from "#domain/data-set.ts";
import type { DataElement } from "#domain/data-element.ts";
import { closesOn, dueOn, listOpenPeriods } from "#domain/deadline.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import { periodEnd, previousPeriod } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import type { SubmissionKey } from "#domain/submission.ts";
import { compareTodo, daysBetween, todoKind } from "#domain/todo.ts";
import { countSetAside } from "#store/set-aside.ts";
import { listDraftCounts } from "#store/submission-drafts.ts";
import { listLastEvents } from "#store/submission-events.ts";
import {
  listSubmissions,
  untouchedSubmission,
  type Submission,
  type SubmissionEvent,
} from "#store/submissions.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { getReportingPlan, versionsById, type ReportingPlan } from "./expected-reports.ts";
import { publishReturn } from "./get-form.ts";
import { elementsOf } from "./submission-place.ts";
import { publishStand } from "./submission-stand.ts";

/**
 * What a unit has to do today: returned forms with their reason, overdue ones, those due soon, and what only waits.
 * Open periods are asked for; of closed ones only what was begun and never settled. Refuses with `unknown-org-unit`.
 */
export async function listTodo(
  context: Context,
  { orgUnit: uid }: { readonly orgUnit: string },
): Promise<Todo> {
  const { db, province, today } = context;
  allow(context, "read-figures", { orgUnit: uid });
  const plan = await getReportingPlan(context);
  const unit = plan.units.find((each) => each.uid === uid);
  if (!unit) throw new Refusal("unknown-org-unit", { orgUnit: uid });
  const own = await listSubmissions(db, province, { orgUnits: [uid] });
  const asked = listAsked(plan, own, uid, today);
  const periods = [...new Set(asked.map(({ key }) => key.period))];
  const [drafts, events, left, elements, toReview] = await Promise.all([
    listDraftCounts(db, province, { orgUnits: [uid], periods }),
    listLastEvents(db, province, uid),
    countSetAside(db, province, uid),
    elementsOf(context, asked.map(({ dataSet }) => dataSet)), // prettier-ignore
    countToReview(context, plan, uid),
  ]);
  const known: Known = {
    submissions: byName(own),
    drafts: byName(drafts),
    events: byName(events),
    left: byName(left),
    elements,
    plan,
    today,
  };
  const { name, fullName } = unit;
  return {
    orgUnit: { uid, name, fullName },
    today,
    items: asked.map((each) => todoItem(each, known)).toSorted(compareTodo),
    toReview,
  };
}

interface Asked {
  readonly key: SubmissionKey;
  readonly dataSet: DataSet;
}

/** Forms of open periods, and of closed ones those that were returned or wait for a tier. */
function listAsked(
  { versions, units, calendar }: ReportingPlan,
  own: readonly Submission[],
  orgUnit: string,
  today: string,
): Asked[] {
  const asked = new Map<string, Asked>();
  const groups = versionsById(versions);
  for (const [id, group] of groups) {
    for (const { period, dataSet } of listOpenPeriods(group, today, calendar)) {
      if (!isExpected(dataSet, units, orgUnit, period)) continue;
      asked.set(`${id}|${period}`, { key: { dataSet: id, period, orgUnit }, dataSet });
    }
  }
  for (const { dataSet: id, period, state } of own) {
    const dataSet = versionFor(groups.get(id) ?? [], period);
    if (dataSet && (state === "returned" || state === "submitted")) {
      asked.set(`${id}|${period}`, { key: { dataSet: id, period, orgUnit }, dataSet });
    }
  }
  return [...asked.values()];
}

interface Known {
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly drafts: ReadonlyMap<string, { readonly typed: number; readonly at: string }>;
  readonly events: ReadonlyMap<string, SubmissionEvent>;
  readonly left: ReadonlyMap<string, { readonly count: number }>;
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly plan: ReportingPlan;
  readonly today: string;
}

function todoItem({ key, dataSet }: Asked, known: Known): TodoItem {
  const { calendar } = known.plan;
  const submission = known.submissions.get(nameOf(key)) ?? untouchedSubmission(key);
  const draft = known.drafts.get(nameOf(key));
  const due = dueOn(dataSet, key.period, calendar);
  const closes = closesOn(dataSet, key.period, calendar);
  const daysLeft = daysBetween(known.today, due);
  const returned = submission.state === "returned" ? known.events.get(nameOf(key)) : undefined;
  const waitingFor = waitingTier(submission, dataSet, known.plan);
  return {
    key,
    name: dataSet.name,
    shortName: dataSet.shortName,
    illustrative: dataSet.illustrative ?? false,
    kind: todoKind(submission, daysLeft),
    dueOn: due,
    ...(closes !== undefined && { closesOn: closes }),
    daysLeft,
    stand: publishStand(submission, dataSet),
    ...(waitingFor && { waitingFor }),
    filled: Math.max(draft?.typed ?? 0, submission.filled),
    cells: entryCells(layOutForm(dataSet, known.elements)).length,
    ...(draft && { draftAt: draft.at }),
    wasAllZero: known.submissions.get(nameOf({ ...key, period: previousPeriod(key.period) }))?.allZero ?? false, // prettier-ignore
    allowsNothingToReport: dataSet.allowsNothingToReport,
    ...(returned && { returned: publishReturn(returned) }),
    setAside: known.left.get(nameOf(key))?.count ?? 0,
  };
}

function waitingTier(
  { state, approvedTiers, orgUnit, period }: Submission,
  { approvals, periodRule }: DataSet,
  { units }: ReportingPlan,
): TodoItem["waitingFor"] {
  const tier = state === "submitted" ? approvals[approvedTiers] : undefined;
  if (!tier) return undefined;
  const uid = approverOf(tier, units, orgUnit, periodEnd(period, periodRule));
  const approver = units.find((unit) => unit.uid === uid)?.name;
  return { tier: tier.name, ...(approver !== undefined && { approver }) };
}

/** Hand-ins of other units whose next tier is this unit. */
async function countToReview(
  { db, province }: Context,
  { versions, units }: ReportingPlan,
  uid: string,
): Promise<Todo["toReview"]> {
  const groups = versionsById(versions);
  const waiting = await listSubmissions(db, province, { states: ["submitted"] });
  const mine = waiting.filter(({ dataSet, period, orgUnit, approvedTiers }) => {
    const version = versionFor(groups.get(dataSet) ?? [], period);
    const tier = version?.approvals[approvedTiers];
    return version && tier && approverOf(tier, units, orgUnit, periodEnd(period, version.periodRule)) === uid;
  });
  return { waiting: mine.length, withFindings: mine.filter(({ warnings }) => warnings > 0).length };
}

function nameOf({ dataSet, period, orgUnit }: SubmissionKey): string {
  return `${dataSet}|${period}|${orgUnit}`;
}

function byName<Each extends SubmissionKey>(all: readonly Each[]): Map<string, Each> {
  return new Map(all.map((each) => [nameOf(each), each]));
}
