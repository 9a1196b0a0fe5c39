import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { SavedView, SavedViews, SaveView } from "#contract/saved-view.ts";
import { deleteView } from "#operations/delete-view.ts";
import { listViews } from "#operations/list-views.ts";
import { saveView } from "#operations/save-view.ts";

/** `/api/views`: pages as people set them up, their own and those shared with them. */
export const viewRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/views",
    {
      schema: {
        summary: "One's own saved views and those shared by others",
        tags: ["view"],
        response: { 200: SavedViews },
      },
    },
    ({ context }) => listViews(context),
  );
  server.post(
    "/api/views",
    {
      schema: {
        summary: "Saves a page as it is set up",
        tags: ["view"],
        body: SaveView,
        response: { 200: SavedView },
      },
    },
    ({ context, body }) => saveView(context, body),
  );
  server.delete(
    "/api/views/:id",
    {
      schema: {
        summary: "Deletes a view of one's own",
        tags: ["view"],
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({}) },
      },
    },
    async ({ context, params }) => {
      await deleteView(context, params.id);
      return {};
    },
  );
  done();
};
