import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importDataValues } from "./data-value-import.ts";
import { deleteDataValues, saveDataValues, type DataValueKey } from "./data-values.ts";
import { saveDataElements } from "./data-elements.ts";
import { openDatabase, type Database } from "./database.ts";
import { saveOrgUnits } from "./org-units.ts";
import { checkRollup } from "./rollup-check.ts";
import { foldRollup } from "./rollup-fold.ts";
import { listNestedReports } from "./rollup-nested.ts";
import { listSumsBelow } from "./rollup-read-below.ts";
import { listOwnSums } from "./rollup-read-own.ts";
import { combosOf, elements, units } from "./rollup-test-province.ts";
import { listKept, recomputeByHand } from "./rollup-test-sums.ts";
import { readRollup } from "./rollup-transaction.ts";
import { buildDataValue, buildOrgUnit, province } from "./test-builders.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const by = { by: "tram" };

async function beginAnew(): Promise<void> {
  await db.query(
    "truncate data_value, data_value_version, org_unit, org_unit_placement, data_element cascade",
  );
  await db.query("truncate rollup_ancestor, rollup_element, rollup_mark");
  const root = buildOrgUnit({ uid: province, type: "tinh", placements: [{ level: 1 }] });
  await db.transaction((tx) => saveOrgUnits(tx, province, [root, ...units]));
  await saveDataElements(db, province, elements);
}
beforeEach(beginAnew);

const someUnit = fc.constantFrom(province, ...units.map(({ uid }) => uid));
const someCell = fc
  .constantFrom(...Object.keys(combosOf))
  .chain((element) =>
    fc.record({
      element: fc.constant(element),
      optionCombo: fc.constantFrom(...combosOf[element]!),
      period: fc.constantFrom("2025-01", "2025-02", "2025-05", "2025-06", "2025-07", "2025-12", "2025-Q1", "2025-Q3", "2025-S1", "2025-9M", "2025", "2025-W26", "2025-W27"),
      orgUnit: someUnit,
      source: fc.constantFrom("reported" as const, "reported" as const, "illustrative" as const),
    }),
  ); // prettier-ignore
const someValue = fc
  .tuple(someCell, fc.integer({ min: -9, max: 99 }), fc.boolean())
  .map(([cell, value, estimate]) => buildDataValue({ ...cell, value, ...(estimate && { estimate }) }));
const cellName = (v: {
  element: string;
  optionCombo: string;
  period: string;
  orgUnit: string;
  source: string;
}) => JSON.stringify([v.element, v.optionCombo, v.period, v.orgUnit, v.source]);
const someValues = fc.uniqueArray(someValue, { minLength: 1, maxLength: 25, selector: cellName });
const parents = ["huyen-a", "huyen-b", province];
const action = fc.oneof(
  { weight: 5, arbitrary: someValues.map((values) => ({ do: "save" as const, values })) },
  { weight: 1, arbitrary: someValues.map((values) => ({ do: "import" as const, values })) },
  { weight: 2, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }).map((picks) => ({ do: "delete" as const, picks })) },
  { weight: 2, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }).map((picks) => ({ do: "correct" as const, picks })) },
  { weight: 2, arbitrary: fc.constant({ do: "fold" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "crash" as const }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("xa-1", "xa-2", "xa-3"), fc.constantFrom(...parents), fc.constantFrom(...parents), fc.constantFrom("2025-01-31", "2025-02-10", "2025-06-30"))
      .map(([uid, before, after, day]) => ({ do: "place" as const, uid, before, after, day })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("flow", "parted", "alone"), fc.constantFrom("flow" as const, "stock" as const), fc.constantFrom("sum" as const, "none" as const))
      .map(([id, timeNature, orgNature]) => ({ do: "redefine" as const, id, timeNature, orgNature })),
  },
); // prettier-ignore

async function act(step: typeof action extends fc.Arbitrary<infer Step> ? Step : never, on: Database = db) {
  switch (step.do) {
    case "save":
      return saveDataValues(on, province, step.values, by);
    case "import":
      return on.transaction((tx) => importDataValues(tx, province, step.values, by));
    case "delete":
      return deleteDataValues(on, province, await pickCells(step.picks), by);
    case "correct": {
      const cells = await pickCells(step.picks);
      return saveDataValues(on, province, cells.map((cell, at) => buildDataValue({ ...cell, value: step.picks[at]! % 99 })), by); // prettier-ignore
    }
    case "fold":
      return foldRollup(on, province);
    case "crash":
      return crashWhileFolding();
    case "place": {
      const next = new Date(Date.parse(step.day) + 86_400_000).toISOString().slice(0, 10);
      const placements = [
        { parent: step.before, level: 3, to: step.day },
        { parent: step.after, level: 3, from: next },
      ];
      return on.transaction((tx) =>
        saveOrgUnits(tx, province, [buildOrgUnit({ uid: step.uid, placements })]),
      );
    }
    case "redefine": {
      const known = elements.find(({ id }) => id === step.id)!;
      return saveDataElements(on, province, [
        { ...known, timeNature: step.timeNature, orgNature: step.orgNature },
      ]);
    }
  }
}

