import { expect, test } from "vitest";
import { buildFigure, buildSection } from "./build-report-view.ts";
import { outlineOf } from "./report-outline.ts";
import { listPlaces } from "./report-places.ts";
import { countLooks, looksBySection } from "./section-looks.ts";

const figures = [buildFigure(), buildFigure({ state: "provisional" }), buildFigure({ stated: "2,01%" })];
const sections = [
  buildSection("2.1", [0, 1]),
  buildSection("2.1.a", [1, 1, 2], { layout: "letter" }),
  buildSection("2.2", [0]),
];

test("a folded section speaks for those inside it, and counts a figure once", () => {
  const looks = looksBySection({ figures }, listPlaces({ sections, annexes: [], figures }));
  const [first, second] = outlineOf(sections);
  expect(countLooks(first!, looks, true)).toBe(2);
  expect(countLooks(first!, looks, false)).toBe(1);
  expect(countLooks(second!, looks, true)).toBe(0);
});
