import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataElement } from "#domain/data-element.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import {
  figureColumnOrder,
  type FigureCell,
  type FigureColumn,
  type FigureRow,
  type FigureTable,
} from "./figure-row.ts";
import { mostFigureRows, readFigureRows } from "./figure-rows.ts";
import { formatFigureRows, unguardText } from "./format-figure-rows.ts";

describe("a row becomes the value of its own period", () => {
  test.each<[name: string, row: Partial<FigureRow>, expected: object]>([
    ["a flow", { key: "epi.mr", role: "actual" }, { element: "epi.mr", period: "2023-S1" }],
    ["a flow of one month", { key: "epi.mr", role: "in_month", period: "2023-06" }, { period: "2023-06" }],
    [
      "since January up to June",
      { key: "epi.mr", role: "cumulative", period: "2023-06" },
      { period: "2023-S1" },
    ],
    [
      "since January up to September",
      { key: "epi.mr", role: "cumulative", period: "2023Q3" },
      { period: "2023-9M" },
    ],
    ["last year's flow", { key: "epi.mr", role: "prior_year", period: "2022-S1" }, { period: "2022-S1" }],
    [
      "a stock on its last day",
      { key: "tb.managed", role: "stock", asOf: "2023-06-30" },
      { period: "2023-S1" },
    ],
    [
      "a stock on another day",
      { key: "tb.managed", role: "stock", asOf: "2023-07-06" },
      { period: "2023-S1", asOf: "2023-07-06" },
    ],
    [
      "a day as people write it",
      { key: "tb.managed", role: "stock", asOf: "6/7/2023" },
      { asOf: "2023-07-06" },
    ],
    [
      "last year's stock",
      { key: "tb.managed", role: "prior_year", asOf: "2022-06-30" },
      { period: "2022-S1" },
    ],
    [
      "a stock at the end of last year",
      { key: "tb.managed", role: "stock", asOf: "2022-12-31" },
      { period: "2022" },
    ],
    [
      "a reported rate at the end of the year",
      { key: "pop.growth", role: "rate", unit: "%", asOf: "2023-12-31" },
      { period: "2023" },
    ],
    [
      "a flow counted beyond its period",
      { key: "epi.mr", role: "actual", asOf: "2023-07-06" },
      { period: "2023-S1", asOf: "2023-07-06" },
    ],
    ["a denominator", { key: "tb.managed", role: "denominator" }, { element: "tb.managed" }],
    [
      "a part",
      { key: "tb.managed", role: "stock", breakdown: "sex=nữ", unit: "trẻ" },
      { optionCombo: "sex=nữ" },
    ],
    [
      "a total whose parts were not reported",
      { key: "added", role: "prior_year", period: "2022" },
      { element: "added" },
    ],
    ["last year's ratio", { key: "epi.mr_rate", role: "prior_year", unit: "%" }, { element: "epi.mr_rate" }],
    ["the series of a role", { key: "two", role: "prior_year", period: "2022-S1" }, { element: "two.old" }],
    ["the series of all other roles", { key: "two", role: "actual" }, { element: "two.new" }],
  ])("%s", async (_, row, expected) => {
    const { values, findings } = await read([{ ...plain, ...row }]);
    expect(findings).toEqual([]);
    expect(items(values).map((item) => item)).toMatchObject([
      { orgUnit: "VN12", source: "reported", ...expected },
    ]);
    if (!("asOf" in expected)) expect(items(values)[0]?.asOf).toBeUndefined();
  });

  test("a plan becomes a target, under the element whose plan it is, with who set it", async () => {
    const { targets, values } = await read([
      { ...plain, role: "plan", period: "2023", note: "setBy=UBND" },
      { ...plain, role: "plan", period: "2023", key: "two", note: "Quyết định giao đầu năm" },
      { ...plain, role: "plan", period: "2023", key: "epi.mr_rate", value: "95", unit: "%" },
    ]);
    expect([...values]).toEqual([]);
    expect(targets.map(({ item }) => [item.element, item.setBy, item.note])).toEqual([
      ["epi.mr", "UBND", undefined],
      ["epi.mr", "không nêu", "Quyết định giao đầu năm"],
      ["epi.mr_rate", "không nêu", undefined],
    ]);
  });

  test("computed figures are passed over and counted, blanks are not zero", async () => {
    const { values, passedOver, blank, rows } = await read([
      { ...plain, role: "growth_percent", value: "-20.8", key: "no.such" },
      { ...plain, role: "percent_of_plan", value: "48.1" },
      { ...plain, role: "percent", key: "epi.mr_rate", value: "48.1", unit: "%" },
      { ...plain, role: "percent", value: "48.1" },
      { ...plain, value: "" },
      { ...plain, value: "0" },
    ]);
    expect({ passedOver, blank, rows }).toEqual({ passedOver: 4, blank: 1, rows: 6 });
    expect(items(values).map((item) => item.value.toFixed())).toEqual(["0"]);
  });
});

