import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { parsePeriod } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listReportPeriods } from "#operations/list-report-periods.ts";
import { printReport, reportFormats } from "#operations/print-report.ts";
import { viewReport } from "#operations/view-report.ts";

const illustrative = z.stringbool().default(false).describe("Made from illustrative values");
const approvedOnly = z.stringbool().default(false).describe("Without values that wait for approval");

/** `/api/reports`: the report of a period for reading, and as a file. */
export const reportRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/reports",
    { schema: { summary: "Periods that can be reported on", tags: ["report"] } },
    async ({ context }) => ({
      periods: await listReportPeriods(context),
    }),
  );

  server.get(
    "/api/reports/:period",
    {
      schema: {
        summary: "The report of a period; with an ending (.docx, .pdf, .html, .json) as a file",
        tags: ["report"],
        params: z.object({ period: z.string().describe("2023-S1, or 2023-S1.docx") }),
        querystring: z.object({ illustrative, approvedOnly }),
      },
    },
    async (request, reply) => {
      const { context } = request;
      const { name, format } = splitFormat(request.params.period);
      const period = readPeriod(name);
      if (format === undefined) return viewReport(context, { period, ...request.query });
      const known = reportFormats.find((each) => each === format);
      if (!known) throw new Refusal("unknown-format", { format, formats: reportFormats.join(", ") });
      const printed = await printReport(context, { period, format: known, ...request.query });
      return reply
        .type(printed.mediaType)
        .header("content-disposition", `attachment; filename="${printed.fileName}"`)
        .send(Buffer.from(printed.bytes));
    },
  );
  done();
};

/** `2023-S1.docx` → the period and the ending. */
function splitFormat(text: string): { name: string; format?: string } {
  const [name = "", format] = text.split(".");
  return format === undefined ? { name } : { name, format };
}

export function readPeriod(text: string): string {
  const period = parsePeriod(text);
  if (!period) throw new Refusal("unknown-period", { period: text });
  return period;
}
