import { optionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { Figure, FigureRole } from "#domain/figure.ts";
import { naturalRole } from "#domain/measure.ts";
import { areasOn } from "#domain/org-unit.ts";
import { periodEnd, samePeriodLastYear, yearOf, yearPeriod } from "#domain/period.ts";
import type { TemplateAnnex } from "#domain/report-template.ts";
import type { Annex, AnnexBlock, Paragraph, Span, Table, TableRow } from "#domain/report.ts";
import { printFigure } from "#wording/figure-text.ts";
import { periodName } from "#wording/period.ts";
import { writeWords } from "#wording/sentences.ts";
import { composeChart } from "./compose-charts.ts";
import type { Composing } from "./composing.ts";

/** One annex of the report; `undefined` when it would be empty and need not be mentioned. */
export function composeAnnex(annex: TemplateAnnex, composing: Composing): Annex | undefined {
  const title = writeWords(annex.title, composing.period);
  switch (annex.kind) {
    case "plan-table":
      return { id: annex.id, title, orientation: "landscape", blocks: planBlocks(composing) };
    case "district-tables":
      return { id: annex.id, title, orientation: "landscape", blocks: districtBlocks(composing) };
    case "charts": {
      const blocks = annex.charts
        .map((chart) => composeChart(chart, composing))
        .filter((block) => block !== undefined);
      return blocks.length === 0 ? undefined : { id: annex.id, title, orientation: "portrait", blocks };
    }
  }
}

/** All indicators with a plan: plan, result, what is reached, last year, change. */
function planBlocks(composing: Composing): AnnexBlock[] {
  const planned = composing.inTextOrder(
    composing.input.facts.listPlanned(composing.period, composing.orgUnit),
  );
  if (planned.length === 0) return [paragraph("Chưa có chỉ tiêu kế hoạch nào được nhập cho kỳ này.")];
  const year = yearOf(composing.period);
  let number = 0;
  const rows = byProgramme(planned).flatMap(([programme, elements]): TableRow[] => [
    { heading: true, cells: [{ text: programme }] },
    ...elements.map((element) => ({ cells: planRow(element, ++number, composing) })),
  ]);
  const table: Table = {
    columns: [
      { title: "TT", align: "center", width: 0.05 },
      { title: "Chỉ tiêu", align: "left", width: 0.28 },
      { title: "Đơn vị tính", align: "center", width: 0.1 },
      { title: `Kế hoạch năm ${year}`, align: "right", width: 0.12 },
      { title: `Thực hiện ${periodName(composing.period)}`, align: "right", width: 0.13 },
      { title: "So với kế hoạch", align: "right", width: 0.11 },
      { title: `Cùng kỳ năm ${year - 1}`, align: "right", width: 0.1 },
      { title: "So với cùng kỳ", align: "right", width: 0.11 },
    ],
    rows,
    notes: [
      "Ô “–”: nguồn số liệu không nêu. So sánh của tỷ lệ tính bằng điểm phần trăm; số liệu có thể không khớp tuyệt đối do làm tròn.",
    ],
  };
  return [{ kind: "table", table }];
}

function planRow(element: DataElement, number: number, composing: Composing): Span[] {
  const role = printedRole(element, composing);
  const isRate = element.valueType === "percent" || element.valueType === "permille";
  const attainment = isRate
    ? figureCell(element, "growth_points", composing, { against: "plan" })
    : figureCell(element, "percent_of_plan", composing);
  return [
    { text: String(number) },
    { text: element.name.vi },
    { text: element.unit },
    figureCell(element, "plan", composing),
    figureCell(element, role, composing),
    attainment,
    figureCell(element, "prior_year", composing),
    figureCell(element, isRate ? "growth_points" : "growth_percent", composing),
  ];
}

/** What the text calls cumulative is not called otherwise in the annex. */
function printedRole(
  { key, ...element }: DataElement,
  { period, orgUnit, resolve, isKept }: Composing,
): FigureRole {
  const cumulative = resolve({ key, role: "cumulative", period, orgUnit, breakdown: {} });
  return isKept(cumulative) ? "cumulative" : naturalRole({ key, ...element });
}

function figureCell(
  element: DataElement,
  role: FigureRole,
  composing: Composing,
  more: { readonly against?: "plan"; readonly orgUnit?: string; readonly breakdown?: Disaggregation } = {},
): Span {
  const period = role === "prior_year" ? samePeriodLastYear(composing.period) : composing.period;
  const request = { key: element.key, role, breakdown: {}, orgUnit: composing.orgUnit, ...more };
  const figure = composing.resolve({
    ...request,
    period: role === "plan" ? planPeriod(element, composing) : period,
  });
  if (figure.value === undefined) return { text: "–" };
  const text = cellText(figure);
  return { text, figure: composing.keep(figure, text) };
}

/** A plan set for the period itself goes before the plan of the year. */
function planPeriod(element: DataElement, { input, period, orgUnit }: Composing): string {
  const target = input.facts.findTarget(element.planOf ?? element.id, optionCombo({}), period, orgUnit);
  return target?.period ?? yearPeriod(period);
}

/** In a table the sign stands for the word: "+5,93%". */
function cellText(figure: Figure): string {
  if (!figure.role.startsWith("growth_")) {
    return figure.role === "percent_of_plan" ? printFigure(figure, "number") : printFigure(figure, "");
  }
  const sign = figure.value?.gt(0) ? "+" : figure.value?.lt(0) ? "-" : "";
  return `${sign}${printFigure(figure, "number").replace("điểm phần trăm", "điểm %")}`;
}

/** Tables by district from what districts and communes reported; says so where there is nothing. */
function districtBlocks(composing: Composing): AnnexBlock[] {
  const { facts } = composing.input;
  const districts = areasOn(facts.orgUnits, 2, periodEnd(composing.period));
  const elements = listDistrictElements(
    composing,
    districts.map(({ uid }) => uid),
  );
  const tables = byProgramme(composing.inTextOrder(elements)).flatMap(([programme, group]) =>
    inGroupsOf(6, group).map((columns): AnnexBlock => ({
      kind: "table",
      table: {
        caption: programme,
        columns: [
          { title: "TT", align: "center", width: 0.06 },
          { title: "Huyện, thành phố", align: "left", width: 0.24 },
          ...columns.map((element) => ({
            title: `${element.name.vi} (${element.unit})`,
            align: "right" as const,
            width: 0.7 / columns.length,
          })),
        ],
        rows: districts.map((district, index) => ({
          cells: [
            { text: String(index + 1) },
            { text: district.fullName },
            ...columns.map((element) =>
              figureCell(element, naturalRole(element), composing, { orgUnit: district.uid }),
            ),
          ],
        })),
        notes: ["Ô “–”: đơn vị không có báo cáo cho chỉ tiêu này."],
      },
    })),
  );
  if (tables.length > 0) return tables;
  return [
    paragraph(
      `Kỳ báo cáo ${periodName(composing.period)} không có số liệu do huyện, xã báo cáo; biểu theo huyện không lập.`,
    ),
  ];
}

function listDistrictElements(
  { input, period, resolve }: Composing,
  districts: readonly string[],
): DataElement[] {
  return input.facts
    .listElements()
    .filter((element) => element.orgNature === "sum" && input.facts.reportersOf(element.id).size > 0)
    .filter((element) =>
      districts.some((orgUnit) => {
        const figure = resolve({
          key: element.key,
          role: naturalRole(element),
          period,
          orgUnit,
          breakdown: {},
        });
        return figure.value !== undefined;
      }),
    );
}

function byProgramme(elements: readonly DataElement[]): [string, DataElement[]][] {
  const groups = new Map<string, DataElement[]>();
  for (const element of elements)
    groups.set(element.programme, [...(groups.get(element.programme) ?? []), element]);
  return [...groups];
}

function inGroupsOf<T>(size: number, items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function paragraph(text: string): AnnexBlock {
  const written: Paragraph = { style: "body", sentences: [{ spans: [{ text }] }] };
  return { kind: "paragraph", paragraph: written };
}
