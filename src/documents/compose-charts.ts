import { drawBarChart, type Bar } from "#charts/bar-chart.ts";
import type { Figure } from "#domain/figure.ts";
import type { TemplateChart } from "#domain/report-template.ts";
import type { AnnexBlock } from "#domain/report.ts";
import { parseChip } from "#domain/sentence-template.ts";
import { printWithUnit } from "#wording/figure-text.ts";
import { formatDay } from "#wording/period.ts";
import { chipRequest, writeWords } from "#wording/sentences.ts";
import type { Composing } from "./composing.ts";

/** The width in px that fills the text width of an A4 page. */
const pageWidth = 620;

/** A bar chart of figures, with the sentence that says the same in words; `undefined` when no bar has a value. */
export function composeChart(chart: TemplateChart, composing: Composing): AnnexBlock | undefined {
  const bars = chart.bars.map((bar) => {
    const figure = resolveChip(bar.chip, composing);
    const mark = bar.mark === undefined ? undefined : resolveChip(bar.mark, composing);
    return { label: writeWords(bar.label, composing.period), figure, mark };
  });
  if (bars.every(({ figure }) => figure.value === undefined)) return undefined;
  for (const { figure, mark } of bars) {
    for (const shown of [figure, mark]) if (shown?.value) composing.keep(shown, printWithUnit(shown));
  }
  const title = writeWords(chart.title, composing.period);
  const source = `Nguồn: số liệu các đơn vị báo cáo, đến ${formatDay(latestDay(bars.map(({ figure }) => figure)))}.`;
  const picture = drawBarChart({ title, unit: chart.unit, bars: bars.map(drawnBar) }, { width: pageWidth });
  const description = bars.map(({ label, figure }) => `${label}: ${printWithUnit(figure)}`).join("; ");
  return { kind: "chart", chart: { title, ...picture, description: `${description}.`, source } };
}

function resolveChip(text: string, composing: Composing): Figure {
  const chip = parseChip(text.replace(/^\{|\}$/g, ""));
  return composing.resolve(chipRequest(chip, composing.period, composing.orgUnit));
}

interface ComposedBar {
  readonly label: string;
  readonly figure: Figure;
  readonly mark: Figure | undefined;
}

function drawnBar({ label, figure, mark }: ComposedBar): Bar {
  return {
    label,
    value: figure.value?.toNumber(),
    text: figure.value === undefined ? "" : printWithUnit(figure),
    ...(mark?.value && { mark: { value: mark.value.toNumber(), label: markLabels[mark.role] ?? "so sánh" } }),
  };
}

const markLabels: Partial<Record<Figure["role"], string>> = {
  plan: "kế hoạch",
  prior_year: "cùng kỳ năm trước",
};

function latestDay(figures: readonly Figure[]): string {
  return figures.map(({ asOf }) => asOf).reduce((latest, day) => (day > latest ? day : latest));
}
