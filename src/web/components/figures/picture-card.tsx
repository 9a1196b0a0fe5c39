import { drawBarChart } from "#charts/bar-chart.ts";
import { saveFile } from "../../check/save-file.ts";
import { printCell } from "../../figures/cell-text.ts";
import { unitOf, type PictureData } from "../../figures/picture-data.ts";
import type { Pivot } from "../../figures/pivot.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { dimensions, pictures, type Picture } from "../../figures/view-choice.ts";
import { BarList } from "./bar-list.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { LinesPicture } from "./lines-picture.tsx";
import { MapPicture } from "./map-picture.tsx";
import { PictureFoot, useSourceLine } from "./picture-foot.tsx";
import type { Names } from "./use-names.ts";

export interface PictureCardProps {
  readonly kind: Picture;
  readonly kinds: ReadonlySet<Picture>;
  /** The table turned so that the rows are what the picture draws. */
  readonly pivot: Pivot;
  readonly picture: PictureData | undefined;
  readonly names: Names;
  readonly title: string;
  readonly where: string;
  readonly restatements: ReadonlyMap<string, UnitRestatement>;
  readonly isStale: boolean;
}

/** Map, bars or lines of what the table says. */
export function PictureCard(props: PictureCardProps) {
  const { kind, kinds, pivot, picture, names, title, where, restatements, isStale } = props;
  const texts = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const source = useSourceLine();
  const what = picture ? columnTitle(pivot, picture, names, where) : title;
  const drawn = kind === "line" ? title : pivot.columns.length > 1 ? what : title;
  const downloadBars = () => {
    if (!picture?.unit) return;
    const bars = picture.rows.map(({ row, cell, value }) => ({
      label: names.of({ dimension: pivot.rowDimension, id: row.id }),
      value,
      text: cell ? printCell(cell, texts.pivot.impossible) : "",
      emphasis: row.id === choice.pinned,
    }));
    const { svg } = drawBarChart({ title: drawn, unit: picture.unit, bars, note: source }, { width: 720 });
    saveFile("bieu-do.svg", svg, "image/svg+xml");
  };
  return (
    <section
      className="figures-card picture-card"
      aria-label={`${texts.picture.label}: ${drawn}`}
      data-stale={isStale || undefined}
    >
      <header className="picture-head">
        <h2>
          {drawn} {choice.isIllustrative && <span className="illustrative-tag">{texts.illustrative}</span>}
        </h2>
        <fieldset className="switch is-small" aria-label={texts.picture.label}>
          {pictures.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="hinh"
                checked={kind === one}
                disabled={!kinds.has(one)}
                onChange={() => change({ picture: one })}
              />
              <span>{texts.picture.kinds[one]}</span>
            </label>
          ))}
        </fieldset>
      </header>
      {kind !== "line" && picture && (
        <p className="picture-unit">
          {picture.unit !== undefined && texts.picture.unit(picture.unit)}
          {pivot.columns.length > 1 && (
            <label>
              {texts.picture.shown}{" "}
              <select value={picture.column.key} onChange={({ target }) => change({ shown: target.value })}>
                {pivot.columns.slice(0, 60).map(({ key, members }, index) => (
                  <option key={key} value={key} disabled={unitOf(pivot, index) === undefined}>
                    {members.map(names.of).join(", ")}
                  </option>
                ))}
              </select>
            </label>
          )}
        </p>
      )}
      {kind === "map" && picture && (
        <MapPicture pivot={pivot} picture={picture} names={names} title={drawn} restatements={restatements} />
      )}
      {kind === "bar" && picture && (
        <>
          <BarList pivot={pivot} picture={picture} names={names} />
          <PictureFoot
            cells={picture.rows.map(({ cell }) => cell)}
            onDownload={picture.unit === undefined ? undefined : downloadBars}
          />
        </>
      )}
      {kind === "line" && <LinesPicture pivot={pivot} names={names} title={title} />}
    </section>
  );
}

/** One column of many: what is not in its head but the same for all stands beside it. */
function columnTitle(pivot: Pivot, picture: PictureData, names: Names, where: string): string {
  const fixed = pivot.fixed.filter(({ dimension }) => dimension === "item" || dimension === "period");
  const words = [...fixed, ...picture.column.members]
    .toSorted((a, b) => dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension))
    .map(names.of);
  const isPlaced =
    pivot.rowDimension === "orgUnit" || pivot.fixed.some(({ dimension }) => dimension === "orgUnit");
  return [...words, isPlaced ? where : ""].filter(Boolean).join(", ");
}
