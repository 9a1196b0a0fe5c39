import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { buildFigure } from "./build-report-view.ts";
import { exactValue, printedNumber, showValue } from "./figure-value.ts";

test.each([
  ["giảm 20,8 điểm phần trăm so với cùng kỳ năm 2022", "-20.7725480021", "20,8"],
  ["tăng 2,56% so với cùng kỳ năm 2022", "2.5625744934", "2,56"],
  ["14.964.000", "14964000", "14.964.000"],
  ["có 02 trường hợp tử vong", "2", "02"],
  ["tương đương cùng kỳ năm 2022", "0.001", undefined],
  ["không có ca mắc", "0", undefined],
])("in “%s” the number of %s is %s", (text, value, number) =>
  expect(printedNumber(text, value)).toBe(number),
);

test("a change carries its sign, in words and in full", () => {
  const rise = buildFigure({
    role: "growth_percent",
    unit: "%",
    value: "2.5625744934457",
    text: "tăng 2,56%",
  });
  expect(showValue(rise)).toEqual({ number: "+2,56", unit: "%" });
  expect(exactValue(rise)).toBe("+2,5625744934…");
  const fall = buildFigure({ role: "growth_abs", unit: "người", value: "-171", text: "giảm 171 người so với cùng kỳ năm 2022" }); // prettier-ignore
  expect(showValue(fall)).toEqual({ number: "−171", unit: "người" });
  expect(exactValue(fall)).toBeUndefined();
});

test("a value in words still shows its number", () => {
  expect(showValue(buildFigure({ value: "0", text: "không có ca mắc" }))?.number).toBe("0");
});

test("a missing figure shows nothing, not zero", () => {
  const missing = buildFigure({ value: null, text: "[thiếu số liệu]", state: "missing" });
  expect(showValue(missing)).toBeUndefined();
  expect(exactValue(missing)).toBeUndefined();
});

test("a number printed with any decimals is found again among years and other numbers", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3000, max: 9e9 }), fc.integer({ min: 0, max: 4 }), (digits, decimals) => {
      const value = decimal(digits).div(decimal(10).pow(decimals));
      const printed = formatNumber(value, decimals);
      expect(printedNumber(`năm 1999 là ${printed} người`, value.toFixed())).toBe(printed);
    }),
  );
});
