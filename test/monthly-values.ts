import type { DataElement } from "#domain/data-element.ts";
import type { DataValue } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import { previousPeriod, type Period } from "#domain/period.ts";
import { seededFraction } from "#domain/seeded-fraction.ts";
import type { Context } from "#operations/context.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { saveDataValues } from "#store/data-values.ts";

/** Test support: two years of monthly reports of four communes, with nothing wrong in them but what is planted. */
export const checkedMonth = "2023-12";
export const communes = ["VN12.03388", "VN12.03391", "VN12.03394", "VN12.03397"] as const;

function element(id: string, vi: string, more: Partial<DataElement> = {}): DataElement {
  return {
    id,
    key: id,
    name: { vi, en: id },
    unit: "lượt",
    valueType: "integer",
    timeNature: "flow",
    orgNature: "sum",
    collected: "month",
    programme: "Khám chữa bệnh",
    level: "xã",
    owner: "so-y-te",
    breakdowns: [],
    ...more,
  };
}

export const monthlyElements: readonly DataElement[] = [
  element("m.visits", "Lượt khám bệnh"),
  element("m.births", "Trẻ sinh tại trạm"),
  element("m.diarrhoea", "Ca tiêu chảy"),
  element("m.managed", "Bệnh nhân tăng huyết áp quản lý tại xã", { timeNature: "stock" }),
  element("m.total", "Trẻ tiêm chủng đủ, lũy tích", { timeNature: "cumulative" }),
  element("m.tests", "Xét nghiệm", { breakdowns: [{ dimensions: ["sex"], relation: "partition" }] }),
  ...[1, 2, 3, 4, 5, 6].map((number) => element(`m.form${number}`, `Dòng ${number} của biểu`, { programme: "Sức khỏe sinh sản" })), // prettier-ignore
];

const levels: Readonly<Record<string, number>> = { "m.visits": 1200, "m.births": 3, "m.diarrhoea": 60, "m.managed": 900, "m.total": 40 }; // prettier-ignore

/** Months back to front: the checked one first. */
export function months(count: number): Period[] {
  const all = [checkedMonth];
  while (all.length < count) all.push(previousPeriod(all.at(-1)!));
  return all;
}

function usual(id: string, unit: string, month: Period): number {
  const level = levels[id] ?? 150;
  if (id === "m.managed") return level + 300 - Number(month.slice(0, 4) === "2023") * 0 + Number(month.slice(5)); // prettier-ignore
  return Math.round(level * (0.8 + 0.4 * seededFraction(`${id}|${unit}|${month}`)));
}

function valuesOf(id: string, unit: string, month: Period): [combo: string, value: number][] {
  if (id === "m.tests") {
    const [men, women] = [usual("m.men", unit, month), usual("m.women", unit, month)];
    return [["sex=nam", men], ["sex=nữ", women], ["", men + women]]; // prettier-ignore
  }
  if (id !== "m.total") return [["", usual(id, unit, month)]];
  const soFar = Array.from({ length: Number(month.slice(5)) }, (_, index) => `${month.slice(0, 4)}-${String(index + 1).padStart(2, "0")}`); // prettier-ignore
  return [["", soFar.reduce((sum, one) => sum + usual(id, unit, one), 0)]];
}

/** A value in place of the usual one. */
export type Planted = readonly [element: string, combo: string, unit: string, month: Period, value: number];

export function buildMonthlyValues(planted: readonly Planted[], count = 25): DataValue[] {
  const wrong = new Map(planted.map(([id, combo, unit, month, value]) => [`${id}|${combo}|${unit}|${month}`, value])); // prettier-ignore
  return months(count).flatMap((period) =>
    communes.flatMap((orgUnit) =>
      monthlyElements.flatMap(({ id }) =>
        valuesOf(id, orgUnit, period).map(([optionCombo, value]) => ({
          element: id,
          optionCombo,
          period,
          orgUnit,
          source: "reported" as const,
          value: decimal(wrong.get(`${id}|${optionCombo}|${orgUnit}|${period}`) ?? value),
        })),
      ),
    ),
  );
}

export function usualValue(id: string, unit: string, month: Period): number {
  return usual(id, unit, month);
}

export async function saveMonthlyValues(context: Context, planted: readonly Planted[]): Promise<void> {
  await saveDataElements(context.db, context.province, monthlyElements);
  await saveDataValues(context.db, context.province, buildMonthlyValues(planted), { by: "test" });
}
