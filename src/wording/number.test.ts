import { expect, test } from "vitest";
import { decimal } from "#domain/decimal.ts";
import { formatCount, formatNumber, formatRate } from "./number.ts";
import { formatDay, periodName, periodWithoutYear, restOfYear } from "./period.ts";

test.each([
  ["2633", 0, "2.633"],
  ["27.32745", 2, "27,33"],
  ["0.5", 0, "1"],
  ["-0.5", 0, "-1"],
  ["-0.004", 2, "0,00"],
  ["1234567.5", 1, "1.234.567,5"],
  ["999.995", 2, "1.000,00"],
])("%s with %i decimals is printed %s", (value, decimals, text) =>
  expect(formatNumber(decimal(value), decimals)).toBe(text),
);

test.each([["6", "06"], ["0", "0"], ["10", "10"], ["2077", "2.077"]])("a count of %s is written %s", (value, text) =>
  expect(formatCount(decimal(value))).toBe(text),
); // prettier-ignore

test.each([["100", "100"], ["97.4", "97,4"], ["27.3274519979", "27,33"], ["12.70", "12,7"], ["55.999", "56,00"]])(
  "a rate of %s is written %s",
  (value, text) => expect(formatRate(decimal(value))).toBe(text),
); // prettier-ignore

test("periods are named as an office names them", () => {
  expect(periodName("2023-S1")).toBe("6 tháng đầu năm 2023");
  expect(periodName("2023-06")).toBe("tháng 6/2023");
  expect(periodName("2023-Q2")).toBe("quý II năm 2023");
  expect(periodName("2023-9M")).toBe("9 tháng đầu năm 2023");
  expect(periodName("2023")).toBe("năm 2023");
  expect(periodWithoutYear("2023-S1")).toBe("6 tháng đầu năm");
  expect(restOfYear("2023-S1")).toBe("6 tháng cuối năm 2023");
  expect(restOfYear("2023-S2")).toBe("năm 2024");
});

test.each([["2023-06-30", "30/6/2023"], ["2023-07-06", "06/7/2023"], ["2023-02-01", "01/02/2023"]])(
  "%s is written %s",
  (day, text) => expect(formatDay(day)).toBe(text),
); // prettier-ignore
