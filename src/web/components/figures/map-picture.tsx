import { useMemo } from "react";
import { drawMap } from "#charts/draw-map.ts";
import { saveFile } from "../../check/save-file.ts";
import { printCell } from "../../figures/cell-text.ts";
import type { PictureData } from "../../figures/picture-data.ts";
import type { Pivot } from "../../figures/pivot.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { BarList } from "./bar-list.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { FiguresMap } from "./figures-map.tsx";
import { MapLegend } from "./map-legend.tsx";
import { shadeMap } from "./map-shading.ts";
import { PictureFoot, useSourceLine } from "./picture-foot.tsx";
import { UnitTip } from "./unit-tip.tsx";
import { useElementWidth } from "./use-element-width.ts";
import { useMapData } from "./use-map-data.ts";
import type { Names } from "./use-names.ts";

interface MapPictureProps {
  readonly pivot: Pivot;
  readonly picture: PictureData;
  readonly names: Names;
  readonly title: string;
  readonly restatements: ReadonlyMap<string, UnitRestatement>;
}

/** The numbers of one column on the map; without outlines, what to load, and bars meanwhile. */
export function MapPicture({ pivot, picture, names, title, restatements }: MapPictureProps) {
  const { picture: texts, pivot: words } = useFiguresTexts();
  const { choice, tree, day } = useFiguresView();
  const { element, width } = useElementWidth<HTMLDivElement>();
  const source = useSourceLine();
  const values = useMemo(
    () => new Map(picture.rows.flatMap(({ row, value }) => (value === undefined ? [] : [[row.id, value] as const]))), // prettier-ignore
    [picture],
  );
  const units = useMemo(() => new Set(picture.rows.map(({ row }) => row.id)), [picture]);
  const level = tree.find(picture.rows[0]?.row.id ?? "")?.level ?? undefined;
  const { layout, source: outlineSource, cells, isLoading, error } = useMapData({ level, day, units, names: names.unit }, width); // prettier-ignore
  const unit = picture.unit ?? "";
  const shading = useMemo(
    () => shadeMap(values, unit, choice.classes, width, texts),
    [values, unit, choice.classes, width, texts],
  );
  const changed = useMemo(
    () => new Set([...units].filter((one) => restatements.get(one)?.isStraddling)),
    [units, restatements],
  );
  const describe = (id: string) => {
    const cell = picture.rows.find(({ row }) => row.id === id)?.cell;
    return `${names.unit(id)}: ${cell?.value == null ? texts.noNumber : printCell(cell, words.impossible)}`;
  };
  const lacking = layout ? units.size - layout.shapes.length : 0;
  const notes = [
    outlineSource === null ? "" : texts.outlines(outlineSource),
    cells > 0 ? texts.cells : "",
    lacking > 0 ? texts.someMissing(lacking) : "",
  ];
  const download = () => {
    if (!layout) return;
    const { svg } = drawMap({
      title: choice.isIllustrative ? `${title} (minh họa)` : title,
      unit,
      layout,
      kind: shading.kind,
      classCount: shading.classes.classes.length,
      isDiverging: shading.classes.isDiverging,
      legend: shading.legend,
      classOf: (id) => shading.classes.classOf(values.get(id)),
      radiusOf: shading.radiusOf,
      note: [source, ...notes.filter(Boolean)].join(" · "),
    });
    saveFile("ban-do.svg", svg, "image/svg+xml");
  };
  const hasNoMap = !layout && !isLoading && width > 0;
  return (
    <>
      <div className="map-frame" ref={element}>
        {layout && picture.unit !== undefined && (
          <>
            {values.size > 0 && <MapLegend shading={shading} hasMissing={values.size < units.size} />}
            <FiguresMap
              layout={layout}
              shading={shading}
              values={values}
              changed={changed}
              describe={describe}
              title={title}
            />
            <UnitTip pivot={pivot} names={names} restatements={restatements} />
          </>
        )}
        {hasNoMap && (
          <div className="picture-notice">
            <p>
              <b>{texts.noOutlines}</b> {!error && texts.noOutlinesHint}
            </p>
            <BarList pivot={pivot} picture={picture} names={names} />
          </div>
        )}
        {layout && picture.unit === undefined && <p className="picture-empty">{texts.mixed}</p>}
      </div>
      <PictureFoot
        cells={picture.rows.map(({ cell }) => cell)}
        note={notes.filter(Boolean).join(" · ")}
        onDownload={layout ? download : undefined}
      />
    </>
  );
}
