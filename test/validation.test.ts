import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import type { CheckedValuesAnswer } from "#contract/check-values.ts";
import { decimal } from "#domain/decimal.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { answerFinding } from "#operations/answer-finding.ts";
import { checkValues, type CheckValues } from "#operations/check-values.ts";
import type { Context } from "#operations/context.ts";
import { defineValidationRule } from "#operations/define-validation-rule.ts";
import { deleteValidationRule } from "#operations/delete-validation-rule.ts";
import { listValidationRules, listVersionsOfRule } from "#operations/list-validation-rules.ts";
import { loadValidationRules } from "#operations/load-validation-rules.ts";
import { proposeValueLimits, setValueLimits } from "#operations/set-value-limits.ts";
import { saveDataValues } from "#store/data-values.ts";
import { saveValidationRules } from "#store/validation-rules.ts";
import { openTestContext } from "./context.ts";
import {
  checkedMonth,
  communes,
  months,
  saveMonthlyValues,
  usualValue,
  type Planted,
} from "./monthly-values.ts";

let context: Context;
let close: () => Promise<void>;
const [first, second, third, fourth] = communes;
const lastMonth = months(2)[1]!;
const swapped = "1213"; // after 1.231 of the month before

const planted: Planted[] = [
  ["m.diarrhoea", "", first, checkedMonth, 600],
  ["m.births", "", first, checkedMonth, 9],
  ["m.tests", "sex=nam", second, checkedMonth, 5],
  ["m.managed", "", second, lastMonth, 1231],
  ["m.managed", "", second, checkedMonth, Number(swapped)],
  ["m.total", "", third, checkedMonth, 100],
  ["m.visits", "", third, checkedMonth, 0],
  ...[1, 2, 3, 4, 5, 6].map((line): Planted => [`m.form${line}`, "", fourth, checkedMonth, usualValue(`m.form${line}`, fourth, "2023-09")]),
]; // prettier-ignore

beforeAll(async () => {
  ({ context, close } = await openTestContext("2024-01-10"));
  await loadValidationRules(context.db, context.province, "catalogues/lai-chau");
  await saveMonthlyValues(context, planted);
});
afterAll(() => close());

const check = (query: Partial<CheckValues> = {}) => checkValues(context, { periods: [checkedMonth], ...query }); // prettier-ignore

describe("checking the reported values of a month", () => {
  test("every planted error is found at its cell, and nothing else is", async () => {
    const { findings, checked } = await check();
    const found = findings.map(({ code, cells }) => `${code} ${cells[0]!.element}[${cells[0]!.optionCombo}] ${cells[0]!.orgUnit}`); // prettier-ignore
    expect(found.toSorted()).toEqual(
      [
        `parts-not-total m.tests[] ${second}`,
        `cumulative-falls m.total[] ${third}`,
        `repeated-form m.form1[] ${fourth}`,
        `digits-transposed m.managed[] ${second}`,
        `sudden-zero m.visits[] ${third}`,
        `sudden-change m.diarrhoea[] ${first}`,
        `sudden-change m.tests[sex=nam] ${second}`,
      ].toSorted(),
    );
    expect(checked).toBe(communes.length * 14);
  });

  test("the gravest comes first: what cannot be true stands above what is only strange", async () => {
    const { findings } = await check();
    expect(findings[0]).toMatchObject({ code: "parts-not-total", severity: "blocking" });
    expect(findings.map(({ gravity }) => gravity)).toEqual(findings.map(({ gravity }) => gravity).toSorted((a, b) => b - a)); // prettier-ignore
  });

  test("only the units and elements asked for are looked at", async () => {
    const { findings } = await check({ within: [first], items: ["m.diarrhoea", "m.visits"] });
    expect(findings.map(({ code }) => code)).toEqual(["sudden-change"]);
    const changes = await check({ kinds: ["digits"] });
    expect(changes.findings.map(({ kind }) => kind)).toEqual(["digits"]);
  });

  test("three births after one are no finding, ten times the cases are one with the likely slip", async () => {
    const { findings } = await check({ items: ["m.births", "m.diarrhoea"] });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.facts).toMatchObject({ value: 600, likely: 60, slip: "zero-more" });
  });

  test("what is unknown or too much is refused by name", async () => {
    const codeOf = (query: Partial<CheckValues>) => check(query).then(() => "none", (error: unknown) => (error instanceof Refusal ? error.code : error)); // prettier-ignore
    expect(await codeOf({ periods: ["2023-13"] })).toBe("unknown-period");
    expect(await codeOf({ within: ["nowhere"] })).toBe("unknown-org-unit");
    expect(await codeOf({ items: ["nothing"] })).toBe("unknown-key");
    expect(await codeOf({ kinds: ["magic"] })).toBe("unknown-check-kind");
    expect(await codeOf({ periods: months(13) })).toBe("too-many-periods-to-check");
  });
});

