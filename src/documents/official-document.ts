import { withoutControls } from "#charts/markup.ts";
import type {
  Annex,
  AnnexBlock,
  Furniture,
  Paragraph,
  Report,
  ReportSection,
  SectionLayout,
  Span,
  Table,
} from "#domain/report.ts";
import { agencyInSentence } from "#wording/agency-name.ts";
import {
  annexLabel,
  annexReferenceLine,
  endMark,
  illustrativeNotice,
  listLines,
  motto,
  nationalName,
  numberLine,
  placeDateLine,
  upperCase,
} from "#wording/furniture.ts";
import { sectionHeading } from "#wording/section-heading.ts";

/** A report with every word decided, in reading order: what Word, PDF and HTML print, each in its own way. */
export interface OfficialDocument {
  /** For the file's properties: the kind and the subject in one line. */
  readonly title: string;
  /** The issuing agency as written in a sentence. */
  readonly author: string;
  readonly year: number;
  readonly month: number;
  /** Printed on every page when the values are illustrative. */
  readonly notice?: string;
  readonly letterhead: Letterhead;
  readonly kind: string;
  readonly subject: readonly string[];
  /** One name, or several lines with dashes. */
  readonly addressees: readonly string[];
  readonly body: readonly BodyBlock[];
  readonly recipients: readonly string[];
  readonly signer: { readonly post: readonly string[]; readonly name: string };
  readonly annexes: readonly PrintedAnnex[];
}

export interface Letterhead {
  readonly parentAgency: string;
  readonly agency: string;
  readonly nationalName: string;
  readonly motto: string;
  readonly number: string;
  readonly placeDate: string;
}

export type BodyBlock = HeadingBlock | ParagraphBlock;

export interface HeadingBlock {
  readonly kind: "heading";
  readonly layout: SectionLayout;
  /** Depth in the document's outline, from 1. */
  readonly level: number;
  /** Two lines for a part: its number and its title. */
  readonly lines: readonly string[];
}

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly style: Paragraph["style"];
  readonly spans: readonly Span[];
}

export interface PrintedAnnex {
  readonly label: string;
  readonly title: string;
  readonly reference: string;
  readonly orientation: Annex["orientation"];
  readonly blocks: readonly PrintedAnnexBlock[];
}

export type PrintedAnnexBlock =
  ParagraphBlock | { readonly kind: "table"; readonly table: Table } | Extract<AnnexBlock, { kind: "chart" }>;

/** Decides every word of the printed report; throws when a table row has more cells than the table has columns. */
export function layOutReport(report: Report): OfficialDocument {
  const furniture = cleanFurniture(report.furniture);
  const kind = upperCase(furniture.kind);
  return {
    title: [kind, ...furniture.subject].join(" "),
    author: agencyInSentence(furniture),
    year: furniture.year,
    month: furniture.month,
    ...(report.illustrative && { notice: illustrativeNotice }),
    letterhead: {
      parentAgency: upperCase(furniture.parentAgency),
      agency: upperCase(furniture.agency),
      nationalName,
      motto,
      number: numberLine(furniture),
      placeDate: placeDateLine(furniture),
    },
    kind,
    subject: furniture.subject,
    addressees: furniture.addressees.length > 1 ? listLines(furniture.addressees) : furniture.addressees,
    body: endWithMark(report.sections.flatMap(layOutSection)),
    recipients: listLines(furniture.recipients),
    signer: layOutSigner(furniture.signer),
    annexes: report.annexes.map((annex, index) => ({
      label: annexLabel(index, report.annexes.length),
      title: upperCase(clean(annex.title)),
      reference: annexReferenceLine(furniture),
      orientation: annex.orientation,
      blocks: annex.blocks.flatMap(layOutAnnexBlock),
    })),
  };
}

/** Quyền hạn and chức vụ in capitals, one a line; the name as it is written (khoản 7). */
function layOutSigner({ authority, title, name }: Furniture["signer"]): OfficialDocument["signer"] {
  const post = [authority ?? "", title].map((line) => upperCase(clean(line)));
  return { post: post.filter((line) => line !== ""), name: clean(name ?? "") };
}

function layOutSection(section: ReportSection): BodyBlock[] {
  const paragraphs = section.paragraphs.flatMap(layOutParagraph);
  const { layout } = section;
  const { label, title, level } = sectionHeading(layout, clean(section.number ?? ""), clean(section.title));
  if (layout === "untitled" && label === "") return paragraphs;

  const [first, ...rest] = paragraphs;
  // A khoản without a title of its own: the number runs into its text, not bold (khoản 6).
  if (title === "" && layout !== "part" && first?.style === "body") {
    return [{ ...first, spans: mergeSpans([{ text: `${label} ` }, ...first.spans]) }, ...rest];
  }
  const lines = layout === "part" ? [label, title] : [`${label} ${title}`.trim()];
  const printed = lines.filter((line) => line !== "");
  if (printed.length === 0) return paragraphs;
  return [{ kind: "heading", layout, level, lines: printed }, ...paragraphs];
}

