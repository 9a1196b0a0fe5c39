import { type Block, type TableCell, type TableRow } from "./document-blocks.ts";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";
import { raisedDigits } from "./docx-symbols.ts";
import { attributeOf, htmlTokens } from "./html-tokens.ts";
import { layOutText } from "./lay-out-text.ts";
import { type ReadContent } from "./read-document.ts";
import { decodeText } from "./read-plain-text.ts";

interface OpenTable {
  readonly rows: TableRow[];
  cells: TableCell[] | undefined;
  /** Columns of the open row so far. */
  width: number;
  /** Rows that cells above still reach into, by column. */
  reaching: number[];
  cell: { readonly columns: number; readonly rows: number } | undefined;
  count: number;
}

/** The elements that begin and end lines. */
const lines =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|menu|nav|ol|p|pre|section|summary|ul)$/;
const deepest = 50;

/** Reads the visible text of an HTML page, however it is written. */
export function readHtml(file: string, bytes: Uint8Array): ReadContent {
  const { text, findings } = decodeText(file, bytes);
  return { ...layOutText(htmlBlocks(text, file), file), findings };
}

function htmlBlocks(source: string, file: string): readonly Block[] {
  const columns: Block[][] = [[]];
  const tables: OpenTable[] = [];
  const lists: { readonly isOrdered: boolean; next: number }[] = [];
  let line: string[] = [];
  let raised = false;
  let isPreformatted = false;

  const endLine = (): void => {
    const text = isPreformatted ? line.join("") : line.join("").replaceAll(/[ \t\r\n]+/g, " ");
    line = [];
    for (const each of text.split("\u000b"))
      if (each.trim() !== "") columns.at(-1)?.push({ kind: "paragraph", pieces: [{ text: each }] });
  };
  const endCell = (table: OpenTable): void => {
    endLine();
    const { cell } = table;
    if (!cell || !table.cells) return;
    table.cell = undefined;
    const blocks = columns.pop() ?? [];
    table.count += 1;
    if (table.count > documentLimits.cellsOfOneTable)
      throw new Refusal("document-table-too-large", { file, limit: documentLimits.cellsOfOneTable });
    table.cells.push({ blocks, columns: cell.columns });
    const end = table.width + cell.columns;
    for (; table.width < end; table.width += 1) table.reaching[table.width] = cell.rows;
  };
  const endRow = (table: OpenTable): void => {
    endCell(table);
    if (!table.cells) return;
    fillReached(table);
    table.rows.push({ cells: table.cells });
    table.cells = undefined;
    table.reaching = table.reaching.map((rows) => Math.max(0, rows - 1));
  };
  const endTable = (): void => {
    const table = tables.at(-1);
    if (!table) return;
    endRow(table);
    tables.pop();
    columns.at(-1)?.push({ kind: "table", rows: table.rows });
  };
  const openCell = (table: OpenTable, attributes: string): void => {
    endCell(table);
    if (!table.cells) openRow(table);
    fillReached(table);
    table.cell = { columns: spanOf(attributes, "colspan"), rows: spanOf(attributes, "rowspan") };
    columns.push([]);
  };
  const open = (name: string, attributes: string): void => {
    const table = tables.at(-1);
    if (name === "br") line.push("\u000b");
    if (name === "sup") raised = true;
    if (lines.test(name)) endLine();
    if (name === "ol" || name === "ul")
      lists.push({ isOrdered: name === "ol", next: Number(attributeOf(attributes, "start")) || 1 });
    if (name === "li") line.push(labelOf(lists.at(-1)));
    if (name === "pre") isPreformatted = true;
    if (name === "table" && tables.length < deepest) {
      endLine();
      tables.push({ rows: [], cells: undefined, width: 0, reaching: [], cell: undefined, count: 0 });
    }
    if (!table) return;
    if (name === "tr") {
      endRow(table);
      openRow(table);
    }
    if (name === "td" || name === "th") openCell(table, attributes);
  };
  const close = (name: string): void => {
    const table = tables.at(-1);
    if (name === "sup") raised = false;
    if (lines.test(name)) endLine();
    if (name === "pre") isPreformatted = false;
    if (name === "ol" || name === "ul") lists.pop();
    if (name === "table") endTable();
    if (!table) return;
    if (name === "td" || name === "th") endCell(table);
    if (name === "tr") endRow(table);
  };

  for (const token of htmlTokens(source)) {
    if (token.kind === "open") open(token.name, token.attributes);
    else if (token.kind === "close") close(token.name);
    else line.push(raised && /\d\s*$/.test(line.at(-1) ?? "") ? raisedDigits(token.text) : token.text);
  }
  endLine();
  while (tables.length > 0) endTable();
  return columns[0] ?? [];
}

function openRow(table: OpenTable): void {
  table.cells = [];
  table.width = 0;
}

/** Blank cells where cells above reach into this row. */
function fillReached(table: OpenTable): void {
  for (; (table.reaching[table.width] ?? 0) > 0; table.width += 1)
    table.cells?.push({ blocks: [], columns: 1 });
}

function spanOf(attributes: string, name: string): number {
  return Math.min(100, Math.max(1, Math.trunc(Number(attributeOf(attributes, name))) || 1));
}

function labelOf(list: { readonly isOrdered: boolean; next: number } | undefined): string {
  if (!list?.isOrdered) return "- ";
  list.next += 1;
  return `${list.next - 1}. `;
}
