import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { plainParagraph, pointsToTwips, ruleParagraph, textRun, twips, type Face } from "./docx-text.ts";
import type { Letterhead, OfficialDocument } from "./official-document.ts";
import { pageFormat, textArea } from "./page-format.ts";
import type { ruleLengths } from "./rule-lengths.ts";
import { textWidth } from "./text-width.ts";

type RuleLengths = ReturnType<typeof ruleLengths>;

const { sizes, letterheadColumns, signatureColumns } = pageFormat;

/** Agency and national name side by side, number and date below: ô 1 to 4 of the decree's diagram. */
export function letterheadTable(letterhead: Letterhead, rules: RuleLengths): Table {
  const [left, right] = letterheadColumns;
  const { parentAgency, agency, nationalName, motto, number, placeDate } = letterhead;
  return frame(letterheadColumns, [
    [
      [
        ...(parentAgency === "" ? [] : [centred(parentAgency, { size: sizes.parentAgency })]),
        centred(agency, { size: sizes.agency, bold: true }),
        ruleParagraph(rules.agency, left, 60),
      ],
      [
        centred(nationalName, { size: sizes.nationalName, bold: true }),
        centred(motto, { size: sizes.motto, bold: true }),
        ruleParagraph(rules.motto, right, 60),
      ],
    ],
    [
      [centred(number, { size: sizes.number }, 120)],
      [centred(placeDate, { size: sizes.placeDate, italic: true }, 120)],
    ],
  ]);
}

/** Tên loại, trích yếu and the rule under it: ô 5a. */
export function titleParagraphs({ kind, subject }: OfficialDocument, rules: RuleLengths): Paragraph[] {
  const column = twips(textArea("portrait").width);
  return [
    centred(kind, { size: sizes.kind, bold: true }, pointsToTwips(18)),
    ...subject.map((line) => centred(line, { size: sizes.subject, bold: true })),
    ruleParagraph(rules.subject, column, 60),
    plainParagraph({ spacing: { before: 0, line: 120, lineRule: "exact" } }),
  ];
}

/** Kính gửi: one name on the same line, several one a line with their dashes under the colon (khoản 9). */
export function addresseeParagraphs(addressees: readonly string[]): Paragraph[] {
  const [only, ...others] = addressees;
  if (only === undefined) return [];
  const face = { size: sizes.body };
  const spacing = { before: pointsToTwips(pageFormat.body.gap) };
  if (others.length === 0) return [centred(`Kính gửi: ${only}`, face, spacing.before)];

  const column = twips(textArea("portrait").width);
  const widest = Math.max(...addressees.map((line) => pointsToTwips(textWidth(line, sizes.body, "regular"))));
  const lead = pointsToTwips(textWidth("Kính gửi", sizes.body, "regular"));
  const side = Math.max(0, Math.floor((column - lead - widest) / 2));
  return [
    plainParagraph({
      children: [textRun("Kính gửi:", face)],
      indent: { left: side },
      spacing,
      keepNext: true,
    }),
    ...addressees.map((line) =>
      plainParagraph({
        children: [textRun(line, face)],
        indent: { left: side + lead },
        spacing: { before: 40 },
      }),
    ),
  ];
}

/** Nơi nhận at the left, post, room for the signature and name at the right; never parted by a page end. */
export function signatureTable({ recipients, signer }: OfficialDocument): Table {
  const post: Face = { size: sizes.signer, bold: true };
  const room = Array.from({ length: pageFormat.signatureLines }, () => centred("", post));
  return frame(signatureColumns, [
    [
      [
        plainParagraph({
          children: [textRun("Nơi nhận:", { size: sizes.recipientsTitle, bold: true, italic: true })],
          spacing: { before: pointsToTwips(12) },
        }),
        ...recipients.map((line) =>
          plainParagraph({ children: [textRun(line, { size: sizes.recipients })] }),
        ),
      ],
      [
        ...signer.post.map((line, index) => centred(line, post, index === 0 ? pointsToTwips(12) : 0)),
        ...room,
        ...(signer.name === "" ? [] : [centred(signer.name, post)]),
      ],
    ],
  ]);
}

function centred(text: string, face: Face, before = 0): Paragraph {
  return plainParagraph({
    children: [textRun(text, face)],
    alignment: AlignmentType.CENTER,
    spacing: { before },
  });
}

/** A table that only places its cells: no borders, no cell margins, fixed columns in twips, centred on the text. */
function frame(
  columns: readonly [number, number],
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columns[0] + columns[1], type: WidthType.DXA },
    columnWidths: columns,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ children, borders, width: { size: columns[index] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  });
}
