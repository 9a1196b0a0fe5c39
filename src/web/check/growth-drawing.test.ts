import { expect, test } from "vitest";
import { checkText } from "#checker/index.ts";
import { drawGrowth } from "./growth-drawing.ts";

function drawn(text: string) {
  const claim = checkText(text).claims.find(({ kind }) => kind.startsWith("growth") || kind === "sum");
  return claim && drawGrowth(claim, text);
}

test("a fall is drawn from zero, with the base that the printed change would need", () => {
  expect(drawn("Số người điều trị là 1.906 người, giảm 121 người so với cùng kỳ (2.077 người).")).toEqual({
    base: 1, current: 1906 / 2077, impliedBase: 2027 / 2077, isRise: false,
  }); // prettier-ignore
});

test("a rise in percent implies its base by division", () => {
  const drawing = drawn("Khám 12.480 lượt, tăng 5,2% so với cùng kỳ (11.480 lượt).");
  expect(drawing).toMatchObject({ current: 1, base: 11480 / 12480, isRise: true });
  expect(drawing?.impliedBase).toBeCloseTo(1 / 1.052, 10);
});

test.each([
  ["a gap that nobody could see", "Khám 100.000 lượt, tăng 5 lượt so với cùng kỳ (99.990 lượt)."],
  ["a change in the wrong direction", "Khám 12.480 lượt, giảm 2.000 lượt so với cùng kỳ (11.480 lượt)."],
  ["a sum", "Tổng 41 người (nam 26 người, nữ 14 người)."],
])("%s is not drawn", (_, text) => {
  expect(drawn(text)).toBeUndefined();
});
