import { describe, expect, test } from "vitest";
import { checkText } from "#checker/index.ts";
import type { Claim, ClaimKind } from "#checker/contract.ts";
import { excerptBounds } from "./excerpt-bounds.ts";
import { computedText, formulaParts, listHeadings, sectionAt, topicOf } from "./finding-words.ts";

function claimOf(text: string, kind: ClaimKind): Claim {
  const claim = checkText(text).claims.find((each) => each.kind === kind);
  if (!claim) throw new Error(`no ${kind} was read in the text`);
  return claim;
}

const methadone =
  "Tổng số cơ sở: 8 cơ sở. Số người đang được điều trị là: 1.906 người, giảm 121 người so với cùng kỳ (2.077 người).";
const goitre = "+ Khám Bướu cổ: Phát hiện 11 bệnh nhân mới. Tổng số bệnh nhân quản lý là: 1.721 người, tăng 2,01% so với cùng kỳ (1.678 người)."; // prettier-ignore

describe("what a finding is about is said in the document's own words", () => {
  test.each([
    ["the sentence it stands in", methadone, "growth_abs", "Số người đang được điều trị"],
    ["the head of its list item and its sentence", goitre, "growth_percent", "Khám Bướu cổ · Tổng số bệnh nhân quản lý"],
    ["the first cell of its row", "Khám bệnh\t40 lượt (nam 26 lượt, nữ 15 lượt)", "sum", "Khám bệnh"],
  ] as const)("%s", (_, text, kind, topic) => {
    const claim = kind === "sum" ? { ...claimOf(methadone, "growth_abs"), operands: [], printed: null, start: text.indexOf("40") } : claimOf(text, kind);
    expect(topicOf(text, claim)).toBe(topic);
  });

  test("and never longer than a line of the list", () => {
    const text = `Trong thời gian qua ${"các đơn vị trong toàn ngành đã rất cố gắng ".repeat(5)}khám 40 lượt`;
    const claim = { ...claimOf(methadone, "growth_abs"), operands: [], printed: null, start: text.indexOf("40") };
    expect(topicOf(text, claim).length).toBeLessThanOrEqual(66);
  });
}); // prettier-ignore

test("a formula is drawn with its operands in boxes", () => {
  expect(formulaParts(claimOf(goitre, "growth_percent"))).toEqual([
    "(", { operand: 0 }, " − ", { operand: 1 }, ") : ", { operand: 1 }, " × 100",
  ]); // prettier-ignore
});

test.each([
  [goitre, "growth_percent", "2,56%"],
  [methadone, "growth_abs", "−171"],
] as const)("the recomputed value is written as the document would", (text, kind, written) => {
  expect(computedText(claimOf(text, kind))).toBe(written);
});

test("a rounding slip shows the decimals that tell it", () => {
  const printed = { text: "2,5%", value: "2.5", start: 0, end: 4 };
  expect(computedText({ ...claimOf(goitre, "growth_percent"), printed, computed: "2.4614" })).toBe("2,461%");
});

test("a place belongs to the nearest numbered heading above it, not to a numbered sentence", () => {
  const text = "II. KẾT QUẢ\n2.1. Y tế dự phòng\nchữ\n1. Đã khám 40 lượt.\nchữ\n2.2. Phòng chống HIV\nchữ";
  const headings = listHeadings(text);
  expect(headings.map(({ number }) => number)).toEqual(["II", "2.1", "2.2"]);
  expect(sectionAt(headings, text.indexOf("40"))).toBe("2.1");
  expect(sectionAt(headings, 0)).toBe("II");
  expect(sectionAt([], 5)).toBeUndefined();
});

test("an excerpt keeps to its line and cuts no word", () => {
  const words = "từng chữ nguyên vẹn ".repeat(20);
  const text = `dòng trước\n${words}khám 40 lượt ${words}\ndòng sau`;
  const claim = { ...claimOf(methadone, "growth_abs"), printed: null, start: text.indexOf("40"), end: text.indexOf("40") + 2 };
  const { start, end } = excerptBounds(text, claim);
  const excerpt = text.slice(start, end);
  expect(excerpt).toContain("khám 40 lượt");
  expect(excerpt).not.toContain("\n");
  expect(`${words}khám 40 lượt ${words}`.split(" ")).toEqual(expect.arrayContaining(excerpt.split(" ")));
}); // prettier-ignore
