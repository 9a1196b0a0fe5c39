import fc from "fast-check";
import { expect, test } from "vitest";
import { changedCells, mergeValues } from "./submission-merge.ts";

test.each([
  ["nobody changed anything", {}, {}, "12", [], []],
  ["only this device changed it", { mine: "14" }, {}, "14", [], []],
  ["only the other place changed it", { theirs: "13" }, {}, "13", [], ["13"]],
  ["both changed it to the same", { mine: "14", theirs: "14" }, {}, "14", [], []],
  ["both changed it, each in its own way", { mine: "14", theirs: "13" }, {}, "13", ["14"], []],
] as const)("%s", (_, changes, __, value, conflicts, taken) => {
  const base = { cell: "12" };
  const of = (text: string | undefined) => ({ cell: text ?? "12" });
  const all: { mine?: string; theirs?: string } = changes;
  const merged = mergeValues(base, of(all.mine), of(all.theirs));
  expect(merged.values["cell"]).toBe(value);
  expect(merged.conflicts.map(({ mine }) => mine)).toEqual(conflicts);
  expect(merged.taken.map(({ theirs }) => theirs)).toEqual(taken);
});

test("a cell made blank at one place and changed at the other is a conflict, not a deletion", () => {
  const merged = mergeValues({ cell: "12" }, {}, { cell: "13" });
  expect(merged.conflicts).toEqual([{ cell: "cell", base: "12", mine: null, theirs: "13" }]);
  expect(merged.values).toEqual({ cell: "13" });
});

test("zero is not blank", () => {
  expect(mergeValues({}, { cell: "0" }, {}).values).toEqual({ cell: "0" });
  expect(mergeValues({}, { cell: "0" }, { cell: "1" }).conflicts).toHaveLength(1);
});

const cells = fc.constantFrom("a", "b", "c", "d");
const values = fc.dictionary(cells, fc.constantFrom("0", "1", "2"));

test("no change is lost unseen: what either side changed is in the result, taken over, or a conflict", () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, theirs) => {
      const merged = mergeValues(base, mine, theirs);
      const seen = new Set(merged.conflicts.map(({ cell }) => cell));
      for (const cell of changedCells(base, mine)) {
        if (!seen.has(cell)) expect(merged.values[cell]).toBe(mine[cell]);
      }
      for (const cell of changedCells(base, theirs)) expect(merged.values[cell]).toBe(theirs[cell]);
      for (const cell of Object.keys(base).filter((each) => mine[each] === base[each] && theirs[each] === base[each])) {
        expect(merged.values[cell]).toBe(base[cell]);
      }
    }),
  );
}); // prettier-ignore

test("without conflicts, the order of the two hand-ins makes no difference", () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, theirs) => {
      const merged = mergeValues(base, mine, theirs);
      fc.pre(merged.conflicts.length === 0);
      expect(mergeValues(base, theirs, mine).values).toEqual(merged.values);
    }),
  );
});
