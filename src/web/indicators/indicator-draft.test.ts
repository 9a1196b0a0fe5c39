import { describe, expect, test } from "vitest";
import {
  changeOf,
  draftOf,
  emptyDraft,
  insertInto,
  isKey,
  questionOf,
  withFactor,
} from "./indicator-draft.ts";

describe("an indicator while it is written", () => {
  test("an item is put where the caret stands, set off from what stands beside it", () => {
    expect(insertInto("", "#{a}", 0, 0)).toEqual({ text: "#{a}", caret: 4 });
    expect(insertInto("#{a} + ", "#{b}", 7, 7)).toEqual({ text: "#{a} + #{b}", caret: 11 });
    expect(insertInto("#{a}#{c}", "#{b}", 4, 4)).toEqual({ text: "#{a} #{b} #{c}", caret: 9 });
    expect(insertInto("#{wrong} / 2", "#{right}", 0, 8)).toEqual({ text: "#{right} / 2", caret: 8 });
  });

  test("the unit follows the factor until somebody wrote another one", () => {
    expect(withFactor(emptyDraft, "100000")).toMatchObject({ factor: "100000", unit: "/100.000 dân" });
    expect(withFactor({ ...emptyDraft, unit: "điểm %" }, "1")).toMatchObject({ factor: "1", unit: "điểm %" });
  });

  test("a period that cannot be read is not asked for", () => {
    expect(questionOf(emptyDraft, "2025S1")).toMatchObject({ period: "2025-S1" });
    expect(questionOf(emptyDraft, "hôm qua")).not.toHaveProperty("period");
  });

  test("what was read and is kept again is the same", () => {
    const change = { name: { vi: "Tỷ lệ", en: "Rate" }, numerator: "#{a}", denominator: "1", factor: "1", missing: "NEVER_SKIP", decimals: 0, unit: "", programme: "epi" } as const; // prettier-ignore
    const kept = { ...change, key: "x", version: 3, changedBy: "Lan", changedAt: "2026-01-01T00:00:00Z", words: { vi: "", en: "" } }; // prettier-ignore
    expect(changeOf(draftOf(kept))).toEqual({ ...change, version: 3 });
    expect(changeOf({ ...emptyDraft, nameVi: " Tỷ lệ " }).name).toEqual({ vi: "Tỷ lệ", en: "Tỷ lệ" });
  });

  test.each([["sot_ret.ty-le", true], ["Sốt_rét", true], ["a b", false], ["", false], ["a.", false], ["a}", false]])(
    "%j as a key: %s",
    (key, expected) => expect(isKey(key)).toBe(expected),
  ); // prettier-ignore
});
