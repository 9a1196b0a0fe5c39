import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { Overview, OverviewQuery } from "#contract/overview.ts";
import { viewOverview } from "#operations/view-overview.ts";
import { readPeriod } from "./reports.ts";

/** `/api/overview`: one page for the director. */
export const overviewRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/overview",
    {
      schema: {
        summary: "What matters in a period: plans against time, changes, overdue work, who has not reported",
        tags: ["overview"],
        querystring: OverviewQuery,
        response: { 200: Overview },
      },
    },
    ({ context, query }) => viewOverview(context, { period: readPeriod(query.period) }),
  );
  done();
};
