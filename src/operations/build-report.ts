import { composeReport } from "#documents/compose-report.ts";
import { periodEnd, periodType, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Report } from "#domain/report.ts";
import { findReportContent } from "#store/report-contents.ts";
import { findReportTemplate } from "#store/report-templates.ts";
import { allow } from "./access.ts";
import { withCarriedSection } from "./carried-section.ts";
import type { Context } from "./context.ts";
import { loadFacts } from "./load-facts.ts";

export interface BuildReport {
  readonly period: Period;
  /** Made from illustrative values instead of reported ones; every page then says so. */
  readonly illustrative?: boolean;
  /** Without values that wait for approval; otherwise they count, as provisional. */
  readonly approvedOnly?: boolean | undefined;
  /** Without what became of earlier conclusions, whose figures belong to the reports of their own periods. */
  readonly ownFiguresOnly?: boolean;
}

/** Writes the report of a period as it stands now. Refuses (`no-template`) a type of period nobody reports on. */
export async function buildReport(
  context: Context,
  { period, illustrative = false, approvedOnly, ownFiguresOnly = false }: BuildReport,
): Promise<Report> {
  const { db, province } = context;
  allow(context, "read-figures", { orgUnit: province });
  const template = await findReportTemplate(db, province, {
    periodType: periodType(period),
    on: periodEnd(period),
  });
  if (!template) throw new Refusal("no-template", { period });
  const [content, facts] = await Promise.all([
    findReportContent(db, province, { template: template.id, period, orgUnit: province }),
    loadFacts(context, period, illustrative ? "illustrative" : "reported", { approvedOnly }),
  ]);
  const report = composeReport({ template, content, facts, period, orgUnit: province, illustrative });
  return illustrative || ownFiguresOnly ? report : withCarriedSection(context, report, period);
}
