import { expect, test } from "vitest";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

test.each([
  ["2023-S1", "6 tháng đầu năm 2023", "first half of 2023"],
  ["2023-Q2", "quý II năm 2023", "quarter 2 of 2023"],
  ["2023-06", "tháng 6/2023", "June 2023"],
  ["2023-9M", "9 tháng đầu năm 2023", "first nine months of 2023"],
  ["2023", "năm 2023", "2023"],
])("%s is named in both languages", (period, vietnamese, english) => {
  expect(vi.period(period)).toBe(vietnamese);
  expect(en.period(period)).toBe(english);
});

test("a day is written as each language writes it", () => {
  expect(vi.day("2023-06-30")).toBe("30/6/2023");
  expect(en.day("2023-06-30")).toBe("30 June 2023");
});

test("a sum over too few months says how many are lacking", () => {
  expect(vi.origin.parts.periods(4, 6)).toBe("Cộng 4 trên 6 kỳ; còn thiếu 2");
  expect(en.origin.parts.periods(4, 6)).toBe("Sum of 4 of 6 periods; 2 missing");
});

test("Vietnamese words are written in NFC", () => {
  const words = JSON.stringify(vi);
  expect(words).toBe(words.normalize("NFC"));
});
