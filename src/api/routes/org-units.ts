import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { OrgUnitsQuery, OrgUnitTree } from "#contract/org-unit.ts";
import { listOrgUnits } from "#operations/list-org-units.ts";

/** `/api/org-units`: the tree of any day, and what became of units that ended. */
export const orgUnitRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/org-units",
    {
      schema: {
        summary: "The tree of org units on a day",
        tags: ["org-unit"],
        querystring: OrgUnitsQuery,
        response: { 200: OrgUnitTree },
      },
    },
    ({ context, query }) => listOrgUnits(context, query),
  );
  done();
};
