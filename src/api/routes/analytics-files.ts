import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { AnalyticsFileQuery } from "#contract/analytics-file.ts";
import { printFigureTable } from "#operations/print-figure-table.ts";

/** `/api/analytics.csv` and `.xlsx`: tables of figures as files. */
export const analyticsFileRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  for (const format of ["csv", "xlsx"] as const) {
    const send = async ({ context }: FastifyRequest, query: AnalyticsFileQuery, reply: FastifyReply) => {
      const { bytes, mediaType, fileName } = await printFigureTable(context, query, format);
      return reply
        .type(mediaType)
        .header("content-disposition", `attachment; filename="${fileName}"`)
        .send(Buffer.from(bytes));
    };
    const tags = ["analytics"];
    server.get(
      `/api/analytics.${format}`,
      { schema: { summary: "A table of figures as a file, whole", tags, querystring: AnalyticsFileQuery } },
      (request, reply) => send(request, request.query, reply),
    );
    server.post(
      `/api/analytics.${format}`,
      { schema: { summary: "The same with lists too long for an address", tags, body: AnalyticsFileQuery } },
      (request, reply) => send(request, request.body, reply),
    );
  }
  done();
};
