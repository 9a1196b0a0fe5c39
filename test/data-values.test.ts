import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { CorrectedValue, ReportedValues, ValueDetail } from "#contract/data-value.ts";
import { AnalyticsTable } from "#contract/analytics.ts";
import { buildServer } from "#api/server.ts";
import type { Context } from "#operations/context.ts";
import { deleteDataValues, saveDataValues } from "#store/data-values.ts";
import { buildDataValue } from "#store/test-builders.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2026-07-20"));
  server = await buildServer({ context });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

const commune = "VN12.03388-2025";
const reason = "đếm sót một ca ở bản xa";

async function get(address: string, query: Record<string, string>) {
  const answer = await server.inject({ method: "GET", url: address, query });
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

async function detail(query: Record<string, string>): Promise<ValueDetail> {
  const { status, body } = await get("/api/values/detail", query);
  expect([status, body]).toEqual([200, expect.anything()]);
  return ValueDetail.parse(body);
}

async function behind(query: Record<string, string>): Promise<ReportedValues> {
  const { body } = await get("/api/values", query);
  return ReportedValues.parse(body);
}

async function correct(payload: Record<string, unknown>) {
  const answer = await server.inject({ method: "POST", url: "/api/values/correct", payload });
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

function save(...values: Parameters<typeof buildDataValue>[0][]): Promise<unknown> {
  return saveDataValues(context.db, "VN12", values.map((value) => buildDataValue(value)), { by: "tram" }); // prettier-ignore
}

async function total(items: string, periods: string, orgUnits = "VN12"): Promise<string | null | undefined> {
  const { body } = await get("/api/analytics", { items, periods, orgUnits });
  return AnalyticsTable.parse(body).cells[0]?.value;
}

describe("a reported value", () => {
  test("shows who reported it, the document that says so, and the periods before", async () => {
    const found = await detail({ key: "hfmd.cases", role: "actual", orgUnit: "VN12", period: "2023S1" });
    expect(found.cell).toMatchObject({
      element: "hfmd.cases",
      orgUnitName: "Tỉnh Lai Châu",
      periodName: "6 tháng đầu năm 2023",
    });
    expect(found.current).toMatchObject({
      value: "11",
      asOf: "2023-07-06",
      by: "Danh mục của tỉnh",
      source: { document: "bc-2023-s1", quote: "Lũy tích là 11 trường hợp" },
    });
    expect(found).toMatchObject({ version: 1, correctable: "yes", history: [{ value: "11" }] });
    expect(found.previous).toHaveLength(25);
    expect(found.previous.at(-1)).toEqual({ period: "2023-S1", value: "11" });
    expect(found.previous.at(-3)).toEqual({ period: "2022-S1", value: "6" });
    expect(found.previous.at(-2)).toEqual({ period: "2022-S2", value: null });
  });

  test("of last year is last year's cell, and of a rate the operands are named", async () => {
    const lastYear = await detail({ key: "hfmd.cases", role: "prior_year", orgUnit: "VN12", period: "2023-S1" }); // prettier-ignore
    expect(lastYear).toMatchObject({ cell: { period: "2022-S1" }, current: { isDerived: true } });
    const rate = await detail({ key: "epi.fully_immunized_u1_rate", role: "percent", orgUnit: "VN12", period: "2023-S1" }); // prettier-ignore
    expect(rate.correctable).toBe("computed");
    expect(rate.operands).toMatchObject([{ key: "epi.fully_immunized_u1" }, { key: "epi.target_children_u1" }]); // prettier-ignore
  });

  test.each([
    ["an unknown element", { element: "khong.co" }, 400, "unknown-data-element"],
    ["an unknown key", { key: "khong.co" }, 404, "unknown-key"],
    ["no element at all", {}, 400, "no-items"],
    ["an unknown unit", { key: "hfmd.cases", orgUnit: "VN99" }, 400, "unknown-org-unit"],
    ["no period", { key: "hfmd.cases", period: "quý I" }, 400, "unknown-period"],
    ["a breakdown it has not", { key: "hfmd.cases", breakdown: "sex=nữ" }, 400, "unknown-breakdown"],
    ["an unreadable breakdown", { key: "hfmd.cases", breakdown: "nữ" }, 400, "unreadable-breakdown"],
  ])("is refused for %s", async (_name, query, status, code) => {
    const asked: Record<string, string> = { orgUnit: "VN12", period: "2023-S1", ...query };
    expect(await get("/api/values/detail", asked)).toMatchObject({ status, body: { error: { code } } });
  });
});

describe("a correction", () => {
  test("moves the province's total at the next read, and the history says who and why", async () => {
    const cell = { element: "hfmd.cases", orgUnit: commune, period: "2026-01" };
    await save({ ...cell, value: 4 });
    expect(await total("hfmd.cases", "2026-S1")).toBe("4");
    const answer = await correct({ ...cell, value: "7", reason, version: 1 });
    expect(answer.status).toBe(200);
    expect(CorrectedValue.parse(answer.body)).toMatchObject({ version: 2, warnings: [], current: { value: "7", reason, by: "Máy chủ" } }); // prettier-ignore
    expect(await total("hfmd.cases", "2026-S1")).toBe("7");
    const { history } = await detail(cell);
    expect(history.map(({ value, by, reason: why }) => [value, by, why])).toEqual([
      ["7", "Máy chủ", reason],
      ["4", "tram", undefined],
    ]);
  });

  test("to nothing leaves the cell unreported, not zero, and what stood there stays known", async () => {
    const cell = { element: "hfmd.cases", orgUnit: commune, period: "2026-02" };
    await save({ ...cell, value: 4 });
    expect((await correct({ ...cell, value: null, reason, version: 1 })).status).toBe(200);
    const found = await detail(cell);
    expect(found).toMatchObject({ current: null, version: 2, history: [{ value: null, reason }, { value: "4" }] }); // prettier-ignore
    expect(await correct({ ...cell, value: null, reason, version: 2 })).toMatchObject({ body: { error: { code: "value-absent" } } }); // prettier-ignore
    expect(await correct({ ...cell, value: "5", reason, version: 0 })).toMatchObject({ status: 409 });
    expect(await correct({ ...cell, value: "5", reason, version: 2 })).toMatchObject({ status: 200, body: { version: 3 } }); // prettier-ignore
  });

  test("of a cell that somebody changed meanwhile is refused with who, when and what", async () => {
    const cell = { element: "hfmd.cases", orgUnit: commune, period: "2026-03" };
    await save({ ...cell, value: 4 });
    const { version } = await detail(cell);
    await save({ ...cell, value: 9 });
    const answer = await correct({ ...cell, value: "5", reason, version });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: "value-changed" } } });
    expect(JSON.stringify(answer.body)).toMatch(
      /tram đã sửa ô này thành 9 lúc \d\d:\d\d ngày \d+\/\d+\/\d{4}/,
    );
    expect((await detail(cell)).current?.value).toBe("9");
  });

  test("deleted and typed again in between is a change too", async () => {
    const cell = { element: "hfmd.cases", orgUnit: commune, period: "2026-04" };
    await save({ ...cell, value: 4 });
    const key = { ...cell, optionCombo: "", source: "reported" as const };
    await deleteDataValues(context.db, "VN12", [key], { by: "tram" });
    await save({ ...cell, value: 6 });
    expect(await correct({ ...cell, value: "5", reason, version: 1 })).toMatchObject({ status: 409 });
  });

  test("by eight people at once is taken once", async () => {
    const cell = { element: "hfmd.cases", orgUnit: commune, period: "2026-05" };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => correct({ ...cell, value: String(index + 1), reason, version: 0 })),
    ); // prettier-ignore
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409, 409, 409,
    ]);
    expect((await detail(cell)).history).toHaveLength(1);
  });

  test("back to the number of a document is that document's number again", async () => {
    const cell = { element: "hfmd.cases", orgUnit: "VN12", period: "2023-S1" };
    expect(await correct({ ...cell, value: "12", reason, version: 1 })).toMatchObject({ status: 200 });
    const between = await detail(cell);
    const report = (await server.inject("/api/reports/2023-S1")).json<{ figures: { key: string; role: string; value: string }[] }>(); // prettier-ignore
    const printed = report.figures.filter(({ key, role }) => key === cell.element && role === "cumulative");
    expect(printed.map(({ value }) => value)).toContain("12");
    expect(between.current).not.toHaveProperty("source");
    expect(between.current).toMatchObject({ asOf: "2023-07-06", reportedBy: "Trung tâm Kiểm soát bệnh tật tỉnh Lai Châu" }); // prettier-ignore
    expect(await correct({ ...cell, value: "11", reason, version: 2 })).toMatchObject({
      body: { current: { value: "11", source: { document: "bc-2023-s1" } } },
    });
  });

  const cell = { element: "hfmd.cases", orgUnit: commune, period: "2026-06", value: "5", reason, version: 0 };
  test.each([
    ["no number", { value: "năm" }, "value-unreadable"],
    ["a number in Vietnamese notation", { value: "1.234,5" }, "value-unreadable"],
    ["infinity", { value: "Infinity" }, "value-unreadable"],
    ["more digits than any budget has", { value: "9".repeat(50) }, "value-unreadable"],
    ["half a case", { value: "0.5" }, "value-not-whole"],
    ["fewer cases than none", { value: "-1" }, "negative-count"],
    ["a period to come", { period: "2026-08" }, "value-in-future"],
    ["a period in another spelling", { period: "202606" }, "unknown-period"],
    ["a computed figure", { element: "epi.fully_immunized_u1_rate" }, "value-computed"],
    ["a commune that ended", { orgUnit: "VN12.03388" }, "value-unit-not-there"],
    ["a body outside the province", { orgUnit: "bo-y-te" }, "value-unit-not-there"],
    ["a breakdown it has not", { optionCombo: "sex=nữ" }, "unknown-breakdown"],
    ["no reason", { reason: "   sai   " }, "unreadable-request"],
    ["no version", { version: undefined }, "unreadable-request"],
    ["a version below none", { version: -1 }, "unreadable-request"],
    ["a number that is no text", { value: 5 }, "unreadable-request"],
  ])("is refused for %s", async (_name, wrong, code) => {
    expect(await correct({ ...cell, ...wrong })).toMatchObject({ status: 400, body: { error: { code } } });
    expect((await detail({ element: cell.element, orgUnit: commune, period: cell.period })).version).toBe(0);
  });

  test("to the number that is there is refused", async () => {
    await save({ element: "hfmd.cases", orgUnit: commune, period: "2025-07", value: 4 });
    expect(await correct({ ...cell, period: "2025-07", value: "4", version: 1 })).toMatchObject({ body: { error: { code: "value-same" } } }); // prettier-ignore
  });

  test("keeps parts within their whole, and lets what was wrong before be mended step by step", async () => {
    const part = { element: "tb.new_cases", orgUnit: commune, period: "2026-S1", optionCombo: "type=AFB(+)" };
    const whole = { ...part, optionCombo: "", version: 0, reason };
    expect(await correct({ ...whole, value: "10" })).toMatchObject({ status: 200 });
    expect(await correct({ ...part, value: "11", version: 0, reason })).toMatchObject({ status: 400, body: { error: { code: "part-above-whole" } } }); // prettier-ignore
    await save({ ...part, value: 20 });
    expect(await correct({ ...part, value: "15", version: 1, reason })).toMatchObject({ status: 200, body: { warnings: [{ code: "part-above-whole" }] } }); // prettier-ignore
  });

  test("of a total that follows from its parts is refused with their sum", async () => {
    const part = { element: "tb.new_cases", orgUnit: commune, period: "2025-S2" };
    await save({ ...part, optionCombo: "type=AFB(+)", value: 3 }, { ...part, optionCombo: "type=AFB(-)", value: 4 }); // prettier-ignore
    const answer = await correct({ ...part, value: "9", version: 0, reason });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "total-computed" } } });
    expect(JSON.stringify(answer.body)).toContain("là 7, cộng từ 2 phần");
    expect((await correct({ ...part, value: "7", version: 0, reason })).status).toBe(200);
  });
});

