import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { AnalyticsTable } from "#contract/analytics.ts";
import { buildServer } from "#api/server.ts";
import type { Context } from "#operations/context.ts";
import { saveDataValues } from "#store/data-values.ts";
import { buildDataValue } from "#store/test-builders.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext());
  server = await buildServer({ context });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

async function get(query: Record<string, string>) {
  const answer = await server.inject({ method: "GET", url: "/api/analytics", query });
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

async function table(query: Record<string, string>): Promise<AnalyticsTable> {
  const { status, body } = await get(query);
  expect(status).toBe(200);
  return AnalyticsTable.parse(body);
}

describe("a table asked in an address", () => {
  test("answers the numbers of the report with their names", async () => {
    const answer = await table({ items: "epi.fully_immunized_u1,epi.fully_immunized_u1_rate", periods: "2023S1", orgUnits: "VN12", roles: "actual,percent,percent_of_plan" }); // prettier-ignore
    expect(answer.page).toEqual({ total: 6, offset: 0, count: 6, next: null });
    expect(answer.orgUnits).toMatchObject([{ uid: "VN12", fullName: "Tỉnh Lai Châu" }]);
    expect(answer.cells[0]).toMatchObject({ value: "2633", state: "confirmed", reported: 1, expected: 1 });
    const rate = answer.cells.find(
      ({ item, role }) => item === "epi.fully_immunized_u1_rate" && role === "percent",
    );
    expect(rate?.value).toMatch(/^27[.]3/);
  });

  test("shows a corrected value at the next read", async () => {
    const ask = () => table({ items: "hfmd.cases", periods: "2026-S1", orgUnits: "VN12" });
    const before = (await ask()).cells[0];
    expect(before).toMatchObject({ value: null, state: "missing", reason: "not-reported" });
    const cell = { element: "hfmd.cases", period: "2026-01", orgUnit: "VN12.03388-2025" };
    await saveDataValues(context.db, "VN12", [buildDataValue({ ...cell, value: 4 })], { by: "tram" });
    expect((await ask()).cells[0]).toMatchObject({
      value: "4",
      state: "provisional",
      reported: 1,
      expected: 6,
    });
    await saveDataValues(context.db, "VN12", [buildDataValue({ ...cell, value: 7 })], {
      by: "tram",
      reason: "đếm sót",
    });
    expect((await ask()).cells[0]).toMatchObject({ value: "7" });
  });

  test("comes in pages that put together are the whole, whatever is in several at once", async () => {
    const query = { items: "hfmd.cases,covid19.cases", periods: "2023-S1,2022-S1", level: "2", roles: "actual,growth_abs" }; // prettier-ignore
    const whole = await table(query);
    expect(whole.page).toMatchObject({ total: 64, count: 64, next: null });
    const cells: unknown[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: AnalyticsTable = await table({ ...query, offset: String(offset), limit: "13" });
      cells.push(...page.cells);
      offset = page.page.next;
    }
    expect(cells).toEqual(whole.cells);
  });

  test.each([
    [{ items: "nobody.knows", periods: "2023-S1", orgUnits: "VN12" }, 404, "unknown-key"],
    [{ items: "hfmd.cases", periods: "2023-13", orgUnits: "VN12" }, 400, "unknown-period"],
    [{ items: "hfmd.cases", periods: "2023-S1", orgUnits: "Atlantis" }, 400, "unknown-org-unit"],
    [{ items: "hfmd.cases", periods: "2023-S1", level: "9" }, 400, "no-org-units"],
    [{ items: "hfmd.cases[type", periods: "2023-S1", orgUnits: "VN12" }, 400, "unreadable-request"],
    [
      { items: "hfmd.cases", periods: "2023-S1", orgUnits: "VN12", tree: "2025-02-30" },
      400,
      "unreadable-request",
    ],
    [{ items: "hfmd.cases", periods: "2023-S1", orgUnits: "VN12", roles: "sum" }, 400, "unreadable-request"],
    [{ items: "", periods: "2023-S1", orgUnits: "VN12" }, 400, "unreadable-request"],
  ] as const)("%o is refused", async (query, status, code) => {
    expect(await get(query)).toMatchObject({ status, body: { error: { code } } });
  });
});

test("ten million cells are refused with the limit; ten thousand are answered", async () => {
  const dimensions = (await server.inject("/api/analytics/dimensions")).json<{ items: { key: string }[] }>();
  const items = dimensions.items.map(({ key }) => key);
  const months = (years: number) => Array.from({ length: years * 12 }, (_, at) => `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`); // prettier-ignore
  const ask = (body: object) => server.inject({ method: "POST", url: "/api/analytics", body });
  const much = await ask({ items, periods: months(40), level: 3 });
  expect(much.statusCode).toBe(400);
  expect(much.json()).toMatchObject({ error: { code: "too-many-cells" } });
  const little = await ask({ items: items.slice(0, 8), periods: months(1), type: "health-station" });
  expect(little.json<AnalyticsTable>().page).toEqual({
    total: 13_824,
    offset: 0,
    count: 10_000,
    next: 10_000,
  });
});

test("the description of the API speaks of it", async () => {
  const paths = (await server.inject("/api/openapi.json")).json<{ paths: Record<string, unknown> }>().paths;
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/api/analytics", "/api/analytics/dimensions"]));
});
