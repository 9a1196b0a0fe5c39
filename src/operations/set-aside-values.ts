import type { SetAsideValues, SubmissionKey } from "#contract/submission.ts";
import { plainValues } from "#domain/form-values.ts";
import { Refusal } from "#domain/refusal.ts";
import { saveSetAside, settleSetAside } from "#store/set-aside.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { getPlace } from "./submission-place.ts";

/**
 * Keeps values that a person typed and may no longer hand in, for whoever takes over; nothing of them counts. Sent
 * again under the same id, they are kept once.
 */
export async function setAsideValues(
  context: Context,
  { id, values, explanations, device, deviceTime, ...key }: SubmissionKey & SetAsideValues,
): Promise<void> {
  const place = await getPlace(context, key);
  const left = { id, values: plainValues(values), explanations, device, deviceTime, by: context.user.id };
  // Of a person who lost this very scope: so the owner writes what the policies would refuse.
  await saveSetAside(context.db.asOwner(), context.province, place.key, left);
}

/** Somebody took them into the form, or dropped them. Refuses with `nothing-set-aside` when it is settled already. */
export async function settleValuesSetAside(
  context: Context,
  { id, ...key }: SubmissionKey & { readonly id: string },
): Promise<void> {
  const place = await getPlace(context, key);
  allow(context, "enter-values", place);
  const settling = { id, by: context.user.id, orgUnit: place.orgUnit };
  if (await settleSetAside(context.db, context.province, settling)) return;
  throw new Refusal("nothing-set-aside");
}
