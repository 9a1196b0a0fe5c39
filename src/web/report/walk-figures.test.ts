import fc from "fast-check";
import { expect, test } from "vitest";
import { buildFigure, buildSection } from "./build-report-view.ts";
import { listPlaces } from "./report-places.ts";
import { nextStop, rankOf, stopsOf } from "./walk-figures.ts";

function walkOver(printed: readonly number[]) {
  const figures = Array.from({ length: Math.max(-1, ...printed) + 1 }, () => buildFigure());
  const places = listPlaces({ sections: [buildSection("1.1", printed)], annexes: [], figures });
  return { places, stops: stopsOf(places, (figure) => printed.includes(figure)) };
}

test("a figure printed in three places is one stop, at the first", () => {
  const { stops } = walkOver([0, 1, 0, 2, 0]);
  expect(stops.map(({ number, figure }) => [number, figure])).toEqual([[0, 0], [1, 1], [3, 2]]); // prettier-ignore
  expect(rankOf(stops, 2)).toBe(3);
  expect(rankOf(stops, 9)).toBeUndefined();
});

test("from a later place the walk goes on from there, not from the first place", () => {
  const { places, stops } = walkOver([0, 1, 2, 0, 3]);
  const again = places.ofFigure(0)[1];
  expect(nextStop(stops, again, 1)?.figure).toBe(3);
  expect(nextStop(stops, again, -1)?.figure).toBe(2);
});

test("after the last figure comes the first, and the other way round", () => {
  const { places, stops } = walkOver([0, 1, 2]);
  expect(nextStop(stops, places.list[2], 1)?.figure).toBe(0);
  expect(nextStop(stops, places.list[0], -1)?.figure).toBe(2);
  expect(nextStop(stops, undefined, 1)?.figure).toBe(0);
  expect(nextStop(stops, undefined, -1)?.figure).toBe(2);
});

test("a walk through nothing stays where it is, through one figure it stays on it", () => {
  expect(nextStop([], undefined, 1)).toBeUndefined();
  const { places, stops } = walkOver([0]);
  expect(nextStop(stops, places.list[0], 1)?.figure).toBe(0);
});

test("walking on long enough passes every figure once, whatever the order they are printed in", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 20 }), (printed) => {
      const { stops } = walkOver(printed);
      const passed = new Set<number>();
      let place = nextStop(stops, undefined, 1);
      for (const _ of stops) {
        passed.add(place!.figure);
        place = nextStop(stops, place, 1);
      }
      expect(passed).toEqual(new Set(printed));
    }),
  );
});
