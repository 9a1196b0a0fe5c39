import { z } from "zod";

/** Path and query of a page of this application; nothing that leads elsewhere. */
const address = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^\/(?![/\\])[^\s\\]*$/, "a path of this application");

export const SaveView = z.object({
  name: z.string().normalize("NFC").trim().min(1).max(120),
  address: address.describe("Path and query of the page: /so-lieu?…"),
  isShared: z.boolean().default(false).describe("Everybody sees it; only its owner changes it"),
  replace: z.boolean().default(false).describe("Take the place of one's own view of the same name"),
});
export type SaveView = z.input<typeof SaveView>;
/** As received: with what was left out filled in. */
export type ViewToSave = z.output<typeof SaveView>;

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string(),
  isShared: z.boolean(),
  isMine: z.boolean(),
  by: z.string().describe("The name of who saved it"),
  savedAt: z.iso.datetime(),
});
export type SavedView = z.infer<typeof SavedView>;

/** One's own views, then those shared by others, each by name. */
export const SavedViews = z.object({ views: z.array(SavedView) });
export type SavedViews = z.infer<typeof SavedViews>;
