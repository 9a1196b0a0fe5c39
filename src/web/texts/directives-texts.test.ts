import { expect, test } from "vitest";
import { directivesEn } from "./directives-en.ts";
import { directivesVi } from "./directives-vi.ts";
import { overviewVi } from "./overview-vi.ts";

test("Vietnamese words are written in NFC", () => {
  const words = JSON.stringify([directivesVi, overviewVi, directivesVi.missing.sentence(4, 5, 1)]);
  expect(words).toBe(words.normalize("NFC"));
});

test.each([
  [4, 5, 0, "4 việc chưa có đơn vị chủ trì, 5 việc chưa có thời hạn."],
  [0, 0, 2, "2 việc chưa nêu sản phẩm."],
])("what is missing is one sentence: %i, %i, %i", (lead, term, product, sentence) => {
  expect(directivesVi.missing.sentence(lead, term, product)).toBe(sentence);
});

test.each([
  [{ kind: "date", on: "2020-09-30" }, "30/9/2020", "30/9/2020"],
  [{ kind: "month", month: "2020-09" }, "tháng 9/2020", "September 2020"],
  [
    { kind: "days", count: 10, counting: "working-days", from: "2020-07-08" },
    "10 ngày làm việc từ 08/7/2020",
    "10 working days from",
  ],
] as const)("a term in words: %j", (term, vi, en) => {
  expect(directivesVi.term(term)).toBe(vi);
  expect(directivesEn.term(term).length).toBeGreaterThan(0);
  expect(directivesEn.term(term)).toContain(en.slice(0, 2));
});
