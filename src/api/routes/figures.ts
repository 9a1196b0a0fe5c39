import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { FigureQuery, PublishedFigure } from "#contract/figure.ts";
import { explainFigure } from "#operations/explain-figure.ts";
import { listFigures } from "#operations/list-figures.ts";
import { printFigureRows } from "#operations/print-figure-rows.ts";
import { readPeriod } from "./reports.ts";

/** `/api/figures`: every figure of a report, and what stands behind one. */
export const figureRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/figures",
    {
      schema: {
        summary: "Every figure that the report of a period prints, as JSON or CSV",
        tags: ["figure"],
        querystring: z.object({
          period: z.string(),
          format: z.enum(["json", "csv"]).default("json"),
          illustrative: z.stringbool().default(false),
        }),
        response: { 200: z.union([z.array(PublishedFigure), z.string()]) },
      },
    },
    async ({ context, query }, reply) => {
      const period = readPeriod(query.period);
      const figures = await listFigures(context, { period, illustrative: query.illustrative });
      if (query.format === "json") return figures;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="so-lieu-${period}.csv"`)
        .send(printFigureRows(figures));
    },
  );

  server.get(
    "/api/figures/detail",
    { schema: { summary: "A figure with everything behind it", tags: ["figure"], querystring: FigureQuery } },
    ({ context, query }) => explainFigure(context, query),
  );
  done();
};
