import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildServer } from "#api/server.ts";
import { AnalyticsTable } from "#contract/analytics.ts";
import { FormulaItems, IndicatorList } from "#contract/indicator.ts";
import { MetadataAnswer } from "#contract/dhis2-metadata.ts";
import { checkFormula } from "#domain/indicator-formula.ts";
import { indexReferences } from "#domain/indicator-references.ts";
import type { Context } from "#operations/context.ts";
import { fetchFormulaCatalogue } from "#operations/formula-catalogue.ts";
import { importMetadata, type MetadataOutcome } from "#operations/import-metadata.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import { saveDataValues } from "#store/data-values.ts";
import { listIndicators, listIndicatorVersions } from "#store/indicators.ts";
import { listValidationRules } from "#store/validation-rules.ts";
import { buildDataValue } from "#store/test-builders.ts";
import { hasMetadataRemarkText, metadataRemarkText } from "#wording/metadata-remarks.ts";
import { openTestContext } from "./context.ts";

const shared = new URL("../../shared/dhis2/metadata/", import.meta.url);
const isThere = existsSync(shared);
const absent = isThere ? "" : " (skipped: ../shared/dhis2/metadata is not here)";
const own = readFileSync("test/fixtures/dhis2/metadata.json", "utf8");

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

const changesIn = ({ counts }: Pick<MetadataOutcome, "counts">) =>
  Object.entries(counts).flatMap(([kind, { inserted, changed }]) => (inserted + changed > 0 ? [kind] : []));

