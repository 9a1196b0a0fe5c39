import { useMemo } from "react";
import { drawLineChart, type LineChart } from "#charts/line-chart.ts";
import { periodType, type Period } from "#domain/period.ts";
import { saveFile } from "../../check/save-file.ts";
import { isChange, printValue } from "../../figures/cell-text.ts";
import { dayNumber, sameTypeOldestFirst } from "../../figures/period-choice.ts";
import { tableRequest } from "../../figures/table-request.ts";
import { noUnits } from "../../figures/view-choice.ts";
import { useTexts } from "../../language.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { LinePicture } from "./line-picture.tsx";
import { shortTime } from "./lines-picture.tsx";
import { PictureFoot, useSourceLine } from "./picture-foot.tsx";
import { useFigureTable } from "./use-figure-table.ts";
import { useNames } from "./use-names.ts";

interface TrendCardProps {
  readonly item: string;
  readonly unit: string;
}

const most = 24;

/** One indicator of one unit through all periods that have numbers: the way to what is seen on the map now. */
export function TrendCard({ item, unit }: TrendCardProps) {
  const { picture: texts, illustrative } = useFiguresTexts();
  const common = useTexts();
  const { choice, dimensions, periods } = useFiguresView();
  const source = useSourceLine();
  const asked = useMemo(
    () => trendPeriods(dimensions.periods.map(({ period }) => period), periods),
    [dimensions, periods],
  ); // prettier-ignore
  const request = tableRequest({ ...choice, items: [item], roles: ["actual"] }, asked, {
    ...noUnits,
    uids: [unit],
  });
  const { table, isStale } = useFigureTable(asked.length > 1 ? request : undefined);
  const names = useNames(table);
  const cells = useMemo(() => {
    const first = table?.cells.findIndex(({ value }) => value !== null) ?? -1;
    return first < 0 ? [] : (table?.cells.slice(first) ?? []);
  }, [table]);
  const title = texts.trend(names.item(item), names.unit(unit));
  const chart = useMemo((): LineChart => ({
    title,
    unit: cells[0]?.unit ?? "",
    times: cells.map(({ period }) => shortTime(common.period(period))),
    positions: cells.map(({ period }) => dayNumber(period)),
    series: [
      {
        name: names.unit(unit),
        points: cells.map(({ value, unit: of, role, state }) => ({
          value: value === null ? undefined : Number(value),
          text: value === null ? texts.gap : printValue(value, of, isChange(role)),
          isProvisional: state === "provisional",
        })),
      },
    ],
  }), [cells, title, names, unit, common, texts]); // prettier-ignore
  if (cells.filter(({ value }) => value !== null).length < 2) return null;
  const download = () =>
    saveFile("bieu-do.svg", drawLineChart({ ...chart, note: source }, { width: 720 }).svg, "image/svg+xml");
  return (
    <section className="figures-card" aria-label={title} data-stale={isStale || undefined}>
      <h2>
        {title} {choice.isIllustrative && <span className="illustrative-tag">{illustrative}</span>}
      </h2>
      <LinePicture chart={chart} />
      <PictureFoot cells={cells} onDownload={download} />
    </section>
  );
}

/** Periods of the type chosen: those with values and those asked for, the latest of them. */
function trendPeriods(withValues: readonly Period[], chosen: readonly Period[]): Period[] {
  const type = chosen[0] === undefined ? undefined : periodType(chosen[0]);
  const alike = [...chosen, ...withValues].filter((period) => periodType(period) === type);
  return sameTypeOldestFirst([...new Set(alike)]).slice(-most);
}
