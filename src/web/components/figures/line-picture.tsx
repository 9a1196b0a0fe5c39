import { useMemo } from "react";
import { darkPalette, lightPalette } from "#charts/chart-palette.ts";
import { drawLineChart, type LineChart } from "#charts/line-chart.ts";
import { useMediaQuery } from "../use-media-query.ts";
import { useElementWidth } from "./use-element-width.ts";

/** A drawn line chart in the colours of the screen; what it says stands in words beside it. */
export function LinePicture({ chart }: { readonly chart: LineChart }) {
  const { element, width } = useElementWidth<HTMLDivElement>();
  const isDark = useMediaQuery("(prefers-color-scheme: dark) and (not print)");
  const picture = useMemo(
    () =>
      width < 60
        ? undefined
        : drawLineChart(
            { ...chart, title: "", unit: chart.unit },
            { width, palette: isDark ? darkPalette : lightPalette },
          ),
    [chart, width, isDark],
  );
  return (
    <div className="line-picture" ref={element}>
      {picture && (
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
          width={picture.width}
          height={picture.height}
          alt={inWords(chart)}
        />
      )}
    </div>
  );
}

/** Every number of the chart, for those who do not see it. */
function inWords({ title, unit, times, series }: LineChart): string {
  const lines = series.map(
    ({ name, points }) => `${name}: ${points.map(({ text }, index) => `${times[index]} ${text}`).join("; ")}`,
  );
  return `${title} (${unit}). ${lines.join(". ")}`;
}
