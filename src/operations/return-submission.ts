import type { ReturnSubmission, SubmissionKey, TierStand } from "#contract/submission.ts";
import { entryCells } from "#domain/form.ts";
import { Refusal } from "#domain/refusal.ts";
import { afterReturn } from "#domain/submission.ts";
import { lockSubmission, saveStand } from "#store/submissions.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { getPlace, type SubmissionPlace } from "./submission-place.ts";
import { publishStand } from "./submission-stand.ts";

/**
 * Sends a hand-in back to its unit with a reason, on cells or on the whole. Its values go on counting as provisional:
 * a doubted number is nearer to the truth than none. Refuses with `submission-not-waiting`, `submission-changed` when
 * the unit has handed in anew since, and `unknown-cell`.
 */
export async function returnSubmission(
  context: Context,
  { version, reason, cells, ...key }: SubmissionKey & ReturnSubmission,
): Promise<TierStand> {
  const { db, province, user } = context;
  const place = await getPlace(context, key);
  allow(context, "approve-values", place);
  requireCells(place, cells);
  return db.transaction(async (tx) => {
    const submission = await lockSubmission(tx, province, place.key);
    const stand = afterReturn(submission, version);
    const tier = place.dataSet.approvals[submission.approvedTiers]?.id;
    await saveStand(tx, province, place.key, stand, {
      kind: "returned",
      by: user.id,
      cells,
      ...(tier !== undefined && { tier }),
      ...(reason !== undefined && { reason }),
    });
    return publishStand({ ...submission, ...stand }, place.dataSet);
  });
}

/** A reason on a cell must lie where the unit can see it. */
export function requireCells(
  { layout }: Pick<SubmissionPlace, "layout">,
  cells: readonly { readonly cell: string }[],
): void {
  const known = new Set(entryCells(layout).map(({ cell }) => cell));
  const stranger = cells.find(({ cell }) => !known.has(cell));
  if (stranger) throw new Refusal("unknown-cell", { cell: stranger.cell });
}
