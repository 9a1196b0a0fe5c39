import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { buildServer } from "#api/server.ts";
import { AnalyticsTable } from "#contract/analytics.ts";
import { FormulaAnswer, FormulaItems, IndicatorDetail, IndicatorHistory, IndicatorList } from "#contract/indicator.ts"; // prettier-ignore
import { openTestContext } from "./context.ts";

let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  const opened = await openTestContext();
  close = opened.close;
  server = await buildServer({ context: opened.context });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

const coverage = {
  name: { vi: "Tỷ lệ trẻ tiêm chủng đầy đủ", en: "Fully immunized" },
  numerator: "#{epi.fully_immunized_u1}",
  denominator: "#{epi.target_children_u1}",
  factor: "100",
  missing: "SKIP_IF_ANY_VALUE_MISSING",
  decimals: 2,
  unit: "%",
};

const check = async (body: object): Promise<FormulaAnswer> => {
  const answer = await server.inject({ method: "POST", url: "/api/indicators/check", body });
  expect(answer.statusCode).toBe(200);
  return FormulaAnswer.parse(answer.json());
};
const put = (key: string, body: object) =>
  server.inject({ method: "PUT", url: `/api/indicators/${key}`, body });
const remove = (key: string, query: Record<string, string>) =>
  server.inject({ method: "DELETE", url: `/api/indicators/${key}`, query });
const get = async (url: string) => (await server.inject(url)).json<unknown>();

/** Why something was refused. */
function refusalOf(answer: { readonly statusCode: number; readonly json: () => unknown }) {
  const body = z
    .object({ error: z.object({ code: z.string(), message: z.object({ vi: z.string() }) }) })
    .parse(answer.json());
  return { status: answer.statusCode, code: body.error.code, vi: body.error.message.vi };
}

async function cellsOf(query: Record<string, string>) {
  const { cells } = AnalyticsTable.parse(
    (await server.inject({ method: "GET", url: "/api/analytics", query })).json(),
  );
  return cells;
}

describe("a formula checked while it is typed", () => {
  test("is said in words and computed, with every operand", async () => {
    const { words, preview } = await check({ ...coverage, period: "2023-S1" });
    expect(words?.vi).toBe(
      "Trẻ dưới 1 tuổi tiêm chủng đầy đủ 8 loại vắc xin ÷ Số trẻ dưới 1 tuổi cần tiêm trong năm × 100",
    );
    expect(preview?.value).toMatch(/^27[.]327/);
    expect(preview).toMatchObject({
      orgUnitName: "Tỉnh Lai Châu",
      periodName: { vi: "6 tháng đầu năm 2023" },
    });
    expect(preview?.operands.map(({ item, value }) => `${item} ${value}`)).toEqual([
      "#{epi.fully_immunized_u1} 2633",
      "#{epi.target_children_u1} 9635",
    ]);
  });

  test("without a period is computed for the last one with values", async () => {
    expect((await check(coverage)).preview).toMatchObject({ period: "2023-S1" });
  });

  test.each([
    ["#{epi.fully_imunized_u1} + 1", 0, 24, "unknown-data-element", ["epi.fully_immunized_u1"]],
    ["1 + #{malaria.parasite_positive_cases[sex=nam]}", 4, 47, "unknown-option-combo", ["parasite=…"]],
    ["1 + * 2", 4, 5, "unexpected", []],
    ["2 * foo(1)", 4, 7, "unknown-function", []],
    ["R{abcdefghijk.REPORTING_RATE}", 0, 29, "unknown-data-set", []],
    ["C{abc}", 0, 6, "unknown-constant", []],
    ["sum(#{malaria.tests})", 0, 21, "aggregate-function", []],
    ["OUG{huyenn}", 0, 11, "unknown-org-unit-group", ["huyen"]],
  ])(
    "%s: the wrong characters are marked, with names that are near",
    async (numerator, from, to, code, near) => {
      const { problems } = (await check({ ...coverage, numerator })).numerator;
      expect(problems).toMatchObject([{ code, from, to }]);
      expect(problems[0]?.near).toEqual(expect.arrayContaining(near));
      expect(problems[0]?.sentence.vi).toMatch(/[.?]$/);
    },
  );

  test("anything may be typed", async () => {
    for (const numerator of [
      "",
      "(".repeat(5000),
      "#{".repeat(1000),
      "1".repeat(100_001),
      "\u0000",
      "N{?}",
    ]) {
      const { numerator: side, preview } = await check({ ...coverage, numerator });
      expect([side.problems.length, preview]).toEqual([1, undefined]);
    }
  });
});