/** Some of the cells that have a value. */
async function pickCells(picks: readonly number[]): Promise<DataValueKey[]> {
  const cells = await db.query<DataValueKey>(
    `select data_element as element, period, org_unit as "orgUnit", option_combo as "optionCombo", source
     from data_value order by 1, 2, 3, 4, 5`,
  );
  return [...new Set(picks.map((pick) => cells[pick % cells.length]))].filter((cell) => cell !== undefined);
}

/** The folder's connection is killed after its statements and before its commit. */
async function crashWhileFolding(): Promise<void> {
  const victim = await openDatabase(db.url, { connections: 1 });
  const crash: Database = {
    ...victim,
    query: (sql, parameters) => victim.query(sql, parameters),
    transaction: (work) =>
      victim.transaction(async (tx) => {
        await work(tx);
        const [row] = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
        await db.query("select pg_terminate_backend($1)", [row?.pid]);
        throw new Error("killed");
      }),
  };
  await expect(foldRollup(crash, province)).rejects.toThrow();
  await victim.close();
}

/** All that a reader can ask of 2025. */
async function readEverything(isPending: boolean): Promise<{ sums: string[]; nested: string[] }> {
  const times = { stock: "last", "stock-parted": "last", total: "last", average: "mean" } as const;
  const series = elements.flatMap(({ id, breakdowns }) =>
    [...combosOf[id]!, ...(breakdowns.length > 0 ? ["*"] : [])].map((combo) => ({ element: id, combo, time: id in times ? times[id as keyof typeof times] : ("sum" as const) })), // found in it
  ); // prettier-ignore
  const everyone = [province, ...units.map(({ uid }) => uid)];
  const periods = ["2025-01", "2025-05", "2025-07", "2025-12", "2025-Q1", "2025-Q3", "2025-S1", "2025-S2", "2025-9M", "2025", "2025-W26"]; // prettier-ignore
  const wanted = { province, source: "reported", series, units: everyone, periods, isPending } as const;
  return readRollup(db, province, async (tx) => {
    const sums = [...(await listSumsBelow(tx, wanted)), ...(await listOwnSums(tx, wanted))];
    const nested = await listNestedReports(tx, wanted);
    return {
      sums: sums.map(({ sum, ...rest }) => JSON.stringify({ sum: Number(sum), ...rest })).toSorted(),
      nested: nested.map(({ element, unit }) => `${element} ${unit}`).toSorted(),
    };
  });
}

