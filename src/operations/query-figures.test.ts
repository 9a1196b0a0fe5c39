import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseOptionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { indexFacts } from "#domain/figure-facts.ts";
import type { FigureRole } from "#domain/figure.ts";
import { plainText, resolveFiguresWith } from "#domain/resolve-figure.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { deleteDataValues, saveDataValues } from "#store/data-values.ts";
import { saveOrgUnits, saveSuccessions } from "#store/org-units.ts";
import { foldRollup } from "#store/rollup-fold.ts";
import { saveTargets } from "#store/targets.ts";
import { buildDataElement, buildDataValue, buildOrgUnit, province } from "#store/test-builders.ts";
import { openTestDatabase, type TestDatabase } from "#store/test-database.ts";
import { fetchFacts } from "./load-facts.ts";
import { machineUser, type Context } from "./context.ts";
import { queryFigures } from "./query-figures.ts";

let db: TestDatabase;
let context: Context;
beforeAll(async () => {
  db = await openTestDatabase();
  context = { db, province, today: "2026-07-01", user: machineUser };
});
afterAll(() => db.close());

const units = [
  ...["huyen-a", "huyen-b"].map((uid) =>
    buildOrgUnit({ uid, type: "huyen", placements: [{ parent: province, level: 2 }] }),
  ),
  ...[["xa-1", "huyen-a"], ["xa-2", "huyen-a"], ["xa-3", "huyen-b"]].map(([uid = "", parent = ""]) =>
    buildOrgUnit({ uid, placements: [{ parent, level: 3 }] }),
  ),
  buildOrgUnit({ uid: "tram-1", kind: "facility", placements: [{ parent: "xa-1", level: 4 }] }),
]; // prettier-ignore

const partition = { dimensions: ["sex"], relation: "partition" } as const;
const elements: readonly DataElement[] = [
  buildDataElement({ id: "flow" }),
  buildDataElement({ id: "parted", breakdowns: [partition] }),
  buildDataElement({ id: "stock", timeNature: "stock" }),
  buildDataElement({ id: "yearly", timeNature: "stock", collected: "year" }),
  buildDataElement({ id: "total", timeNature: "cumulative" }),
  buildDataElement({ id: "average", timeNature: "average" }),
  buildDataElement({ id: "alone", orgNature: "none" }),
  buildDataElement({ id: "rate", timeNature: "rate", orgNature: "recompute", valueType: "percent" }),
  buildDataElement({ id: "ratio", timeNature: "rate", orgNature: "recompute", valueType: "percent",
    formula: { kind: "ratio", numerator: { element: "parted", breakdown: { sex: "nữ" } }, denominator: { element: "yearly" }, factor: 100 } }),
  buildDataElement({ id: "difference",
    formula: { kind: "sum", terms: [{ item: { element: "flow" }, sign: 1 }, { item: { element: "parted" }, sign: -1 }] } }),
  buildDataElement({ id: "communes", timeNature: "stock", formula: { kind: "org-unit-count", level: 3 } }),
]; // prettier-ignore

async function beginAnew(): Promise<void> {
  await db.query("truncate data_value, data_value_version, org_unit, org_unit_placement, data_element, target cascade"); // prettier-ignore
  await db.query("truncate rollup_ancestor, rollup_element, rollup_mark");
  const root = buildOrgUnit({ uid: province, type: "tinh", placements: [{ level: 1 }] });
  await db.transaction((tx) => saveOrgUnits(tx, province, [root, ...units]));
  await saveDataElements(db, province, elements);
}
beforeEach(beginAnew);

const roles: readonly FigureRole[] = [
  "actual", "plan", "percent_of_plan", "growth_abs", "growth_percent", "share",
]; // prettier-ignore

/** What the pure engine says of the same facts. */
async function resolveInMemory(query: Parameters<typeof queryFigures>[1], periods: readonly string[]) {
  const resolve = resolveFiguresWith(indexFacts(await fetchFacts(context, periods)));
  const { items, orgUnits, roles: asked } = query;
  return items.flatMap(({ key, breakdown = {} }) =>
    (orgUnits.uids ?? []).flatMap((orgUnit) =>
      query.periods.flatMap((period) =>
        asked.map((role) => {
          const { value, unit } = resolve({ key, role, period, orgUnit, breakdown });
          return `${key} ${JSON.stringify(breakdown)} ${orgUnit} ${period} ${role}: ${value === undefined ? "–" : plainText(value)} ${unit}`;
        }),
      ),
    ),
  );
}