const paragraphMarks = { body: "", empty: "", dash: "- ", plus: "+ " } as const;

function layOutParagraph({ style, sentences }: Paragraph): ParagraphBlock[] {
  const spans = mergeSpans(
    sentences
      .map((sentence) => sentence.spans.map(cleanSpan).filter((span) => span.text !== ""))
      .filter((sentence) => sentence.length > 0)
      .flatMap((sentence, index) => (index === 0 ? sentence : [{ text: " " }, ...sentence])),
  );
  if (spans.every((span) => span.text.trim() === "")) return [];
  const mark = paragraphMarks[style];
  return [{ kind: "paragraph", style, spans: mark === "" ? spans : mergeSpans([{ text: mark }, ...spans]) }];
}

/** Neighbouring words in the same face become one span; figures stay apart. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const joins = last?.figure === undefined && span.figure === undefined && last?.emphasis === span.emphasis;
    if (last !== undefined && joins) {
      merged[merged.length - 1] = { ...last, text: (last.text + span.text).replace(/ {2,}/g, " ") };
    } else merged.push(span);
  }
  return merged;
}

function endWithMark(blocks: readonly BodyBlock[]): BodyBlock[] {
  const last = blocks.at(-1);
  if (last === undefined) return [];
  const earlier = blocks.slice(0, -1);
  if (last.kind === "heading") {
    const { kept, mark } = endMark(last.lines.at(-1) ?? "");
    return [...earlier, { ...last, lines: [...last.lines.slice(0, -1), kept + mark] }];
  }
  const span = last.spans.at(-1) ?? { text: "" };
  const { kept, mark } = endMark(span.text);
  const ended = mergeSpans([...last.spans.slice(0, -1), { ...span, text: kept }, { text: mark }]);
  return [...earlier, { ...last, spans: ended.filter((part) => part.text !== "") }];
}

function layOutAnnexBlock(block: AnnexBlock): PrintedAnnexBlock[] {
  switch (block.kind) {
    case "paragraph":
      return layOutParagraph(block.paragraph);
    case "table":
      return [{ kind: "table", table: layOutTable(block.table) }];
    case "chart": {
      const { title, description, source } = block.chart;
      const words = {
        title: clean(title),
        description: clean(description),
        source: sourceLine(clean(source)),
      };
      return [{ kind: "chart", chart: { ...block.chart, ...words } }];
    }
  }
}

function sourceLine(source: string): string {
  return source === "" || /^nguồn/iu.test(source) ? source : `Nguồn: ${source}`;
}

/** Short rows are filled with empty cells; widths add up to exactly 1. */
function layOutTable(table: Table): Table {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  return {
    ...(table.caption !== undefined && { caption: clean(table.caption) }),
    columns: table.columns.map((column) => ({
      ...column,
      title: clean(column.title),
      width: total > 0 ? column.width / total : 1 / table.columns.length,
    })),
    rows: table.rows.map((row, index) => {
      if (row.cells.length > table.columns.length) {
        throw new RangeError(
          `Table row ${index + 1} has ${row.cells.length} cells for ${table.columns.length} columns.`,
        );
      }
      if (row.heading) return { ...row, cells: mergeHeading(row.cells) };
      return { ...row, cells: table.columns.map((_, cell) => cleanSpan(row.cells[cell] ?? { text: "" })) };
    }),
    notes: table.notes.map(clean).filter((note) => note !== ""),
  };
}

/** A heading row is one cell across the table, whatever number of cells its words came in. */
function mergeHeading(cells: readonly Span[]): Span[] {
  const words = cells.map(cleanSpan).filter((cell) => cell.text !== "");
  return [words.length === 1 && words[0] ? words[0] : { text: words.map((cell) => cell.text).join(" ") }];
}

function cleanFurniture(furniture: Furniture): Furniture {
  const lines = (texts: readonly string[]): string[] => texts.map(clean).filter((text) => text !== "");
  return {
    ...furniture,
    parentAgency: clean(furniture.parentAgency),
    agency: clean(furniture.agency),
    symbol: clean(furniture.symbol),
    place: clean(furniture.place),
    kind: clean(furniture.kind),
    subject: lines(furniture.subject),
    addressees: lines(furniture.addressees),
    recipients: lines(furniture.recipients),
  };
}

function cleanSpan(span: Span): Span {
  return { ...span, text: singleSpaced(span.text) };
}

function clean(text: string): string {
  return singleSpaced(text).trim();
}

/** What every format can hold: one line, Unicode NFC (TCVN 6909:2001), no runs of spaces. */
function singleSpaced(text: string): string {
  return withoutControls(text).normalize("NFC").replace(/ {2,}/g, " ");
}
