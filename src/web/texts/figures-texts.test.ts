import { expect, test } from "vitest";
import { figuresEn } from "./figures-en.ts";
import { figuresVi } from "./figures-vi.ts";

test("a merged commune is told with those it came from, and shares where one was divided", () => {
  const list = [{ name: "Xã Chăn Nưa", share: 1 }, { name: "Xã Pú Đao", share: 0.4 }]; // prettier-ignore
  const { predecessors, mergedFrom } = figuresVi.pivot;
  expect(mergedFrom(predecessors(list), "1670/NQ-UBTVQH15")).toBe("Gộp từ 2 đơn vị cũ: Xã Chăn Nưa, Xã Pú Đao (40%), theo 1670/NQ-UBTVQH15"); // prettier-ignore
});

test("every reason for a missing number has a sentence in both languages", () => {
  const codes = ["not-reported", "operand-missing", "base-missing", "base-zero", "plan-missing", "division-by-zero", "not-on-tree", "impossible"]; // prettier-ignore
  for (const { reason } of [figuresVi, figuresEn]) expect(new Set(codes.map(reason)).size).toBe(codes.length);
});

test("Vietnamese words are written in NFC", () => {
  const words = JSON.stringify(figuresVi);
  expect(words).toBe(words.normalize("NFC"));
});
