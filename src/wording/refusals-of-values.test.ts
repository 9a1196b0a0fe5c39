import { describe, expect, test } from "vitest";
import { hasRefusalText, refusalText } from "./refusals.ts";

describe("a correction that came too late is told", () => {
  const at = "2026-11-22T20:32:00.000Z";
  test.each([
    [{ by: "Trạm Y tế xã Mường Than", at, value: "1234.5" }, "Trạm Y tế xã Mường Than đã sửa ô này thành 1.234,5 lúc 03:32 ngày 23/11/2026."],
    [{ by: "Máy chủ", at, value: "" }, "Máy chủ đã xóa số lúc 03:32 ngày 23/11/2026."],
    [{ by: "", at: "", value: "" }, "Ô này chưa từng có số"],
  ])("%j", (facts, sentence) => expect(refusalText("value-changed", facts)).toContain(sentence)); // prettier-ignore
});

test("whatever keeps a typed value or a file of outlines out has a sentence", () => {
  const found = [
    "negative-count",
    "period-future",
    "part-above-whole",
    "parts-above-whole",
    "total-computed",
  ];
  const matched = ["outlines-names-differ", "outlines-units-unknown", "outlines-units-twice"];
  expect([...found, ...matched].filter((code) => !hasRefusalText(code))).toEqual([]);
});
