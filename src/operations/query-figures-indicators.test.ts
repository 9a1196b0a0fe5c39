import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decimal, type Decimal } from "#domain/decimal.ts";
import type { Indicator } from "#domain/indicator.ts";
import { monthsWithin, samePeriodLastYear, yearToDate, type Period } from "#domain/period.ts";
import { plainText } from "#domain/resolve-figure.ts";
import { saveConstants } from "#store/constants.ts";
import type { DataSet } from "#domain/data-set.ts";
import type { FigureRole } from "#domain/figure.ts";
import { saveDataSet } from "#store/data-sets.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { deleteDataValues, saveDataValues } from "#store/data-values.ts";
import { saveIndicators } from "#store/indicators.ts";
import { saveExternalCodes } from "#store/indicators-codes.ts";
import { saveOrgUnitGroups } from "#store/org-unit-groups.ts";
import { saveOrgUnits, saveSuccessions } from "#store/org-units.ts";
import { foldRollup } from "#store/rollup-fold.ts";
import { buildDataElement, buildDataValue, buildOrgUnit, province } from "#store/test-builders.ts";
import { saveTargets } from "#store/targets.ts";
import { openTestDatabase, type TestDatabase } from "#store/test-database.ts";
import { machineUser, type Context } from "./context.ts";
import { queryFigures } from "./query-figures.ts";
import type { QueryFigures, TableCell } from "./query-figures-table.ts";

let db: TestDatabase;
let context: Context;
beforeAll(async () => {
  db = await openTestDatabase();
  context = { db, province, today: "2026-07-01", user: machineUser };
});
afterAll(() => db.close());

const communes = [["xa-1", "huyen-a"], ["xa-2", "huyen-a"], ["xa-3", "huyen-b"]] as const; // prettier-ignore
const units = [
  ...["huyen-a", "huyen-b"].map((uid) => buildOrgUnit({ uid, type: "huyen", placements: [{ parent: province, level: 2 }] })),
  ...communes.map(([uid, parent]) => buildOrgUnit({ uid, placements: [{ parent, level: 3 }] })),
]; // prettier-ignore

const partition = { dimensions: ["age"], relation: "partition" } as const;
const elements = [
  buildDataElement({ id: "tests" }),
  buildDataElement({ id: "cases", breakdowns: [partition] }),
  buildDataElement({ id: "people", timeNature: "stock", collected: "year" }),
  buildDataElement({ id: "beds", timeNature: "stock" }),
  buildDataElement({ id: "staff", timeNature: "average" }),
];

beforeEach(async () => {
  await db.query("truncate data_value, data_value_version, org_unit, org_unit_placement, data_element, target cascade"); // prettier-ignore
  await db.query("truncate rollup_ancestor, rollup_element, rollup_mark, external_code, formula_constant, indicator, submission, data_set cascade"); // prettier-ignore
  const root = buildOrgUnit({ uid: province, type: "tinh", placements: [{ level: 1 }] });
  await db.transaction((tx) => saveOrgUnits(tx, province, [root, ...units]));
  await saveDataElements(db, province, elements);
});

const indicator = (facts: Partial<Indicator>): Indicator => ({
  key: "rate",
  name: { vi: "Tỷ lệ", en: "Rate" },
  numerator: "#{cases}",
  denominator: "#{tests}",
  factor: "100",
  missing: "SKIP_IF_ANY_VALUE_MISSING",
  decimals: 1,
  unit: "%",
  ...facts,
});

type Row = readonly [element: string, orgUnit: string, period: string, value: number, combo?: string];
const save = (rows: readonly Row[]) =>
  saveDataValues(db, province, rows.map(([element, orgUnit, period, value, optionCombo = ""]) => buildDataValue({ element, orgUnit, period, value, optionCombo })), { by: "tram" }); // prettier-ignore

async function ask(facts: Partial<Indicator>, query: Partial<QueryFigures> = {}): Promise<TableCell> {
  const table = await queryFigures(
    context,
    { items: [{ key: "rate" }], periods: ["2025-S1"], orgUnits: { uids: [province] }, roles: ["actual"], ...query },
    [indicator(facts)],
  ); // prettier-ignore
  return table.cells[0]!;
}
const valueOf = async (numerator: string, query: Partial<QueryFigures> = {}, more: Partial<Indicator> = {}) =>
  (await ask({ numerator, denominator: "1", factor: "1", ...more }, query)).value;

const months = [...monthsWithin("2024"), ...monthsWithin("2025")];