describe("the rollup", () => {
  test("is what the values add up to after any writes, corrections, deletions, moves and crashes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (steps) => {
        await beginAnew();
        for (const step of steps) await act(step);
        const midway = await checkRollup(db, province);
        expect(midway.examples).toEqual([]);
        const pending = await readEverything(true);
        await foldRollup(db, province);
        const folded = await readEverything(false);
        expect(pending.sums).toEqual(folded.sums);
        expect(pending.nested).toEqual(expect.arrayContaining(folded.nested)); // one that just ended may still be named
        expect(await listKept(db)).toEqual(await recomputeByHand(db, province));
        expect((await checkRollup(db, province)).examples).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  test("is the same however many write and fold at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(someValues, fc.array(someCell, { maxLength: 4 })), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
        async (writers) => {
          await beginAnew();
          const write = async (portions: (typeof writers)[number]) => {
            for (const portion of portions) {
              const values = portion.filter((one) => "value" in one);
              if (values.length > 0) await saveDataValues(db, province, values, by);
              else await deleteDataValues(db, province, portion, by);
            }
          };
          await Promise.all([...writers.map(write), foldRollup(db, province), foldRollup(db, province, { wait: false })]);
          expect((await checkRollup(db, province)).examples).toEqual([]);
          await Promise.all([foldRollup(db, province), foldRollup(db, province)]);
          expect(await listKept(db)).toEqual(await recomputeByHand(db, province));
          expect((await checkRollup(db, province)).examples).toEqual([]);
        },
      ),
      { numRuns: 25 },
    ); // prettier-ignore
  }, 300_000);

  test("and what is not folded yet are together what the values say, at every moment", async () => {
    const writing = new AbortController();
    let reads = 0;
    const series = [{ element: "flow", combo: "", time: "sum" }, { element: "stock", combo: "", time: "last" }, { element: "parted", combo: "*", time: "sum" }] as const; // prettier-ignore
    const wanted = { province, source: "reported", series, units: [province], periods: ["2025-S1"], isPending: true } as const; // prettier-ignore
    const readTwice = () =>
      readRollup(db, province, async (tx) => {
        const found = await listSumsBelow(tx, wanted);
        const [plain] = await tx.query<{ flow: number; stock: number; parted: number }>(plainSums);
        const of = (element: string) =>
          Number(found.find((one) => series[one.series]!.element === element)?.sum ?? 0);
        expect({ flow: of("flow"), stock: of("stock"), parted: of("parted") }).toEqual(plain);
      });
    const months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"];
    const cells = [["flow", ""], ["stock", ""], ["parted", "sex=nam"], ["parted", "sex=nữ"]].flatMap(([element = "", optionCombo = ""]) =>
      ["xa-1", "xa-2", "xa-3", "tram-1"].flatMap((orgUnit) => months.map((period) => ({ element, optionCombo, orgUnit, period, source: "reported" as const }))),
    ); // prettier-ignore
    const write = async (seed: number) => {
      for (let round = 0; round < 40; round++) {
        const mine = cells.filter(
          (_, at) => (at * 7 + round * 13 + seed) % 5 === 0 && cells[at]!.orgUnit !== "xa-1",
        );
        const values = mine.map((cell, at) => buildDataValue({ ...cell, value: (at + round * seed) % 50 }));
        if (round % 4 === 3) await deleteDataValues(db, province, mine.slice(0, 6), by);
        else await saveDataValues(db, province, values, by);
      }
    };
    const fold = async () => {
      while (!writing.signal.aborted) await foldRollup(db, province, { wait: false });
    };
    const read = async () => {
      for (; !writing.signal.aborted; reads++) await readTwice();
    };
    const working = [fold(), read(), read()];
    await Promise.all([write(1), write(2), write(3)]);
    writing.abort();
    await Promise.all(working);
    await readTwice();
    expect(reads).toBeGreaterThan(5);
  });

  test("that was damaged is found and mended", async () => {
    await saveDataValues(db, province, [buildDataValue({ element: "flow", orgUnit: "xa-1", period: "2025-01" })], by); // prettier-ignore
    await foldRollup(db, province);
    await db.query("update rollup set sums[1] = sums[1] + 1 where org_unit = $1 and option_combo = ''", [
      province,
    ]);
    await db.query("delete from rollup where org_unit = 'huyen-a'");
    const found = await checkRollup(db, province);
    expect(found.examples).toMatchObject([
      {
        table: "rollup",
        element: "flow",
        orgUnit: province,
        year: "2025",
        kept: expect.stringContaining("1: 121 1"),
        recomputed: expect.stringContaining("1: 120 1"),
      },
      { table: "rollup", element: "flow", orgUnit: "huyen-a", kept: null },
      { table: "rollup", element: "flow", orgUnit: "huyen-a", kept: null },
    ]);
    expect((await checkRollup(db, province, { repair: true })).repaired).toEqual(["flow"]);
    expect((await checkRollup(db, province)).differences).toBe(0);
  });

  test("of an import is complete when the import is", async () => {
    const values = [buildDataValue({ element: "flow", orgUnit: "xa-1", period: "2025-01" })];
    await db.transaction((tx) => importDataValues(tx, province, values, by));
    expect(await db.query("select * from rollup_delta")).toEqual([]);
    expect(await listKept(db)).toEqual(
      expect.arrayContaining([
        `reported|flow|${province}||month|1 120 1 0 0`,
        `reported|flow|${province}||month|1-6 120 1 0 0`,
        `reported|flow|${province}|+|month|1-6 0 6 0 0`,
        "reported|flow|huyen-a||month|1-12 120 1 0 0",
      ]),
    );
  });

  test("of values that were there before it is made by the first fold", async () => {
    await saveDataValues(db, province, [buildDataValue({ element: "flow", orgUnit: "xa-1", period: "2025-01" })], by); // prettier-ignore
    expect(await listKept(db)).toEqual([]);
    expect(await foldRollup(db, province)).toBe(1);
    expect(await foldRollup(db, province)).toBe(0);
    expect(await listKept(db)).toEqual(await recomputeByHand(db, province));
  });
});

/** Counts of six months, each unit's own last stock, totals of both cells; on the map of the first half of 2025. */
const plainSums = `
  select coalesce(sum(value) filter (where data_element = 'flow'), 0)::int as flow,
         coalesce(sum(value) filter (where data_element = 'stock' and later is null), 0)::int as stock,
         coalesce(sum(value) filter (where data_element = 'parted'), 0)::int as parted
  from (select *, lead(period) over (partition by data_element, org_unit, option_combo order by period) as later
        from data_value where period between '2025-01' and '2025-06') as reports`;
