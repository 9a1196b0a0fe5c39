import {
  convertFont,
  decodeFont,
  surveyFonts,
  type FontSurvey,
  type LegacyFont,
} from "#domain/legacy-text.ts";
import { type Block, type FontKind, type Paragraph, type TextPiece } from "./document-blocks.ts";
import { changePieces, changesOf, joinPieces } from "./piece-changes.ts";

/** The paragraphs of a document in Unicode, and the font encodings that were converted. */
export interface ConvertedBlocks {
  readonly blocks: readonly Block[];
  readonly fonts: readonly LegacyFont[];
}

/** How the text of one kind of font is converted, and whether the file itself names such a font. */
interface FontReading {
  readonly survey: FontSurvey;
  readonly inCapitals: boolean;
}

/** One code of the VNI fonts: a vowel with its mark, or a letter. */
const vniCode = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[^]/gi;

/**
 * Converts text in the eight-bit fonts (.VnTime, VNI-Times…) to Unicode: by the font that the file names, or, where
 * it names another, by the words themselves. Text in such a font that is Unicode already stays as it is.
 */
export function convertLegacyFonts(blocks: readonly Block[]): ConvertedBlocks {
  const readings = readingsOf(blocks);
  const fonts = new Set<LegacyFont>();
  const converted = mapParagraphs(blocks, ({ pieces }) => {
    const groups = groupByFont(pieces).flatMap((group) => {
      const reading = readings.get(group[0]?.font);
      const changed = reading === undefined ? group : convertGroup(group, reading);
      if (changed !== group && reading?.survey.font) fonts.add(reading.survey.font);
      return changed;
    });
    return { kind: "paragraph", pieces: groups };
  });
  return { blocks: fonts.size === 0 ? blocks : converted, fonts: [...fonts].toSorted() };
}

function readingsOf(blocks: readonly Block[]): ReadonlyMap<FontKind | undefined, FontReading> {
  const texts = new Map<FontKind | undefined, string[]>();
  eachParagraph(blocks, ({ pieces }) => {
    for (const group of groupByFont(pieces)) {
      const text = joinPieces(group);
      // oxlint-disable-next-line no-control-regex -- only codes outside ASCII tell fonts apart
      if (!/[^\0-\x7f]/.test(text)) continue;
      const known = texts.get(group[0]?.font);
      if (known) known.push(text);
      else texts.set(group[0]?.font, [text]);
    }
  });
  return new Map([...texts].map(([font, found]) => [font, readingOf(font, found.join(" "))]));
}

function readingOf(font: FontKind | undefined, text: string): FontReading {
  const found = surveyFonts(text);
  if (font === undefined || font === "symbol") return { survey: found, inCapitals: false };
  const named: LegacyFont = font === "vni" ? "vni" : "tcvn3";
  return {
    survey: { font: named, hasUnicode: found.hasUnicode },
    inCapitals: font === "tcvn3-capitals",
  };
}

function groupByFont(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const groups: TextPiece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group && group[0]?.font === piece.font) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function convertGroup(
  group: readonly TextPiece[],
  { survey, inCapitals }: FontReading,
): readonly TextPiece[] {
  const { font } = survey;
  const text = joinPieces(group);
  if (font === undefined) return group;
  const converted = convertFont(text, survey);
  const isLegacy = converted !== text.normalize("NFC");
  if (!isLegacy) return inCapitals ? capitals(group) : group;
  if (font === "vni")
    return changePieces(
      group,
      changesOf(text, vniCode, (code) => decodeFont(code, font)),
    );
  const same =
    converted.length === text.length
      ? sameLength(group, converted)
      : changePieces(group, [{ start: 0, end: text.length, text: converted }]);
  return inCapitals ? capitals(same) : same;
}

/** TCVN3 has one code for each letter. */
function sameLength(group: readonly TextPiece[], converted: string): readonly TextPiece[] {
  let at = 0;
  return group.map((piece) => {
    at += piece.text.length;
    return { ...piece, text: converted.slice(at - piece.text.length, at) };
  });
}

/** Fonts such as .VnTimeH draw small letters as capitals. */
function capitals(group: readonly TextPiece[]): readonly TextPiece[] {
  return group.map((piece) => ({ ...piece, text: piece.text.toUpperCase() }));
}

function eachParagraph(blocks: readonly Block[], visit: (paragraph: Paragraph) => void): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") visit(block);
    else for (const row of block.rows) for (const cell of row.cells) eachParagraph(cell.blocks, visit);
  }
}

function mapParagraphs(
  blocks: readonly Block[],
  change: (paragraph: Paragraph) => Paragraph,
): readonly Block[] {
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? change(block)
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, blocks: mapParagraphs(cell.blocks, change) })),
          })),
        },
  );
}
