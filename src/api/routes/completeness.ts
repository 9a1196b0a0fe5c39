import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { Completeness, CompletenessQuery } from "#contract/completeness.ts";
import { listCompleteness } from "#operations/list-completeness.ts";
import { readPeriod } from "./reports.ts";

/** `/api/completeness`: received, and received in time, of what was expected. */
export const completenessRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/completeness",
    {
      schema: {
        summary: "Completeness and timeliness by unit, period or data set",
        tags: ["submission"],
        querystring: CompletenessQuery,
        response: { 200: Completeness },
      },
    },
    ({ context, query }) =>
      listCompleteness(context, { ...query, from: readPeriod(query.from), to: readPeriod(query.to) }),
  );
  done();
};
