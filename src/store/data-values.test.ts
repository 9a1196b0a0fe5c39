import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DataValue } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import { importDataValues } from "./data-value-import.ts";
import { deleteDataValues, listDataValues, listDataValueVersions, saveDataValues, type Change } from "./data-values.ts"; // prettier-ignore
import {
  buildDataElement,
  buildDataValue,
  buildOrgUnit,
  province,
  saveSmallCatalogue,
} from "./test-builders.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  const units = ["VN12.03393", "VN12.03394"].map((uid) => buildOrgUnit({ uid }));
  const elements = ["care.visits", "care.inpatients"].map((id) => buildDataElement({ id }));
  await saveSmallCatalogue(db, { units, elements });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query("truncate data_value, data_value_version");
});

const by: Change = { by: "tram-y-te" };
const all = { province, periods: ["2023-03", "2023-04", "2023-S1"], source: "reported" } as const;
const cell = { element: "care.visits", period: "2023-03", orgUnit: "VN12.03393", optionCombo: "" };

async function* stream() {
  for (let at = 0; at < 60_000; at++) yield buildDataValue({ optionCombo: `stt=${at}` });
}

/** Both ways in keep the same promises. */
const ways = [
  [
    "saving",
    (values: readonly DataValue[], change: Change = by) => saveDataValues(db, province, values, change),
  ],
  [
    "importing",
    (values: readonly DataValue[], change: Change = by) =>
      db.transaction((tx) => importDataValues(tx, province, values, change)),
  ],
] as const;

describe.each(ways)("%s values", (_way, save) => {
  test("keeps everything that was said of a number", async () => {
    const value = buildDataValue({
      value: "22.5",
      asOf: "2023-03-14",
      qualifier: ">",
      estimate: true,
      derived: true,
      note: "tính ngược\ttừ\\mức tăng\n",
      reportedBy: "phong-nvy",
      basis: "text",
      citation: { document: "bc-2023-s1", section: "1.2", quote: "trên 22,5" },
      optionCombo: "age=trẻ em;sex=nữ",
    });
    await save([value]);
    const [saved] = await listDataValues(db, all);
    const { enteredAt, ...rest } = saved ?? {};
    expect(rest).toStrictEqual({ ...value, value: decimal("22.5"), enteredBy: by.by });
    expect(Math.abs(Date.now() - Date.parse(enteredAt ?? ""))).toBeLessThan(60_000);
  });

  test("counts what is new, what changed and what stayed, and remembers real changes only", async () => {
    const [kept, corrected] = [buildDataValue(), buildDataValue({ period: "2023-04" })];
    expect(await save([kept, corrected])).toEqual({ inserted: 2, changed: 0, unchanged: 0 });
    const again = [kept, { ...corrected, value: decimal(125) }, buildDataValue({ orgUnit: "VN12.03394" })];
    const change = { by: "trung-tam", batch: "tep-1", reason: "đếm sót" };
    expect(await save(again, change)).toEqual({ inserted: 1, changed: 1, unchanged: 1 });
    expect(await save(again)).toEqual({ inserted: 0, changed: 0, unchanged: 3 });

    const versions = await listDataValueVersions(db, province, { ...cell, period: "2023-04" });
    expect(versions).toMatchObject([
      { value: decimal(120), by: "tram-y-te" },
      { value: decimal(125), previous: decimal(120), ...change },
    ]);
    expect(versions).toHaveLength(2);
    expect(await listDataValueVersions(db, province, cell)).toHaveLength(1);
  });

  test("takes a changed remark for a change, a zero more behind the comma for none", async () => {
    await save([buildDataValue({ value: "12.5" })]);
    expect(await save([buildDataValue({ value: "12.50" })])).toMatchObject({ unchanged: 1 });
    expect(await save([buildDataValue({ value: "12.5", note: "ước" })])).toMatchObject({ changed: 1 });
  });

  test.each([
    ["an unknown element", buildDataValue({ element: "care.unknown" }), "unknown-data-element"],
    ["an unknown org unit", buildDataValue({ orgUnit: "VN99" }), "unknown-org-unit"],
    ["a cell named twice", buildDataValue({ value: 1 }), "duplicate-data-value"],
  ])("refuses %s and keeps nothing of the rest", async (_what, wrong, code) => {
    await expect(save([buildDataValue(), wrong])).rejects.toMatchObject({ code });
    expect(await listDataValues(db, all)).toEqual([]);
  });

  test.each(["2023-13", "2023-Q5", "2023-W54", "2023-3", "2023-S1 ", "S1-2023", ""])(
    "does not take %j for a period",
    async (period) => {
      await expect(save([buildDataValue({ period })])).rejects.toThrow("period_check");
    },
  );

  test("keeps reported and illustrative values of one cell apart", async () => {
    await save([buildDataValue(), buildDataValue({ source: "illustrative", value: 7 })]);
    const illustrative = await listDataValues(db, { ...all, source: "illustrative" });
    expect(illustrative.map(({ value }) => value.toFixed())).toEqual(["7"]);
    expect(await listDataValues(db, all)).toHaveLength(1);
  });

  test("any decimal number comes back exactly", async () => {
    const number = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat({ max: 12 }));
    await fc.assert(
      fc.asyncProperty(number, async ([digits, decimals]) => {
        const value = decimal(String(digits)).div(decimal(10).pow(decimals));
        await save([buildDataValue({ value: value.toFixed() })]);
        const [saved] = await listDataValues(db, all);
        expect(saved?.value.toFixed()).toBe(value.toFixed());
      }),
      { numRuns: 30 },
    );
  });
});