describe("the values behind a figure", () => {
  test("of the province are those of its communes' months, page by page", async () => {
    const communes = ["VN12.03388-2025", "VN12.03503-2025", "VN12.03595-2025"];
    const months = ["2025-07", "2025-08", "2025-09"];
    const values = communes.flatMap((orgUnit) => months.map((period, index) => ({ element: "covid19.cases", orgUnit, period, value: index + 1 }))); // prettier-ignore
    await save(...values);
    const asked = { key: "covid19.cases", period: "2025-Q3", within: "VN12" };
    const first = await behind({ ...asked, limit: "5" });
    expect(first).toMatchObject({ total: 9, offset: 0, next: 5 });
    const second = await behind({ ...asked, limit: "5", offset: "5" });
    expect(second).toMatchObject({ total: 9, next: null });
    const found = [...first.values, ...second.values];
    expect(new Set(found.map(({ orgUnit, period }) => `${orgUnit} ${period}`)).size).toBe(9);
    const sum = found.reduce((all, { value }) => all + Number(value), 0);
    expect(await total("covid19.cases", "2025-Q3")).toBe(String(sum));
    expect((await detail({ key: "covid19.cases", orgUnit: "VN12", period: "2025-Q3" })).behind).toBe(9);
    expect((await behind({ ...asked, within: "VN12.03503-2025" })).total).toBe(3);
  });

  test("of an old district before the reform are those of its own communes", async () => {
    await save({ element: "covid19.cases", orgUnit: "VN12.03618", period: "2025-06", value: 2 });
    const asked = { key: "covid19.cases", period: "2025-Q2" };
    expect(await behind({ ...asked, within: "VN12.110" })).toMatchObject({ total: 1, values: [{ orgUnitName: "Xã Phúc Than", value: "2" }] }); // prettier-ignore
    expect((await behind({ ...asked, within: "VN12.111" })).total).toBe(0);
    const restated = await behind({ ...asked, within: "VN12.03618-2025", tree: "2026-01-01" });
    expect(restated.values.map(({ orgUnit }) => orgUnit)).toEqual(["VN12.03618"]);
  });

  test("of a stock are the last of each unit", async () => {
    const stock = { element: "leprosy.managed", orgUnit: commune };
    expect((await detail({ ...stock, period: "2026-01" })).cell.timeNature).toBe("stock");
    await save({ ...stock, period: "2026-01", value: 5 }, { ...stock, period: "2026-02", value: 6 });
    const found = await behind({ element: stock.element, period: "2026-Q1", within: "VN12" });
    expect(found.values.map(({ period, value }) => [period, value])).toEqual([["2026-02", "6"]]);
  });

  test("say where one is covered by a value for more", async () => {
    const cell = { element: "covid19.cases", orgUnit: commune };
    await save({ ...cell, period: "2026-01", value: 5 }, { ...cell, period: "2026-Q1", value: 8 });
    const found = await behind({ element: "covid19.cases", period: "2026-S1", within: commune });
    expect(found.values.map(({ period, isCovered }) => [period, isCovered])).toEqual([
      ["2026-Q1", false],
      ["2026-01", true],
    ]);
  });

  test("of a total that a unit did not report are its parts", async () => {
    const cell = { element: "tb.new_cases", orgUnit: "VN12.03503-2025", period: "2026-S1" };
    await save({ ...cell, optionCombo: "type=AFB(+)", value: 3 }, { ...cell, optionCombo: "type=AFB(-)", value: 4 }); // prettier-ignore
    const found = await behind({ element: "tb.new_cases", period: "2026-S1", within: cell.orgUnit });
    expect(found.values.map(({ optionCombo, value }) => [optionCombo, value])).toEqual([
      ["type=AFB(+)", "3"],
      ["type=AFB(-)", "4"],
    ]);
    const part = await behind({ element: "tb.new_cases", period: "2026-S1", within: cell.orgUnit, breakdown: "type=AFB(-)" }); // prettier-ignore
    expect(part.total).toBe(1);
  });

  test.each([
    ["an unknown unit", { within: "VN99" }, 400],
    ["a page that is too long", { limit: "1001" }, 400],
    ["a tree that is no day", { tree: "hôm nay" }, 400],
    ["an unknown key", { key: "khong.co" }, 404],
  ])("are refused for %s", async (_name, query, status) => {
    const asked: Record<string, string> = { key: "hfmd.cases", period: "2026-S1", within: "VN12", ...query };
    expect((await get("/api/values", asked)).status).toBe(status);
  });
});
