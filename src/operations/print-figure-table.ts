import type { AnalyticsFileQuery } from "#contract/analytics-file.ts";
import type { AnalyticsTable } from "#contract/analytics.ts";
import { printTableCsv } from "#documents/print-table-csv.ts";
import { printTableXlsx } from "#documents/print-table-xlsx.ts";
import type { PrintedTable } from "#documents/printed-table.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Context } from "./context.ts";
import { chooseLayout, itemName, layOutTable } from "./print-figure-table-layout.ts";
import { linesOf, notesOf } from "./print-figure-table-notes.ts";
import { mostCellsAtOnce } from "./query-figures-selection.ts";
import { publishTable } from "./query-figures-publish.ts";

export interface PrintedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

/** A table of figures as a file, all of it, of one moment. Refuses what `/api/analytics` does, and `file-too-many-cells`. */
export async function printFigureTable(
  context: Context,
  query: AnalyticsFileQuery,
  format: "csv" | "xlsx",
): Promise<PrintedFile> {
  const layout = chooseLayout(query);
  const table = await publishTable(context, { ...query, offset: 0, limit: mostCellsAtOnce });
  const { total, next } = table.page;
  if (next !== null) throw new Refusal("file-too-many-cells", { cells: total, limit: mostCellsAtOnce });
  const printed: PrintedTable = {
    title: query.title || titleOf(table),
    lines: linesOf(table, query, context.today),
    ...layOutTable(table, layout),
    notes: notesOf(table),
    madeOn: context.today,
  };
  const fileName = `so-lieu-${context.today}.${format}`;
  if (format === "xlsx") {
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { bytes: await printTableXlsx(printed), mediaType, fileName };
  }
  const { notation, bom: hasMark = notation === "vi" } = query;
  const bytes = new TextEncoder().encode(printTableCsv(printed, { notation, hasMark }));
  return { bytes, mediaType: "text/csv; charset=utf-8", fileName };
}

/** One indicator gives the table its name. */
function titleOf({ items }: AnalyticsTable): string {
  const [only, ...more] = items;
  return only && more.length === 0 ? itemName(only) : "Bảng số liệu";
}