describe("the province's report of 2023", () => {
  test("three immunisation lines that are exactly seven times the month are found, and no rule is broken", async () => {
    const { findings } = await check({ periods: ["2023-S1"] });
    const multiples = findings.filter(({ code }) => code === "cumulative-multiple");
    expect(multiples.map(({ facts }) => [facts["month"], facts["factor"], facts["lines"]])).toEqual([
      ["420", 7, 3],
      ["767", 7, 3],
      ["720", 7, 3],
    ]);
    expect(findings.filter(({ kind }) => kind !== "cumulative").map(({ code }) => code)).toEqual(["percent-above-100", "percent-above-100"]); // prettier-ignore
  });
});

describe("rules", () => {
  const rule: ValidationRule = {
    id: "few-visits",
    key: "few-visits",
    name: { vi: "Khám nhiều hơn xét nghiệm", en: "More visits than tests" },
    left: { expression: "#{m.tests}", missing: "SKIP_IF_ANY_VALUE_MISSING" },
    operator: "less_than_or_equal_to",
    right: { expression: "#{m.visits} + 0", missing: "SKIP_IF_ANY_VALUE_MISSING" },
    periodTypes: ["month"],
    levels: [3],
    severity: "warning",
    explanation: { vi: "", en: "" },
  };

  test("a rule is kept in versions, found broken with the cells it read, and deleted", async () => {
    expect(await defineValidationRule(context, rule)).toEqual({ left: "Xét nghiệm", right: "Lượt khám bệnh + 0" }); // prettier-ignore
    await defineValidationRule(context, { ...rule, severity: "blocking" }, "tỉnh quy định");
    await defineValidationRule(context, { ...rule, severity: "blocking" });
    const versions = await listVersionsOfRule(context, rule.id);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([[2, "tỉnh quy định"], [1, undefined]]); // prettier-ignore
    const { findings } = await check({ kinds: ["rule"] });
    expect(findings.map(({ rule: id, cells }) => [id, cells[0]?.orgUnit, cells.length])).toEqual([[rule.id, third, 2]]); // prettier-ignore
    await deleteValidationRule(context, rule.id);
    expect((await check({ kinds: ["rule"] })).findings).toEqual([]);
    expect((await listVersionsOfRule(context, rule.id))[0]).toMatchObject({ version: 3 });
  });

  test("a formula that cannot be read is refused at its character, with what may have been meant", async () => {
    const define = (expression: string) => defineValidationRule(context, { ...rule, left: { ...rule.left, expression } }); // prettier-ignore
    await expect(define("#{m.visits} + * 2")).rejects.toMatchObject({ code: "validation-rule-unreadable", facts: { side: "left", offset: 15 } }); // prettier-ignore
    await expect(define("#{m.visitz}")).rejects.toMatchObject({ code: "validation-rule-unreadable", facts: { problem: expect.stringContaining("m.visits") } }); // prettier-ignore
    await expect(define("OUG{xa} + 1")).rejects.toMatchObject({ code: "validation-rule-unusable-item" });
  });

  test("an imported rule whose elements are not here is said to be skipped, and does not stop the others", async () => {
    const stranger = {
      ...rule,
      id: "stranger",
      key: "stranger",
      left: { ...rule.left, expression: "#{abcdefghijk}" },
    };
    await context.db.transaction((tx) => saveValidationRules(tx, context.province, [stranger], { by: "import" })); // prettier-ignore
    const { skipped } = await check({ kinds: ["rule"] });
    expect(skipped).toEqual([{ rule: "stranger", reason: "unknown", item: "#{abcdefghijk}" }]);
    await deleteValidationRule(context, "stranger");
  });

  test("rules that come with the catalogue do not come back once somebody deleted or changed them", async () => {
    const [one] = await listValidationRules(context);
    await deleteValidationRule(context, one!.id, "không dùng");
    expect(await loadValidationRules(context.db, context.province, "catalogues/lai-chau")).toBe(0);
    expect((await listValidationRules(context)).map(({ id }) => id)).not.toContain(one!.id);
  });
});

