import type { SavedViews } from "#contract/saved-view.ts";
import { listViews as listStored } from "#store/saved-views.ts";
import type { Context } from "./context.ts";
import { publishView } from "./save-view.ts";

/** One's own views, then those that others share, each by name. */
export async function listViews({ db, province, user }: Context): Promise<SavedViews> {
  const views = await listStored(db, province, user.id);
  return { views: views.map((view) => publishView(view, user.id)) };
}
