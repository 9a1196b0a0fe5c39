import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { AnalyticsDimensions, AnalyticsQuery, AnalyticsTable } from "#contract/analytics.ts";
import { listDimensions, publishTable } from "#operations/query-figures-publish.ts";

/** `/api/analytics`: tables of figures over units, periods and roles, on the map of any time. */
export const analyticsRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
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
    ({ context, query }) => publishTable(context, query),
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
    ({ context, body }) => publishTable(context, body),
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
    ({ context }) => listDimensions(context),
  );
  done();
};
