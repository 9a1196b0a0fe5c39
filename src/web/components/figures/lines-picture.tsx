import { useMemo } from "react";
import { drawLineChart, type LineChart } from "#charts/line-chart.ts";
import { saveFile } from "../../check/save-file.ts";
import { isChange, printValue } from "../../figures/cell-text.ts";
import { dayNumber, sameTypeOldestFirst } from "../../figures/period-choice.ts";
import type { Pivot } from "../../figures/pivot.ts";
import { useTexts } from "../../language.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { LinePicture } from "./line-picture.tsx";
import { PictureFoot, useSourceLine } from "./picture-foot.tsx";
import type { Names } from "./use-names.ts";

const together = 3;
const mostPictures = 12;

/**
 * Lines over the chosen periods: one for each member of the other sides. Up to three share a picture when their unit
 * is the same; more become small pictures of their own, pinned first.
 */
export function LinesPicture({
  pivot,
  names,
  title,
}: {
  readonly pivot: Pivot;
  readonly names: Names;
  readonly title: string;
}) {
  const { picture: texts } = useFiguresTexts();
  const { choice } = useFiguresView();
  const common = useTexts();
  const source = useSourceLine();
  const charts = useMemo(
    () => chartsOf(pivot, names, title, texts.gap, common.period, choice.pinned),
    [pivot, names, title, texts, common, choice.pinned],
  );
  const download = () => {
    const [chart] = charts;
    if (chart) saveFile("bieu-do.svg", drawLineChart({ ...chart, note: source }, { width: 720 }).svg, "image/svg+xml"); // prettier-ignore
  };
  if (charts.length === 0) return <p className="picture-empty">{texts.noTrend}</p>;
  return (
    <>
      <div className="line-grid" data-many={charts.length > 1 || undefined}>
        {charts.slice(0, mostPictures).map((chart) => (
          <figure key={chart.title}>
            {charts.length > 1 && <figcaption>{chart.title}</figcaption>}
            <LinePicture chart={chart} />
          </figure>
        ))}
      </div>
      {charts.length > mostPictures && (
        <p className="quiet">{texts.moreBars(charts.length - mostPictures)}</p>
      )}
      <PictureFoot cells={pivot.rows.flatMap(({ cells }) => cells)} onDownload={download} />
    </>
  );
}

function chartsOf(
  pivot: Pivot,
  names: Names,
  title: string,
  gap: string,
  periodName: (period: string) => string,
  pinned: string | undefined,
): LineChart[] {
  const periods = sameTypeOldestFirst(pivot.rows.map(({ id }) => id));
  if (periods.length < 2) return [];
  const rows = periods.map((period) => pivot.rows.find(({ id }) => id === period)!);
  const series = pivot.columns.map((column, index) => {
    const cells = rows.map((row) => row.cells[index]);
    return {
      name: column.members.map(names.of).join(", "),
      isPinned: column.members.some(({ id }) => id === pinned),
      unit: cells.find((cell) => cell?.value != null)?.unit ?? cells[0]?.unit ?? "",
      hasValues: cells.some((cell) => cell?.value != null),
      points: cells.map((cell) =>
        cell?.value == null
          ? { text: gap }
          : {
              value: Number(cell.value),
              text: printValue(cell.value, cell.unit, isChange(cell.role)),
              isProvisional: cell.state === "provisional",
            },
      ),
    };
  });
  const drawn = series.filter(({ hasValues }) => hasValues).toSorted((a, b) => Number(b.isPinned) - Number(a.isPinned)); // prettier-ignore
  const times = periods.map((period) => shortTime(periodName(period)));
  const positions = periods.map(dayNumber);
  const isOne = drawn.length <= together && new Set(drawn.map(({ unit }) => unit)).size === 1;
  if (drawn.length === 0) return [];
  if (isOne) return [{ title, unit: drawn[0]!.unit, times, positions, series: drawn }];
  return drawn.map((one) => ({ title: one.name, unit: one.unit, times, positions, series: [one] }));
}

/** "6 tháng đầu năm 2023" → "6 tháng 2023": under a point there is little room. */
export function shortTime(name: string): string {
  return name.replace(" đầu năm ", " ").replace(/^tháng /, "").replace("first half of ", "H1 ").replace("second half of ", "H2 "); // prettier-ignore
}
