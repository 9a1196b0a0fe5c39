import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFormula } from "#domain/indicator-formula.ts";
import { indexReferences } from "#domain/indicator-references.ts";
import { formulaProblemText, hasFormulaProblemText } from "./formula-errors.ts";

const nothing = indexReferences({ elements: [], indicators: [], constants: [], groups: [], unitTypes: [], codes: [] }); // prettier-ignore

test("every reason why an expression cannot be read has words", () => {
  const folder = "src/domain/expression";
  const sources = readdirSync(folder).filter((name) => !name.includes(".test.")).map((name) => readFileSync(`${folder}/${name}`, "utf8")); // prettier-ignore
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/new ExpressionError\(\s*"([a-z-]+)"/g)].map(([, code]) => code!),
  );
  expect(new Set(codes).size).toBeGreaterThan(15);
  expect(codes.filter((code) => !hasFormulaProblemText(code))).toEqual([]);
});

test.each([
  ["", "Công thức còn trống. Chọn một chỉ tiêu hoặc viết 1."],
  ["1 +", "Chỗ này cần một số, một chỉ tiêu #{…} hoặc dấu mở ngoặc, nhưng gặp hết công thức."],
  ["(1", "Chỗ này cần “)”, nhưng gặp hết công thức."],
  ["1 2", "Chỗ này cần một phép tính (+ - * /) hoặc hết công thức, nhưng gặp “2”."],
  ["#{a", "Phần mở bằng “#{” chưa được đóng lại."],
  ["foo(1)", "Không có hàm “foo”. Các hàm hay dùng: if, isNull, firstNonNull, greatest, least."],
  ["if(1, 2)", "Hàm if cần 3 thành phần, đang có 2."],
  ["least()", "Hàm least cần ít nhất 1 thành phần, đang có 0."],
  ["'a' + 1", "Chỗ này cần số, không phải chữ."],
  ["I{abcdefghijk}", "“I{abcdefghijk}” hỏi hồ sơ từng người; ở đây chỉ có số liệu tổng hợp."],
])("%j: %s", (formula, sentence) => {
  const [problem] = checkFormula(formula, nothing).problems;
  expect(problem && formulaProblemText(problem)).toBe(sentence);
});

test("whatever is typed, the answer is a formula or a sentence without holes, at a place in the text", () => {
  const pieces = fc.constantFrom("#{a}", "#{", "(", ")", "+", "*", "1", "'x'", "if", ",", ".", "periodOffset(-1)", "N{b}", "[days]", "^", "đ", "\u0000", "C{k}", "sum(", "!"); // prettier-ignore
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 12 }).map((list) => list.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { formula, problems } = checkFormula(text, nothing);
      expect(formula === undefined).toBe(problems.length > 0);
      for (const problem of problems) {
        expect(problem.from).toBeGreaterThanOrEqual(0);
        expect(problem.to).toBeLessThanOrEqual(text.length);
        for (const language of ["vi", "en"] as const) {
          expect(formulaProblemText(problem, language)).not.toMatch(/undefined|\[object/);
        }
      }
    }),
  );
});
