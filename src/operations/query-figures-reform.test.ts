import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal, sum, type Decimal } from "#domain/decimal.ts";
import { placementOn, type OrgUnit, type Succession } from "#domain/org-unit.ts";
import { monthsWithin } from "#domain/period.ts";
import type { DataValue } from "#domain/data-value.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { importDataValues } from "#store/data-value-import.ts";
import { saveDataValues } from "#store/data-values.ts";
import { saveOrgUnits, saveSuccessions } from "#store/org-units.ts";
import { buildDataElement, buildDataValue } from "#store/test-builders.ts";
import { openTestDatabase, type TestDatabase } from "#store/test-database.ts";
import { machineUser, type Context } from "./context.ts";
import { queryFigures } from "./query-figures.ts";
import type { FigureTable } from "./query-figures-table.ts";

/** Lai Châu: 8 districts and 106 communes until 30/6/2025, 38 communes and no districts since. */
const province = "VN12";
const lastDayOfDistricts = "2025-06-30";
const today = "2026-06-30";
const orgUnits = readCatalogue("org-units.json") as OrgUnit[]; // checked by the catalogue's own test
const successions = readCatalogue("successions.json") as Succession[];

function readCatalogue(name: string): unknown {
  return JSON.parse(readFileSync(`catalogues/lai-chau/${name}`, "utf8"));
}

function areas(level: number, day: string): OrgUnit[] {
  return orgUnits.filter((unit) => unit.kind === "area" && placementOn(unit, day)?.level === level);
}

const oldCommunes = areas(3, lastDayOfDistricts).map(({ uid }) => uid);
const newCommunes = areas(3, today).map(({ uid }) => uid);
const districts = areas(2, lastDayOfDistricts).map(({ uid }) => uid);
const districtOf = new Map(oldCommunes.map((uid) => [uid, placementOn(orgUnits.find((unit) => unit.uid === uid)!, lastDayOfDistricts)!.parent!])); // prettier-ignore
const predecessorsOf = new Map(
  newCommunes.map((uid) => [
    uid,
    oldCommunes.includes(uid)
      ? [uid]
      : successions.filter(({ successor, on }) => successor === uid && on === "2025-07-01").map(({ predecessor }) => predecessor),
  ]),
); // prettier-ignore

/** Monthly visits and, at the end of each month, people under treatment. */
const values: DataValue[] = ["2023-S1", "2025-S1", "2026-S1"].flatMap((half) =>
  (half === "2026-S1" ? newCommunes : oldCommunes).flatMap((orgUnit, unit) =>
    monthsWithin(half).flatMap((period, month) =>
      ["visits", "patients"].map((element) =>
        buildDataValue({ element, orgUnit, period, value: ((unit + 3) * (month + 5) * Number(half.slice(0, 4))) % 97 }),
      ),
    ),
  ),
); // prettier-ignore

let db: TestDatabase;
let context: Context;
beforeAll(async () => {
  db = await openTestDatabase();
  context = { db, province, today, user: machineUser };
  await db.transaction(async (tx) => {
    await saveOrgUnits(tx, province, orgUnits);
    await saveSuccessions(tx, province, successions);
    await saveDataElements(tx, province, [
      buildDataElement({ id: "visits" }),
      buildDataElement({ id: "patients", timeNature: "stock" }),
    ]);
    await importDataValues(tx, province, values, { by: "tram" });
  });
});
afterAll(() => db.close());

/** What plain adding up gives: all months of a count, the last month of a stock. */
function recompute(element: string, half: string, communes: readonly string[]): Decimal | undefined {
  const months = element === "visits" ? monthsWithin(half) : monthsWithin(half).slice(-1);
  return sum(
    values
      .filter(
        (value) =>
          value.element === element && months.includes(value.period) && communes.includes(value.orgUnit),
      )
      .map(({ value }) => value),
  );
}

function cell(table: FigureTable, element: string, orgUnit: string, period: string, role = "actual") {
  return table.cells.find(
    (one) =>
      one.item.key === element && one.orgUnit === orgUnit && one.period === period && one.role === role,
  )!;
}

const items = [{ key: "visits" }, { key: "patients" }];
const periods = ["2026-S1", "2025-S1", "2023-S1"];

