import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildElement, buildSeries } from "#domain/check-values/check-builders.ts";
import { checkSeries } from "#domain/check-values/check-series.ts";
import { checkMultiples } from "#domain/check-values/cumulatives.ts";
import { checkBreakdowns } from "#domain/check-values/partitions.ts";
import { checkRule, compileRule, vocabularyOf } from "#domain/check-values/rules.ts";
import { defaultCheckSettings } from "#domain/check-values/settings.ts";
import { checkKinds, type ValueFinding } from "#domain/check-values/value-finding.ts";
import { decimal } from "#domain/decimal.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { valueFindingSentence, valueFindingText, valueSentences } from "./findings-of-values.ts";

const names = {
  element: (id: string) => ({ visits: "Lượt khám", deaths: "Tử vong", cases: "Ca mắc" })[id] ?? id,
  orgUnit: () => "Xã Bình Lư",
};
const place = { orgUnit: "xa-1", period: "2023-12" };
const kinds = new Set(checkKinds);

function ofSeries(now: number, before: readonly number[]): ValueFinding {
  const [found] = checkSeries(buildSeries(now, before), buildElement(), { kinds, settings: defaultCheckSettings }); // prettier-ignore
  if (!found) throw new Error("nothing was found");
  return found;
}

const usual = Array.from({ length: 24 }, (_, index) => 1200 + ((index * 37) % 90));

test("every finding about values has a sentence in both languages", () => {
  const folder = "src/domain/check-values";
  const codes = readdirSync(folder)
    .filter((name) => !name.endsWith(".test.ts"))
    .flatMap((name) => [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/^ {2}"([a-z0-9-]+)": \d+,$/gm)])
    .map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !Object.hasOwn(valueSentences, code))).toEqual([]);
}); // prettier-ignore

describe("a finding says where, what, compared with what, and what to do", () => {
  test("in numbers as Vietnamese people write them", () => {
    expect(valueFindingText(ofSeries(12_340, usual), names)).toBe(
      "Xã Bình Lư, tháng 12/2023. Lượt khám: 12.340, gấp 10 lần trung bình 6 kỳ trước (1.233); cùng kỳ năm trước 1.247. Có thể là 1.234 (thừa một số 0). Đối chiếu sổ gốc.",
    );
    expect(valueFindingSentence(ofSeries(0, usual), names)).toBe(
      "Lượt khám: 0, trong khi trung bình 6 kỳ trước là 1.233. Nếu chưa có số, để trống; nếu đúng là không có, trả lời kèm lý do.",
    );
    expect(valueFindingSentence(ofSeries(90, usual), names)).toContain("90, chỉ bằng 7% trung bình 6 kỳ trước (1.233)"); // prettier-ignore
  });

  test("a sum names its parts and the slip that would explain it", () => {
    const element = buildElement({
      id: "cases",
      breakdowns: [{ dimensions: ["type"], relation: "partition" }],
    });
    const cells = [["", "116"], ["type=AFB (+)", "95"], ["type=Lao khác", "12"]].map(([optionCombo = "", value = ""]) => ({ ...place, element: "cases", optionCombo, value })); // prettier-ignore
    const [found] = checkBreakdowns({ element, cells, expected: new Set() });
    expect(valueFindingSentence(found!, names)).toBe(
      "Ca mắc: 2 phần cộng lại được 107, tổng ghi 116 (lệch 9). Sửa phần sai hoặc sửa tổng. Nếu “Ca mắc – Lao khác” là 21 thay vì 12 (đảo hai chữ số) thì khớp.",
    );
  });

  test("a copied multiple says how many times, and that the period has another number of months", () => {
    const line = { element: buildElement(), total: { ...place, element: "visits", optionCombo: "", period: "2023-S1", value: "5040" }, month: { period: "2023-06", value: "720" }, monthCell: { ...place, element: "visits", optionCombo: "", period: "2023-06", value: "720" } }; // prettier-ignore
    const [found] = checkMultiples([line], defaultCheckSettings);
    expect(valueFindingSentence(found!, names)).toBe(
      "Lượt khám: lũy kế 5.040 đúng bằng 7 lần tháng 6/2023 (720), trong khi kỳ có 6 tháng. Có thể công thức nhân thay cho phép cộng; cộng lại từ từng tháng.",
    );
  });

  test("a broken rule speaks in the words of its sides, and then in its own", () => {
    const side = (id: string, vi: string) => ({ expression: `#{${id}}`, missing: "NEVER_SKIP", description: { vi, en: id } }) as const; // prettier-ignore
    const rule: ValidationRule = { id: "r", key: "r", name: { vi: "", en: "" }, left: side("deaths", "Tử vong"), operator: "less_than_or_equal_to", right: side("cases", "số mắc"), periodTypes: [], levels: [], severity: "blocking", explanation: { vi: "Kiểm tra cả hai số.", en: "Check both." } }; // prettier-ignore
    const words = vocabularyOf([buildElement({ id: "deaths", key: "deaths" }), buildElement({ id: "cases", key: "cases" })]); // prettier-ignore
    const read = (id: string) => new Map([["", decimal(id === "deaths" ? 7 : 5)]]);
    const found = checkRule(compileRule(rule), words, read, "xa-1", "2023-12");
    expect(valueFindingSentence(found!, names)).toBe("Tử vong là 7, không được lớn hơn số mắc (5). Kiểm tra cả hai số."); // prettier-ignore
    expect(valueFindingSentence(found!, names, "en")).toBe(
      "deaths is 7, must not exceed cases (5). Check both.",
    );
  });

  test("whatever a cell and its past hold, what is said of it is a whole sentence", () => {
    const value = fc.oneof(fc.nat(200), fc.nat(10 ** 9), fc.constant(0), fc.integer({ min: -50, max: -1 }));
    const before = fc.array(fc.option(value), { maxLength: 24 });
    fc.assert(
      fc.property(
        value,
        before,
        fc.constantFrom("flow", "stock", "cumulative", "average", "rate"),
        (now, past, timeNature) => {
          const settings = { ...defaultCheckSettings, plainZ: 3, modifiedZ: 2, changeSpreads: 1 };
          const found = checkSeries(buildSeries(now, past), buildElement({ timeNature }), {
            kinds,
            settings,
          });
          for (const finding of found)
            for (const language of ["vi", "en"] as const) {
              expect(valueFindingText(finding, names, language)).not.toMatch(/undefined|NaN|null|Infinity/);
              expect(finding.gravity).toBeGreaterThan(0);
              expect(finding.gravity).toBeLessThanOrEqual(100);
            }
        },
      ),
    );
  });

  test("no sentence holds a gap or a broken number, whatever facts are lacking", () => {
    for (const [code, sentences] of Object.entries(valueSentences))
      for (const language of ["vi", "en"] as const) {
        const said = sentences[language]({ name: "Lượt khám", nameEn: "Visits", value: 5, usual: 1.25, factor: 4, periods: 6, parts: 2, months: 6, lines: 3, form: "Lao", repeated: 6, compared: 7, times: 2, score: 9, difference: "-9", earlier: "2023-11", monthPeriod: "2023-11", operator: "equal_to" }); // prettier-ignore
        expect(said, code).not.toMatch(/undefined|NaN|null|Infinity/);
        expect(said).toBe(said.normalize("NFC"));
      }
  });
});
