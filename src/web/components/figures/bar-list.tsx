import { isChange, printCell } from "../../figures/cell-text.ts";
import type { PictureData } from "../../figures/picture-data.ts";
import { nameAt, type Pivot } from "../../figures/pivot.ts";
import { useFiguresTexts, useFiguresView, useLitUnit } from "./figures-context.ts";
import type { Names } from "./use-names.ts";

const most = 40;

/** Bars from zero, each with its number; one colour, and the accent for what is pinned or pointed at. */
export function BarList({
  pivot,
  picture,
  names,
}: {
  readonly pivot: Pivot;
  readonly picture: PictureData;
  readonly names: Names;
}) {
  const { picture: texts, pivot: words } = useFiguresTexts();
  const { choice, change, lit } = useFiguresView();
  const litRow = useLitUnit();
  if (picture.unit === undefined) return <p className="picture-empty">{texts.mixed}</p>;
  const there = picture.rows.flatMap(({ value }) => value ?? []);
  if (there.length === 0) return <p className="picture-empty">{texts.nothing}</p>;
  const low = Math.min(0, ...there);
  // Shares are seen against the whole hundred; a rise of 83 % is not a part of anything.
  const isShare = picture.unit === "%" && picture.rows.every(({ cell }) => !cell || !isChange(cell.role));
  const high = Math.max(0, ...there, isShare && low === 0 ? 100 : 0);
  const share = (value: number) => (high === low ? 0 : (value - low) / (high - low)) * 100;
  const rows = picture.rows.slice(0, most);
  return (
    <>
      <ol className="figure-bars">
        {rows.map(({ row, cell, value }) => (
          <li key={row.id} data-lit={litRow === row.id || choice.pinned === row.id || undefined}>
            <button
              type="button"
              onClick={() => change({ open: nameAt(pivot, row, picture.column) })}
              onMouseEnter={() => lit.set(row.id)}
              onMouseLeave={() => lit.set(undefined)}
            >
              <span className="bar-name">{names.of({ dimension: pivot.rowDimension, id: row.id })}</span>
              <span className="bar-track" aria-hidden="true">
                {value === undefined ? (
                  <span className="bar-gap" />
                ) : (
                  <span
                    className="bar-fill"
                    data-provisional={cell?.state === "provisional" || undefined}
                    style={{
                      left: `${share(Math.min(0, value))}%`,
                      width: `${share(Math.max(0, value)) - share(Math.min(0, value))}%`,
                    }}
                  />
                )}
                {low < 0 && <span className="bar-zero" style={{ left: `${share(0)}%` }} />}
              </span>
              <b className="bar-value">
                {value === undefined || !cell ? texts.gap : printCell(cell, words.impossible)}
              </b>
            </button>
          </li>
        ))}
      </ol>
      {picture.rows.length > most && <p className="quiet">{texts.moreBars(picture.rows.length - most)}</p>}
    </>
  );
}
