import { reportData } from "#contract/report.ts";
import { printReportDocx } from "#documents/report-docx.ts";
import { printReportHtml } from "#documents/report-html.ts";
import { printReportPdf } from "#documents/report-pdf.ts";
import { buildReport, type BuildReport } from "./build-report.ts";
import type { Context } from "./context.ts";

export const reportFormats = ["docx", "pdf", "html", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface PrintedReport {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

const mediaTypes: Record<ReportFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** The report of a period as a file. */
export async function printReport(
  context: Context,
  input: BuildReport & { readonly format: ReportFormat },
): Promise<PrintedReport> {
  const report = await buildReport(context, input);
  const bytes = await {
    docx: () => printReportDocx(report),
    pdf: () => printReportPdf(report),
    html: () => encode(printReportHtml(report)),
    json: () => encode(`${JSON.stringify(reportData(report), null, 2)}\n`),
  }[input.format]();
  const fileName = `bao-cao-so-ket-${input.period}${input.illustrative ? "-minh-hoa" : ""}.${input.format}`;
  return { bytes, mediaType: mediaTypes[input.format], fileName };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
