/** A paragraph of the main part of a Word file: offsets into the part's XML. */
export interface ParagraphPlace {
  readonly start: number;
  /** Behind the closing tag. */
  readonly end: number;
}

/** Text that stands outside the lines of the body; comments on it are anchored where the body refers to it. */
export type Aside = "footnote" | "endnote" | "text-box";

/** A place in the text of a Word file. */
export interface SourcePoint {
  readonly paragraph: ParagraphPlace;
  /**
   * Offset, in the XML of the main part, of what holds the text: the content of a text element (behind its tag),
   * or the beginning of an element that stands for a character, or of the run that refers to text aside.
   */
  readonly node: number;
  /** In UTF-16 units of the element's text, entities resolved; 0 before and 1 behind an element that is a character. */
  readonly offset: number;
  readonly aside?: Aside;
}

/** A stretch of text that one stretch of the file makes: unit by unit when they are equally long, else as a whole. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
  readonly from: SourcePoint;
  readonly until: SourcePoint;
}

/** Where the text from `start` to `end` stands in the file; `undefined` for text that the reader itself has added. */
export function locate(
  spans: readonly SourceSpan[],
  start: number,
  end: number,
): { readonly from: SourcePoint; readonly until: SourcePoint } | undefined {
  const first = spans[firstBehind(spans, start)];
  const last = spans[firstBehind(spans, end - 1)];
  const lastBefore = last !== undefined && last.start < end ? last : spans[firstBehind(spans, end - 1) - 1];
  if (first === undefined || lastBefore === undefined || lastBefore.end <= start || first.start >= end)
    return undefined;
  return { from: pointAt(first, Math.max(start, first.start)), until: pointBehind(lastBefore, end) };
}

/** Index of the first span that ends behind the offset. */
function firstBehind(spans: readonly SourceSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pointAt(span: SourceSpan, offset: number): SourcePoint {
  return isUnitByUnit(span) ? { ...span.from, offset: span.from.offset + offset - span.start } : span.from;
}

function pointBehind(span: SourceSpan, offset: number): SourcePoint {
  const end = Math.min(offset, span.end);
  return isUnitByUnit(span) ? { ...span.from, offset: span.from.offset + end - span.start } : span.until;
}

function isUnitByUnit({ start, end, from, until }: SourceSpan): boolean {
  return from.node === until.node && until.offset - from.offset === end - start;
}
