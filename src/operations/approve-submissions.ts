import { createHash } from "node:crypto";
import type {
  ApproveAnswer,
  ApproveSubmissions,
  LeftSubmission,
  SubmissionKey,
} from "#contract/submission.ts";
import { approverOf, type DataSet } from "#domain/data-set.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { afterApproval } from "#domain/submission.ts";
import { beginApprovalAct, saveApprovalAnswer } from "#store/approval-acts.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import type { Transaction } from "#store/database.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { confirmSubmissionValues } from "#store/submission-values.ts";
import { listSubmissionVersions } from "#store/submission-versions.ts";
import { lockSubmission, saveStand, type Submission } from "#store/submissions.ts";
import { refusalText } from "#wording/refusals.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { requireVersion } from "./submission-place.ts";

/** So long the approval of many can be taken back in one step, while nobody has gone on. */
export const undoMinutes = 10;

type Item = ApproveSubmissions["items"][number];

/**
 * Approves hand-ins at the tier whose turn it is. Each is approved or left with why, by itself: what changed since it
 * was looked at, waits for somebody else or (with `onlyUsual`) has findings is left. After the last tier its values are
 * confirmed and locked. Sent again under the same id, it is answered as before. Refuses with `approval-differs`.
 */
export async function approveSubmissions(
  context: Context,
  input: ApproveSubmissions,
): Promise<ApproveAnswer> {
  const { db, province, user } = context;
  const [dataSets, units] = await Promise.all([
    listDataSetVersions(db, province, [...new Set(input.items.map(({ dataSet }) => dataSet))]),
    listOrgUnits(db, province),
  ]);
  const contentHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return db.transaction(async (tx) => {
    const act = await beginApprovalAct<ApproveAnswer>(tx, province, { id: input.id, contentHash, by: user.id }); // prettier-ignore
    if (act.contentHash !== contentHash) throw new Refusal("approval-differs");
    if (!act.isNew) return act.answer;
    const answer: ApproveAnswer = { id: input.id, approved: [], left: [] };
    for (const item of inOneOrder(input.items)) {
      const done = await approveOrLeave(tx, context, item, { ...input, dataSets, units });
      if ("state" in done) answer.approved.push(done);
      else answer.left.push(done);
    }
    if (answer.approved.length > 0) answer.canUndoUntil = addMinutes(act.at, undoMinutes);
    await saveApprovalAnswer(tx, province, input.id, answer);
    return answer;
  });
}

interface Approving {
  readonly id: string;
  readonly tier?: string | undefined;
  readonly onlyUsual: boolean;
  readonly dataSets: readonly DataSet[];
  readonly units: readonly OrgUnit[];
}

async function approveOrLeave(
  tx: Transaction,
  context: Context,
  item: Item,
  approving: Approving,
): Promise<ApproveAnswer["approved"][number] | LeftSubmission> {
  try {
    return await approveOne(tx, context, item, approving);
  } catch (error) {
    if (error instanceof Refusal) return leftBecause(item, error); // nothing was written: refusals come before
    throw error;
  }
}

async function approveOne(
  tx: Transaction,
  context: Context,
  item: Item,
  { id, tier: wanted, onlyUsual, dataSets, units }: Approving,
): Promise<ApproveAnswer["approved"][number]> {
  const { province, user } = context;
  const key = keyOf(item);
  const ofItem = dataSets.filter((each) => each.id === item.dataSet);
  const dataSet = requireVersion(ofItem, item.dataSet, item.period);
  const { approvals, programme } = dataSet;
  allow(context, "approve-values", { orgUnit: key.orgUnit, programme });
  const submission = await lockSubmission(tx, province, key);
  const tier = wanted === undefined ? submission.approvedTiers : approvals.findIndex((each) => each.id === wanted); // prettier-ignore
  requireApprover(context, dataSet, { units, submission, tier });
  const stand = afterApproval(submission, { tier, tiers: approvals.length, version: item.version });
  if (onlyUsual && submission.warnings > 0) throw new Refusal("has-findings", { count: submission.warnings });
  const name = approvals[tier]?.id;
  await saveStand(tx, province, key, stand, {
    kind: "approved",
    act: id,
    by: user.id,
    ...(name !== undefined && { tier: name }),
  });
  if (stand.state === "approved") await confirmValues(tx, province, submission, { isConfirmed: true, by: user.id, reason: "duyệt" }); // prettier-ignore
  return { ...key, version: item.version, state: stand.state };
}

/** Who approves at a tier must be able to act for the body that stands there, where one does. */
function requireApprover(
  context: Context,
  { approvals, programme, periodRule }: DataSet,
  at: { readonly units: readonly OrgUnit[]; readonly submission: Submission; readonly tier: number },
): void {
  const { orgUnit, period } = at.submission;
  const tier = approvals[at.tier];
  const body = tier && approverOf(tier, at.units, orgUnit, periodEnd(period, periodRule));
  if (body !== undefined) allow(context, "approve-values", { orgUnit: body, programme });
}

/** Marks what the latest version says as confirmed, or as provisional again. */
export async function confirmValues(
  tx: Transaction,
  province: string,
  submission: Submission,
  how: { readonly isConfirmed: boolean; readonly by: string; readonly reason: string },
): Promise<void> {
  const [latest] = await listSubmissionVersions(tx, province, submission, [submission.version]);
  if (latest) await confirmSubmissionValues(tx, province, submission, { values: latest.values, ...how });
}

/** Two people who approve at the same moment hold submissions in the same order. */
function inOneOrder(items: readonly Item[]): Item[] {
  const nameOf = ({ dataSet, period, orgUnit }: Item) => `${dataSet}|${period}|${orgUnit}`;
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  return [...byName.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

export function leftBecause(item: SubmissionKey, { code, facts }: Refusal): LeftSubmission {
  const message = { vi: refusalText(code, facts, "vi"), en: refusalText(code, facts, "en") };
  return { ...keyOf(item), code, message };
}

function keyOf({ dataSet, period, orgUnit }: SubmissionKey): SubmissionKey {
  return { dataSet, period, orgUnit };
}

function addMinutes(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}