describe("what is wrong is said with its place, and not imported", () => {
  test.each<[row: Partial<FigureRow>, code: string, column: string, facts: object]>([
    [{ key: "epi.nr" }, "key-unknown", "A", { text: "epi.nr" }],
    [{ key: "EPI_MR" }, "key-unknown", "A", { similar: "epi.mr" }],
    [{ key: "" }, "key-blank", "A", {}],
    [{ orgUnit: "Lai Châu" }, "org-unit-unknown", "C", { text: "Lai Châu", similar: "VN12 (Tỉnh Lai Châu)" }],
    [{ orgUnit: "" }, "org-unit-unknown", "C", { text: "" }],
    [{ breakdown: "nữ" }, "breakdown-unreadable", "D", { text: "nữ" }],
    [{ breakdown: "age=1" }, "breakdown-unknown", "D", { text: "age=1", allowed: "sex=…" }],
    [{ role: "thực hiện" }, "role-unknown", "E", { text: "thực hiện" }],
    [{ key: "old.only", role: "actual" }, "role-not-for-key", "E", { roles: "prior_year" }],
    [{ unit: "người" }, "unit-differs", "G", { text: "người", expected: "trẻ" }],
    [{ role: "in_month" }, "period-not-month", "B", { period: "2023-S1" }],
    [{ role: "cumulative", period: "2023-05" }, "cumulative-without-period", "B", { period: "2023-05" }],
    [{ asOf: "31/6/2023" }, "date-unreadable", "H", { text: "31/6/2023" }],
    [{ value: "01cuộc" }, "unit-glued", "F", { text: "01cuộc", unit: "cuộc", plausible: "1" }],
    [{ value: "64.68" }, "separators-misplaced", "F", { text: "64.68", plausible: "64.68; 6468" }],
    [{ value: "1.4264.5" }, "separators-misplaced", "F", { text: "1.4264.5" }],
    [{ value: "27,5" }, "separators-misplaced", "F", { text: "27,5" }],
    [{ value: "-" }, "number-unreadable", "F", { text: "-" }],
    [{ value: "5%" }, "percent-sign-unexpected", "F", { text: "5%", unit: "trẻ" }],
    [{ value: "1,234.5" }, "decimal-point-asked", "F", { text: "1,234.5", value: "1234.5" }],
    [
      { value: "1.234" },
      "notation-undecided",
      "F",
      { text: "1.234", comma: "1234", point: "1.234", count: 1 },
    ],
  ])("%j: %s", async (row, code, column, facts) => {
    const { values, targets, findings } = await read([{ ...plain, ...row }]);
    expect([...values, ...targets]).toEqual([]);
    expect(findings.filter(({ severity }) => severity === "blocking")).toMatchObject([
      { code, facts, place: { file: "test.csv", row: 2, column } },
    ]);
  });

  test("a period that is none is refused with its row and the spellings there are", async () => {
    await expect(read([plain, { ...plain, period: "Q5/2023" }])).rejects.toMatchObject({
      code: "period-unreadable",
      facts: {
        file: "test.csv",
        row: 3,
        column: "B",
        text: "Q5/2023",
        accepted: expect.stringContaining("2023-S1") as string,
      },
    });
  });

  test("a unit that closed before the period is a warning", async () => {
    const { values, findings } = await read([{ ...plain, orgUnit: "VN12.106", period: "2025-Q4" }]);
    expect(findings).toMatchObject([
      { code: "org-unit-not-open", severity: "warning", facts: { to: "2025-06-30" } },
    ]);
    expect(values).toHaveLength(1);
  });

  test("a row of another width than the header is not trusted", async () => {
    const { values, findings } = await readFigureRows(
      {
        ...tableOf([]),
        batches: () => batchesOf([{ row: 2, cells: cellsOf(plain), width: { read: 10, expected: 9 } }]),
      },
      catalogue,
    );
    expect([...values]).toEqual([]);
    expect(findings).toMatchObject([
      { code: "row-width", severity: "blocking", facts: { read: 10, expected: 9 } },
    ]);
  });

  test("a file of more rows than can be checked together is refused by that limit", async () => {
    const row = { row: 2, cells: cellsOf({ ...plain, value: "" }) };
    const table = {
      ...tableOf([]),
      batches: () => batchesOf(Array.from({ length: mostFigureRows + 1 }, () => row)),
    };
    await expect(readFigureRows(table, catalogue)).rejects.toMatchObject({
      code: "too-many-rows",
      facts: { file: "test.csv", limit: mostFigureRows },
    });
  });

  test("a file of a million mistakes does not fill the memory with them", async () => {
    const { findings } = await read(Array.from({ length: 1500 }, () => ({ ...plain, key: "no.such" })));
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({
      code: "more-findings",
      severity: "blocking",
      facts: { count: 500 },
    });
  });
});