describe("the values of a province", () => {
  test("are listed by period, element and org unit", async () => {
    const values = [
      buildDataValue(),
      buildDataValue({ period: "2023-S1" }),
      buildDataValue({ element: "care.inpatients", orgUnit: "VN12.03394" }),
      buildDataValue({ period: "2022" }),
    ];
    await saveDataValues(db, province, values, by);
    const periodsOf = async (filter: object) =>
      (await listDataValues(db, { ...all, ...filter })).map(({ element, period }) => `${element} ${period}`);
    expect(await periodsOf({})).toEqual([
      "care.inpatients 2023-03",
      "care.visits 2023-03",
      "care.visits 2023-S1",
    ]);
    expect(await periodsOf({ periods: ["2023-S1"] })).toEqual(["care.visits 2023-S1"]);
    expect(await periodsOf({ elements: ["care.inpatients"] })).toEqual(["care.inpatients 2023-03"]);
    expect(await periodsOf({ orgUnits: ["VN12.03394"] })).toEqual(["care.inpatients 2023-03"]);
    expect(await periodsOf({ elements: [] })).toEqual([]);
    expect(await periodsOf({ province: "VN11" })).toEqual([]);
  });

  test("that people changed are not overwritten by a catalogue that only adds", async () => {
    await saveDataValues(db, province, [buildDataValue({ value: 5 })], by);
    const values = [buildDataValue({ value: 1 }), buildDataValue({ period: "2023-04" })];
    const counts = await saveDataValues(db, province, values, { by: "catalogue", onlyNew: true });
    expect(counts).toEqual({ inserted: 1, changed: 0, unchanged: 1 });
    expect((await listDataValues(db, all)).map(({ value }) => value.toFixed())).toEqual(["5", "120"]);
  });

  test("become blank when deleted, and their story goes on", async () => {
    await saveDataValues(db, province, [buildDataValue()], by);
    const gone = { ...cell, source: "reported" } as const;
    const change = { by: "trung-tam", reason: "nhập nhầm trạm" };
    expect(await deleteDataValues(db, province, [gone], change)).toBe(1);
    expect(await deleteDataValues(db, province, [gone], change)).toBe(0);
    expect(await listDataValues(db, all)).toEqual([]);
    await saveDataValues(db, province, [buildDataValue({ value: 7 })], by);

    const versions = await listDataValueVersions(db, province, cell);
    expect(versions.map(({ value, previous }) => [previous?.toFixed(), value?.toFixed()])).toEqual([
      [undefined, "120"],
      ["120", undefined],
      [undefined, "7"],
    ]);
    expect(versions[1]).toMatchObject(change);
  });

  test("keep their history even from those who go round the program", async () => {
    await saveDataValues(db, province, [buildDataValue()], by);
    await db.query("update data_value set value = 99, version = 2");
    expect(await listDataValueVersions(db, province, cell)).toHaveLength(2);
    await expect(db.query("delete from data_value_version")).rejects.toThrow("only added to");
    await expect(db.query("update data_value set value = 'NaN'")).rejects.toThrow("amount_check");
  });

  test("lose no version when several people correct them at the same moment", async () => {
    const writers = Array.from({ length: 12 }, (_, at) => at + 1);
    await Promise.all(
      writers.map((number) =>
        saveDataValues(db, province, [buildDataValue({ value: number })], { by: `${number}` }),
      ),
    );
    const versions = await listDataValueVersions(db, province, cell);
    expect(new Set(versions.map(({ by: who }) => who)).size).toBe(12);
  });

  test("imported while others enter the same cells end up with every change on record", async () => {
    const values = Array.from({ length: 300 }, (_, at) => buildDataValue({ optionCombo: `stt=${at}` }));
    const [first, second] = await Promise.all([
      db.transaction((tx) => importDataValues(tx, province, values, { by: "a" })),
      saveDataValues(db, province, values.map((value) => ({ ...value, value: decimal(1) })), { by: "b" }), // prettier-ignore
    ]);
    expect(first.inserted + second.inserted).toBe(300);
    expect(first.changed + second.changed).toBe(300);
    expect(await db.query("select count(*) as former from data_value_version")).toEqual([{ former: 300 }]);
  });

  test("are imported as a stream, in portions", async () => {
    const [first, second] = await db.transaction(async (tx) => [
      await importDataValues(tx, province, stream(), by),
      await importDataValues(tx, province, stream(), by),
    ]);
    expect(first).toEqual({ inserted: 60_000, changed: 0, unchanged: 0 });
    expect(second).toEqual({ inserted: 0, changed: 0, unchanged: 60_000 });
  });
});
