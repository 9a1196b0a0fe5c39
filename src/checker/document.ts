import { findBlocks, type Block } from "./blocks.ts";
import { type CheckOptions } from "./contract.ts";
import { fold, normaliseText, type NormalisedText } from "./normalise.ts";
import { readPassage, type Passage, type Quantity } from "./quantities.ts";
import { valueOf } from "./intervals.ts";
import { squeeze } from "./squeeze.ts";
import { findTables, type Table } from "./tables.ts";

/** A text that was read: its paragraphs with their quantities, its tables, and what holds for the whole. */
export interface ReadDocument {
  /** The text in NFC, as it is answered. */
  readonly whole: NormalisedText;
  /** The text that is read: without surplus blanks. All offsets of blocks, quantities and drafts are its own. */
  readonly text: string;
  readonly folded: string;
  readonly looseMarks: NormalisedText["looseMarks"];
  /** Offset in the NFC text of an offset in `text`. */
  readonly toWhole: (offset: number) => number;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly tables: readonly Table[];
  /** All quantities of the prose, in order; `quantities[q.index] === q`. */
  readonly quantities: readonly Quantity[];
  /** Plain counts by their noun, for looking up what a share may be a share of. */
  readonly countsByNoun: ReadonlyMap<string, readonly Quantity[]>;
  /** Numbers that the text calls a population. */
  readonly populations: readonly Quantity[];
  /** Year of the report, when its title or dateline tells. */
  readonly year: number | undefined;
  readonly options: CheckOptions;
}

export function readDocument(received: string, options: CheckOptions): ReadDocument {
  const whole = normaliseText(received);
  const { text, toFull, toSqueezed } = squeeze(whole.text);
  const blocks = findBlocks(text);
  const folded = joinLines(text === whole.text ? whole.folded : fold(text), blocks);
  const { tables, inTable } = findTables(text, blocks);
  const passages: Passage[] = [];
  const quantities: Quantity[] = [];
  for (const block of blocks) {
    if (inTable.has(block.index)) continue;
    const passage = readPassage(text, folded, block, passages.length, quantities.length);
    passages.push(passage);
    for (const quantity of passage.quantities) quantities.push(quantity);
  }
  return {
    whole, text, folded, blocks, passages, tables, quantities, options,
    toWhole: toFull,
    looseMarks: whole.looseMarks.map(({ start, end }) => ({ start: toSqueezed(start), end: toSqueezed(end) })),
    countsByNoun: groupCounts(quantities),
    populations: quantities.filter((each) => isPopulation(folded, each)),
    year: reportYear(folded),
  }; // prettier-ignore
}

/** Line breaks within a block were put there by a fixed width: for matching they are blanks. */
function joinLines(folded: string, blocks: readonly Block[]): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end } of blocks) {
    const found = folded.indexOf("\n", start);
    if (found < 0 || found >= end) continue;
    pieces.push(folded.slice(copied, start), folded.slice(start, end).replace(/[\r\n]/g, " "));
    copied = end;
  }
  return pieces.length === 0 ? folded : pieces.join("") + folded.slice(copied);
}

function groupCounts(quantities: readonly Quantity[]): ReadonlyMap<string, readonly Quantity[]> {
  const byNoun = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    if (quantity.kind !== "count" || quantity.unit.noun === "" || quantity.role === "change") continue;
    const known = byNoun.get(quantity.unit.noun);
    if (!known) byNoun.set(quantity.unit.noun, [quantity]);
    else if (known.length < 400) known.push(quantity);
  }
  return byNoun;
}

/** "Dân số trung bình … là 489.945 người"; "395.000/484.186 người đạt 81,6% tổng dân số". */
function isPopulation(folded: string, quantity: Quantity): boolean {
  if (quantity.kind !== "count" || valueOf(quantity) < 1000 || quantity.role === "change") return false;
  if (quantity.unit.unitClass !== undefined && quantity.unit.unitClass !== "person") return false;
  // "Huyện có 98.412 nhân khẩu": the noun itself says so.
  if (/^(?:nhân khẩu|khẩu|dân)$/.test(quantity.unit.noun) && /(?:có|tổng số|là|:)\s?$/.test(quantity.lead))
    return true;
  if (/(?:dân số|nhân khẩu)(?! (?:thành thị|nông thôn|nam|nữ|từ|dưới|trên))[^;.%]{0,60}$/.test(quantity.lead))
    return true;
  const isDenominator = /^[\p{L} ]{0,20}\/\s?$/u.test(quantity.lead);
  return (
    isDenominator && /^[^;.]{0,60}%[^;.,]{0,20}dân số/.test(folded.slice(quantity.end, quantity.end + 100))
  );
}

/** The year that the head of the document speaks of most, if it is also the latest there. */
function reportYear(folded: string): number | undefined {
  const head = folded.slice(0, 1500);
  const years = [
    ...head.matchAll(/(?:năm|ngày \d{1,2}\/\d{1,2}\/|\/)\s?((?:19|20)\d\d)(?![\d-])(?!\s?-\s?\d)/g),
  ].map((match) => Number(match[1]));
  const title = /(?:báo cáo|thông báo|sơ kết|tổng kết)[^]{0,200}?năm\s((?:19|20)\d\d)/.exec(head)?.[1];
  if (title === undefined) return undefined;
  const dateline = /ngày[^\n]{0,20}tháng[^\n]{0,20}năm\s((?:19|20)\d\d)/.exec(head)?.[1];
  const year = Number(title);
  if (dateline !== undefined)
    return Number(dateline) === year || Number(dateline) === year + 1 ? year : undefined;
  return years.filter((each) => each === year).length >= 2 ? year : undefined;
}
