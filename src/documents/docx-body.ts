import { AlignmentType, HeadingLevel, Paragraph } from "docx";
import { bodyIndent, bodySpacing } from "./docx-styles.ts";
import { plainParagraph, spanRuns, textRun, type Face, type FigureControl } from "./docx-text.ts";
import type { BodyBlock, HeadingBlock, ParagraphBlock } from "./official-document.ts";
import { pageFormat } from "./page-format.ts";

const size = pageFormat.sizes.body;

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The text in Word paragraphs; the last one holds on to what follows it, so that no signature stands alone. */
export function bodyParagraphs(blocks: readonly BodyBlock[], control: FigureControl): Paragraph[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === "heading") return headingParagraphs(block);
    return [textParagraph(block, control, index === blocks.length - 1)];
  });
}

/** Body text, justified, first line in; dash and plus items alike (khoản 6: nội dung văn bản). */
export function textParagraph(block: ParagraphBlock, control: FigureControl, keepNext = false): Paragraph {
  const face: Face = { size, italic: block.style === "empty" };
  return new Paragraph({
    children: spanRuns(block.spans, face, control),
    alignment: AlignmentType.BOTH,
    spacing: bodySpacing,
    indent: bodyIndent,
    keepNext,
    widowControl: true,
  });
}

/** Letter headings upright, headings without number bold italic, all others bold (size table of Mục V). */
function headingParagraphs({ layout, level, lines }: HeadingBlock): Paragraph[] {
  const face: Face = { size, bold: layout !== "letter", italic: layout === "titled" };
  const title = lines.at(-1) ?? "";
  return [
    // "Phần I" stands on a line of its own and is not a second entry in the outline.
    ...lines.slice(0, -1).map((line) =>
      plainParagraph({
        children: [textRun(line, face)],
        alignment: AlignmentType.CENTER,
        spacing: bodySpacing,
        keepNext: true,
      }),
    ),
    new Paragraph({
      children: [textRun(title, face)],
      heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_6,
      alignment: layout === "part" ? AlignmentType.CENTER : AlignmentType.LEFT,
      keepNext: true,
      keepLines: true,
      ...(lines.length > 1 && { spacing: { ...bodySpacing, before: 0 } }),
    }),
  ];
}
