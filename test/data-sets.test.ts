import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogueFiles, parseCatalogue } from "#contract/catalogue.ts";
import { listExpected, versionFor, type DataSet } from "#domain/data-set.ts";
import { dueOn } from "#domain/deadline.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import type { WorkCalendar } from "#domain/working-days.ts";

const folder = new URL("../catalogues/lai-chau/", import.meta.url);
const { dataSets, elements, orgUnits, calendar } = parseCatalogue(
  Object.fromEntries(catalogueFiles.map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8"))])),
); // prettier-ignore
const byId = new Map(elements.map((element) => [element.id, element]));
const days: WorkCalendar = {
  holidays: new Set(calendar.filter(({ works }) => !works).map(({ day }) => day)),
  workingDays: new Set(calendar.filter(({ works }) => works).map(({ day }) => day)),
};
const ids = [...new Set(dataSets.map(({ id }) => id))];

function formFor(id: string, period: string): DataSet {
  const found = versionFor(
    dataSets.filter((each) => each.id === id),
    period,
  );
  if (!found) throw new Error(`${id} is not in force in ${period}`);
  return found;
}

describe("the forms of Lai Châu", () => {
  test.each([
    ["tiem-chung-xa", "2023-06", "2023-07-07", "5 working days, Circular 37/2019"],
    ["tiem-chung-xa", "2023-04", "2023-05-10", "5 working days around 30 April"],
    ["lao-huyen", "2023-06", "2023-07-21", "15 working days, Circular 37/2019"],
    ["tiem-chung-xa", "2025-07", "2025-08-07", "5 working days, Circular 23/2025"],
    ["lao-huyen", "2025-07", "2025-08-07", "5 working days, Circular 23/2025"],
    ["tiem-chung-xa", "2026-01", "2026-02-06", "5 working days before Tết"],
  ])("%s for %s is due on %s: %s", (id, period, day) => {
    expect(dueOn(formFor(id, period), period, days)).toBe(day);
  });

  test("every element that communes and districts collect monthly is asked for once a month", () => {
    const asked = ids
      .filter((id) => dataSets.find((each) => each.id === id)?.periodType === "month")
      .flatMap((id) => entryCells(layOutForm(formFor(id, "2023-06"), byId)).map(({ element }) => element));
    const collected = elements.filter(
      ({ collected: often, level, formula, unit }) =>
        often === "month" && ["xã", "huyện"].includes(level) && formula === undefined && unit !== "xã",
    );
    expect(asked.toSorted()).toEqual(collected.map(({ id }) => id).toSorted());
  });

  test("before July 2025 the district's centre looks first; since then there is no district", () => {
    const tiers = (period: string) => formFor("tiem-chung-xa", period).approvals.map(({ id }) => id);
    expect(tiers("2025-06")).toEqual(["tuyen-huyen", "tuyen-tinh"]);
    expect(tiers("2025-07")).toEqual(["tuyen-tinh"]);
    const reporting = (period: string) =>
      listExpected(formFor("tiem-chung-xa", period), orgUnits, period).length;
    expect([reporting("2025-06"), reporting("2025-07")]).toEqual([106, 38]);
  });

  test("what is not an official form says so", () => {
    for (const { illustrative, basis } of dataSets) {
      expect(illustrative).toBe(true);
      expect(basis?.vi).toMatch(/chưa phải biểu mẫu chính thức/);
    }
  });
});