describe("a small package", () => {
  let outcome: MetadataOutcome;
  beforeAll(async () => {
    outcome = await importMetadata(context, { json: own, file: "metadata.json" });
  });

  test("brings elements with how they add up, and their breakdowns in Vietnamese where the file has it", async () => {
    const elements = await listDataElements(context.db, "VN12");
    const found = (id: string) => elements.find((element) => element.id === id);
    expect(found("fix_tests")).toMatchObject({
      name: { vi: "Số xét nghiệm sốt rét", en: "Malaria tests" },
      timeNature: "flow",
      orgNature: "sum",
      collected: "month",
      programme: "Sốt rét (thử)",
      breakdowns: [{ dimensions: ["age_fixture"], relation: "partition" }],
    });
    expect(found("fix_cases")?.breakdowns).toEqual([
      { dimensions: ["age_fixture", "sex"], relation: "partition" },
    ]);
    expect(found("fix_pop")).toMatchObject({ timeNature: "stock", collected: "year" });
    expect(found("fix_cases_tuyenfix057")).toMatchObject({ timeNature: "rate", unit: "%" });
  });

  test("brings indicators in our own words, computed from values", async () => {
    const indicators = new Map((await listIndicators(context.db, "VN12")).map((one) => [one.key, one]));
    expect(indicators.get("fix_positivity")).toMatchObject({
      numerator: "#{fix_cases}",
      denominator: "#{fix_tests} // all ages",
      factor: "100",
      unit: "%",
      decimals: 2,
      missing: "SKIP_IF_ALL_VALUES_MISSING",
    });
    expect(indicators.get("fix_incidence")).toMatchObject({
      numerator: "(#{fix_cases} // cases\n) * 365 / [days]",
      denominator: "#{fix_pop}",
      unit: "/100.000",
    });
    expect(indicators.get("fix_children")?.numerator).toContain("#{fix_tests[age_fixture=0-4 tuổi]}");
    expect(indicators.get("fix_children")?.numerator).toContain(
      "#{fix_cases[age_fixture=0-4 tuổi;sex=Male boys]}",
    );
    const cell = { orgUnit: "VN12.03388-2025", period: "2026-01" };
    await saveDataValues(
      context.db,
      "VN12",
      [
        buildDataValue({ ...cell, element: "fix_cases", value: 3 }),
        buildDataValue({ ...cell, element: "fix_tests", optionCombo: "age_fixture=0-4 tuổi", value: 10 }),
        buildDataValue({ ...cell, element: "fix_tests", optionCombo: "age_fixture=Từ 5 tuổi", value: 20 }),
        buildDataValue({ ...cell, element: "fix_pop", period: "2026", value: 36_500 }),
      ],
      { by: "tram" },
    );
    const items = "fix_positivity,fix_incidence,fix_children,fix_twice,fix_reporting";
    const answer = await server.inject({
      method: "GET",
      url: "/api/analytics",
      query: { items, periods: "2026-01", orgUnits: "VN12" },
    });
    const values = AnalyticsTable.parse(answer.json()).cells.map(({ value }) => value);
    expect(values.map((value) => Number(value).toFixed(3))).toEqual([
      "10.000",
      "96.774",
      "10.000",
      "20.000",
      "1.000",
    ]);
  });

  test("brings data sets with a form, and rules with both sides in our words", async () => {
    const [monthly] = await listDataSetVersions(context.db, "VN12", ["fix_monthly"]);
    expect(monthly).toMatchObject({
      periodType: "month",
      deadline: { days: 10, counting: "days", closesAfter: 5 },
      assignment: { orgUnits: ["VN12.03388-2025"] },
    });
    expect(
      monthly?.sections.map(({ title, columns, rows }) => [title.en, columns.length, rows.length]),
    ).toEqual([
      ["Tests", 2, 1],
      ["Malaria, monthly", 1, 1],
      ["Malaria, monthly", 0, 1],
    ]);
    const rules = await listValidationRules(context.db, "VN12");
    expect(rules.find(({ key }) => key === "fix_cases_tests")).toMatchObject({
      left: { expression: "#{fix_cases}", missing: "SKIP_IF_ALL_VALUES_MISSING" },
      operator: "less_than_or_equal_to",
      right: { expression: "#{fix_tests}" },
      periodTypes: ["month"],
      levels: [3],
    });
  });

  test("says of everything that did not come over what it was and why", () => {
    const said = outcome.remarks.map((remark) => metadataRemarkText(remark));
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object/);
    expect(said).toEqual(
      expect.arrayContaining([
        "dashboards: không nhập 2 mục: phần này không có chỗ trong hệ thống.",
        "Chỉ tiêu nhập liệu “Remarks” (tuyenFix055): không nhập: kiểu LONG_TEXT không phải là số.",
        "Chỉ tiêu nhập liệu “Patient weight” (tuyenFix056): không nhập: là dữ liệu theo từng người (tracker).",
        "Chỉ tiêu nhập liệu “Stock-out” (tuyenFix054): có/không được ghi là 1/0.",
        "Bộ báo cáo “Every day” (tuyenFix073): không nhập: không có loại kỳ “Daily”.",
        "Chỉ số “Half a formula” (tuyenFix108): không nhập: tử số: Chỗ này cần một số, một chỉ tiêu #{…} hoặc dấu mở ngoặc, nhưng gặp hết công thức.",
        "Chỉ số “Speaks of nobody” (speaks_of_nobody): không nhập: tử số: Không có chỉ tiêu “nobodyKnow1” trong danh mục.",
        "Chỉ số “Uses one that is left out” (uses_one_that_is_left_out): không nhập: tử số: Không có chỉ số “speaks_of_nobody”.",
        "Chỉ số “Of no type” (tuyenFix109): nhắc đến indicatorTypes “tuyenFix097” không có trong tệp.",
        "Quy tắc kiểm tra “Odd operator” (tuyenFix123): không nhập: không có phép so sánh “about”.",
        "Nhóm đơn vị “Border communes” (tuyenFix096): 1 đơn vị không có trong danh mục nên bỏ qua.",
      ]),
    );
    const part = (name: string) =>
      outcome.remarks.filter((remark) => remark.part === name && remark.isLeftOut).length;
    expect(outcome.counts.indicators.inserted + part("indicators")).toBe(10);
    expect(outcome.counts.elements.inserted + part("dataElements")).toBe(8);
    expect(outcome.counts.rules.inserted + part("validationRules")).toBe(3);
  });

  test("a second time changes nothing", async () => {
    const again = await importMetadata(context, { json: own, file: "metadata.json" });
    expect(changesIn(again)).toEqual([]);
    expect(await listIndicatorVersions(context.db, "VN12", "fix_positivity")).toHaveLength(1);
  });

  test("what was changed there is changed here, as a next version; only looking changes nothing", async () => {
    const json = own.replace("Tỷ lệ dương tính", "Tỷ lệ xét nghiệm dương tính");
    const dry = await importMetadata(context, { json, file: "metadata.json", dryRun: true });
    expect([dry.isDryRun, dry.counts.indicators.changed]).toEqual([true, 1]);
    expect(await listIndicatorVersions(context.db, "VN12", "fix_positivity")).toHaveLength(1);
    expect(changesIn(await importMetadata(context, { json, file: "moi.json" }))).toEqual(["indicators"]);
    const [version] = await listIndicatorVersions(context.db, "VN12", "fix_positivity");
    expect(version).toMatchObject({
      version: 2,
      reason: "DHIS2: moi.json",
      indicator: { name: { vi: "Tỷ lệ xét nghiệm dương tính" } },
    });
  });
});

