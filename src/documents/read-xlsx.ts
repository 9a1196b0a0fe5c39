import type { Finding } from "#domain/finding.ts";
import { surveyFonts, type FontSurvey } from "#domain/legacy-text.ts";
import { Refusal } from "#domain/refusal.ts";
import type { RawRow, RawTable } from "./read-table-cell.ts";
import { readWhole, tableLimits, type TableSource } from "./read-table-source.ts";
import { sheetRows } from "./read-xlsx-sheet.ts";
import { readWorkbook, type Workbook } from "./read-xlsx-workbook.ts";
import { openPackage } from "./read-xlsx-zip.ts";

const sampleCharacters = 256 * 1024;
const sampleRows = 2000;

/**
 * Opens the first visible sheet of a workbook. Formulas give their stored result, dates their ISO day;
 * validations, drawings and macros are never looked at.
 */
export async function openXlsx(source: TableSource): Promise<RawTable> {
  const file = source.name;
  const parts = openPackage(await readWhole(source, tableLimits.workbookBytes), file);
  const workbook = readWorkbook(parts, file);
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const [sheet, ...others] = visible;
  if (!sheet) throw new Refusal("table-empty", { file });
  const read = (survey: FontSurvey): Iterable<RawRow> =>
    sheetRows(parts.read(sheet.part), { file, name: sheet.part }, workbook, survey);
  const survey = surveyFonts(sampleOf(workbook, read({ hasUnicode: true })));
  return {
    sheet: sheet.name,
    hasWidth: false,
    findings: findingsOf(
      file,
      sheet.name,
      survey,
      others.map(({ name }) => name),
    ),
    // oxlint-disable-next-line require-await -- a workbook is in memory, a text file is not: one interface for both
    rows: async function* () {
      yield* read(survey);
    },
  };
}

/** Text to tell legacy fonts by: the shared texts and the texts of the first rows. */
function sampleOf(workbook: Workbook, rows: Iterable<RawRow>): string {
  let sample = "";
  const add = (text: string): boolean => {
    if (/[^ -~\s]/.test(text)) sample += `${text}\n`;
    return sample.length < sampleCharacters;
  };
  workbook.sharedTexts.every(add);
  let left = sampleRows;
  for (const { cells } of rows) {
    if ((left -= 1) < 0 || !cells.every((cell) => cell === undefined || add(cell.text))) break;
  }
  return sample;
}

function findingsOf(file: string, sheet: string, survey: FontSurvey, others: readonly string[]): Finding[] {
  const place = { file, sheet };
  const findings: Finding[] = [];
  if (survey.font)
    findings.push({
      code: "encoding-converted",
      severity: "warning",
      facts: { encoding: survey.font },
      place,
    });
  if (others.length > 0) {
    const facts = { sheets: others.slice(0, 5).join(", "), count: others.length };
    findings.push({ code: "sheets-not-read", severity: "warning", facts, place });
  }
  return findings;
}