describe("a row that is like others before it", () => {
  const text = <Text extends string>(...texts: Text[]) => fc.constantFrom(...texts);
  const row = fc.record({
    key: text("epi.mr", "tb.managed", "pop.growth", "two", "money", "old.only", "epi.mr_rate", "no.such"),
    period: text("2023-S1", "2023-06", "202306", "2025-Q4"),
    orgUnit: text("VN12", "VN12.106", "'VN12", "Lai Châu"),
    breakdown: text("", "sex=nữ", "sex= nữ", "age=1"),
    role: text("actual", "in_month", "Plan", "rate", "prior_year", "growth_abs", "thực hiện"),
    value: text("", "0", "12", "-3", "12 345", "x"),
    unit: text("", "trẻ", "Trẻ", "%"),
    asOf: text("", "2023-06-30", "30/6/2023", "2022-12-31", "31/6/2023"),
    note: text("", "setBy=UBND", "'=A1"),
  });

  test("is read as if it stood alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 12 }), async (rows) => {
        const together = await read([...rows, ...rows]);
        const alone = await Promise.all(rows.map((one) => read([one])));
        const twice = [...alone, ...alone];
        const contents = (imports: (typeof together)[]) => ({
          values: imports.flatMap(({ values }) => items(values)),
          targets: imports.flatMap(({ targets }) => items(targets)),
          passedOver: imports.reduce((sum, one) => sum + one.passedOver, 0),
          blank: imports.reduce((sum, one) => sum + one.blank, 0),
          findings: imports
            .flatMap(({ findings }) => findings.map(({ code, facts }) => JSON.stringify([code, facts])))
            .toSorted(), // what is wrong with a number is said last
        });
        const expected = contents(twice);
        expect(contents([together])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps its own place, role and number", async () => {
    const { values } = await read([
      plain,
      { ...plain, orgUnit: "VN12.106", value: "7", note: "bổ sung" },
      { ...plain, role: "cumulative" },
    ]);
    expect([...values].map(({ row: at, role, item }) => [at, role, item.orgUnit, item.note])).toEqual([
      [2, "actual", "VN12", undefined],
      [3, "actual", "VN12.106", "bổ sung"],
      [4, "cumulative", "VN12", undefined],
    ]);
    expect(values.at(1)?.item.value.toFixed()).toBe("7");
    expect([values.length, values.at(3)]).toEqual([3, undefined]);
  });
});

