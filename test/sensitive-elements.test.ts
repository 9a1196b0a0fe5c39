import { afterAll, beforeAll, expect, test } from "vitest";
import { publishTable } from "#operations/query-figures-publish.ts";
import { AnalyticsQuery } from "#contract/analytics.ts";
import type { Context } from "#operations/context.ts";
import { listDataValues } from "#operations/list-data-values.ts";
import { markSensitiveElement, unmarkSensitiveElement } from "#operations/mark-sensitive-element.ts";
import { ValuesQuery } from "#contract/data-value.ts";
import { contextAs, figureFile, importText, openTestContext } from "./context.ts";

const element = "malaria.cases";
const communes = ["VN12.03388-2025", "VN12.03390-2025"];

let context: Context;
let close: () => Promise<void>;
let outsider: Context;
let officer: Context;

beforeAll(async () => {
  ({ context, close } = await openTestContext("2026-07-20"));
  const rows = communes.map((uid, index) => `${element}|2026-06|${uid}||in_month|${[3, 40][index]}|ca`);
  await importText(context, figureFile(...rows));
  outsider = await contextAs(context, [{ role: "lanh-dao", orgUnit: "VN12" }], "giam-doc");
  const programme = (await context.db.query<{ programme: string }>("select programme from data_element where id = $1", [element]))[0]!.programme; // prettier-ignore
  officer = await contextAs(context, [{ role: "chuong-trinh", orgUnit: "VN12", programmes: [programme] }], "can-bo"); // prettier-ignore
  await markSensitiveElement(context, { element, below: 5, reason: "dễ nhận ra người bệnh" });
});
afterAll(() => close());

async function look(as: Context): Promise<readonly unknown[]> {
  const query = AnalyticsQuery.parse({ items: element, periods: "2026-06", orgUnits: communes.join(","), roles: "in_month" }); // prettier-ignore
  const { cells } = await publishTable(as, query);
  return cells.map(({ value, state, below }) => [value, state, below]);
}

test("a small count and the one that would give it away are hidden outside the programme", async () => {
  expect(await look(outsider)).toEqual([
    [null, "hidden", 5],
    [null, "hidden", undefined],
  ]);
});

test("the programme sees them, and the machine itself", async () => {
  for (const as of [officer, context]) expect((await look(as)).map((cell) => (cell as unknown[])[0])).toEqual(["3", "40"]); // prettier-ignore
});

test("single values are not opened to others either", async () => {
  const query = ValuesQuery.parse({ key: element, period: "2026-06", within: "VN12", role: "in_month" });
  await expect(listDataValues(outsider, query)).rejects.toMatchObject({ code: "small-counts-hidden" });
  expect((await listDataValues(officer, query)).total).toBe(2);
});

test("taken off the list, all is shown again", async () => {
  await unmarkSensitiveElement(context, { element });
  expect((await look(outsider)).map((cell) => (cell as unknown[])[0])).toEqual(["3", "40"]);
});
