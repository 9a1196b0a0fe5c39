import { expect, test } from "vitest";
import { buildFigure, buildSection, buildTableAnnex } from "./build-report-view.ts";
import { listPlaces } from "./report-places.ts";

const figures = [buildFigure(), buildFigure(), buildFigure()];

test("figures are counted as they are read: sections, then annexes, then those only a chart draws", () => {
  const sections = [buildSection("1.1", [1]), buildSection("1.2", [0, 1])];
  const places = listPlaces({ sections, annexes: [buildTableAnnex("PL1", [0])], figures });
  expect(places.list.map(({ number, figure, where }) => [number, figure, where.kind])).toEqual([
    [0, 1, "section"],
    [1, 0, "section"],
    [2, 1, "section"],
    [3, 0, "annex"],
    [4, 2, "chart"],
  ]);
});

test("a figure knows every place it is printed in", () => {
  const places = listPlaces({
    sections: [buildSection("1.1", [0, 1]), buildSection("1.2", [0])],
    annexes: [],
    figures,
  });
  expect(places.ofFigure(0).map(({ where }) => where)).toEqual([
    { kind: "section", index: 0 },
    { kind: "section", index: 1 },
  ]);
});

test("two spans with the same words are two places", () => {
  const section = buildSection("1.1", [0, 0]);
  const places = listPlaces({ sections: [section], annexes: [], figures: [buildFigure()] });
  const [plain, first, second] = section.paragraphs[0]!.sentences[0]!.spans;
  expect(places.ofSpan(plain!)).toBeUndefined();
  expect(places.ofSpan(first!)?.number).toBe(0);
  expect(places.ofSpan(second!)?.number).toBe(1);
});

test("a span that refers to no figure of the report stays text", () => {
  const places = listPlaces({ sections: [buildSection("1.1", [7])], annexes: [], figures: [] });
  expect(places.list).toEqual([]);
});