describe("limits", () => {
  test("the limit of a unit counts before that of its type and that of all", async () => {
    const limit = { element: "m.visits", optionCombo: "", periodType: "month" } as const;
    await setValueLimits(context, [
      { ...limit, most: decimal(10) },
      { ...limit, unitType: "xa", most: decimal(5000) },
      { ...limit, orgUnit: first, least: decimal(4000), most: decimal(5000) },
    ]);
    const { findings } = await check({ items: ["m.visits"], kinds: ["limit"] });
    const below = findings.filter(({ code }) => code === "below-minimum");
    expect(below.map(({ cells, facts }) => [cells[0]?.orgUnit, facts["scope"]])).toEqual([[first, "unit"]]);
  });

  test("limits proposed from the history do not touch what somebody typed, and hold the usual values", async () => {
    const written = await proposeValueLimits(context, { items: ["m.visits", "m.diarrhoea"], period: checkedMonth }); // prettier-ignore
    expect(written).toBe(2 * communes.length - 1);
    const { findings } = await check({ items: ["m.diarrhoea"], kinds: ["limit"] });
    expect(findings.map(({ code, cells }) => [code, cells[0]?.orgUnit])).toEqual([["above-maximum", first]]);
  });

  test("a limit that cannot be met is refused", async () => {
    const limit = { element: "m.visits", optionCombo: "", periodType: "month" } as const;
    await expect(setValueLimits(context, [limit])).rejects.toMatchObject({ code: "limit-empty" });
    await expect(setValueLimits(context, [{ ...limit, least: decimal(2), most: decimal(1) }])).rejects.toMatchObject({ code: "limit-upside-down" }); // prettier-ignore
  });
});

describe("answers", () => {
  test("an answered finding stays quiet until its value changes", async () => {
    const finding = async () => (await check({ kinds: ["change"], items: ["m.diarrhoea"] })).findings[0]!;
    const before = await finding();
    expect(before.answer).toBeUndefined();
    await answerFinding(context, {
      code: before.code,
      cells: before.cells,
      reason: "Có vụ dịch ở bản Nậm Cản",
    });
    expect((await finding()).answer).toMatchObject({
      reason: "Có vụ dịch ở bản Nậm Cản",
      answeredBy: "machine",
    });

    const value = { element: "m.diarrhoea", optionCombo: "", period: checkedMonth, orgUnit: first, source: "reported" } as const; // prettier-ignore
    await saveDataValues(context.db, context.province, [{ ...value, value: decimal(700) }], { by: "test" });
    expect((await finding()).answer).toBeUndefined();
    await expect(answerFinding(context, { code: before.code, cells: before.cells, reason: "như trên" })).rejects.toMatchObject({ code: "value-changed-meanwhile" }); // prettier-ignore

    await saveDataValues(context.db, context.province, [{ ...value, value: decimal(600) }], { by: "test" });
    expect((await finding()).answer).toBeDefined();
    await answerFinding(context, { code: before.code, cells: before.cells, reason: null });
    expect((await finding()).answer).toBeUndefined();
  });

  test("a half-year that was answered for stays quiet when its month is checked", async () => {
    const open = async (period: string) => (await check({ periods: [period], kinds: ["cumulative"] })).findings.filter(({ answer }) => !answer); // prettier-ignore
    const [finding] = await open("2023-S1");
    await answerFinding(context, { code: finding!.code, cells: finding!.cells, reason: "đã cộng lại từ sổ" });
    expect([(await open("2023-S1")).length, (await open("2023-06")).length]).toEqual([2, 2]);
    await answerFinding(context, { code: finding!.code, cells: finding!.cells, reason: null });
  });

  test("what cannot be true takes no reason", async () => {
    const [finding] = (await check({ kinds: ["partition"] })).findings;
    const { code, cells } = finding!;
    await expect(answerFinding(context, { code, cells, reason: "thấy đúng" })).rejects.toMatchObject({ code: "finding-cannot-be-right" }); // prettier-ignore
  });
});

