import { useMemo, useState } from "react";
import { boxesOf, marksByLine, type Box } from "../../check/text-marks.ts";
import { foldLines, lineAt, splitLines } from "../../check/text-lines.ts";
import { useCheckReader } from "./check-context.ts";
import { MarkedLine } from "./marked-line.tsx";
import { useCheckTexts } from "./use-check-texts.ts";

const revealedAtOnce = 300;
const noBoxes: readonly Box[] = [];
const noMarks = { marks: [], agreed: [] };

/** The document with three marks only; runs of lines with nothing to look at are put away until wanted. */
export function CheckText() {
  const { text: words } = useCheckTexts();
  const { check, view, selected, isAgreedShown, picking } = useCheckReader();
  const { text } = check.checked;
  const lines = useMemo(() => splitLines(text), [text]);
  const marks = useMemo(() => marksByLine(lines, view), [lines, view]);
  const boxes = useMemo(() => (selected ? boxesOf(selected.claim) : noBoxes), [selected]);
  const [revealed, setRevealed] = useState<ReadonlySet<number>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const boxed = new Set(boxes.flatMap(({ start, end }) => [lineAt(lines, start), lineAt(lines, end - 1)]));
  const isKept = (index: number) => {
    if (isWhole || revealed.has(index) || boxed.has(index)) return true;
    const here = marks.get(index);
    return here !== undefined && (here.marks.length > 0 || (isAgreedShown && here.agreed.length > 0));
  };
  const rows = foldLines(lines, isKept);
  const isFolded = isWhole || rows.some((row) => "hidden" in row);
  return (
    <section className="check-text" aria-label={words.label} lang="vi" data-picking={picking ? "" : undefined}>
      <div className="check-text-scroll">
      <div className="check-text-head">
        <p className="quiet">{words.legend}</p>
        {isFolded && (
          <button type="button" className="link" onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.showMarked : words.showAll}
          </button>
        )}
      </div>
      {rows.map((row) =>
        "hidden" in row ? (
          <button
            key={`fold ${row.from}`}
            type="button"
            className="text-fold"
            aria-label={words.reveal(Math.min(row.hidden, revealedAtOnce))}
            onClick={() => setRevealed(new Set([...revealed, ...range(row.from, Math.min(row.hidden, revealedAtOnce))]))}
          >
            {words.hidden(row.hidden)}
          </button>
        ) : (
          <MarkedLine
            key={row.start}
            text={text}
            line={row}
            marks={marks.get(row.index) ?? noMarks}
            boxes={boxed.has(row.index) ? boxes : noBoxes}
            selected={selected?.number}
            isAgreedShown={isAgreedShown}
            isPicking={picking !== undefined}
          />
        ),
      )}
      </div>
    </section>
  );
} // prettier-ignore

function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
