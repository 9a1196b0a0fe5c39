import type { Span } from "#domain/report.ts";
import { FigureMark } from "./figure-mark.tsx";
import { useReader } from "./reader-context.ts";

interface SheetSpanProps {
  readonly span: Span;
  readonly selected: number | undefined;
}

/** A run of text, or a figure that opens. */
export function SheetSpan({ span, selected }: SheetSpanProps) {
  const { places } = useReader();
  const place = places.ofSpan(span);
  const text = place ? (
    <FigureMark place={place} text={span.text} isSelected={place.number === selected} />
  ) : (
    span.text
  );
  if (span.emphasis === "bold") return <b>{text}</b>;
  if (span.emphasis === "italic") return <i>{text}</i>;
  return text;
}
