import { foldWords } from "../figures/fold-words.ts";
import { entryKinds, type SearchEntry } from "./search-entry.ts";

/** An entry made ready to be searched any number of times. */
export interface IndexedEntry {
  readonly entry: SearchEntry;
  readonly texts: readonly IndexedText[];
}

interface IndexedText {
  /** Small letters without marks. */
  readonly folded: string;
  readonly words: readonly string[];
  /** Small letters with their marks. */
  readonly marked: string;
  /** What it costs to be found by this text and not by the name. */
  readonly distance: number;
}

/** Prepares entries for `findEntries`; its names count most, then name and place together, then what has to do with it. */
export function indexEntries(entries: readonly SearchEntry[]): IndexedEntry[] {
  return entries.map((entry) => ({
    entry,
    texts: [
      indexText(entry.name, 0),
      ...entry.also.map((text) => indexText(text, 0.1)),
      ...(entry.loosely ?? []).map((text) => indexText(text, 1.1)),
      ...(entry.hint === "" ? [] : [indexText(`${entry.name} ${entry.hint}`, 0.6)]),
    ],
  }));
}

/**
 * The entries that answer what was typed, the best first: with or without diacritics, words in any order. Whole name
 * before beginning of the name, before beginnings of words, before what stands inside a word; of two alike the one
 * with the same diacritics, then what is there today, then the shorter name.
 */
export function findEntries(index: readonly IndexedEntry[], typed: string): SearchEntry[] {
  const asked = indexText(typed, 0);
  if (asked.words.length === 0) return [];
  return index
    .flatMap(({ entry, texts }) => {
      const distance = Math.min(...texts.map((text) => distanceOf(text, asked)));
      return Number.isFinite(distance) ? [{ entry, distance }] : [];
    })
    .toSorted((a, b) => a.distance - b.distance || compareEntries(a.entry, b.entry))
    .map(({ entry }) => entry);
}

function indexText(text: string, distance: number): IndexedText {
  const folded = foldWords(text);
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return { folded: words.join(" "), words, marked: text.normalize("NFC").toLowerCase(), distance };
}

/** How far a text is from what was typed; infinitely when a word typed is nowhere in it. */
function distanceOf(text: IndexedText, asked: IndexedText): number {
  const marks = text.marked.includes(asked.marked.trim()) ? 0 : 0.2;
  return gradeOf(text, asked) + text.distance + marks;
}

function gradeOf(text: IndexedText, asked: IndexedText): number {
  if (text.folded === asked.folded) return 0;
  if (`${text.folded} `.startsWith(`${asked.folded} `)) return 1;
  if (text.folded.startsWith(asked.folded)) return 1.5;
  if (asked.words.every((piece) => text.words.some((word) => word.startsWith(piece)))) return 2;
  return asked.words.every((piece) => text.folded.includes(piece)) ? 3 : Infinity;
}

function compareEntries(a: SearchEntry, b: SearchEntry): number {
  return (
    entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) ||
    Number(a.isPast ?? false) - Number(b.isPast ?? false) ||
    a.name.length - b.name.length ||
    a.name.localeCompare(b.name, "vi")
  );
}
