import { expect, test } from "vitest";
import { labelledShapes } from "./map-labels.ts";
import { layOutMap, type MapPlace } from "./map-layout.ts";

const square = (west: number, south: number, size = 0.1): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const commune = (id: string, west: number, south: number, more: Partial<MapPlace> = {}): MapPlace => ({
  id,
  name: `Xã ${id}`,
  geometry: { type: "Polygon", coordinates: [square(west, south)] },
  labelPoint: [west + 0.05, south + 0.05],
  ...more,
});

const fitted = (places: readonly MapPlace[], border?: MapPlace) =>
  layOutMap(places, { width: 300, mostHeight: 400, border });
const numbersOf = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));

test("every commune lies inside the picture, north above south and west left of east", () => {
  const { shapes, width, height } = fitted([commune("1", 103, 22), commune("2", 103.1, 22.1)]);
  for (const { path } of shapes) {
    const numbers = numbersOf(path);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers.filter((_, index) => index % 2 === 0))).toBeLessThanOrEqual(width);
    expect(Math.max(...numbers.filter((_, index) => index % 2 === 1))).toBeLessThanOrEqual(height);
  }
  const [first, second] = ["1", "2"].map((id) => shapes.find((shape) => shape.id === id)!);
  expect(first!.x).toBeLessThan(second!.x);
  expect(first!.y).toBeGreaterThan(second!.y);
});

test("the way an outline winds does not turn the map inside out", () => {
  const turned: MapPlace = {
    ...commune("1", 103, 22),
    geometry: { type: "Polygon", coordinates: [square(103, 22).toReversed()] },
  };
  const [one, other] = [commune("1", 103, 22), turned].map((place) => fitted([place]).shapes[0]!);
  expect(one!.area).toBeCloseTo(other!.area, 3);
});

test("communes whose outline nobody loaded get the cell around the place of their name", () => {
  const bare = { geometry: null };
  const { shapes } = fitted([commune("1", 103, 22, bare), commune("2", 103.4, 22, bare), commune("3", 103.2, 22.3, bare)]); // prettier-ignore
  expect(shapes.every(({ isCell, path }) => isCell && path.startsWith("M"))).toBe(true);
});

test("cells lie under outlines and are cut to the border of the province", () => {
  const border = commune("province", 102.9, 21.9, { geometry: { type: "Polygon", coordinates: [square(102.9, 21.9, 0.6)] } }); // prettier-ignore
  const layout = fitted([commune("1", 103, 22), commune("2", 103.3, 22, { geometry: null })], border);
  expect(layout.shapes.map(({ id }) => id)).toEqual(["2", "1"]);
  expect(layout.border).toMatch(/^M/);
});

test("no place at all is an empty picture, one point alone a picture too", () => {
  expect(fitted([]).shapes).toEqual([]);
  expect(fitted([commune("1", 103, 22, { geometry: null })]).shapes[0]!.path).toMatch(/^M/);
});

test("names that would lie over each other give way, except the one that was pointed at", () => {
  const places = [commune("lớn", 103, 22), commune("kề bên", 103.001, 22.001)];
  const { shapes, width } = fitted(places);
  expect(labelledShapes(shapes, width)).toHaveLength(1);
  expect(labelledShapes(shapes, width, new Set(["kề bên"])).map(({ id }) => id)).toEqual(["kề bên"]);
});
