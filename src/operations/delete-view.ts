import { Refusal } from "#domain/refusal.ts";
import { deleteView as deleteStored } from "#store/saved-views.ts";
import type { Context } from "./context.ts";

/** Deletes a view of one's own; refuses `unknown-view`, also for what belongs to others. */
export async function deleteView({ db, province, user }: Context, id: string): Promise<void> {
  if (!(await deleteStored(db, province, { id, owner: user.id }))) throw new Refusal("unknown-view");
}
