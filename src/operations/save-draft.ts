import type { SaveDraft, SaveDraftAnswer, SubmissionKey } from "#contract/submission.ts";
import { entryCells } from "#domain/form.ts";
import { plainDecimal } from "#domain/form-values.ts";
import { Refusal } from "#domain/refusal.ts";
import { applyDraftOps, type DraftOp } from "#domain/submission-draft.ts";
import { listDraftCells, saveDraftCells, type KeptDraftCell } from "#store/submission-drafts.ts";
import { listSubmissionVersions } from "#store/submission-versions.ts";
import { beginSubmission } from "#store/submissions.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { getPlace, type SubmissionPlace } from "./submission-place.ts";
import { requireOpen } from "./submission-stand.ts";

/**
 * Keeps what was typed, cell by cell, so that another device can go on. A cell that another device changed since this
 * one looked stays as it is and is answered with both values. Refuses as `submitDataSet`, and with `unknown-cell`.
 */
export async function saveDraft(
  context: Context,
  { device, ops, ...key }: SubmissionKey & SaveDraft,
): Promise<SaveDraftAnswer> {
  const { db, province, today, user } = context;
  const place = await getPlace(context, key);
  allow(context, "enter-values", place);
  const plain = plainOps(place, ops);
  return db.transaction(async (tx) => {
    const submission = await beginSubmission(tx, province, place.key);
    requireOpen(place, submission, today);
    const draft = await listDraftCells(tx, province, place.key);
    const { revision, changed, saved, conflicts } = applyDraftOps(draft, { ops: plain, device, revision: submission.draftRevision }); // prettier-ignore
    if (changed.length > 0) await saveDraftCells(tx, province, place.key, { cells: changed, revision, by: user.id }); // prettier-ignore
    const [latest] = conflicts.length === 0 ? [] : await listSubmissionVersions(tx, province, place.key, [submission.version]); // prettier-ignore
    return {
      revision,
      saved: [...saved],
      conflicts: conflicts.map(({ op }) => conflictAnswer(op, draft, latest?.values ?? {})),
    };
  });
}

function plainOps({ layout }: SubmissionPlace, ops: readonly DraftOp[]): DraftOp[] {
  const known = new Set(entryCells(layout).map(({ cell }) => cell));
  const stranger = ops.find(({ cell }) => !known.has(cell));
  if (stranger) throw new Refusal("unknown-cell", { cell: stranger.cell });
  return ops.map((op) => ({ ...op, value: op.value === null ? null : plainDecimal(op.value) }));
}

function conflictAnswer(
  { cell, value }: DraftOp,
  draft: readonly KeptDraftCell[],
  handedIn: Readonly<Record<string, string>>,
): SaveDraftAnswer["conflicts"][number] {
  const theirs = draft.find((each) => each.cell === cell);
  if (!theirs) throw new Error("a conflict without a cell"); // conflicts are with cells that were read just now
  const { revision, device, by, at } = theirs;
  return {
    cell,
    base: handedIn[cell] ?? null,
    mine: value,
    theirs: theirs.value,
    revision,
    device,
    by: userName(by),
    at,
  };
}
