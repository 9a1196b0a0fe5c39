import type { PublishedFigure } from "#contract/figure.ts";
import { optionCombo } from "#domain/breakdown.ts";
import { formatFigureRows } from "#exchange/csv/format-figure-rows.ts";

/** Figures as CSV, in the columns that `import` reads back; `note` says where a source document prints otherwise. */
export function printFigureRows(figures: readonly PublishedFigure[]): string {
  return formatFigureRows(
    figures.map((figure) => ({
      key: figure.key,
      period: figure.period,
      orgUnit: figure.orgUnit,
      breakdown: optionCombo(figure.breakdown),
      role: figure.role,
      value: figure.value ?? "",
      unit: figure.unit,
      asOf: figure.asOf,
      note: figure.stated === undefined ? "" : `văn bản nguồn in ${figure.stated}`,
    })),
  );
}
