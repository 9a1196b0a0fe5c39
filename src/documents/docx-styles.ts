import { AlignmentType, type IBaseParagraphStyleOptions, type IStylesOptions } from "docx";
import { documentFont, pointsToTwips, twips } from "./docx-text.ts";
import { pageFormat } from "./page-format.ts";

const { body, sizes } = pageFormat;

/** Spacing of the text: a gap before each paragraph and 1,15 lines within; `auto` is counted in lines, not points. */
export const bodySpacing = {
  before: pointsToTwips(body.gap),
  after: 0,
  line: Math.round(240 * body.lines),
  lineRule: "auto" as const,
};
export const bodyIndent = { firstLine: twips(body.indent) };

export const tableTextStyle = "TableText";

/** The styles a reader finds in Word: one body text, six headings with their place in the outline. */
export function documentStyles(): IStylesOptions {
  const run = { font: documentFont, size: sizes.body * 2, color: "000000" };
  const heading = (changes: IBaseParagraphStyleOptions): IBaseParagraphStyleOptions => ({
    run: { ...run, bold: true, italics: false, ...changes.run },
    paragraph: {
      alignment: AlignmentType.LEFT,
      spacing: bodySpacing,
      indent: bodyIndent,
      keepNext: true,
      keepLines: true,
      ...changes.paragraph,
    },
  });
  return {
    default: {
      document: {
        run: { ...run, language: { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "vi-VN" } },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: "auto" } },
      },
      heading1: heading({ paragraph: { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } }),
      heading2: heading({}),
      heading3: heading({}),
      heading4: heading({}),
      heading5: heading({ run: { bold: false } }),
      heading6: heading({ run: { italics: true } }),
    },
    // LibreOffice sets a cell that holds nothing but a content control in the size of its style.
    paragraphStyles: [
      { id: tableTextStyle, name: "Table Text", basedOn: "Normal", run: { ...run, size: sizes.table * 2 } },
    ],
  };
}
