import { describe, expect, test } from "vitest";
import { layOutText } from "./lay-out-text.ts";
import { type Chunk } from "./pdf-chunks.ts";
import { findLines } from "./pdf-lines.ts";
import { withoutMargins } from "./pdf-margins.ts";
import { composeBlocks } from "./pdf-paragraphs.ts";
import { type Rule } from "./pdf-rules.ts";

/** A stretch of text, six points a letter, twelve high. */
const chunk = (text: string, x: number, y: number): Chunk => ({
  text,
  x,
  y,
  width: text.length * 6,
  size: 12,
});

function textOf(pages: readonly (readonly Chunk[])[], rules: readonly Rule[] = []): string {
  const lines = pages.map((chunks, page) => findLines({ width: 595, height: 842, chunks, rules }, page));
  const body = withoutMargins(
    lines,
    pages.map(() => ({ height: 842 })),
  );
  return layOutText(composeBlocks(body.pages.flat()), "a.pdf").text;
}
const prose = (...lines: readonly (readonly [string, number, number?])[]): Chunk[] =>
  lines.map(([text, y, x = 85]) => chunk(text, x, y));
const full = "Toàn tỉnh khám mười hai nghìn lượt người, đạt một nửa kế hoạch năm và";

describe("paragraphs", () => {
  test("lines that reach the right edge run on; a wider gap or an indent begins a paragraph", () => {
    expect(textOf([prose([full, 100], ["tăng so với cùng kỳ.", 116], [full, 150], ["giảm.", 166])])).toBe(
      `${full} tăng so với cùng kỳ.\n${full} giảm.`,
    );
    expect(textOf([prose([full, 100], [full, 116], ["Đoạn mới", 132, 120])])).toBe(
      `${full} ${full}\nĐoạn mới`,
    );
  });

  test("a line that ends early was meant to end", () => {
    expect(
      textOf([prose([full, 100], ["Kính gửi: Bộ Y tế", 116], ["Ủy ban nhân dân", 132], [full, 148])]),
    ).toBe(`${full} Kính gửi: Bộ Y tế\nỦy ban nhân dân\n${full}`);
  });

  test("the text of a list item may hang under its first word", () => {
    expect(
      textOf([prose([`- ${full}`, 100], ["tăng.", 116, 97], ["- Mục hai", 132]), prose([full, 100])]),
    ).toBe(`- ${full} tăng.\n- Mục hai\n${full}`);
  });

  test("a paragraph runs on over the end of a page and its number", () => {
    const first = prose([full, 100], [full, 700], ["1", 800, 290]);
    const second = prose(["2", 40, 290], ["lượt nữa.", 100]);
    expect(textOf([first, second])).toContain(`${full} lượt nữa.`);
  });

  test("a number broken behind its slash stays one", () => {
    expect(
      textOf([prose([`${full} 7.582/`, 100], ["8.811 lượt", 116]), prose([`${full} 7.582/`, 100])]),
    ).toContain("7.582/8.811 lượt");
  });
});

describe("tables", () => {
  test("gaps that stand one below the other part columns; a blank cell keeps its column", () => {
    const rows = [chunk("Xã", 85, 100), chunk("Kế hoạch", 250, 100), chunk("Thực hiện", 350, 100), chunk("Tân An", 85, 120), chunk("120", 280, 120), chunk("60", 380, 120), chunk("Tân Lập", 85, 140), chunk("70", 380, 140)];
    expect(textOf([rows])).toBe("Xã\tKế hoạch\tThực hiện\nTân An\t120\t60\nTân Lập\t\t70");
  });

  test("a label of two lines is one cell", () => {
    const rows = [chunk("Khám chữa bệnh tại", 85, 100), chunk("120", 300, 100), chunk("các trạm y tế", 85, 114), chunk("Khác", 85, 140), chunk("80", 300, 140)];
    expect(textOf([rows])).toBe("Khám chữa bệnh tại các trạm y tế\t120\nKhác\t80");
  });

  test("wide gaps in one justified line are no columns", () => {
    expect(textOf([[chunk("Toàn tỉnh có", 85, 100), chunk("mười hai nghìn", 175, 100), chunk("lượt khám bệnh", 277, 100), chunk("và chữa bệnh ở", 379, 100), chunk("huyện", 477, 100), chunk(full, 85, 116)]])).toBe(`Toàn tỉnh có mười hai nghìn lượt khám bệnh và chữa bệnh ở huyện ${full}`);
  });

  test("borders part cells however close they stand, and merge them where they are missing", () => {
    const upright = (at: number, from: number, until: number): Rule => ({ isUpright: true, at, from, until });
    const level = (at: number, from: number, until: number): Rule => ({ isUpright: false, at, from, until });
    const rules = [
      upright(80, 90, 150), upright(100, 90, 150), upright(200, 90, 150), upright(260, 110, 150), upright(320, 90, 150),
      level(90, 80, 320), level(110, 200, 320), level(130, 80, 320), level(150, 80, 320),
    ]; // prettier-ignore
    const chunks = [chunk("TT", 84, 122), chunk("Xã", 104, 122), chunk("Năm 2024", 230, 104), chunk("KH", 205, 124), chunk("TH", 265, 124), chunk("1", 84, 144), chunk("Tân An", 104, 144), chunk("120", 205, 144), chunk("60", 265, 144)];
    expect(textOf([chunks], rules)).toBe("TT\tXã\tNăm 2024\t\n\t\tKH\tTH\n1\tTân An\t120\t60");
  });
}); // prettier-ignore