test("every reason for a remark has words", () => {
  const source = readFileSync("src/exchange/dhis2/metadata.ts", "utf8");
  const [, union = ""] = /type RemarkCode =(.*?);\n/s.exec(source) ?? [];
  const codes = [...union.matchAll(/"([a-z-]+)"/g)].map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !hasMetadataRemarkText(code))).toEqual([]);
});

describe("over HTTP", () => {
  const post = (payload: string, query: Record<string, string> = {}) =>
    server.inject({
      method: "POST",
      url: "/api/metadata/dhis2",
      query,
      payload,
      headers: { "content-type": "application/json" },
    });
  const codeOf = (answer: { readonly json: () => unknown }) =>
    z
      .object({ error: z.object({ code: z.string(), message: z.object({ vi: z.string() }) }) })
      .parse(answer.json()).error;

  test("a package is answered with what it brings and every remark in words", async () => {
    const answer = MetadataAnswer.parse((await post(own, { dryRun: "true" })).json());
    expect(answer.isDryRun).toBe(true);
    expect(answer.remarks.find(({ id }) => id === "tuyenFix055")?.sentence.en).toContain(
      "LONG_TEXT is no number",
    );
  });

  const element = { id: "abcdefghij1", name: "x" };
  test.each([
    ["{", "metadata-not-json"],
    ["", "metadata-not-json"],
    ["[]", "metadata-not-dhis2"],
    ["null", "metadata-not-dhis2"],
    ['{"a":1}', "metadata-not-dhis2"],
    ["[".repeat(100_000), "metadata-not-json"],
    [JSON.stringify({ dataElements: [{ name: "no uid" }] }), "metadata-unreadable"],
    [
      JSON.stringify({
        dataElements: [element],
        indicators: [{ ...element, numerator: 5, denominator: "1" }],
      }),
      "metadata-unreadable",
    ],
    [`{"__proto__":{"dataElements":[]},"constructor":1}`, "metadata-not-dhis2"],
  ])("%j is refused", async (payload, code) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(400);
    expect(codeOf(answer).code).toBe(code);
  });

  test("a file of 50 MB is refused with the limit and the way round", async () => {
    const answer = await post(`{"dataElements":[],"x":"${"a".repeat(50_000_000)}"}`);
    expect(answer.statusCode).toBe(400);
    expect(codeOf(answer).message.vi).toBe(
      "metadata.json: 51 MB, quá giới hạn 32 MB. Xuất từng gói (ví dụ theo bộ dữ liệu) rồi nhập lần lượt.",
    );
  });

  test("indicators that lead back to themselves keep the whole file out", async () => {
    const type = { id: "abcdefghijt", name: "Number", factor: 1 };
    const of = (id: string, other: string) => ({
      id,
      code: id,
      name: id,
      numerator: `N{${other}}`,
      denominator: "1",
      indicatorType: { id: type.id },
    });
    const indicators = [of("abcdefghij1", "abcdefghij2"), of("abcdefghij2", "abcdefghij1")];
    const answer = await post(JSON.stringify({ indicatorTypes: [type], indicators }));
    expect(codeOf(answer)).toMatchObject({
      code: "indicator-cycle",
      message: { vi: expect.stringContaining("abcdefghij1 → abcdefghij2 → abcdefghij1") as unknown },
    });
    expect((await listIndicators(context.db, "VN12")).some(({ key }) => key === "abcdefghij1")).toBe(false);
  });

  test("texts that mean something elsewhere are only texts here", async () => {
    const name = "'; drop table indicator; -- {{7*7}} <b>";
    const answer = await post(
      JSON.stringify({ dataElements: [{ id: "abcdefghij9", name, valueType: "NUMBER" }] }),
    );
    expect(MetadataAnswer.parse(answer.json()).counts.elements.inserted).toBe(1);
    expect((await listDataElements(context.db, "VN12")).find((one) => one.name.en === name)?.id).toBe(
      "drop_table_indicator_7_7_b",
    );
  });
});

