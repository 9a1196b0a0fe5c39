import { expect, test } from "vitest";
import { checkEn } from "./check-en.ts";
import { checkVi } from "./check-vi.ts";

test("a clean document is told with what was not checked, never as plainly right", () => {
  expect(checkVi.nothingWrong(51, 32, "thiếu kế hoạch 3, thiếu kỳ trước 29")).toBe(
    "Không thấy chỗ sai trong 51 phép tính; 32 chưa kiểm được vì thiếu kế hoạch 3, thiếu kỳ trước 29.",
  );
  expect(checkEn.nothingWrong(1, 0, "")).toBe("Nothing wrong found in 1 calculation.");
});

test("Vietnamese words are written in NFC", () => {
  const words = JSON.stringify([checkVi, checkVi.dismiss.done(1), checkVi.start.previousChosen("a")]);
  expect(words).toBe(words.normalize("NFC"));
});
