import { expect, test } from "vitest";
import { checkText } from "#checker/index.ts";
import { notesOf } from "./finding-notes.ts";

const text =
  "Báo cáo\nKhám 12.480 lượt, tăng 5,2% so với cùng kỳ (11.480 lượt). Đạt 27.33% và tăng 20.8%. Tổng 40 người (nam 26 người, nữ 14 người).";

test("every finding has a comment on its own words, with the arithmetic and what would mend it", () => {
  const comment = notesOf(checkText(text), "vi").find(({ text: said }) => said.startsWith("Sai"));
  expect(comment && text.slice(comment.start, comment.end)).toContain("tăng 5,2%");
  expect(comment?.text).toMatch(/^Sai\. Tính lại: .*8,71.*, không phải 5,2%\. .*8,7%/u);
});

test("remarks on style share one comment on the first line", () => {
  const [style, ...others] = notesOf(checkText(text), "en");
  expect(style && text.slice(style.start, style.end)).toBe("Báo cáo");
  expect(style?.text).toMatch(/^Style \(2\):\n.*27\.33%.*\n.*20\.8%/u);
  expect(others.some(({ text: said }) => said.startsWith("Style"))).toBe(false);
});

test("what agrees and what could not be checked has no comment", () => {
  expect(notesOf(checkText("Tổng 40 người (nam 26 người, nữ 14 người)."), "vi")).toEqual([]);
}); // prettier-ignore
