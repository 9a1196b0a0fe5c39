import type { SavedView, ViewToSave } from "#contract/saved-view.ts";
import { Refusal } from "#domain/refusal.ts";
import { countViews, saveView as storeView, type StoredView } from "#store/saved-views.ts";
import { userName, type Context } from "./context.ts";

/** More than this nobody finds again. */
const mostViews = 500;

/** Saves a page as it is set up; refuses `view-name-taken` and `too-many-views`. */
export async function saveView({ db, province, user }: Context, view: ViewToSave): Promise<SavedView> {
  const { name, address, isShared: shared, replace } = view;
  const saved = await db.transaction(async (tx) => {
    const stored = await storeView(tx, province, { owner: user.id, name, address, shared }, { replace });
    if (!stored) throw new Refusal("view-name-taken", { name });
    if ((await countViews(tx, province, user.id)) > mostViews) throw new Refusal("too-many-views", { limit: mostViews }); // prettier-ignore
    return stored;
  });
  return publishView(saved, user.id);
}

/** A view as it travels to one of its readers. */
export function publishView(view: StoredView, reader: string): SavedView {
  const { id, owner, name, address, shared: isShared, savedAt } = view;
  return { id, name, address, isShared, isMine: owner === reader, by: userName(owner), savedAt };
}
