import { describe, expect, it } from "vitest";
import { checkText } from "./index.ts";

/** Far above what is needed on a slow machine, far below what a quadratic scan would take. */
const patience = 20_000;

describe("hostile text is read in linear time", () => {
  it.each([
    ["brackets in brackets", `${"(".repeat(50_000)}1${")".repeat(50_000)}`],
    ["brackets that never close", "(5 ".repeat(10_000)],
    ["one endless number", "1".repeat(200_000)],
    ["one endless misgrouped number", "1.".repeat(100_000)],
    ["numbers without a word", "1 ".repeat(15_000)],
    ["percentages without an end", "12 xã đạt 5%, ".repeat(4_000)],
    ["averages without an end", "12 hộ, 50 người, bình quân 5 người/hộ, ".repeat(3_000)],
    ["beds without an end", "công suất giường 5%, 10 giường, 30 ngày điều trị, 30 ngày, ".repeat(3_000)],
    ["changes without an end", "12 vụ, tăng 5 vụ (7 vụ), ".repeat(4_000)],
    ["shares of what was named", "số hộ nghèo 12 hộ, chiếm 5% số hộ nghèo, ".repeat(3_000)],
    ["quarters without an end", "quý I 12 ca, quý II 15 ca, 6 tháng 27 ca, ".repeat(3_000)],
    ["stocks without an end", "nâng tổng số lên 12 người (đầu kỳ 5 người), ".repeat(4_000)],
    ["lists in lists", "120 ca, trong đó ".repeat(4_000)],
    ["nothing but marks", "e\u0301".repeat(100_000)],
    ["nothing but words", "tăng giảm so với cùng kỳ ".repeat(20_000)],
    ["nothing but dots", ".".repeat(200_000)],
    ["nothing but blanks", `${" ".repeat(200_000)}5 ca`],
    ["nothing but lines", `${"\n".repeat(200_000)}5 ca`],
    [
      "a table of 100,000 cells",
      Array.from(
        { length: 10_000 },
        (_, row) => `| Xã ${row} | ${Array.from({ length: 9 }, (__, column) => row * column).join(" | ")} |`,
      ).join("\n"),
    ],
    [
      "a table of 1,000 columns",
      Array.from(
        { length: 60 },
        (_, row) => `Xã ${row}\t${Array.from({ length: 1000 }, (__, column) => row * column).join("\t")}`,
      ).join("\n"),
    ],
    [
      "one label five thousand times",
      Array.from(
        { length: 5_000 },
        (_, row) => `- Tổng số người bệnh điều trị nội trú là ${row + 1000} người.`,
      ).join("\n"),
    ],
  ])("%s", (_, text) => {
    const began = performance.now();
    const answer = checkText(text);
    expect(performance.now() - began).toBeLessThan(patience);
    expect(answer.text).toHaveLength(text.normalize("NFC").length);
  });

  it("ten times the text takes about ten times as long", () => {
    const page =
      "Khám 1.250/1.400 trẻ, đạt 89,3%, tăng 5% so với cùng kỳ; trong đó nam 600 trẻ, nữ 650 trẻ. Chi 12,5 tỷ đồng (gồm 8,5 tỷ đồng lương và 4 tỷ đồng khác).\n";
    const time = (pages: number) => {
      const text = page.repeat(pages);
      const began = performance.now();
      checkText(text);
      return performance.now() - began;
    };
    time(100);
    expect(time(1000) / Math.max(5, time(100))).toBeLessThan(40);
  });
});