describe("how the numbers of a column are read", () => {
  const rate = { ...plain, key: "pop.growth", role: "rate", unit: "%" };

  test("1.234,5 is read, and that is said", async () => {
    const { values, findings } = await read([
      { ...plain, key: "money", unit: "triệu đồng", value: "1.234,5" },
    ]);
    expect(items(values)[0]?.value.toFixed()).toBe("1234.5");
    expect(findings).toMatchObject([
      {
        code: "decimal-comma-read",
        severity: "warning",
        facts: { text: "1.234,5", value: "1234.5" },
        place: { row: 2 },
      },
    ]);
  });

  test("2.633 beside 27,32 is 2633, and the cell that settles it is named", async () => {
    const { values, findings } = await read([
      { ...plain, value: "2.633" },
      { ...rate, value: "27,32" },
    ]);
    expect(items(values).map((item) => item.value.toFixed())).toEqual(["2633", "27.32"]);
    expect(findings).toMatchObject([
      { code: "decimal-comma-read" },
      {
        code: "number-read-as",
        facts: { text: "2.633", value: "2633", settledBy: "27,32", settledRow: 3 },
        place: { row: 2 },
      },
    ]);
  });

  test("14.264 beside 48.1 has three decimals, and that is said", async () => {
    const { values, findings } = await read([
      { ...rate, value: "14.264" },
      { ...plain, role: "percent_of_plan", value: "48.1" },
    ]);
    expect(items(values).map((item) => item.value.toFixed())).toEqual(["14.264"]);
    expect(findings).toMatchObject([
      { code: "number-read-as", facts: { value: "14.264", settledBy: "48.1" } },
    ]);
  });

  test.each(["2.633", "1.000"])(
    "%s among counts beside 48.1 is a slip: a count has no decimals",
    async (value) => {
      const { values, findings } = await read([
        { ...plain, value },
        { ...rate, value: "48.1" },
      ]);
      expect(values).toHaveLength(1);
      expect(findings).toContainEqual(
        expect.objectContaining({ code: "separators-misplaced", severity: "blocking" }),
      );
    },
  );

  test("27,32 and 27.32 in one column are asked about", async () => {
    const { findings } = await read([
      { ...rate, value: "27,32" },
      { ...rate, orgUnit: "VN12.106", value: "27.32" },
    ]);
    expect(findings).toMatchObject([
      {
        code: "notation-mixed",
        severity: "blocking",
        facts: { text: "27.32", otherText: "27,32", otherRow: 2 },
        place: { row: 3 },
      },
    ]);
  });

  test.each([
    ["point", "1,234.5", "1234.5"],
    ["point", "1.234", "1.234"],
    ["comma", "1.234", "1234"],
    ["comma", "1,234", "1.234"],
  ] as const)("once someone answered %s, %s is %s", async (notation, value, expected) => {
    const row = { ...plain, key: "money", unit: "triệu đồng", value };
    const { values, findings } = await readFigureRows(tableOf([row]), catalogue, { notation });
    expect(findings).toEqual([]);
    expect(items(values)[0]?.value.toFixed()).toBe(expected);
  });

  test("what contradicts the answer is said", async () => {
    const { findings } = await readFigureRows(tableOf([{ ...rate, value: "27,32" }]), catalogue, {
      notation: "point",
    });
    expect(findings).toMatchObject([{ code: "number-not-in-notation", severity: "blocking" }]);
  });

  test("a cell stored as a number is never in doubt; formulas are said", async () => {
    const cells: Partial<Record<FigureColumn, FigureCell>> = {
      ...cellsOf({ ...plain, key: "money", unit: "triệu đồng" }),
      value: { text: "1.234", number: "1.234", isFormula: true },
    };
    const table = { ...tableOf([]), sheet: "Tháng 6", batches: () => batchesOf([{ row: 4, cells }]) };
    const { values, findings } = await readFigureRows(table, catalogue);
    expect(items(values)[0]?.value.toFixed()).toBe("1.234");
    expect(findings).toEqual([
      {
        code: "formulas-read",
        severity: "warning",
        facts: { count: 1 },
        place: { file: "test.csv", sheet: "Tháng 6", row: 4, column: "F" },
      },
    ]);
  });
});

