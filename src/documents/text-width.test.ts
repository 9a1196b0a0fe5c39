import { describe, expect, test } from "vitest";
import { longestLine, textWidth } from "./text-width.ts";

describe("the width of text", () => {
  // Times New Roman: digits are half an em, the space a quarter; a Vietnamese letter is as wide as its base letter.
  test.each([
    ["2023", 4 * 0.5],
    [" ", 0.25],
    ["ế", 0.444],
    ["Ộ", 0.722],
    ["Đ", 0.722],
  ])("of %j is %f em", (text, ems) => {
    expect(textWidth(text, 10, "regular")).toBeCloseTo(ems * 10, 1);
  });

  test("is the same for composed letters only; a letter the font has not takes the room of its empty box", () => {
    expect(textWidth("漢", 10, "regular")).toBeGreaterThan(0);
  });

  test("of a name that wraps is that of its longest line", () => {
    const name = "TRUNG TÂM KIỂM SOÁT BỆNH TẬT TỈNH LAI CHÂU";
    const whole = textWidth(name, 13, "bold");
    const longest = longestLine(name, 13, "bold", 191);
    expect(whole).toBeGreaterThan(191);
    expect(longest).toBeLessThanOrEqual(191);
    expect(longest).toBeGreaterThan(whole / 2 - 20);
    expect(longestLine("SỞ Y TẾ", 13, "bold", 191)).toBe(textWidth("SỞ Y TẾ", 13, "bold"));
  });
});