describe("an indicator that is defined", () => {
  test("is found by name, asked for in a table with last year and growth, and known in the list of dimensions", async () => {
    const saved = await put("tiem_chung.du_mui", coverage);
    expect(IndicatorDetail.parse(saved.json())).toMatchObject({
      key: "tiem_chung.du_mui",
      version: 1,
      changedBy: "Máy chủ",
    });
    const roles = "actual,prior_year,growth_percent";
    const table = {
      items: "tiem_chung.du_mui,epi.fully_immunized_u1_rate",
      periods: "2023-S1",
      orgUnits: "VN12",
    };
    const [actual, before, , rate] = await cellsOf({ ...table, roles });
    expect(actual).toMatchObject({
      unit: "%",
      state: "confirmed",
      reported: 1,
      expected: 1,
      value: rate?.value,
    });
    expect(before).toMatchObject({ value: null, reason: "operand-missing" });
    await put("so_ca", {
      ...coverage,
      numerator: "#{malaria.cases}",
      denominator: "1",
      factor: "1",
      unit: "ca",
    });
    const [cases, casesBefore, growth, ...element] = await cellsOf({
      ...table,
      items: "so_ca,malaria.cases",
      roles,
    });
    expect([cases?.value, casesBefore?.value, growth?.value]).toEqual(element.map(({ value }) => value));
    expect(growth?.value).toMatch(/^-?[0-9]/);
    const { items } = FormulaItems.parse(await get("/api/formulas/items"));
    expect(items).toContainEqual(
      expect.objectContaining({ reference: "N{tiem_chung.du_mui}", kind: "indicator" }),
    );
    expect(await get("/api/analytics/dimensions")).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ key: "tiem_chung.du_mui", isComputed: true }),
      ]) as unknown,
    });
  });

  test("is changed by one hand at a time, with a reason, and remembers", async () => {
    await put("sot_ret.ty_le", {
      ...coverage,
      numerator: "#{malaria.cases}",
      denominator: "#{malaria.tests}",
    });
    const changed = {
      ...coverage,
      numerator: "#{malaria.cases} * 2",
      denominator: "#{malaria.tests}",
      version: 1,
    };
    expect(refusalOf(await put("sot_ret.ty_le", changed))).toMatchObject({
      status: 400,
      code: "indicator-reason-missing",
    });
    expect((await put("sot_ret.ty_le", { ...changed, reason: "thử" })).statusCode).toBe(200);
    expect(refusalOf(await put("sot_ret.ty_le", { ...changed, reason: "muộn" }))).toEqual({
      status: 409,
      code: "indicator-changed-meanwhile",
      vi: "Chỉ số “sot_ret.ty_le” đã được Máy chủ sửa trong lúc bạn mở (nay là bản 2). Mở lại để xem bản mới rồi sửa tiếp.",
    });
    const { versions } = IndicatorHistory.parse(await get("/api/indicators/sot_ret.ty_le/history"));
    expect(versions.map(({ version, reason, indicator }) => [version, reason, indicator?.numerator])).toEqual(
      [
        [2, "thử", "#{malaria.cases} * 2"],
        [1, undefined, "#{malaria.cases}"],
      ],
    );
  });

  test("saved twice at the same moment is saved once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((factor) => put("cung_luc", { ...coverage, factor: String(factor) })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      200, 409, 409,
    ]);
  });

  test("cannot lead back to itself, and is not deleted while others use it", async () => {
    await put("a", { ...coverage, numerator: "#{malaria.tests}", denominator: "1", factor: "1" });
    await put("b", { ...coverage, numerator: "N{a} + 1", denominator: "1", factor: "1" });
    expect((await check({ ...coverage, key: "a", numerator: "N{b}" })).refusal?.vi).toContain("a → b → a");
    expect(
      refusalOf(await put("a", { ...coverage, numerator: "N{b}", version: 1, reason: "vòng" })),
    ).toMatchObject({ code: "indicator-cycle" });
    expect(refusalOf(await put("c", { ...coverage, numerator: "N{c}" }))).toMatchObject({
      code: "indicator-cycle",
    });
    expect(refusalOf(await remove("a", { version: "1", reason: "thừa" }))).toEqual({
      status: 409,
      code: "indicator-in-use",
      vi: "Không xóa được chỉ số “a” vì còn được dùng trong: b. Sửa các công thức đó trước.",
    });
    expect((await remove("b", { version: "1", reason: "thừa" })).statusCode).toBe(200);
    expect((await remove("a", { version: "1", reason: "thừa" })).statusCode).toBe(200);
    expect(refusalOf(await server.inject("/api/indicators/a"))).toMatchObject({
      status: 404,
      code: "unknown-indicator",
    });
    expect((await put("a", coverage)).json()).toMatchObject({ version: 3 });
  });

  test.each([
    ["epi.mr_18m", coverage, "indicator-key-taken"],
    ["x", { ...coverage, numerator: "#{nobody}" }, "indicator-formula-wrong"],
    ["x", { ...coverage, denominator: "" }, "indicator-formula-wrong"],
    ["x", { ...coverage, factor: "0" }, "unreadable-request"],
    ["x", { ...coverage, factor: "1e9" }, "unreadable-request"],
    ["x", { ...coverage, missing: "MAYBE" }, "unreadable-request"],
    ["x", { ...coverage, name: { vi: " ", en: "x" } }, "unreadable-request"],
    ["x]", coverage, "unreadable-request"],
    ["x", { ...coverage, version: 7 }, "unknown-indicator"],
  ])("%s %o is refused", async (key, body, code) => {
    expect(refusalOf(await put(encodeURIComponent(key), body))).toMatchObject({ code });
  });
});

test("a number of an indicator opens down to its operands, and no value is typed over it", async () => {
  const query = { key: "tiem_chung.du_mui", period: "2023-S1", orgUnit: "VN12" };
  const answer = await server.inject({ method: "GET", url: "/api/values/detail", query });
  expect(answer.json()).toMatchObject({
    operands: [{ key: "epi.fully_immunized_u1" }, { key: "epi.target_children_u1" }],
    correctable: "computed",
    current: null,
  });
});

test("the list has the formulas in words", async () => {
  const { indicators } = IndicatorList.parse(await get("/api/indicators"));
  expect(indicators.find(({ key }) => key === "sot_ret.ty_le")?.words.vi).toBe(
    "(Bệnh nhân sốt rét × 2) ÷ Lam, que thử xét nghiệm sốt rét × 100",
  );
});