describe.skipIf(!isThere)(`the standard packages${absent}`, () => {
  const files = isThere ? readdirSync(shared).toSorted() : [];

  test.each(files)(
    "%s comes in with every indicator and rule compiled, and a second time changes nothing",
    async (file) => {
      const json = readFileSync(new URL(file, shared), "utf8");
      const given = z
        .object({ indicators: z.array(z.unknown()), validationRules: z.array(z.unknown()) })
        .parse(JSON.parse(json));
      const dry = await importMetadata(context, { json, file, dryRun: true });
      const done = await importMetadata(context, { json, file });
      expect(dry.counts).toEqual(done.counts);
      expect(done.remarks.filter(({ isLeftOut, code }) => isLeftOut && code !== "part-not-kept")).toEqual([]);
      const again = await importMetadata(context, { json, file });
      expect(changesIn(again)).toEqual([]);
      expect(again.counts.indicators.unchanged).toBe(given.indicators.length);
      expect(again.counts.rules.unchanged).toBe(given.validationRules.length);
    },
    60_000,
  );

  test("all of them are listed with their formulas in words, and all that formulas may speak of", async () => {
    const { indicators } = IndicatorList.parse((await server.inject("/api/indicators")).json());
    expect(indicators.length).toBeGreaterThan(520);
    for (const { words } of indicators) expect(words.vi).not.toBe("");
    expect(
      FormulaItems.parse((await server.inject("/api/formulas/items")).json()).items.length,
    ).toBeGreaterThan(1000);
    const { statusCode } = await server.inject(`/api/indicators/${indicators[0]!.key}/history`);
    expect(statusCode).toBe(200);
  });

  test("all of their formulas can be evaluated, side by side", async () => {
    const catalogue = await fetchFormulaCatalogue(context.db, "VN12");
    const references = indexReferences(catalogue);
    const wrong = catalogue.indicators.filter(({ numerator, denominator }) =>
      [numerator, denominator].some((text) => checkFormula(text, references).problems.length > 0),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
    expect(catalogue.indicators.length).toBeGreaterThan(520);
    const items = catalogue.indicators.map(({ key }) => key);
    const answer = await server.inject({
      method: "POST",
      url: "/api/analytics",
      body: { items, periods: ["2026-01"], orgUnits: ["VN12"] },
    });
    expect(AnalyticsTable.parse(answer.json()).cells).toHaveLength(items.length);
  });
});