describe("the first half of 2026 against those of 2025 and 2023", () => {
  test.each(["visits", "patients"])("%s of the 38 communes: earlier years are those of what they were made of", async (element) => {
    expect(newCommunes).toHaveLength(38);
    const table = await queryFigures(context, { items, periods, orgUnits: { level: 3 }, roles: ["actual"], tree: today });
    for (const uid of newCommunes) {
      expect(cell(table, element, uid, "2026-S1").value).toBe(recompute(element, "2026-S1", [uid])?.toFixed());
      for (const half of ["2025-S1", "2023-S1"]) {
        const expected = recompute(element, half, predecessorsOf.get(uid)!);
        expect(cell(table, element, uid, half)).toMatchObject({ value: expected?.toFixed(), state: "confirmed" });
      }
    }
    const sanThang = table.restatements.find(({ orgUnit, period }) => orgUnit === "VN12.03388-2025" && period === "2025-S1");
    expect(sanThang?.successions.map(({ predecessor }) => predecessor).toSorted()).toEqual(
      predecessorsOf.get("VN12.03388-2025")!.toSorted(),
    );
  }); // prettier-ignore

  test("growth asked as it stood is held against the same communes a year before", async () => {
    const table = await queryFigures(context, { items, periods: ["2026-S1"], orgUnits: { level: 3 }, roles: ["prior_year", "growth_abs"] }); // prettier-ignore
    for (const uid of newCommunes) {
      const [before, now] = [recompute("visits", "2025-S1", predecessorsOf.get(uid)!)!, recompute("visits", "2026-S1", [uid])!]; // prettier-ignore
      expect(cell(table, "visits", uid, "2026-S1", "prior_year").value).toBe(before.toFixed());
      expect(cell(table, "visits", uid, "2026-S1", "growth_abs").value).toBe(now.minus(before).toFixed());
    }
  });

  test.each(["visits", "patients"])("%s of the 8 old districts: a number where no new commune crosses the border, else the names of those that do", async (element) => {
    expect(districts).toHaveLength(8);
    const table = await queryFigures(context, { items, periods, orgUnits: { level: 2 }, roles: ["actual"], tree: lastDayOfDistricts });
    const possible: string[] = [];
    for (const uid of districts) {
      for (const half of ["2025-S1", "2023-S1"]) {
        const own = oldCommunes.filter((commune) => districtOf.get(commune) === uid);
        expect(cell(table, element, uid, half).value).toBe(recompute(element, half, own)?.toFixed());
      }
      const touching = newCommunes.filter((commune) => predecessorsOf.get(commune)!.some((before) => districtOf.get(before) === uid));
      const crossing = touching.filter((commune) => predecessorsOf.get(commune)!.some((before) => districtOf.get(before) !== uid));
      const answer = cell(table, element, uid, "2026-S1");
      if (crossing.length === 0) {
        possible.push(uid);
        expect(answer).toMatchObject({ value: recompute(element, "2026-S1", touching)?.toFixed(), state: "confirmed" });
      } else {
        expect(answer).toMatchObject({ value: undefined, state: "impossible", reason: "impossible" });
        const refusal = table.restatements.find((one) => one.orgUnit === uid && one.period === "2026-S1");
        expect(refusal?.crossing).toEqual(crossing.toSorted());
      }
    }
    expect(possible.toSorted()).toEqual(["VN12.110", "VN12.111"]); // Than Uyên, Tân Uyên
  }); // prettier-ignore

  test("the province is the same on either map", async () => {
    for (const tree of [undefined, lastDayOfDistricts, today]) {
      const table = await queryFigures(context, { items, periods, orgUnits: { uids: [province] }, roles: ["actual"], ...(tree && { tree }) }); // prettier-ignore
      for (const half of periods) {
        const all = half === "2026-S1" ? newCommunes : oldCommunes;
        expect(cell(table, "visits", province, half).value).toBe(recompute("visits", half, all)?.toFixed());
        expect(cell(table, "patients", province, half).value).toBe(
          recompute("patients", half, all)?.toFixed(),
        );
      }
    }
  });

  test("a number that somebody reported for an old district after its end takes away the doubt", async () => {
    const reported = buildDataValue({
      element: "visits",
      orgUnit: "VN12.105",
      period: "2026-S1",
      value: 4321,
    });
    await saveDataValues(db, province, [reported], { by: "so-y-te" });
    const table = await queryFigures(context, { items, periods, orgUnits: { uids: ["VN12.105"] }, roles: ["actual"], tree: lastDayOfDistricts }); // prettier-ignore
    expect(cell(table, "visits", "VN12.105", "2026-S1")).toMatchObject({ value: decimal(4321).toFixed(), state: "confirmed" }); // prettier-ignore
  });

  test("a year that saw the reform is the sum of its months, each on the map of its time", async () => {
    await saveDataValues(
      db,
      province,
      newCommunes.map((orgUnit) =>
        buildDataValue({ element: "visits", orgUnit, period: "2025-07", value: 2 }),
      ),
      { by: "tram" },
    );
    const table = await queryFigures(context, { items: [{ key: "visits" }], periods: ["2025"], orgUnits: { uids: [province] }, roles: ["actual"] }); // prettier-ignore
    const expected = recompute("visits", "2025-S1", oldCommunes)!.plus(2 * newCommunes.length);
    expect(table.cells[0]).toMatchObject({ value: expected.toFixed(), state: "provisional" });
  });
});
