import type { ReportView } from "#contract/report.ts";
import { publishFigure } from "#contract/figure.ts";
import { optionCombo } from "#domain/breakdown.ts";
import type { PrintedFigure } from "#domain/report.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { periodName } from "#wording/period.ts";
import { buildReport, type BuildReport } from "./build-report.ts";
import type { Context } from "./context.ts";

/** The report of a period for the page: figures stand beside the text, each with the question that opens it. */
export async function viewReport(context: Context, input: BuildReport): Promise<ReportView> {
  const [report, orgUnits] = await Promise.all([
    buildReport(context, input),
    listOrgUnits(context.db, context.province),
  ]);
  return {
    ...report,
    periodName: periodName(report.period),
    orgUnitName: orgUnits.find(({ uid }) => uid === report.orgUnit)?.fullName ?? report.orgUnit,
    figures: report.figures.map((figure) => ({
      ...publishFigure(figure, report.period),
      name: figure.name,
      query: detailQuery(figure, report.illustrative),
    })),
  };
}

function detailQuery(figure: PrintedFigure, illustrative: boolean): string {
  const { key, role, period, orgUnit, against, anchor } = figure;
  const breakdown = optionCombo(figure.breakdown);
  return new URLSearchParams({
    key,
    role,
    period,
    orgUnit,
    ...(breakdown && { breakdown }),
    ...(against && { against }),
    ...(anchor && { anchor }),
    ...(illustrative && { illustrative: "true" }),
  }).toString();
}
