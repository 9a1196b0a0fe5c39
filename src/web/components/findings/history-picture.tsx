import type { PublishedFinding } from "#contract/check-values.ts";
import { drawHistory } from "../../findings/history-picture.ts";
import { useFindingsTexts } from "./use-findings-texts.ts";

const box = { width: 132, height: 40, margin: 4 };

/** What the cell held before, the value in question marked at its end; the same in words for who cannot see it. */
export function HistoryPicture({ finding }: { readonly finding: PublishedFinding }) {
  const texts = useFindingsTexts();
  const values = finding.history.map(({ value }) => value);
  const before = values.slice(0, -1).filter((value) => value !== null);
  if (before.length === 0) return <p className="quiet">{texts.noHistory}</p>;
  const now = values.at(-1);
  const words = texts.history(
    before.length,
    texts.number(Math.min(...before)),
    texts.number(Math.max(...before)),
    now === null || now === undefined ? "–" : texts.number(now),
  );
  const { lines, dots, last } = drawHistory(values, box);
  return (
    <figure className="review-history" data-severity={finding.severity}>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} width={box.width} height={box.height} aria-hidden="true">
        <line className="review-ground" x1={0} x2={box.width} y1={box.height - box.margin} y2={box.height - box.margin} />
        <path d={lines} />
        {dots.map(({ x, y }) => (
          <circle key={x} className="review-lone" cx={x} cy={y} r={1.5} />
        ))}
        {last && <circle className="review-mark" cx={last.x} cy={last.y} r={3.5} />}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
} // prettier-ignore