describe("an indicator is computed from what its operands add up to", () => {
  const strategies = ["SKIP_IF_ANY_VALUE_MISSING", "SKIP_IF_ALL_VALUES_MISSING", "NEVER_SKIP"] as const;
  const below: Record<string, readonly string[]> = {
    [province]: communes.map(([uid]) => uid),
    "huyen-a": ["xa-1", "xa-2"],
    "huyen-b": ["xa-3"],
    "xa-1": ["xa-1"],
  };

  /** Sums of raw values, and nothing else. */
  function sumOf(rows: readonly Row[], element: string, unit: string, periods: readonly Period[]): Decimal | undefined {
    const values = rows.filter(([id, by, period]) => id === element && below[unit]!.includes(by) && periods.includes(period));
    return values.length === 0 ? undefined : values.reduce((all, row) => all.plus(row[3]), decimal(0));
  } // prettier-ignore

  test("whatever was reported by whom, in any period, for any unit", async () => {
    const someRows = fc.uniqueArray(
      fc.tuple(fc.constantFrom("cases", "tests"), fc.constantFrom(...communes.map(([uid]) => uid)), fc.constantFrom(...months), fc.integer({ min: 0, max: 9 })),
      { selector: ([element, unit, period]) => `${element}|${unit}|${period}`, maxLength: 60 },
    ); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(someRows, fc.constantFrom(...strategies), fc.boolean(), fc.boolean(), async (rows, missing, folds, toDate) => {
        await db.query("truncate data_value, data_value_version cascade");
        await db.query("delete from rollup; delete from rollup_delta; delete from rollup_reporter");
        await save(rows);
        if (folds) await foldRollup(db, province);
        const periods = ["2025-03", "2025-Q1", "2025-S1", "2025-S2", "2025"];
        const { cells } = await queryFigures(
          context,
          { items: [{ key: "rate" }], periods, orgUnits: { uids: Object.keys(below) }, roles: ["actual", "prior_year", "growth_points", "growth_percent"], yearToDate: toDate },
          [indicator({ missing, numerator: "#{cases} - 2", denominator: "#{tests}" })],
        );
        for (const { orgUnit, period, role, value } of cells) {
          expect(`${orgUnit} ${period} ${role} ${value ?? "–"}`).toBe(`${orgUnit} ${period} ${role} ${oracle(rows, missing, orgUnit, period, role, toDate)}`);
        }
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  function oracle(rows: readonly Row[], missing: Indicator["missing"], unit: string, period: Period, role: string, toDate: boolean): string {
    const rate = (of: Period): Decimal | undefined => {
      const at = toDate ? yearToDate(of) : monthsWithin(of);
      const [cases, tests] = [sumOf(rows, "cases", unit, at), sumOf(rows, "tests", unit, at)];
      if (missing !== "NEVER_SKIP" && (!cases || !tests)) return undefined; // one operand on each side
      if (!tests || tests.eq(0)) return undefined;
      return (cases ?? decimal(0)).minus(2).times(100).div(tests);
    };
    const [now, before] = [rate(period), rate(samePeriodLastYear(period))];
    const value = () => {
      if (role === "actual") return now;
      if (role === "prior_year") return before;
      if (!now || !before) return undefined;
      if (role === "growth_points") return now.minus(before);
      return before.eq(0) ? undefined : now.minus(before).times(100).div(before);
    };
    const found = value();
    return found ? plainText(found) : "–";
  } // prettier-ignore

  test("a rate of a province is not the mean of the rates of its communes", async () => {
    await save([["cases", "xa-1", "2025-01", 1], ["tests", "xa-1", "2025-01", 2], ["cases", "xa-3", "2025-02", 1], ["tests", "xa-3", "2025-02", 98]]); // prettier-ignore
    expect(await ask({})).toMatchObject({ value: "2", state: "provisional", unit: "%" });
  });
});

describe("a missing or impossible operand", () => {
  beforeEach(() => save([["cases", "xa-1", "2025-01", 6], ["tests", "xa-2", "2025-02", 0]])); // prettier-ignore

  test.each([
    ["SKIP_IF_ANY_VALUE_MISSING", "#{cases} + #{beds}", { value: undefined, reason: "operand-missing" }],
    ["SKIP_IF_ALL_VALUES_MISSING", "#{cases} + #{beds}", { value: "6", state: "provisional" }],
    ["SKIP_IF_ALL_VALUES_MISSING", "#{staff} + #{beds}", { value: undefined, reason: "operand-missing" }],
    ["NEVER_SKIP", "#{staff} + #{beds}", { value: "0", state: "provisional", reported: 0 }],
    ["NEVER_SKIP", "firstNonNull(#{beds}, #{cases})", { value: "6" }],
  ] as const)("%s: %s", async (missing, numerator, expected) => {
    expect(await ask({ missing, numerator, denominator: "1", factor: "1" })).toMatchObject(expected);
  });

  test.each([
    ["#{cases}", "#{tests}"],
    ["#{cases} / #{tests}", "1"],
    ["1", "0"],
  ])("by zero nothing is divided: %s by %s", async (numerator, denominator) => {
    expect(await ask({ numerator, denominator })).toMatchObject({ value: undefined, state: "missing", reason: "division-by-zero" }); // prettier-ignore
  });

  test("it is as complete as the least complete operand", async () => {
    await save(monthsWithin("2025-S1").map((period): Row => ["tests", "xa-1", period, 10]));
    expect(await ask({})).toMatchObject({ value: "10", reported: 1, expected: 6, state: "provisional" });
  });

  test("what a corrected value changes is seen at the next read", async () => {
    await save([["tests", "xa-2", "2025-02", 12]]);
    expect(await valueOf("#{cases} / #{tests}")).toBe("0.5");
    await deleteDataValues(db, province, [{ element: "tests", optionCombo: "", orgUnit: "xa-2", period: "2025-02", source: "reported" }], { by: "tram" }); // prettier-ignore
    expect(await ask({})).toMatchObject({ value: undefined, reason: "operand-missing" });
  });
});

describe("what is said about an operand", () => {
  beforeEach(async () => {
    await save(months.flatMap((period, at): Row[] => [["tests", "xa-1", period, 1 + at], ["beds", "xa-1", period, 100 + at], ["beds", "xa-3", period, 5]])); // prettier-ignore
    await save([
      ["people", "xa-1", "2025", 1000],
      ["people", "xa-3", "2025", 500],
    ]);
    await save([["cases", "xa-1", "2025-01", 2, "age=<5"], ["cases", "xa-1", "2025-01", 3, "age=≥5"], ["cases", "xa-2", "2025-02", 10, "age=<5"]]); // prettier-ignore
  });

  test.each([
    ["#{tests}.periodOffset(-1)", "2025-01", "12"],
    ["#{tests}.periodOffset(-1)", "2025-Q1", "33"], // 10 + 11 + 12
    ["#{tests}.periodOffset(-12)", "2025-03", "3"],
    ["#{tests}.yearToDate()", "2025-03", "42"], // 13 + 14 + 15
    ["#{tests}.yearToDate()", "2025-Q2", "93"],
    ["#{tests}.yearToDate().periodOffset(-12)", "2025-02", "3"],
    ["#{tests}.minDate(2025-2-1)", "2025-Q1", "29"],
    ["#{tests}.maxDate(2025-2-28)", "2025-S1", "27"],
    ["#{tests}.minDate(2026-1-1)", "2025", undefined],
    ["#{beds}", "2025-Q1", "119"], // the last of each: 114 + 5
    ["#{beds}.yearToDate()", "2025-02", "118"],
    ["#{beds}.minDate(2025-2-1).maxDate(2025-2-28)", "2025-Q1", "118"],
    ["#{beds}.aggregationType(LAST)", "2025-Q1", "119"],
    ["#{beds}.aggregationType(FIRST)", "2025-Q1", "117"],
    ["#{beds}.aggregationType(AVERAGE_SUM_ORG_UNIT)", "2025-Q1", "118"],
    ["#{beds}.aggregationType(AVERAGE)", "2025-Q1", "59"],
    ["#{beds}.aggregationType(LAST_AVERAGE_ORG_UNIT)", "2025-Q1", "59.5"],
    ["#{beds}.aggregationType(MAX)", "2025-Q1", "114"],
    ["#{beds}.aggregationType(MIN)", "2025-Q1", "5"],
    ["#{beds}.aggregationType(MAX_SUM_ORG_UNIT)", "2025-Q1", "119"],
    ["#{beds}.aggregationType(COUNT)", "2025-Q1", "6"],
    ["#{beds}.aggregationType(SUM)", "2025-Q1", "354"],
    ["#{tests}.aggregationType(NONE)", "2025-01", "13"],
    ["#{tests}.aggregationType(NONE)", "2025-Q1", undefined],
    ["#{tests}.aggregationType(VARIANCE)", "2025-Q1", "1"],
    ["subExpression(if(#{tests} > 13, 1, 0))", "2025-Q1", "2"],
    ["subExpression(#{cases} * 2)", "2025-S1", "30"],
    ["#{people}", "2025-03", "1500"],
    ["#{cases}", "2025-S1", "15"],
    ["#{cases[age=<5]}", "2025-S1", "12"],
    ["[days]", "2025-Q1", "90"],
    ["[periodInYear]", "2025-03", "3"],
    ["C{half}", "2025-03", "0.5"],
    ["OUG{xa}", "2025-03", "3"],
    ["OUG{border}", "2025-03", "1"],
    ["if(orgUnit.ancestor(VN12aaaaaaa), 1, 2)", "2025-03", "2"],
  ])("%s in %s is %s", async (numerator, period, expected) => {
    await db.transaction((tx) => saveConstants(tx, province, [{ key: "half", name: { vi: "Nửa", en: "Half" }, value: "0.50" }], { by: "tram" })); // prettier-ignore
    const members = [
      { orgUnit: "xa-1", to: "2025-12-31" },
      { orgUnit: "xa-2", from: "2026-01-01" },
    ];
    await db.transaction((tx) => saveOrgUnitGroups(tx, province, [{ key: "border", name: { vi: "Biên giới", en: "Border" }, members }])); // prettier-ignore
    expect(await valueOf(numerator, { periods: [period] })).toBe(expected);
  });

  test("codes of another system find our elements and cells", async () => {
    await saveExternalCodes(db, province, [
      { kind: "data-element", code: "abcdefghij1", target: "cases" },
      { kind: "option-combo", code: "abcdefghij2", target: "age=<5" },
      { kind: "option", code: "abcdefghij3", target: "age=≥5" },
      { kind: "option-combo", code: "abcdefghij4", target: "age=≥5" },
      { kind: "data-element-group", code: "abcdefghij5", target: "cases" },
      { kind: "data-element-group", code: "abcdefghij5", target: "tests" },
      { kind: "option-combo", code: "HllvX50cXC0", target: "" },
    ]);
    const year = { periods: ["2025-01"] };
    expect(await valueOf("#{abcdefghij1}", year)).toBe("5");
    expect(await valueOf("#{abcdefghij1.abcdefghij2}", year)).toBe("2");
    expect(await valueOf("#{abcdefghij1.*.HllvX50cXC0}", year)).toBe("5");
    expect(await valueOf("#{abcdefghij1.co:abcdefghij3}", year)).toBe("3");
    expect(await valueOf("#{deGroup:abcdefghij5}", year)).toBe("18");
  });

  test("a year to date that is shifted counts no month twice, also of the months to date", async () => {
    expect(await valueOf("#{tests}.periodOffset(-1).yearToDate()", { periods: ["2025-03"], yearToDate: true })).toBe("105"); // prettier-ignore
  }); // all of 2024 (78, for January shifted is December), and January and February (27)
});

describe("reporting rates", () => {
  test("count the hand-ins due and received by the units below, each month on its own", async () => {
    const dataSet: DataSet = {
      id: "phieu",
      validFrom: "2025-01-01",
      name: { vi: "Phiếu", en: "Form" },
      shortName: { vi: "Phiếu", en: "Form" },
      programme: "kcb",
      periodType: "month",
      periodRule: "calendar",
      assignment: { types: ["xa"], orgUnits: [], within: [], except: [] },
      deadline: { days: 5, counting: "days" },
      approvals: [],
      sections: [],
      allowsNothingToReport: false,
    };
    await saveDataSet(db, province, dataSet, { origin: "people", by: "tram" });
    const handIn = (orgUnit: string, period: string, day: string) =>
      db.query(
        `insert into submission (province, data_set, period, org_unit, state, version, first_received_on)
         values ($1, 'phieu', $2, $3, 'submitted', 1, $4)`,
        [province, period, orgUnit, day],
      );
    await handIn("xa-1", "2025-01", "2025-02-05");
    await handIn("xa-2", "2025-01", "2025-02-06");
    await handIn("xa-3", "2025-02", "2025-03-01");
    const rate = (name: string, query: Partial<QueryFigures> = {}) => valueOf(`R{phieu.${name}}`, query);
    const district = { periods: ["2025-01"], orgUnits: { uids: ["huyen-a"] } };
    expect(await rate("EXPECTED_REPORTS")).toBe("18");
    expect(await rate("ACTUAL_REPORTS")).toBe("3");
    expect(await rate("ACTUAL_REPORTS_ON_TIME", district)).toBe("1");
    expect(await rate("REPORTING_RATE", district)).toBe("100");
    expect(await rate("REPORTING_RATE_ON_TIME", district)).toBe("50");
    expect(await valueOf("R{phieu.ACTUAL_REPORTS}.periodOffset(-1)", { periods: ["2025-02"] })).toBe("2");
    expect(await rate("EXPECTED_REPORTS", { periods: ["2024-12"] })).toBeUndefined();
  });
});

describe("a plan", () => {
  test("of an indicator is what was set for its key, for the period or its year", async () => {
    await save([
      ["cases", "xa-1", "2025-01", 6],
      ["tests", "xa-1", "2025-01", 12],
    ]);
    const target = { element: "rate", optionCombo: "", period: "2025", orgUnit: province, value: decimal(40), setBy: "UBND" }; // prettier-ignore
    await expect(saveTargets(db, province, [target])).rejects.toThrow("unknown-data-element");
    await db.transaction((tx) => saveIndicators(tx, province, [indicator({})], { by: "tram" }));
    await saveTargets(db, province, [target]);
    const roles = (role: FigureRole, against?: "plan") =>
      ask({}, { roles: [role], ...(against && { against }) });
    expect(await roles("plan")).toMatchObject({ value: "40", unit: "%" });
    expect(await roles("percent_of_plan")).toMatchObject({ value: "125", unit: "%" });
    expect(await roles("growth_points", "plan")).toMatchObject({ value: "10" });
    expect(await ask({}, { roles: ["plan"], orgUnits: { uids: ["xa-1"] } })).toMatchObject({ value: undefined, reason: "plan-missing" }); // prettier-ignore
  });
});

describe("indicators made of indicators", () => {
  test("are computed through, and a circle is refused by name", async () => {
    await save([
      ["cases", "xa-1", "2025-01", 6],
      ["tests", "xa-1", "2025-01", 12],
    ]);
    const change = { by: "tram" };
    const keep = (list: readonly Indicator[]) =>
      db.transaction((tx) => saveIndicators(tx, province, list, change));
    await keep([indicator({ key: "positivity" }), indicator({ key: "double", numerator: "N{positivity} * 2", denominator: "1", factor: "1" })]); // prettier-ignore
    expect(await valueOf("N{double} + N{positivity}")).toBe("150");
    expect(await valueOf("N{double}.periodOffset(1)", { periods: ["2024-12"] })).toBe("100");
    await keep([indicator({ key: "positivity", numerator: "N{double}" })]);
    await expect(valueOf("N{double}")).rejects.toThrow("indicator-cycle");
  });
});

describe("on a changing map", () => {
  test("last year is put on the tree of this year, through successions", async () => {
    await db.transaction((tx) => saveOrgUnits(tx, province, [
      buildOrgUnit({ uid: "xa-1", placements: [{ parent: "huyen-a", level: 3, to: "2025-06-30" }] }),
      buildOrgUnit({ uid: "xa-2", placements: [{ parent: "huyen-a", level: 3, to: "2025-06-30" }] }),
      buildOrgUnit({ uid: "xa-moi", placements: [{ parent: province, level: 3, from: "2025-07-01" }] }),
    ])); // prettier-ignore
    const on = { successor: "xa-moi", on: "2025-07-01", share: 1 };
    await db.transaction((tx) => saveSuccessions(tx, province, ["xa-1", "xa-2"].map((predecessor) => ({ predecessor, ...on })))); // prettier-ignore
    await save([
      ["cases", "xa-1", "2024-08", 1], ["tests", "xa-1", "2024-08", 10], ["cases", "xa-2", "2024-08", 4], ["tests", "xa-2", "2024-08", 10],
      ["cases", "xa-moi", "2025-08", 10], ["tests", "xa-moi", "2025-08", 20],
    ]); // prettier-ignore
    const at = { periods: ["2025-08"], orgUnits: { uids: ["xa-moi"] } };
    expect(await ask({}, { ...at, roles: ["prior_year"] })).toMatchObject({ value: "25" });
    expect(await ask({}, { ...at, roles: ["growth_points"] })).toMatchObject({ value: "25" });
    expect(await ask({ numerator: "#{cases}.periodOffset(-12)", denominator: "#{tests}.periodOffset(-12)" }, at)).toMatchObject({ value: "25" }); // prettier-ignore
    expect(await ask({ numerator: "OUG{xa}", denominator: "1", factor: "1" }, { ...at, orgUnits: { uids: [province] } })).toMatchObject({ value: "2" }); // prettier-ignore
    expect(await ask({}, { periods: ["2024-08"], orgUnits: { uids: ["xa-moi"] } })).toMatchObject({
      value: undefined,
    });
    expect(await ask({}, { periods: ["2024-08"], orgUnits: { uids: ["xa-moi"] }, tree: "2025-07-01" })).toMatchObject({ value: "25" }); // prettier-ignore
  });
});
