import {
  AlignmentType,
  Document,
  Header,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
  type ISectionOptions,
} from "docx";
import type { Report } from "#domain/report.ts";
import { annexChildren } from "./docx-annex.ts";
import { bodyParagraphs } from "./docx-body.ts";
import { addresseeParagraphs, letterheadTable, signatureTable, titleParagraphs } from "./docx-furniture.ts";
import { fixPackage } from "./docx-package.ts";
import { documentStyles } from "./docx-styles.ts";
import { documentFont, figureControls, plainParagraph, textRun, twips } from "./docx-text.ts";
import { layOutReport, type OfficialDocument } from "./official-document.ts";
import { pageFormat, textArea, type Orientation } from "./page-format.ts";
import { ruleLengths } from "./rule-lengths.ts";

/**
 * The report as a Word document in the layout of Nghị định 30/2020/NĐ-CP, number and day blank for the registry.
 * The same report gives the same bytes. Figures stand in content controls tagged `f0`, `f1`…
 */
export async function printReportDocx(report: Report): Promise<Uint8Array> {
  const document = layOutReport(report);
  const control = figureControls(report.figures);
  const sections = [section(document, "portrait", mainChildren(document, control))];
  for (const annex of document.annexes) {
    sections.push(section(document, annex.orientation, await annexChildren(annex, control)));
  }
  const file = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    description: "",
    styles: documentStyles(),
    sections,
  });
  return fixPackage(await Packer.toBuffer(file), document);
}

function mainChildren(
  document: OfficialDocument,
  control: ReturnType<typeof figureControls>,
): ISectionOptions["children"] {
  const rules = ruleLengths(document);
  return [
    letterheadTable(document.letterhead, rules),
    ...titleParagraphs(document, rules),
    ...addresseeParagraphs(document.addressees),
    ...bodyParagraphs(document.body, control),
    signatureTable(document),
    flatParagraph(),
  ];
}

/** Word wants a paragraph after a table; this one takes no room, so it cannot start an empty page. */
function flatParagraph(): Paragraph {
  return plainParagraph({ spacing: { line: 20, lineRule: "exact" }, run: { size: 2 } });
}

/** A section on a page of its own, numbered by itself from 1; its first page does not show the number (Mục I, khoản 7). */
function section(
  document: OfficialDocument,
  orientation: Orientation,
  children: ISectionOptions["children"],
): ISectionOptions {
  const { margins, header, paper } = pageFormat;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: twips(paper.width),
          height: twips(paper.height),
          orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(header),
          footer: twips(header),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [headerParagraph(document, orientation, false)] }),
      default: new Header({ children: [headerParagraph(document, orientation, true)] }),
    },
    children,
  };
}

/** Page number in the middle of the top margin; at its right the notice of a report made from illustrative values. */
function headerParagraph(
  { notice }: OfficialDocument,
  orientation: Orientation,
  numbered: boolean,
): Paragraph {
  const size = pageFormat.sizes.pageNumber;
  const number = new TextRun({
    children: [PageNumber.CURRENT],
    font: documentFont,
    size: size * 2,
    color: "000000",
  });
  const numbers = numbered ? [number] : [];
  if (notice === undefined) return plainParagraph({ alignment: AlignmentType.CENTER, children: numbers });

  const width = twips(textArea(orientation).width);
  const tab = (): TextRun => new TextRun({ children: [new Tab()], font: documentFont, size: size * 2 });
  return plainParagraph({
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [tab(), ...numbers, tab(), textRun(notice, { size: 12, bold: true })],
  });
}
