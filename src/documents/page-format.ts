/**
 * The measures of an administrative document: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I and the size table
 * in Mục V. Where the decree leaves a range, one value that satisfies all of it. Millimetres and points.
 */
export const pageFormat = {
  paper: { width: 210, height: 297 },
  /** Top and bottom 20–25, left 30–35, right 15–20. */
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  /** From the paper's edge to the page number, which stands in the top margin. */
  header: 10,
  sizes: {
    nationalName: 13,
    motto: 14,
    parentAgency: 13,
    agency: 13,
    number: 13,
    placeDate: 14,
    kind: 14,
    subject: 14,
    body: 14,
    recipientsTitle: 12,
    recipients: 11,
    signer: 14,
    pageNumber: 13,
    annexReference: 13,
    /** Not in the decree: one step below the text, so that wide tables fit. */
    table: 12,
    note: 12,
  },
  body: {
    /** 1 cm or 1,27 cm. */
    indent: 10,
    /** At least 6 pt between paragraphs. */
    gap: 6,
    /** From single to 1,5 lines. */
    lines: 1.15,
  },
  /** The rule under the agency and under the subject is one third to one half as long as the text above it. */
  ruleShare: 0.4,
  ruleThickness: 0.75,
  /** The two columns of the letterhead and of the signature block as measured in the decree's own file, in twips. */
  letterheadColumns: [3829, 5670],
  signatureColumns: [2994, 6290],
  /** Empty lines for the signature and the seal. */
  signatureLines: 4,
} as const;

/** Height of a single line of Times New Roman (and of Tinos, its metric twin), in em: ascent, descent, line gap. */
export const singleLine = 0.891 + 0.216 + 0.042;

export type Orientation = "portrait" | "landscape";

/** Width and height of the text area in mm. */
export function textArea(orientation: Orientation): { readonly width: number; readonly height: number } {
  const { paper, margins } = pageFormat;
  const [width, height] =
    orientation === "portrait" ? [paper.width, paper.height] : [paper.height, paper.width];
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}

const pixelsPerInch = 96;
const millimetresPerInch = 25.4;
/** A chart leaves room on its page for the annex title above and its words below. */
const chartHeightShare = 0.6;

/** The size in mm at which a picture of so many px is printed: its own, or smaller so that it fits the page. */
export function printedSize(
  picture: { readonly width: number; readonly height: number },
  orientation: Orientation,
): { readonly width: number; readonly height: number } {
  const area = textArea(orientation);
  const natural = millimetresPerInch / pixelsPerInch;
  const scale = Math.min(
    natural,
    area.width / picture.width,
    (area.height * chartHeightShare) / picture.height,
  );
  return { width: picture.width * scale, height: picture.height * scale };
}
