import { expect, test } from "vitest";
import type { SectionLayout } from "#domain/report.ts";
import { buildSection } from "./build-report-view.ts";
import { outlineOf, pathTo, type OutlineEntry } from "./report-outline.ts";

function sections(...of: readonly (readonly [string, SectionLayout])[]) {
  return of.map(([id, layout]) => buildSection(id, [], { layout }));
}

function ids(entries: readonly OutlineEntry[]): unknown[] {
  return entries.map(({ section, children }) =>
    children.length === 0 ? section.id : [section.id, ids(children)],
  );
}

test("numbered sections nest as the decree orders them", () => {
  const outline = outlineOf(
    sections(["P1", "part"], ["I", "roman"], ["1", "arabic"], ["1.1", "decimal"], ["1.1.a", "letter"], ["1.2", "decimal"], ["II", "roman"], ["P2", "part"]), // prettier-ignore
  );
  expect(ids(outline)).toEqual([["P1", [["I", [["1", [["1.1", ["1.1.a"]], "1.2"]]]], "II"]], "P2"]);
});

test("a titled section after a), b), c) belongs to what its id names, not to c)", () => {
  const outline = outlineOf(
    sections(["1.2", "decimal"], ["1.2.a", "letter"], ["1.2.c", "letter"], ["1.2.workforce", "titled"], ["1.2.c.x", "titled"]), // prettier-ignore
  );
  expect(ids(outline)).toEqual([["1.2", ["1.2.a", "1.2.c", "1.2.workforce", "1.2.c.x"]]]);
});

test("a titled section whose id names nothing belongs to the section it follows", () => {
  expect(ids(outlineOf(sections(["2", "arabic"], ["staff", "titled"], ["money", "titled"])))).toEqual([
    ["2", ["staff", "money"]],
  ]);
});

test("the path leads from the part to the section, and nowhere for an index that is not there", () => {
  const outline = outlineOf(sections(["P1", "part"], ["1", "arabic"], ["1.1", "decimal"]));
  expect(pathTo(outline, 2).map(({ section, depth }) => [section.id, depth])).toEqual([["P1", 0], ["1", 1], ["1.1", 2]]); // prettier-ignore
  expect(pathTo(outline, 9)).toEqual([]);
});
