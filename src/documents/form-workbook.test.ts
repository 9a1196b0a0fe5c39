import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSet } from "#domain/data-set.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import { plainDecimal } from "#domain/form-values.ts";
import { sumFormula } from "./form-workbook-formula.ts";
import { identityRows, parseIdentity, type WorkbookIdentity } from "./form-workbook-identity.ts";
import { readFormNumbers } from "./form-workbook-numbers.ts";
import { readFormSheets } from "./form-workbook-reading.ts";
import { printFormWorkbook, type FormToPrint } from "./form-workbook.ts";

const words = (vi: string) => ({ vi, en: vi });
const buildElement = (id: string, facts: Partial<DataElement> = {}): DataElement => ({
  id,
  key: id,
  name: words(id),
  unit: "người",
  valueType: "decimal",
  timeNature: "flow",
  orgNature: "sum",
  collected: "month",
  programme: "tb",
  level: "xã",
  owner: "VN12",
  breakdowns: [{ dimensions: ["sex"], relation: "partition" }],
  ...facts,
});

const sections: DataSet["sections"] = [
  {
    title: words("Lao"),
    columns: [
      { name: words("Nam"), breakdown: { sex: "nam" } },
      { name: words("Nữ"), breakdown: { sex: "nữ" } },
      { name: words("Cộng"), breakdown: {} },
    ],
    rows: [
      { element: "tb.cases", denominator: "tb.target" },
      { element: "tb.deaths", indent: 1 },
    ],
  },
  { title: words("Kinh phí"), columns: [], rows: [{ element: "tb.money" }] },
];
const layout = layOutForm(
  { sections },
  new Map(["tb.cases", "tb.deaths", "tb.money"].map((id) => [id, buildElement(id)])),
);
const entries = entryCells(layout).map(({ cell }) => cell);

const buildIdentity = (facts: Partial<WorkbookIdentity> = {}): WorkbookIdentity => ({
  dataSet: "lao",
  period: "2023-06",
  orgUnit: "tyt-1",
  validFrom: "2020-04-01",
  copy: "00000000-0000-4000-8000-000000000000",
  version: 2,
  draftRevision: 7,
  cells: layout.cells.map(({ cell }) => cell),
  base: {},
  ...facts,
});

const buildForm = (values: Record<string, string>): FormToPrint => ({
  ...layout,
  identity: buildIdentity({ base: values }),
  title: "Báo cáo lao",
  orgUnit: "Trạm Y tế xã Tà Mung",
  period: "tháng 6/2023",
  lastPeriodName: "tháng 5/2023",
  lastYearName: "tháng 6/2022",
  dueOn: "2023-07-07",
  isIllustrative: false,
  denominators: { [entries[0]!]: "1200" },
  values,
  lastPeriod: {},
  lastYear: {},
  notes: new Map(),
  unread: new Map(),
  madeOn: "2023-07-05",
});

const amounts = fc.oneof(
  fc.nat({ max: 99_999 }).map(String),
  fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }).map(String),
  fc.tuple(fc.nat({ max: 999_999 }), fc.nat({ max: 999_999 })).map(([whole, part]) => `${whole}.${part}`),
).map(plainDecimal); // prettier-ignore

test("every exact number that goes out on a form's workbook comes back the same, however long", async () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...entries), amounts), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(some, async (pairs) => {
      const values = Object.fromEntries(pairs);
      const filled = await readFormSheets(await printFormWorkbook(buildForm(values)), "phieu.xlsx");
      expect(filled.identity).toEqual(buildIdentity({ base: values }));
      expect(readFormNumbers(filled, layout.cells)).toEqual({ values, findings: [], unread: new Map() });
    }),
    { numRuns: 25, seed: 2023 },
  );
}, 60_000);

describe("the hidden sheet", () => {
  test("is read only as it was written", () => {
    const identity = buildIdentity({ base: { [entries[1]!]: "12.5" } });
    const rows = identityRows(identity);
    expect(parseIdentity(rows)).toEqual(identity);
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), fc.nat({ max: 1 }), fc.string(), (row, column, text) => {
        const changed = rows.map((cells, at) => cells.map((cell, index) => (at === row && index === column ? text : cell))); // prettier-ignore
        const isSame = rows[row]![column] === text;
        expect(parseIdentity(changed) !== undefined).toBe(isSame);
      }),
      { seed: 2023 },
    );
  });
});

test("a total adds up neighbours as ranges, and more cells than one call takes", () => {
  const column = (count: number, step = 1) =>
    Array.from({ length: count }, (_, index) => ({ row: 5 + index * step, column: 4 }));
  expect(sumFormula([...column(3), { row: 9, column: 4 }, { row: 5, column: 5 }])).toBe('IF(COUNT(D5:D7,D9,E5)=0,"",SUM(D5:D7,D9,E5))'); // prettier-ignore
  expect(sumFormula(column(300, 2))).toMatch(
    /^IF\(\(COUNT\(.*\)\+COUNT\(.*\)\)=0,"",\(SUM\(.*\)\+SUM\(.*\)\)\)$/,
  );
});
