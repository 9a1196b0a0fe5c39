import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { AuditEntries, AuditQuery } from "#contract/audit.ts";
import { publishAudit } from "#operations/publish-audit.ts";

/** `/api/audit`: who did what. */
export const auditRoutes: FastifyPluginCallbackZod = (server, _options, ready) => {
  server.get(
    "/api/audit",
    {
      schema: {
        summary: "Who did what, the latest first",
        tags: ["audit"],
        querystring: AuditQuery,
        response: { 200: AuditEntries },
      },
    },
    ({ context, query }) => publishAudit(context, query),
  );
  ready();
};