async function answer(query: Parameters<typeof queryFigures>[1]): Promise<string[]> {
  const { cells } = await queryFigures(context, query);
  return cells.map(
    ({ item, orgUnit, period, role, value, unit }) =>
      `${item.key} ${JSON.stringify(item.breakdown)} ${orgUnit} ${period} ${role}: ${value ?? "–"} ${unit}`,
  );
}

const months = ["2025-01", "2025-02", "2025-03", "2025-06", "2024-01", "2024-02", "2024-06"];
const longer = ["2025-Q1", "2025-Q2", "2025-S1", "2024-Q1", "2024-S1"];
const years = ["2025", "2024"];

const isFlow = (element: string) => elements.find(({ id }) => id === element)?.timeNature === "flow";

/** What is collected once a year is reported for the year, a stock or an average for months, flows for anything. */
function periodsOf(element: string): readonly string[] {
  if (element === "yearly") return years;
  return isFlow(element) || element === "alone" || element === "rate"
    ? [...months, ...longer, ...years]
    : months;
}

const everyone = [province, ...units.map(({ uid }) => uid)];
const lowest = ["xa-2", "xa-3", "tram-1"];

/** Which units report an element, and for which periods. */
const someReports = fc
  .constantFrom(...elements.map(({ id }) => id))
  .chain((element) =>
    fc.record({
      element: fc.constant(element),
      combos: element === "parted" ? fc.subarray<string>(["", "sex=nam", "sex=nữ"], { minLength: 1 }) : fc.constant<string[]>([""]),
      units: fc.subarray(isFlow(element) ? everyone : lowest, { minLength: 1 }),
      periods: fc.subarray([...periodsOf(element)], { minLength: 1 }),
      seed: fc.integer({ min: 1, max: 50 }),
      gaps: fc.boolean(),
    }),
  ); // prettier-ignore

type Reports = typeof someReports extends fc.Arbitrary<infer T> ? T : never;

/** Of stocks and averages all units report the same periods; where they do not, see the tests below. */
function valuesOf(reports: readonly Reports[]) {
  const alike = reports.filter(
    ({ element }, at) => isFlow(element) || reports.findIndex((other) => other.element === element) === at,
  );
  const values = alike.flatMap(({ element, combos, units: by, periods, seed, ...more }: Reports) => {
    const hasGaps = more.gaps && isFlow(element);
    return combos.flatMap((optionCombo, combo) =>
      by.flatMap((orgUnit, unit) =>
        periods.flatMap((period, at) =>
          hasGaps && (unit + combo + at * seed) % 3 === 0
            ? []
            : [buildDataValue({ element, optionCombo, orgUnit, period, value: (seed * (unit + 2) * (at + 1)) % 23 })],
        ),
      ),
    );
  }); // prettier-ignore
  const name = (v: (typeof values)[number]) => [v.element, v.optionCombo, v.orgUnit, v.period].join("|");
  return [...new Map(values.map((value) => [name(value), value])).values()];
}

const query = {
  items: [
    ...elements.map(({ key }) => ({ key })),
    ...["sex=nữ", "sex=nam"].map((combo) => ({ key: "parted", breakdown: parseOptionCombo(combo)! })),
  ],
  periods: ["2025-01", "2025-06", "2025-Q1", "2025-S1", "2025"],
  orgUnits: { uids: [province, ...units.map(({ uid }) => uid)] },
  roles,
};

