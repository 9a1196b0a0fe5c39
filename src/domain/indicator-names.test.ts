import { describe, expect, test } from "vitest";
import { isFound, nearNames } from "./indicator-names.ts";

describe("finding by name", () => {
  test.each([
    ["sot ret", "Số ca mắc sốt rét", true],
    ["ret sot", "Số ca mắc sốt rét", true],
    ["SỐT RÉT", "so ca mac sot ret", true],
    ["duong", "Đường huyết", true],
    ["ot ret", "Sốt rét", false],
    ["", "bất kỳ", true],
    ["epi fully", "#{epi.fully_immunized_u1}", true],
  ])("%j in %j: %s", (typed, text, expected) => expect(isFound(typed, text)).toBe(expected));
});

describe("names that may have been meant", () => {
  const known = ["malaria.cases", "malaria.tests", "malaria.deaths", "epi.fully_immunized_u1"];

  test("are those with few letters different, the nearest first", () => {
    expect(nearNames("malaria.casess", known)[0]).toBe("malaria.cases");
    expect(nearNames("epi.fully", known)).toEqual(["epi.fully_immunized_u1"]);
    expect(nearNames("MALARIA CASES", known)[0]).toBe("malaria.cases");
  });

  test("are none for something else, and three at most", () => {
    expect(nearNames("zzzzzz", known)).toEqual([]);
    expect(nearNames("", known)).toEqual([]);
    expect(nearNames("malaria", [...known, "malaria.a", "malaria.b"])).toHaveLength(3);
    expect(nearNames("x".repeat(5000), known)).toEqual([]);
  });
});