describe("/api/validation", () => {
  test("answers a page of findings in words, with history, and takes an answer", async () => {
    const server = await buildServer({ context });
    try {
      const ask = async (query: string) => (await server.inject(`/api/validation?${query}`)).json<CheckedValuesAnswer>(); // prettier-ignore
      const page = await ask(`period=${checkedMonth}&kinds=change,digits&limit=1`);
      expect(page.page).toMatchObject({ total: 4, count: 1, next: 1 });
      const [finding] = page.findings;
      expect(finding).toMatchObject({ code: "digits-transposed", orgUnit: second });
      expect(finding!.text.vi).toBe("Bệnh nhân tăng huyết áp quản lý tại xã: 1.213; tháng 11/2023 là 1.231: hai chữ số bị đảo? Đối chiếu sổ gốc."); // prettier-ignore
      expect(finding!.history.at(-1)).toEqual({ period: checkedMonth, value: 1213 });

      const answer = { code: finding!.code, cells: finding!.cells.map(({ element, optionCombo, orgUnit, period, value }) => ({ element, optionCombo, orgUnit, period, value })), reason: "Đã đối chiếu sổ" }; // prettier-ignore
      const kept = await server.inject({ method: "POST", url: "/api/validation/answers", payload: answer });
      expect(kept.statusCode).toBe(200);
      const open = await ask(`period=${checkedMonth}&kinds=digits`);
      expect(open.page.total).toBe(0);
      const answered = await ask(`period=${checkedMonth}&kinds=digits&state=answered`);
      expect(answered.findings[0]?.answer).toMatchObject({ reason: "Đã đối chiếu sổ", by: "Máy chủ" });
    } finally {
      await server.close();
    }
  });

  test("a number of four hundred digits is judged where it can be, and stops nothing", async () => {
    const value = { element: "m.diarrhoea", optionCombo: "", orgUnit: fourth, source: "reported" as const };
    const huge = decimal(`1${"0".repeat(400)}`);
    await saveDataValues(context.db, context.province, [checkedMonth, lastMonth].map((period) => ({ ...value, period, value: huge })), { by: "test" }); // prettier-ignore
    const server = await buildServer({ context });
    try {
      const page = await server.inject(`/api/validation?period=${checkedMonth}`);
      expect(page.statusCode).toBe(200);
      expect(page.json<CheckedValuesAnswer>().findings.some(({ code, orgUnit }) => code === "above-maximum" && orgUnit === fourth)).toBe(true); // prettier-ignore
    } finally {
      await server.close();
    }
  });

  test("rules, limits, thresholds and choices travel; nonsense is refused with a sentence", async () => {
    const server = await buildServer({ context });
    try {
      const rules = (await server.inject("/api/validation/rules")).json<{ rules: { id: string }[] }>();
      expect(rules.rules.length).toBeGreaterThan(20);
      const read = await server.inject({ method: "POST", url: "/api/validation/rules/check", payload: { left: { expression: "#{m.visits}" }, right: { expression: "#{m.visits" } } }); // prettier-ignore
      expect(read.statusCode).toBe(400);
      expect(read.json<{ error: { message: { vi: string } } }>().error.message.vi).toMatch(/^Vế phải, ký tự 1: /u); // prettier-ignore

      await server.inject({ method: "PUT", url: "/api/validation/settings", payload: { changeFactor: 20 } });
      const quiet = (await server.inject(`/api/validation?period=${checkedMonth}&kinds=change&items=m.diarrhoea`)).json<CheckedValuesAnswer>(); // prettier-ignore
      expect(quiet.page.total).toBe(0);
      const choices = (await server.inject("/api/validation/choices")).json<{ settings: { name: string; value: number; usual: number }[] }>(); // prettier-ignore
      expect(choices.settings.find(({ name }) => name === "changeFactor")).toMatchObject({ value: 20, usual: 3 }); // prettier-ignore
      await server.inject({ method: "PUT", url: "/api/validation/settings", payload: { changeFactor: null } }); // prettier-ignore
      const stranger = await server.inject({ method: "PUT", url: "/api/validation/settings", payload: { magic: 1 } }); // prettier-ignore
      expect(stranger.statusCode).toBe(400);

      const gone = await server.inject({ method: "DELETE", url: "/api/validation/limits?element=m.visits&periodType=month" }); // prettier-ignore
      expect(gone.statusCode).toBe(200);
    } finally {
      await server.close();
    }
  });
});
