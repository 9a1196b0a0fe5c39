import { expect, test } from "vitest";
import { isUnchosen, startingChoice } from "./starting-choice.ts";
import { readChoice, writeChoice } from "./view-choice.ts";

test("the page begins with what moved in the period that has most numbers", () => {
  const choice = startingChoice({ periods: [{ period: "2020-S1", values: 17 }, { period: "2023-S1", values: 198 }, { period: "2023", values: 6 }] }); // prettier-ignore
  expect(choice).toMatchObject({ periods: ["2023-S1"], rows: "item", roles: ["actual", "prior_year", "growth_percent"] }); // prettier-ignore
  expect(isUnchosen(choice)).toBe(false);
  expect(readChoice(writeChoice(choice))).toEqual(choice);
});

test("before anything was ever reported there is nothing to begin with, and the page can say so", () => {
  expect(startingChoice({ periods: [] }).periods).toEqual([]);
});

test("an address that only sorts or pins chooses nothing yet", () => {
  expect(isUnchosen(readChoice({ xep: "ten:tang", ghim: "VN12" }))).toBe(true);
  expect(isUnchosen(readChoice({ cap: "3" }))).toBe(false);
});
