import { readFileSync } from "node:fs";
import { catalogueFiles, parseCatalogue, type Catalogue } from "#contract/catalogue.ts";
import { parseReportContent, parseReportTemplate } from "#contract/report-template.ts";
import { composeReport } from "#documents/compose-report.ts";
import type { DataValue, Target } from "#domain/data-value.ts";
import { indexFacts } from "#domain/figure-facts.ts";
import type { ReportContent, ReportTemplate } from "#domain/report-template.ts";
import type { Report } from "#domain/report.ts";

/** Test support: the catalogue of Lai Châu as the product ships it. */
export interface LaiChau {
  readonly catalogue: Catalogue;
  readonly template: ReportTemplate;
  readonly content: ReportContent;
}

export function readLaiChau(): LaiChau {
  return {
    catalogue: parseCatalogue(Object.fromEntries(catalogueFiles.map((name) => [name, readJson(name)]))),
    template: parseReportTemplate(readJson("report-templates/so-ket-6-thang.json")),
    content: parseReportContent(readJson("report-contents/2023-S1.json")),
  };
}

/** The report of a period, written without a database; more values and targets replace the catalogue's. */
export function writeReport(
  { catalogue, template, content }: LaiChau,
  period: string,
  instead: { readonly values?: readonly DataValue[]; readonly targets?: readonly Target[] } = {},
): Report {
  return composeReport({
    template,
    content: content.period === period ? content : undefined,
    facts: indexFacts({ ...catalogue, ...instead }),
    period,
    orgUnit: catalogue.province,
    illustrative: false,
  });
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(`catalogues/lai-chau/${name}`, "utf8"));
}
