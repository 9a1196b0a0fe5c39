import { describe, expect, test } from "vitest";
import { readTyped } from "./typed-number.ts";

describe("what is typed into a box of counts", () => {
  test.each([
    ["1.234", "1234"],
    ["1234", "1234"],
    ["1 234", "1234"],
    ["1.234.567", "1234567"],
    ["0012", "12"],
    ["0", "0"],
    [" 16 ", "16"],
    ["16,0", "16"],
  ])("%j is %s", (text, value) => expect(readTyped(text, "integer")).toEqual({ kind: "value", value }));

  test.each([
    ["", "blank"],
    ["   ", "blank"],
  ])("%j is blank, not zero", (text, kind) => expect(readTyped(text, "integer")).toEqual({ kind }));

  test.each([
    ["mười", "not-a-number"],
    ["12a", "not-a-number"],
    ["12.34", "not-a-number"],
    ["1.2345", "not-a-number"],
    ["1e5", "not-a-number"],
    ["12,5", "not-whole"],
    ["-3", "negative"],
    ["1234567890123456789", "too-long"],
  ])("%j is refused: %s", (text, why) =>
    expect(readTyped(text, "integer")).toEqual({ kind: "refused", why }),
  );
});

describe("what is typed into a box of decimals", () => {
  test.each([
    ["12,5", "12.5"],
    ["1.234,50", "1234.5"],
    ["12.5", "12.5"],
    ["1.234", "1234"],
  ])("%j is %s", (text, value) => expect(readTyped(text, "decimal")).toEqual({ kind: "value", value }));
});
