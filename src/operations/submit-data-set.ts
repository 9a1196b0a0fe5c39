import type { HandIn, HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import { checkHandIn } from "#domain/hand-in-check.ts";
import { isTimely } from "#domain/completeness.ts";
import type { Finding } from "#domain/finding.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { entryCells } from "#domain/form.ts";
import { plainValues } from "#domain/form-values.ts";
import { Refusal } from "#domain/refusal.ts";
import { isBlocked } from "#domain/submission-check.ts";
import { mergeValues, type Merged } from "#domain/submission-merge.ts";
import { afterHandIn } from "#domain/submission.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { isSqlState, type Transaction } from "#store/database.ts";
import { clearDraftCells } from "#store/submission-drafts.ts";
import { writeSubmissionValues } from "#store/submission-values.ts";
import {
  findHandIn, listSubmissionVersions, saveSubmissionVersion, type SubmissionVersion,
} from "#store/submission-versions.ts"; // prettier-ignore
import { beginSubmission, saveStand, type Submission } from "#store/submissions.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { conflictAnswer, contentHashOf, repeatAnswer } from "./hand-in-answer.ts";
import { listFormRules, readFormHistory, type FormHistory } from "./submission-history.ts";
import { getPlace, type SubmissionPlace } from "./submission-place.ts";
import { publishStand, requireOpen } from "./submission-stand.ts";

const uniqueViolation = "23505";

/**
 * Hands in one data set for one org unit and period; a correction becomes its next version. Sent again under the same
 * id, it is answered as before and saved once. What another place handed in meanwhile is merged cell by cell; cells
 * changed at both places are answered as a conflict, and nothing is saved.
 * Refuses with `hand-in-differs`, `hand-in-ahead`, `submission-locked`, `period-closed`, `period-not-open`, and as
 * `getPlace`.
 */
export async function submitDataSet(context: Context, input: SubmissionKey & HandIn): Promise<HandInAnswer> {
  const { db, province } = context;
  const place = await getPlace(context, input);
  allow(context, "enter-values", place);
  const [history, rules] = await Promise.all([
    readFormHistory(db, province, place),
    listFormRules(db, province, place),
  ]);
  const handIn = {
    ...input,
    values: plainValues(input.values),
    contentHash: contentHashOf(input),
    history,
    rules,
  };
  try {
    return await db.transaction((tx) => handInWithin(tx, context, place, handIn));
  } catch (error) {
    // The same id at the same moment for another form: the other one was first.
    throw isSqlState(error, uniqueViolation) ? new Refusal("hand-in-differs") : error;
  }
}

interface Prepared extends SubmissionKey, HandIn {
  readonly contentHash: string;
  readonly history: FormHistory;
  readonly rules: readonly ValidationRule[];
}

async function handInWithin(
  tx: Transaction,
  context: Context,
  place: SubmissionPlace,
  handIn: Prepared,
): Promise<HandInAnswer> {
  const { province, today } = context;
  const submission = await beginSubmission(tx, province, place.key);
  const earlier = await findHandIn(tx, province, handIn.id);
  if (earlier) return repeatAnswer(place, submission, earlier, handIn.contentHash);
  requireOpen(place, submission, today);
  if (handIn.baseVersion > submission.version) throw new Refusal("hand-in-ahead");

  const { base, current } = await readVersions(tx, province, place.key, submission, handIn.baseVersion);
  const merged = mergeValues(onForm(base, place), handIn.values, onForm(current, place));
  if (current && merged.conflicts.length > 0) return conflictAnswer(current, merged);

  const { history, rules } = handIn;
  const findings = checkHandIn({ ...place, ...place.key, values: merged.values, history, rules });
  if (isBlocked(findings)) return { outcome: "blocked", findings };
  return save(tx, context, place, { ...handIn, submission, current, merged, findings });
}

/** The version this device began with, and the one that stands now. */
async function readVersions(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  { version }: Submission,
  baseVersion: number,
): Promise<{ base?: SubmissionVersion | undefined; current?: SubmissionVersion | undefined }> {
  if (version === 0) return {};
  const versions = await listSubmissionVersions(tx, province, key, [baseVersion, version]);
  const find = (number: number) => versions.find((each) => each.version === number);
  return { base: find(baseVersion), current: find(version) };
}

/** A cell that the form has lost since is given up with the version that still had it. */
function onForm(version: SubmissionVersion | undefined, { layout }: SubmissionPlace): CellValues {
  const known = new Set(entryCells(layout).map(({ cell }) => cell));
  return Object.fromEntries(Object.entries(version?.values ?? {}).filter(([cell]) => known.has(cell)));
}

interface ToSave extends Prepared {
  readonly submission: Submission;
  readonly current: SubmissionVersion | undefined;
  readonly merged: Merged;
  readonly findings: readonly Finding[];
}

async function save(
  tx: Transaction,
  { province, today, user }: Context,
  place: SubmissionPlace,
  { submission, current, merged, findings, ...handIn }: ToSave,
): Promise<HandInAnswer> {
  const { key, dataSet } = place;
  const { values, taken } = merged;
  const stand = afterHandIn(submission, dataSet.approvals.length);
  const receivedAt = await saveSubmissionVersion(tx, province, key, {
    version: stand.version,
    id: handIn.id,
    contentHash: handIn.contentHash,
    baseVersion: handIn.baseVersion,
    dataSetFrom: dataSet.validFrom,
    values,
    explanations: { ...keptExplanations(current, values), ...handIn.explanations },
    findings,
    merged: taken,
    by: user.id,
    device: handIn.device,
    deviceTime: handIn.deviceTime,
    receivedOn: today,
  });
  await saveStand(
    tx,
    province,
    key,
    stand,
    { kind: "handed-in", by: user.id },
    {
      on: today,
      at: receivedAt,
      filled: Object.keys(values).length,
      warnings: findings.length,
      allZero: isAllZero(values, place),
    },
  );
  await writeSubmissionValues(tx, province, key, {
    before: current?.values ?? {},
    after: values,
    handIn: handIn.id,
    by: user.id,
    reason: `nộp lần ${stand.version}`,
    isConfirmed: stand.state === "approved",
  });
  if (submission.draftRevision > 0) {
    await clearDraftCells(tx, province, key, { seen: handIn.draftRevision, values });
  }
  const { firstReceivedOn = today } = submission;
  return {
    outcome: "accepted",
    isRepeated: false,
    version: stand.version,
    receivedAt,
    isTimely: isTimely({ dueOn: place.dueOn, firstReceivedOn }),
    findings: [...findings],
    merged: [...taken],
    stand: publishStand({ ...submission, ...stand, firstReceivedOn, lastReceivedAt: receivedAt }, dataSet),
  };
}

/** An explanation holds as long as its cell holds what was explained. */
function keptExplanations(
  current: SubmissionVersion | undefined,
  values: CellValues,
): Record<string, string> {
  const kept = Object.entries(current?.explanations ?? {}).filter(
    ([cell]) => values[cell] !== undefined && values[cell] === current?.values[cell],
  );
  return Object.fromEntries(kept);
}

function isAllZero(values: CellValues, { layout }: SubmissionPlace): boolean {
  return entryCells(layout).every(({ cell }) => values[cell] === "0");
}
