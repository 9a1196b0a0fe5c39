import type { PDFPageProxy } from "pdfjs-dist";
import { documentLimits } from "./document-limits.ts";
import { type Rule } from "./pdf-rules.ts";

/** A stretch of text as a PDF draws it; in points, `y` downwards to the line that the letters stand on. */
export interface Chunk {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly chunks: readonly Chunk[];
  /** Read only where something on the page looks like a table. */
  readonly rules: readonly Rule[];
}

type TextItems = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"];

/** The upright text of one page; watermarks across the page are left out. `undefined` when it never seems to end. */
export async function readChunks(page: PDFPageProxy): Promise<readonly Chunk[] | undefined> {
  const { transform } = page.getViewport({ scale: 1 });
  const reader = page.streamTextContent().getReader();
  const chunks: Chunk[] = [];
  for (let items = await nextItems(reader); items; items = await nextItems(reader)) {
    // The library cannot be stopped in the middle of a page; what comes is no longer kept.
    if (chunks.length > documentLimits.pdfItemsOfOnePage) continue;
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [a, b, , , x, y] = product(transform, item.transform as readonly number[]); // six numbers, as PDF has it
      const size = Math.hypot(a, b);
      if (size === 0 || a <= 0 || Math.abs(b) > 0.1 * a) continue;
      chunks.push({ text: item.str, x, y, width: item.width, size });
    }
  }
  return chunks.length > documentLimits.pdfItemsOfOnePage ? undefined : chunks;
}

async function nextItems(reader: ReadableStreamDefaultReader): Promise<TextItems | undefined> {
  const { value, done } = (await reader.read()) as { value?: { items: TextItems }; done: boolean }; // as documented
  return done ? undefined : value?.items;
}

export type Matrix = readonly [number, number, number, number, number, number];

/** The one placement after the other. */
export function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
