import { expect, test } from "vitest";
import type { DataElement } from "./data-element.ts";
import { layOutForm } from "./form.ts";
import { checkHandIn, type HandInToCheck } from "./hand-in-check.ts";
import { periodsBefore } from "./check-values/series.ts";

const words = { vi: "Sởi - rubella", en: "Measles-rubella" };
const element: DataElement = {
  id: "mr",
  key: "mr",
  name: words,
  unit: "trẻ",
  valueType: "integer",
  timeNature: "flow",
  orgNature: "sum",
  collected: "month",
  programme: "p",
  level: "xã",
  owner: "o",
  breakdowns: [],
};
const elements = new Map([["mr", element]]);
const layout = layOutForm({ sections: [{ title: words, columns: [], rows: [{ element: "mr" }] }] }, elements);

function check(value: string, before: readonly string[] = []): string[] {
  const months = periodsBefore("2023-06");
  const history = new Map(before.map((then, at) => [months[at]!, { mr: then }]));
  const input: HandInToCheck = { layout, elements, rules: [], orgUnit: "tram", period: "2023-06", values: { mr: value }, history }; // prettier-ignore
  return checkHandIn(input).map(({ code, severity, facts }) => `${severity} ${code} ${facts["cell"]}`);
}

const usual = ["14", "12", "16", "13", "15", "12", "14", "16", "13", "12", "15", "14", "13"];

test("a number like the ones before says nothing", () => {
  expect(check("15", usual)).toEqual([]);
  expect(check("15")).toEqual([]);
});

test("a number far from a unit's own past is a warning on its cell, never more", () => {
  const findings = check("161", usual);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(/^warning \S+ mr$/);
});

test("what cannot be true blocks, and is told alone", () => {
  expect(check("-161", usual)).toEqual(["blocking value-negative mr"]);
  expect(check("16.1", usual)).toEqual(["blocking value-not-whole mr"]);
});
