import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogueFiles, parseCatalogue } from "#contract/catalogue.ts";
import { checkBreakdowns } from "#domain/check-values/partitions.ts";
import { checkRule, compileRule, isAbout, vocabularyOf } from "#domain/check-values/rules.ts";
import type { DataValue } from "#domain/data-value.ts";
import { sum, type Decimal } from "#domain/decimal.ts";
import { illustrateValues } from "#domain/illustrative-values.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { parseValidationRules } from "#operations/load-validation-rules.ts";

const folder = new URL("../catalogues/lai-chau/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const catalogue = parseCatalogue(
  Object.fromEntries(catalogueFiles.map((file) => [file, JSON.parse(read(file))])),
);
const { elements, values, populations, province } = catalogue;
const rules = parseValidationRules(read("validation-rules.json"));

describe("what is invented for the communes of Lai Châu", () => {
  const made = illustrateValues({ elements, values, populations, province, rules, seed: 1 });

  test("breaks no rule of the catalogue in any commune and period", () => {
    expect(brokenRules(made)).toEqual([]);
  });

  test("does so with every seed", () => {
    for (const seed of [2, 3, 4, 5]) {
      expect(brokenRules(illustrateValues({ elements, values, populations, province, rules, seed }))).toEqual(
        [],
      );
    }
  });

  test("would break some if it did not know them: villages with a health worker among villages", () => {
    const careless = illustrateValues({ elements, values, populations, province, seed: 1 });
    expect(brokenRules(careless)).toContain("lc.workforce_villages_with_vhw.within.villages");
  });

  test("has no part above its whole", () => {
    const byId = new Map(elements.map((element) => [element.id, element]));
    const groups = groupBy(made, ({ element, orgUnit, period }) => `${element}|${orgUnit}|${period}`);
    for (const [name, group] of groups) {
      const cells = group.map((cell) => ({ ...cell, value: cell.value.toFixed() }));
      const element = byId.get(cells[0]!.element)!;
      expect(checkBreakdowns({ element, cells, expected: new Set(["another"]) }), name).toEqual([]);
    }
  });

  test("adds up to what the province reported, cell by cell", () => {
    const groups = groupBy(made, cellName);
    expect(groups.size).toBeGreaterThan(50);
    for (const [name, group] of groups) {
      const fact = values.find((value) => value.orgUnit === province && cellName(value) === name);
      expect(sum(group.map(({ value }) => value))?.toFixed(), name).toBe(fact?.value.toFixed());
    }
  });
});

function groupBy<T>(all: readonly T[], name: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(name(one), [...(groups.get(name(one)) ?? []), one]);
  return groups;
}

function cellName({ element, optionCombo, period }: DataValue): string {
  return `${element}|${optionCombo}|${period}`;
}

/** The ids of the rules that any commune breaks in any period. */
function brokenRules(made: readonly DataValue[]): string[] {
  const words = vocabularyOf(elements);
  const cells = new Map<string, Map<string, Decimal>>();
  for (const { element, orgUnit, period, optionCombo, value } of made) {
    const name = `${element}|${orgUnit}|${period}`;
    cells.set(name, (cells.get(name) ?? new Map<string, Decimal>()).set(optionCombo, value));
  }
  const find = (element: string, orgUnit: string, period: string) =>
    cells.get(`${element}|${orgUnit}|${period}`);
  const places = groupBy(made, ({ orgUnit, period }) => `${orgUnit}|${period}`);
  const isBroken = (rule: ValidationRule): boolean => {
    const compiled = compileRule(rule);
    return [...places.values()].some(
      ([first]) =>
        first &&
        isAbout(rule, first.period, 3) &&
        checkRule(compiled, words, find, first.orgUnit, first.period),
    );
  };
  return rules.filter(isBroken).map(({ id }) => id);
}