describe("a table of figures", () => {
  test("has the very numbers that the report's figures have, whatever was reported by whom", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someReports, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (reports, folds) => {
          await beginAnew();
          const values = valuesOf(reports);
          await saveDataValues(db, province, values.slice(0, 40), { by: "tram" });
          if (folds) await foldRollup(db, province);
          await saveDataValues(db, province, values.slice(40), { by: "tram" });
          await saveTargets(db, province, [
            {
              ...buildDataValue({ element: "flow", period: "2025", orgUnit: province, value: 50 }),
              setBy: "HĐND",
            },
          ]);
          const all = [...months, ...longer, ...years];
          expect(await answer(query)).toEqual(await resolveInMemory(query, all));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a stock", () => {
  const cell = { element: "stock", optionCombo: "" };
  const ask = async (period: string, unit = province) => {
    const { cells } = await queryFigures(context, { items: [{ key: "stock" }], periods: [period], orgUnits: { uids: [unit] }, roles: ["actual"] }); // prettier-ignore
    const { value, reported, expected, carried, state } = cells[0]!;
    return { value, reported, expected, carried, state };
  };
  const save = (values: readonly (readonly [string, string, number])[]) =>
    saveDataValues(db, province, values.map(([orgUnit, period, value]) => buildDataValue({ ...cell, orgUnit, period, value })), { by: "tram" }); // prettier-ignore

  test.each([true, false])(
    "is each unit's own last value, older ones carried (folded: %s)",
    async (folds) => {
      await save([["xa-1", "2025-01", 5], ["xa-1", "2025-04", 8], ["xa-2", "2025-02", 20], ["xa-3", "2025-06", 100]]); // prettier-ignore
      if (folds) await foldRollup(db, province);
      expect(await ask("2025-S1")).toEqual({ value: "128", reported: 1, expected: 3, carried: 2, state: "confirmed" }); // prettier-ignore
      expect(await ask("2025-Q1", "huyen-a")).toMatchObject({ value: "25", reported: 0, carried: 2 });
      expect(await ask("2025-Q2", "huyen-a")).toMatchObject({ value: "8", reported: 0, carried: 1, state: "provisional" }); // prettier-ignore
      expect(await ask("2025-03")).toMatchObject({ value: undefined });
      await save([["xa-1", "2025-06", 1]]);
      expect(await ask("2025-S1")).toMatchObject({ value: "121", reported: 2, carried: 1 });
      await deleteDataValues(db, province, [{ ...cell, orgUnit: "xa-2", period: "2025-02", source: "reported" }], { by: "tram" }); // prettier-ignore
      expect(await ask("2025-S1")).toMatchObject({ value: "101", reported: 2, carried: 0, expected: 2 });
    },
  );

  test("does not count a unit that left the tree within the period", async () => {
    await save([["xa-1", "2025-01", 5], ["xa-2", "2025-02", 20], ["xa-2", "2025-12", 30]]); // prettier-ignore
    const placements = [{ parent: "huyen-a", level: 3, to: "2025-06-30" }];
    await db.transaction((tx) => saveOrgUnits(tx, province, [buildOrgUnit({ uid: "xa-1", placements })]));
    expect(await ask("2025-S1")).toMatchObject({ value: "25" });
    expect(await ask("2025")).toMatchObject({ value: "30" });
  });
});

test("the least of units is asked of those that reported, and a month's figure to date adds up the year", async () => {
  await saveDataElements(db, province, [buildDataElement({ id: "days", timeNature: "stock", orgNature: "min" })]); // prettier-ignore
  const values = [["xa-1", 12], ["xa-2", 7], ["tram-1", 3]].map(([orgUnit, value]) => buildDataValue({ element: "days", orgUnit: String(orgUnit), period: "2025-01", value: value! })); // prettier-ignore
  const visits = ["2025-01", "2025-02", "2025-05"].map((period, at) => buildDataValue({ element: "flow", orgUnit: "xa-1", period, value: 10 ** at })); // prettier-ignore
  await saveDataValues(db, province, [...values, ...visits], { by: "tram" });
  const ask = async (key: string, period: string, role: FigureRole) =>
    (await queryFigures(context, { items: [{ key }], periods: [period], orgUnits: { uids: [province] }, roles: [role] })).cells[0]!; // prettier-ignore
  expect(await ask("days", "2025-01", "stock")).toMatchObject({ value: "7" });
  expect(await ask("flow", "2025-05", "cumulative")).toMatchObject({ value: "111", reported: 3, expected: 5, state: "provisional" }); // prettier-ignore
});

describe("a commune that moves to another district late", () => {
  test("takes its figures of those days along, at the next read", async () => {
    const values = ["2025-01", "2025-02", "2025-03"].map((period) => buildDataValue({ element: "flow", orgUnit: "xa-1", period, value: 10 })); // prettier-ignore
    await saveDataValues(db, province, values, { by: "tram" });
    await foldRollup(db, province);
    const ask = async () => {
      const { cells } = await queryFigures(context, { items: [{ key: "flow" }], periods: ["2025-Q1"], orgUnits: { uids: ["huyen-a", "huyen-b", province] }, roles: ["actual"] }); // prettier-ignore
      return cells.map(({ value }) => value);
    };
    expect(await ask()).toEqual(["30", undefined, "30"]);
    const placements = [
      { parent: "huyen-a", level: 3, to: "2025-01-31" },
      { parent: "huyen-b", level: 3, from: "2025-02-01" },
    ];
    await db.transaction((tx) => saveOrgUnits(tx, province, [buildOrgUnit({ uid: "xa-1", placements })]));
    expect(await ask()).toEqual(["10", "20", "30"]);
  });
});

describe("what tables remember between two reads", () => {
  const ask = async (more: Partial<Parameters<typeof queryFigures>[1]> = {}) =>
    queryFigures(context, { items: [{ key: "flow" }], periods: ["2025-01"], orgUnits: { uids: [province] }, roles: ["actual"], ...more }); // prettier-ignore

  test("is forgotten when a name, a succession or an element changes", async () => {
    await saveDataValues(db, province, [buildDataValue({ element: "flow", orgUnit: "xa-1", period: "2025-01", value: 10 })], { by: "tram" }); // prettier-ignore
    await ask();
    const ended = buildOrgUnit({ uid: "xa-1", name: "Xã cũ", placements: [{ parent: "huyen-a", level: 3, to: "2025-06-30" }] }); // prettier-ignore
    const begun = buildOrgUnit({ uid: "xa-9", placements: [{ parent: "huyen-b", level: 3, from: "2025-07-01" }] }); // prettier-ignore
    await db.transaction((tx) => saveOrgUnits(tx, province, [ended, begun]));
    const restated = { orgUnits: { uids: ["xa-1", "xa-9"] }, tree: "2025-07-01" } as const;
    expect((await ask({ orgUnits: { uids: ["xa-1"] } })).orgUnits[0]?.name).toBe("Xã cũ");
    expect((await ask(restated)).cells.map(({ value }) => value)).toEqual(["10", undefined]);
    const late = { predecessor: "xa-1", successor: "xa-9", on: "2025-07-01", share: 1 };
    await db.transaction((tx) => saveSuccessions(tx, province, [late]));
    expect((await ask(restated)).cells.map(({ value }) => value)).toEqual(["10", "10"]);
    await saveDataElements(db, province, [buildDataElement({ id: "flow", unit: "ca" })]);
    expect((await ask()).cells[0]).toMatchObject({ value: "10", unit: "ca" });
  });
});

test("who meets a long queue of changes folds what the question touches, and nothing else", async () => {
  const periods = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}`);
  const earlier = ["2021", "2022", "2023", "2024", "2025"];
  const values = ["flow", "average"].flatMap((element) =>
    earlier.flatMap((year) => periods.flatMap((period) => ["xa-1", "xa-2", "xa-3", "tram-1", "huyen-a", "huyen-b", province].flatMap((orgUnit) =>
      ["reported", "illustrative"].map((source) => buildDataValue({ element, orgUnit, period: period.replace("2025", year), value: 1, source: source === "reported" ? source : "illustrative" })),
    ))),
  ); // prettier-ignore
  const all = [...values, ...["alone", "rate"].flatMap((element) => values.filter((value) => value.element === "flow").map((value) => ({ ...value, element })))]; // prettier-ignore
  await saveDataValues(db, province, all, { by: "tram" });
  const { cells } = await queryFigures(context, { items: [{ key: "flow" }, { key: "average" }], periods: ["2025-01"], orgUnits: { uids: ["huyen-b"] }, roles: ["actual"] }); // prettier-ignore
  expect(cells.map(({ value }) => value)).toEqual(["1", "1"]);
  const waiting = await db.query("select distinct data_element as element from rollup_delta order by 1");
  expect(waiting).toEqual([{ element: "alone" }, { element: "rate" }]);
});
