import {
  BorderStyle,
  BuilderElement,
  Paragraph,
  RunProperties,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
  type XmlComponent,
} from "docx";
import type { PrintedFigure, Span } from "#domain/report.ts";
import { pageFormat } from "./page-format.ts";

/** Named for all four scripts, so that Word takes its own font for no letter. */
const fontName = "Times New Roman";
export const documentFont = { ascii: fontName, hAnsi: fontName, eastAsia: fontName, cs: fontName };

/** Size in points, upright and regular unless said otherwise. */
export interface Face {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

export function pointsToTwips(points: number): number {
  return Math.round(points * 20);
}

/** One run with its font, size and colour spelled out, whatever style stands around it. */
export function textRun(text: string, face: Face): TextRun {
  return new TextRun({ text, ...runProperties(face) });
}

function runProperties({ size, bold = false, italic = false }: Face) {
  return { font: documentFont, size: size * 2, bold, italics: italic, color: "000000" };
}

/** Runs of a paragraph; figures become content controls. */
export function spanRuns(spans: readonly Span[], face: Face, control: FigureControl): ParagraphChild[] {
  return spans.map((span) => {
    const spanFace = {
      ...face,
      bold: face.bold === true || span.emphasis === "bold",
      italic: face.italic === true || span.emphasis === "italic",
    };
    return span.figure === undefined
      ? textRun(span.text, spanFace)
      : control(span.figure, span.text, spanFace);
  });
}

/** Wraps the run of a figure, so that a document edited in Word can be read back figure by figure. */
export type FigureControl = (figure: number, text: string, face: Face) => ParagraphChild;

/** Word refuses longer names and tags. */
const longestName = 64;

/** Content controls tagged `f0`, `f1`… after the report's figures, each with an id of its own in this document. */
export function figureControls(figures: readonly PrintedFigure[]): FigureControl {
  let lastId = 0;
  return (figure, text, face) => {
    lastId += 1;
    const alias = Array.from(figures[figure]?.name.vi ?? "")
      .slice(0, longestName)
      .join("");
    const control = element("w:sdt", [
      element("w:sdtPr", [
        new RunProperties(runProperties(face)), // so that a number typed anew keeps its size
        ...(alias === "" ? [] : [valueElement("w:alias", alias)]),
        valueElement("w:tag", `f${figure}`),
        valueElement("w:id", String(lastId)),
        element("w:text", []),
      ]),
      element("w:sdtContent", [textRun(text, face)]),
    ]);
    // The library has no content controls, and its type of what a paragraph may hold is a closed list.
    return control as XmlComponent as ParagraphChild;
  };
}

type Element = BuilderElement<{ value: string }>;

function element(name: string, children: readonly XmlComponent[]): Element {
  return new BuilderElement({ name, children });
}

function valueElement(name: string, value: string): Element {
  return new BuilderElement({ name, attributes: { value: { key: "w:val", value } } });
}

/** A paragraph of single lines without indent, the ground for letterhead, tables and signature. */
export function plainParagraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({
    ...options,
    spacing: { before: 0, after: 0, line: 240, lineRule: "auto", ...options.spacing },
  });
}

/** A drawn rule of the given length in points, centred in a column: the border of an empty, flat paragraph. */
export function ruleParagraph(length: number, columnWidth: number, before: number): Paragraph {
  const side = Math.max(0, Math.round((columnWidth - pointsToTwips(length)) / 2));
  return new Paragraph({
    indent: { left: side, right: side, firstLine: 0 },
    spacing: { before, after: 0, line: 40, lineRule: "exact" },
    border: {
      top: { style: BorderStyle.SINGLE, size: pageFormat.ruleThickness * 8, space: 0, color: "000000" },
    },
    run: { size: 2 },
  });
}
