import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Indicator } from "./indicator.ts";
import { findKnot, usersOf } from "./indicator-cycles.ts";
import { indexReferences } from "./indicator-references.ts";

const keys = ["a", "b", "c", "d", "e", "f"] as const;

/** Indicators from who is made of whom. */
function referencesOf(uses: Readonly<Record<string, readonly string[]>>) {
  const indicators = Object.entries(uses).map(([key, used]): Indicator => ({
    key,
    name: { vi: key, en: key },
    numerator: ["1", ...used.map((other) => `N{${other}}`)].join(" + "),
    denominator: "1",
    factor: "1",
    missing: "NEVER_SKIP",
    decimals: 0,
    unit: "",
  }));
  return indexReferences({ elements: [], indicators, constants: [], groups: [], unitTypes: [], codes: [] });
}

describe("indicators made of indicators", () => {
  test("a circle is told from its first key back to it", () => {
    const references = referencesOf({ a: ["b"], b: ["c"], c: ["b"] });
    expect(findKnot(references, ["a"])).toEqual({ kind: "cycle", keys: ["b", "c", "b"] });
    expect(findKnot(referencesOf({ a: ["a"] }), ["a"])).toEqual({ kind: "cycle", keys: ["a", "a"] });
  });

  test("two ways to the same indicator are no circle", () => {
    expect(findKnot(referencesOf({ a: ["b", "c"], b: ["d"], c: ["b", "d"], d: [] }), ["a"])).toBeUndefined();
  });

  test("a row of thousands ends in words, not in a fault", () => {
    const long = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, [`k${at + 1}`]]));
    expect(findKnot(referencesOf({ ...long, k3000: [] }), ["k0"])?.kind).toBe("too-deep");
  });

  test("there is a circle exactly where some indicator can be reached from itself", () => {
    const someUses = fc.record(Object.fromEntries(keys.map((key) => [key, fc.subarray([...keys])])));
    fc.assert(
      fc.property(someUses, (uses) => {
        const reached = (from: string): Set<string> => {
          const found = new Set<string>();
          const waiting = [...(uses[from] ?? [])];
          for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
            if (!found.has(key)) waiting.push(...(uses[key] ?? []));
            found.add(key);
          }
          return found;
        };
        const hasCircle = keys.some((key) => reached(key).has(key));
        const knot = findKnot(referencesOf(uses), keys);
        expect(knot !== undefined).toBe(hasCircle);
        if (!knot) return;
        expect(knot.keys[0]).toBe(knot.keys.at(-1));
        knot.keys.slice(1).forEach((key, at) => expect(uses[knot.keys[at]!]).toContain(key));
      }),
    );
  });

  test("who is made of one is found, directly only", () => {
    expect(usersOf("d", referencesOf({ a: ["b"], b: ["d"], c: ["d", "a"], d: [] }))).toEqual(["b", "c"]);
  });
});