describe("the file that is written", () => {
  test("opens in Excel with Vietnamese letters and without running anything", () => {
    const rows = [
      { ...plain, value: "-12.5", note: '=cmd|"/c calc"!A1' },
      { ...plain, note: "a,b" },
    ];
    expect(formatFigureRows(rows)).toBe(
      "\ufeffkey,period,orgUnit,breakdown,role,value,unit,asOf,note\r\n" +
        `epi.mr,2023-S1,VN12,,actual,-12.5,trẻ,,"'=cmd|""/c calc""!A1"\r\n` +
        'epi.mr,2023-S1,VN12,,actual,5369,trẻ,,"a,b"\r\n',
    );
  });

  test("guarded texts read back as they were", () => {
    const text = fc
      .tuple(
        fc.constantFrom("", "'", "''", "=", "'=", "''=", "+", "-", "@", "\t"),
        fc.string({ unit: "grapheme" }),
      )
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(text, (note) => {
        const written = formatFigureRows([{ ...plain, note }])
          .split("\r\n")
          .slice(1)
          .join("\r\n")
          .slice(0, -2);
        const cell = written.slice(written.indexOf("trẻ,,") + 5);
        const readBack = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(readBack).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardText(readBack)).toBe(note.normalize("NFC"));
      }),
    );
  });
});

const plain: FigureRow = {
  key: "epi.mr",
  period: "2023-S1",
  orgUnit: "VN12",
  breakdown: "",
  role: "actual",
  value: "5369",
  unit: "trẻ",
  asOf: "",
  note: "",
};

const flow = {
  key: "epi.mr",
  id: "epi.mr",
  name: { vi: "Trẻ tiêm sởi - rubella", en: "Children given MR" },
  unit: "trẻ",
  valueType: "integer",
  timeNature: "flow",
  orgNature: "sum",
  collected: "month",
  programme: "TCMR",
  level: "xã",
  owner: "VN12",
  breakdowns: [{ dimensions: ["sex"], relation: "partition" }],
} satisfies DataElement;

const ratio = {
  kind: "ratio",
  numerator: { element: "epi.mr" },
  denominator: { element: "tb.managed" },
  factor: 100,
} as const;

const catalogue: { elements: DataElement[]; orgUnits: OrgUnit[] } = {
  elements: [
    flow,
    { ...flow, key: "tb.managed", id: "tb.managed", timeNature: "stock" },
    { ...flow, key: "pop.growth", id: "pop.growth", unit: "%", valueType: "percent", timeNature: "rate" },
    {
      ...flow,
      key: "epi.mr_rate",
      id: "epi.mr_rate",
      unit: "%",
      valueType: "percent",
      timeNature: "rate",
      formula: ratio,
    },
    { ...flow, key: "money", id: "money", unit: "triệu đồng", valueType: "money" },
    { ...flow, key: "two", id: "two.old", onlyRoles: ["prior_year"] },
    { ...flow, key: "two", id: "two.new", planOf: "epi.mr" },
    {
      ...flow,
      key: "added",
      id: "added",
      formula: { kind: "sum", terms: [{ item: { element: "epi.mr" }, sign: 1 }] },
    },
    { ...flow, key: "old.only", id: "old.only", onlyRoles: ["prior_year"] },
  ],
  orgUnits: [
    {
      uid: "VN12",
      name: "Lai Châu",
      fullName: "Tỉnh Lai Châu",
      type: "tinh",
      kind: "area",
      aliases: [],
      placements: [],
    },
    {
      uid: "VN12.106",
      name: "Tam Đường",
      fullName: "Huyện Tam Đường",
      type: "huyen",
      kind: "area",
      closedOn: "2025-06-30",
      aliases: [],
      placements: [],
    },
  ],
};

function read(rows: readonly FigureRow[]) {
  return readFigureRows(tableOf(rows), catalogue);
}

function items<Item>(imported: Iterable<{ readonly item: Item }>): Item[] {
  return Array.from(imported, ({ item }) => item);
}

function tableOf(rows: readonly FigureRow[]): FigureTable {
  return {
    file: "test.csv",
    columns: Object.fromEntries(
      figureColumnOrder.map((column, index) => [column, "ABCDEFGHI".charAt(index)]),
    ),
    batches: () => batchesOf(rows.map((row, index) => ({ row: index + 2, cells: cellsOf(row) }))),
  };
}

function cellsOf(row: FigureRow): Partial<Record<FigureColumn, FigureCell>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, text]) => (text === "" ? [] : [[column, { text }]])),
  );
}

/** Two rows at a time, so that files of the tests have several batches. */
// oxlint-disable-next-line require-await -- rows come asynchronously from files
async function* batchesOf<Row>(rows: readonly Row[]): AsyncIterable<readonly Row[]> {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}
