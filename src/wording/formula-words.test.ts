import { describe, expect, test } from "vitest";
import type { DataElement } from "#domain/data-element.ts";
import { indexReferences } from "#domain/indicator-references.ts";
import { formulaWords, indicatorWords } from "./formula-words.ts";

const element = (id: string, vi: string, en: string): DataElement => ({
  id,
  key: id,
  name: { vi, en },
  unit: "",
  valueType: "integer",
  timeNature: "flow",
  orgNature: "sum",
  collected: "month",
  programme: "",
  level: "xã",
  owner: "",
  breakdowns: [{ dimensions: ["age"], relation: "partition" }],
});
const references = indexReferences({
  elements: [element("tests", "Số xét nghiệm", "Tests"), element("cases", "Số ca mắc", "Cases")],
  indicators: [],
  constants: [{ key: "k", name: { vi: "Hệ số", en: "Weight" }, value: "2" }],
  groups: [],
  unitTypes: ["xa"],
  codes: [],
  dataSets: ["phieu_1"],
});

describe("a formula as one would say it", () => {
  test.each([
    ["#{tests} / #{cases}", "Số xét nghiệm ÷ Số ca mắc", "Tests ÷ Cases"],
    ["#{tests} * (1000 + #{cases}) - 0.5", "Số xét nghiệm × (1.000 + Số ca mắc) − 0,5", "Tests × (1000 + Cases) − 0.5"],
    ["#{cases} - (#{tests} - 1)", "Số ca mắc − (Số xét nghiệm − 1)", "Cases − (Tests − 1)"],
    ["#{cases[age=<5]}.periodOffset(-1)", "Số ca mắc [<5] (kỳ trước)", "Cases [<5] (the period before)"],
    ["#{cases}.yearToDate().periodOffset(-12)", "Số ca mắc (12 kỳ trước, lũy kế từ đầu năm)", "Cases (12 periods before, since January)"],
    ["if(isNull(#{tests}), null, #{cases})", "(nếu Số xét nghiệm chưa có số thì trống, nếu không thì Số ca mắc)", "(if Tests is missing then blank, else Cases)"],
    ["greatest(#{tests}; 1)".replace(";", ","), "số lớn nhất trong (Số xét nghiệm; 1)", "the greatest of (Tests; 1)"],
    ["!(#{tests} > 1 && #{cases} <= 2)", "không phải (Số xét nghiệm > 1 và Số ca mắc ≤ 2)", "not (Tests > 1 and Cases ≤ 2)"],
    ["C{k} * OUG{xa} / [days]", "Hệ số × số đơn vị “xa” ÷ số ngày trong kỳ", "Weight × number of units “xa” ÷ days in the period"],
    ["R{phieu_1.ACTUAL_REPORTS}", "số báo cáo đã nộp “phieu_1”", "reports received of “phieu_1”"],
    ["-#{cases} ^ 2", "−(Số ca mắc ^ 2)", "−(Cases ^ 2)"],
    ["#{unknown}", "#{unknown}", "#{unknown}"],
  ])("%s", (formula, vi, en) => {
    expect([formulaWords(formula, references, "vi"), formulaWords(formula, references, "en")]).toEqual([vi, en]);
  }); // prettier-ignore

  test("what does not change the number is left out", () => {
    const say = (numerator: string, denominator: string, factor: string) =>
      indicatorWords({ numerator, denominator, factor }, references, "vi");
    expect(say("#{cases}", "1", "1")).toBe("Số ca mắc");
    expect(say("#{cases}", "#{tests}", "100")).toBe("Số ca mắc ÷ Số xét nghiệm × 100");
    expect(say("#{cases} + 1", "#{tests}", "100000")).toBe("(Số ca mắc + 1) ÷ Số xét nghiệm × 100.000");
  });
});
