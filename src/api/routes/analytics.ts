import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { AnalyticsDimensions, AnalyticsQuery, AnalyticsTable } from "#contract/analytics.ts";
import type { Context } from "#operations/context.ts";
import { listDimensions, publishTable } from "#operations/query-figures-publish.ts";
import { keepFolding } from "#operations/query-figures-upkeep.ts";

/** `/api/analytics`: tables of figures over units, periods and roles, on the map of any time. */
export const analyticsRoutes: FastifyPluginCallbackZod<{ context: Context }> = (
  server,
  { context },
  done,
) => {
  const answer = { 200: AnalyticsTable };
  server.get(
    "/api/analytics",
    {
      schema: {
        summary: "A table of figures, asked in the address: it can be kept and shared",
        tags: ["analytics"],
        querystring: AnalyticsQuery,
        response: answer,
      },
    },
    ({ query }) => publishTable(context, query),
  );
  server.post(
    "/api/analytics",
    {
      schema: {
        summary: "The same with lists too long for an address",
        tags: ["analytics"],
        body: AnalyticsQuery,
        response: answer,
      },
    },
    ({ body }) => publishTable(context, body),
  );
  server.get(
    "/api/analytics/dimensions",
    {
      schema: {
        summary: "What can be asked for",
        tags: ["analytics"],
        response: { 200: AnalyticsDimensions },
      },
    },
    () => listDimensions(context),
  );

  // Readers see what is not folded yet all the same; folding keeps them fast.
  let stop: (() => Promise<void>) | undefined;
  server.addHook("onReady", (ready) => {
    stop = keepFolding(context, (error) => server.log.error(error));
    ready();
  });
  server.addHook("onClose", async () => {
    await stop?.();
  });
  done();
};
