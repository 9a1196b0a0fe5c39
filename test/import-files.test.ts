import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { fileSource, readTable } from "#documents/read-table.ts";
import { formatFigureRows } from "#exchange/csv/format-figure-rows.ts";
import { figureColumns } from "#exchange/csv/figure-row.ts";
import { readFigureRows } from "#exchange/csv/figure-rows.ts";
import type { DataElement } from "#domain/data-element.ts";
import { bytesSource, type TableSource } from "#documents/read-table.ts";

const folder = "test/fixtures/import/same-figures";

/** The same three figures, saved by the programs and in the encodings that offices use. */
test.each(readdirSync(folder))("the figures in %s are read alike", async (name) => {
  const { values, findings } = await importFile(fileSource(`${folder}/${name}`));
  expect(values).toEqual([
    ["epi.mr_18m", "", "2023-06", "767", "số liệu trong tháng"],
    ["mental.managed", "disease=động kinh", "2023-S1", "637", "người bệnh đang quản lý"],
    ["tb.suspects_examined", "", "2023-S1", "1144", undefined],
  ]);
  expect(findings.filter(({ severity }) => severity === "blocking")).toEqual([]);
  const isPlain = /^utf-8(-decomposed)?\.csv$/.test(name);
  expect(findings).toHaveLength(isPlain ? 0 : 1);
});

test("what is written as CSV reads back as the same values, without a word", async () => {
  const row = {
    key: "epi.mr_18m",
    period: "2023-06",
    orgUnit: "VN12",
    breakdown: "",
    role: "in_month",
    value: "767",
    unit: "trẻ",
    asOf: "2023-06-30",
    note: "-5 so với kế hoạch, =A1",
  };
  const text = formatFigureRows([row, { ...row, role: "growth_percent", value: "-20.83" }]);
  const { values, findings } = await importFile(bytesSource("figures.csv", Buffer.from(text)));
  expect(values).toEqual([["epi.mr_18m", "", "2023-06", "767", "-5 so với kế hoạch, =A1"]]);
  expect(findings).toEqual([]);
});

async function importFile(source: TableSource) {
  const table = await readTable(source, figureColumns);
  const { values, findings } = await readFigureRows(table, { elements, orgUnits: [province] });
  return {
    values: Array.from(values, ({ item }) => [
      item.element,
      item.optionCombo,
      item.period,
      item.value.toFixed(),
      item.note,
    ]),
    findings: [...table.findings, ...findings],
  };
}

const province = {
  uid: "VN12",
  name: "Lai Châu",
  fullName: "Tỉnh Lai Châu",
  type: "tinh",
  kind: "area",
  aliases: [],
  placements: [],
} as const;

const elements = [
  buildElement("epi.mr_18m", "trẻ", "flow"),
  buildElement("mental.managed", "bệnh nhân", "stock"),
  buildElement("tb.suspects_examined", "lượt người", "flow"),
];

function buildElement(key: string, unit: string, timeNature: DataElement["timeNature"]): DataElement {
  return {
    id: key,
    key,
    name: { vi: key, en: key },
    unit,
    valueType: "integer",
    timeNature,
    orgNature: "sum",
    collected: "month",
    programme: "",
    level: "xã",
    owner: "VN12",
    breakdowns: [{ dimensions: ["disease"], relation: "partition" }],
  };
}
