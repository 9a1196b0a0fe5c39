import { Refusal } from "#domain/refusal.ts";
import { type Block, type TextPiece } from "./document-blocks.ts";
import { documentLimits } from "./document-limits.ts";
import { fieldTracker } from "./docx-fields.ts";
import { type ListCounter } from "./docx-numbering.ts";
import { fontKindOf, type DocxStyles, type ListPlace, type RunLook } from "./docx-styles.ts";
import { raisedDigits, symbolText } from "./docx-symbols.ts";
import { type SourcePoint } from "./text-source.ts";

/** What a part of a Word file is read with. */
export interface DocxContext {
  readonly file: string;
  readonly styles: DocxStyles;
  readonly nextLabel: ListCounter;
  readonly tally: DocxTally;
}

/** What was read in another way than it looks. */
export interface DocxTally {
  changes: number;
  hiddenCharacters: number;
  unreadParts: number;
}

interface OpenParagraph {
  readonly pieces: TextPiece[];
  readonly place: { start: number; end: number };
  style: string | undefined;
  look: RunLook;
  list: ListPlace;
  /** Its mark was deleted: it runs on into the next one. */
  isJoined: boolean;
  readonly boxes: Block[];
}

interface OpenRun {
  readonly start: number;
  look: RunLook;
}

/** Text that runs downwards: the body, a table cell, a text box, a note. */
interface Column {
  readonly blocks: Block[];
  carried: readonly TextPiece[];
}

/** Where the pieces of text in a Word file go while it is read; everything may stand in everything. */
export type DocxFlow = ReturnType<typeof docxFlow>;

/** Builds blocks from text as it comes; text of notes takes the place that `noteAt` gives it. */
export function docxFlow(
  { file, styles, nextLabel, tally }: DocxContext,
  noteAt?: () => SourcePoint | undefined,
) {
  const columns: Column[] = [{ blocks: [], carried: [] }];
  const paragraphs: OpenParagraph[] = [];
  const runs: OpenRun[] = [];
  const fields = fieldTracker();
  let characters = 0;
  const column = (): Column => columns[columns.length - 1]!;

  /** The outermost paragraph and run alone take marks; what stands deeper in them is found by the run. */
  const pointAt = (node: number, offset: number): SourcePoint | undefined => {
    const note = noteAt?.();
    if (noteAt) return note && { ...note, offset: Math.min(1, offset) };
    const paragraph = paragraphs[0]?.place;
    if (!paragraph) return undefined;
    if (paragraphs.length === 1 && runs.length < 2) return { paragraph, node, offset };
    const whole = { paragraph, node: runs[0]?.start ?? node, offset: Math.min(1, offset) };
    return paragraphs.length > 1 ? { ...whole, aside: "text-box" } : whole;
  };

  return {
    fields,
    paragraph: (): OpenParagraph | undefined => paragraphs.at(-1),
    run: (): OpenRun | undefined => runs.at(-1),
    openRun: (start: number): void => void runs.push({ start, look: paragraphs.at(-1)?.look ?? {} }),
    closeRun: (): void => void runs.pop(),
    /** Where the run stands that is being read, for what refers to it. */
    runPoint: (): SourcePoint | undefined => (runs[0] ? pointAt(runs[0].start, 0) : undefined),

    /** Text that the file holds at `node`, from one offset to another. */
    add(text: string, node: number, from: number, until: number): void {
      const paragraph = paragraphs.at(-1);
      if (!paragraph || text === "" || !fields.isShown()) return;
      characters += text.length;
      if (characters > documentLimits.characters)
        throw new Refusal("too-much-text", { file, limit: documentLimits.characters });
      const look = runs.at(-1)?.look ?? {};
      if (look.isHidden) return void (tally.hiddenCharacters += text.length);
      const font = fontKindOf(look.font);
      const ends = { from: pointAt(node, from), until: pointAt(node, until) };
      paragraph.pieces.push({
        text: shownText(text, look, paragraph.pieces.at(-1)?.text ?? ""),
        ...(font ? { font } : {}),
        ...(ends.from && ends.until ? { from: ends.from, until: ends.until } : {}),
      });
    },

    openColumn: (): void => void columns.push({ blocks: [], carried: [] }),
    closeColumn(): readonly Block[] {
      const { blocks, carried } = columns.length > 1 ? columns.pop()! : column();
      if (carried.length > 0) blocks.push({ kind: "paragraph", pieces: carried });
      return blocks;
    },
    addBlock: (block: Block): void => void column().blocks.push(block),
    /** Blocks of a text box come behind the paragraph that it hangs on. */
    addBox: (blocks: readonly Block[]): void =>
      void (paragraphs.at(-1)?.boxes ?? column().blocks).push(...blocks),

    openParagraph(start: number): void {
      const place = { start, end: start };
      const look = styles.look(undefined);
      paragraphs.push({ pieces: [], place, style: undefined, look, list: {}, isJoined: false, boxes: [] });
    },
    closeParagraph(end: number): void {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      const { pieces, place, style, list, isJoined, boxes } = paragraph;
      place.end = end;
      fields.endParagraph();
      const { list: id = "0", level = 0 } = { ...styles.listPlace(style), ...list };
      const label = id === "0" ? "" : nextLabel(id, level);
      const isLabelled = label !== "" && pieces.some(({ text }) => /\S/.test(text));
      const whole = [...column().carried, ...(isLabelled ? [{ text: `${label} ` }] : []), ...pieces];
      column().carried = isJoined ? whole : [];
      if (!isJoined) column().blocks.push({ kind: "paragraph", pieces: whole });
      column().blocks.push(...boxes);
    },
  };
}

function shownText(text: string, look: RunLook, before: string): string {
  if (look.isRaised && /\d$/.test(before) && /^[\d,; ]+$/.test(text)) return raisedDigits(text);
  if (fontKindOf(look.font) !== "symbol") return text;
  return text.replaceAll(/[\uf000-\uf0ff]/g, (sign) => symbolText(sign.charCodeAt(0), look.font));
}
