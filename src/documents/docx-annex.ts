import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type {
  ChartBlock,
  Span,
  Table as ReportTable,
  TableColumn,
  TableRow as ReportRow,
} from "#domain/report.ts";
import { textParagraph } from "./docx-body.ts";
import { tableTextStyle } from "./docx-styles.ts";
import { plainParagraph, pointsToTwips, spanRuns, textRun, twips, type FigureControl } from "./docx-text.ts";
import type { PrintedAnnex, PrintedAnnexBlock } from "./official-document.ts";
import { pageFormat, printedSize, textArea, type Orientation } from "./page-format.ts";
import { drawPng } from "./svg-picture.ts";

const { sizes } = pageFormat;
const gap = pointsToTwips(pageFormat.body.gap);

/** Label, title and the document it belongs to, centred; then its tables, charts and text (Mục III). */
export async function annexChildren(
  annex: PrintedAnnex,
  control: FigureControl,
): Promise<(Paragraph | Table)[]> {
  const children: (Paragraph | Table)[] = [
    centred(annex.label, { size: 14, bold: true }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 0, line: 240, lineRule: "auto" },
      children: [textRun(annex.title, { size: 14, bold: true })],
    }),
    centred(annex.reference, { size: sizes.annexReference, italic: true }, { before: 0, after: gap * 2 }),
  ];
  for (const block of annex.blocks)
    children.push(...(await blockChildren(block, annex.orientation, control)));
  return children;
}

async function blockChildren(
  block: PrintedAnnexBlock,
  orientation: Orientation,
  control: FigureControl,
): Promise<(Paragraph | Table)[]> {
  if (block.kind === "paragraph") return [textParagraph(block, control)];
  if (block.kind === "chart") return chartParagraphs(block.chart, orientation);
  return tableChildren(block.table, orientation, control);
}

async function chartParagraphs(chart: ChartBlock, orientation: Orientation): Promise<Paragraph[]> {
  const size = printedSize(chart, orientation);
  const picture = new ImageRun({
    type: "svg",
    data: Buffer.from(chart.svg, "utf8"),
    fallback: { type: "png", data: await drawPng(chart.svg, chart.width) },
    transformation: { width: pixels(size.width), height: pixels(size.height) },
    altText: { name: chart.title, title: chart.title, description: chart.description },
  });
  return [
    plainParagraph({
      children: [picture],
      alignment: AlignmentType.CENTER,
      spacing: { before: gap * 2 },
      keepNext: chart.source !== "",
    }),
    ...noteParagraphs(chart.source),
  ];
}

/** The library counts in px, 96 to the inch. */
function pixels(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 96);
}

function noteParagraphs(text: string): Paragraph[] {
  if (text === "") return [];
  return [
    plainParagraph({
      children: [textRun(text, { size: sizes.note, italic: true })],
      alignment: AlignmentType.BOTH,
      spacing: { before: gap / 2 },
    }),
  ];
}

function tableChildren(
  table: ReportTable,
  orientation: Orientation,
  control: FigureControl,
): (Paragraph | Table)[] {
  const caption = table.caption ?? "";
  const space = { before: gap, after: gap / 2 };
  return [
    ...(caption === "" ? [] : [centred(caption, { size: sizes.body, bold: true }, space, true)]),
    ...(table.columns.length === 0 ? [] : [grid(table, columnWidths(table, orientation), control)]),
    ...table.notes.flatMap((note) => noteParagraphs(note)),
    plainParagraph({ spacing: { before: 0, line: gap, lineRule: "exact" } }),
  ];
}

/** Whole twips that add up to the text width, so that the grid and the cells agree. */
function columnWidths({ columns }: ReportTable, orientation: Orientation): number[] {
  const total = twips(textArea(orientation).width);
  const edges = columns.reduce<number[]>((all, column) => [...all, (all.at(-1) ?? 0) + column.width], []);
  return edges.map((edge, index) => Math.round(edge * total) - Math.round((edges[index - 1] ?? 0) * total));
}

function grid(table: ReportTable, widths: readonly number[], control: FigureControl): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const total = widths.reduce((sum, width) => sum + width, 0);
  const head = table.columns.map((column, index) =>
    gridCell([{ text: column.title }], { width: widths[index] ?? 0, align: "center", bold: true }, control),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    margins: { left: 70, right: 70, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...table.rows.map((row, index) => {
        // A note does not stand alone on the next page, nor a heading row at the foot of this one.
        const keepNext = row.heading === true || (index === table.rows.length - 1 && table.notes.length > 0);
        return gridRow(row, table.columns, { widths, keepNext }, control);
      }),
    ],
  });
}

function gridRow(
  row: ReportRow,
  columns: readonly TableColumn[],
  { widths, keepNext }: { readonly widths: readonly number[]; readonly keepNext: boolean },
  control: FigureControl,
): TableRow {
  if (row.heading) {
    const width = widths.reduce((sum, part) => sum + part, 0);
    const style: CellStyle = { width, align: "left", bold: true, span: columns.length, keepNext };
    return new TableRow({ cantSplit: true, children: [gridCell(row.cells, style, control)] });
  }
  const cells = row.cells.map((cell, index) =>
    gridCell(
      [cell],
      { width: widths[index] ?? 0, align: columns[index]?.align ?? "left", keepNext },
      control,
    ),
  );
  return new TableRow({ cantSplit: true, children: cells });
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

interface CellStyle {
  readonly width: number;
  readonly align: TableColumn["align"];
  readonly bold?: boolean;
  readonly span?: number;
  readonly keepNext?: boolean;
}

function gridCell(spans: readonly Span[], style: CellStyle, control: FigureControl): TableCell {
  const face = { size: sizes.table, bold: style.bold ?? false };
  return new TableCell({
    width: { size: style.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(style.span !== undefined && { columnSpan: style.span }),
    children: [
      plainParagraph({
        children: spanRuns(spans, face, control),
        style: tableTextStyle,
        alignment: alignments[style.align],
        keepNext: style.keepNext ?? false,
      }),
    ],
  });
}

function centred(
  text: string,
  face: { readonly size: number; readonly bold?: boolean; readonly italic?: boolean },
  spacing: { readonly before: number; readonly after: number } = { before: 0, after: 0 },
  keepNext = true,
): Paragraph {
  return plainParagraph({
    children: [textRun(text, face)],
    alignment: AlignmentType.CENTER,
    spacing,
    keepNext,
  });
}
