import { convertFont, surveyFonts } from "#domain/legacy-text.ts";
import { type Finding } from "#domain/finding.ts";
import { Refusal } from "#domain/refusal.ts";
import { paragraphOf, type Block, type TableRow } from "./document-blocks.ts";
import { documentLimits } from "./document-limits.ts";
import { layOutText } from "./lay-out-text.ts";
import { relationsOf } from "./office-relations.ts";
import { type ReadContent } from "./read-document.ts";
import { openPackage, type OfficePackage } from "./read-package.ts";
import { decodeXml, readXml } from "./read-xml.ts";
import { readSheet, type SheetRow } from "./xlsx-sheet.ts";
import { formatCodeOf } from "./xlsx-number-format.ts";

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  readonly from1904: boolean;
}

/** Reads every sheet that is shown: its name, then its rows with the numbers as Excel shows them in Vietnam. */
export function readXlsx(file: string, bytes: Uint8Array): ReadContent {
  const parts = openPackage(bytes, file);
  const workbook = readWorkbook(parts, file);
  const texts = readSharedTexts(xmlOf(parts, "xl/sharedStrings.xml"), file);
  const formats = readFormats(xmlOf(parts, "xl/styles.xml"), file);
  const survey = surveyFonts(texts.join(" "));
  const shared = texts.map((text) => convertFont(text, survey));
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const blocks = shown.flatMap(({ name, part }) => {
    const source = xmlOf(parts, part);
    if (source === undefined) return [];
    const rows = readSheet(source, file, { shared, formats, from1904: workbook.from1904 });
    return rows.length === 0 ? [] : [paragraphOf(name), ...sheetBlocks(rows, file)];
  });
  const hidden = workbook.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const findings: Finding[] = [];
  if (survey.font) findings.push(warning("encoding-converted", { encoding: survey.font }));
  if (hidden.length > 0) findings.push(warning("hidden-sheets-left-aside", { sheets: hidden.join(", ") }));
  return { ...layOutText(blocks, file), findings };
}

/** Rows that follow each other are one table, as wide as its widest row; a row of one cell above it is its title. */
function sheetBlocks(rows: readonly SheetRow[], file: string): readonly Block[] {
  const groups: SheetRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.at(-1)?.number === row.number - 1) group.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => groupBlocks(group, file));
}

function groupBlocks(group: readonly SheetRow[], file: string): readonly Block[] {
  const firstWide = group.findIndex(({ cells }) => cells.size > 1);
  const titles = firstWide < 0 ? group : group.slice(0, firstWide);
  const body = firstWide < 0 ? [] : group.slice(firstWide);
  const columns = body.flatMap(({ cells }) => [...cells.keys()]);
  const [first, last] = columns.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Infinity, -1],
  );
  if ((last - first + 1) * body.length > documentLimits.areaOfOneTable)
    throw new Refusal("document-table-too-large", { file, limit: documentLimits.areaOfOneTable });
  return [
    ...titles.flatMap(({ cells }) => [...cells.values()].map(paragraphOf)),
    ...(body.length === 0
      ? []
      : [{ kind: "table" as const, rows: body.map((row) => tableRow(row, first, last)) }]),
  ];
}

function tableRow({ cells }: SheetRow, first: number, last: number): TableRow {
  return {
    cells: Array.from({ length: last - first + 1 }, (_, index) => {
      const text = cells.get(first + index);
      return { blocks: text === undefined ? [] : [paragraphOf(text)], columns: 1 };
    }),
  };
}

function readWorkbook(parts: OfficePackage, file: string): Workbook {
  const path = "xl/workbook.xml";
  const targets = new Map(relationsOf(parts, path, file).map(({ id, part }) => [id, part]));
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  let from1904 = false;
  readXml(xmlOf(parts, path) ?? "", file, {
    open: ({ name, attributes }) => {
      if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
      const part = name === "sheet" ? targets.get(attributes["id"] ?? "") : undefined;
      if (part === undefined || !/worksheets\//.test(part)) return;
      const isHidden = (attributes["state"] ?? "visible") !== "visible";
      sheets.push({ name: attributes["name"] ?? "", part, isHidden });
    },
  });
  return { sheets, from1904 };
}

function readSharedTexts(source: string | undefined, file: string): readonly string[] {
  const texts: string[] = [];
  let [current, total, isText, isPhonetic] = ["", 0, false, false];
  if (source === undefined) return texts;
  readXml(source, file, {
    open: ({ name }) => {
      if (name === "si") current = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text: (text) => {
      if (!isText) return;
      current += text;
      total += text.length;
      if (total > documentLimits.characters)
        throw new Refusal("too-much-text", { file, limit: documentLimits.characters });
    },
    close: (name) => {
      isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") texts.push(current);
    },
  });
  return texts;
}

/** Format codes by the number of the cell style. */
function readFormats(source: string | undefined, file: string): readonly string[] {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  let isCells = false;
  if (source === undefined) return formats;
  readXml(source, file, {
    open: ({ name, attributes }) => {
      const id = Number(attributes["numFmtId"] ?? 0);
      if (name === "numFmt") codes.set(id, (attributes["formatCode"] ?? "").slice(0, 250));
      if (name === "cellXfs") isCells = true;
      if (name === "xf" && isCells) formats.push(formatCodeOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") isCells = false;
    },
  });
  return formats;
}

function xmlOf(parts: OfficePackage, name: string): string | undefined {
  const bytes = parts.read(name);
  return bytes && decodeXml(bytes);
}

function warning(code: string, facts: Finding["facts"]): Finding {
  return { code, severity: "warning", facts };
}
