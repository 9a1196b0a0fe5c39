import { Delaunay } from "d3-delaunay";
import { geoMercatorRaw } from "d3-geo";
import type { MultiPolygon, Polygon, Position } from "geojson";

/** A unit to be drawn: its outline, or at least the place of its name. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon | null;
  readonly labelPoint: readonly [number, number];
}

/** One unit on paper; coordinates in px. */
export interface MapShape {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** px² */
  readonly area: number;
  /** Where no outline is known: a cell of all that lies nearest to the label point. */
  readonly isCell: boolean;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly MapShape[];
  /** The outline of the whole that cells are cut to, when one is known. */
  readonly border: string | undefined;
}

type Point = readonly [number, number];
const margin = 6;

/**
 * Fits the units into a picture of a width, as high as they need but at most `mostHeight`. Outlines may wind either
 * way; units without one get the cell around their label point, under those that have one.
 */
export function layOutMap(
  places: readonly MapPlace[],
  { width, mostHeight, border }: { width: number; mostHeight: number; border?: MapPlace | undefined },
): MapLayout {
  const outlines = places.map((place) => rings(place.geometry).map((ring) => ring.map(flatten)));
  const edges = rings(border?.geometry ?? null).map((ring) => ring.map(flatten));
  const points = places.map(({ labelPoint }) => flatten([...labelPoint]));
  const fit = fitInto([...outlines.flat(2), ...edges.flat(), ...points], width, mostHeight);
  const cells = cellsAround(points.map(fit.place), fit.width, fit.height);
  const shapes = places.map(({ id, name }, index): MapShape => {
    const outline = outlines[index]!.map((ring) => ring.map(fit.place));
    const isCell = outline.length === 0;
    const drawn = isCell ? [cells[index] ?? []] : outline;
    const [x, y] = fit.place(points[index]!);
    return { id, name, path: pathOf(drawn), x: px(x), y: px(y), area: Math.abs(areaOf(drawn)), isCell };
  });
  const isBelow = (shape: MapShape) => (shape.isCell ? 0 : 1);
  return {
    width: fit.width,
    height: fit.height,
    shapes: shapes.toSorted((a, b) => isBelow(a) - isBelow(b)),
    border: edges.length > 0 ? pathOf(edges.map((ring) => ring.map(fit.place))) : undefined,
  };
}

function rings(geometry: Polygon | MultiPolygon | null): readonly Position[][] {
  if (!geometry) return [];
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** Mercator keeps angles, and so the shapes that people know; y grows downwards. */
function flatten([longitude = 0, latitude = 0]: Position): Point {
  const degree = Math.PI / 180;
  const [x, y] = geoMercatorRaw(longitude * degree, Math.max(-85, Math.min(85, latitude)) * degree);
  return [x, -y];
}

function fitInto(points: readonly Point[], width: number, mostHeight: number) {
  const [left, right] = ends(points.map(([x]) => x));
  const [top, bottom] = ends(points.map(([, y]) => y));
  const inner = width - 2 * margin;
  const scale = Math.min(
    inner / Math.max(right - left, 1e-9),
    (mostHeight - 2 * margin) / Math.max(bottom - top, 1e-9),
  );
  const height = Math.ceil(Math.max((bottom - top) * scale + 2 * margin, 40));
  const shift = margin + (inner - (right - left) * scale) / 2;
  const place = ([x, y]: Point): Point => [(x - left) * scale + shift, (y - top) * scale + margin];
  return { width, height, place };
}

function ends(numbers: readonly number[]): readonly [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }
  return Number.isFinite(least) ? [least, greatest] : [0, 1];
}

function cellsAround(points: readonly Point[], width: number, height: number): readonly Point[][] {
  if (points.length === 0) return [];
  const voronoi = Delaunay.from(points.map(([x, y]) => [x, y])).voronoi([0, 0, width, height]);
  // Two units at one point share a cell; the second would have none.
  return points.map((_, index) => voronoi.cellPolygon(index) ?? []);
}

function pathOf(drawn: readonly (readonly Point[])[]): string {
  return drawn
    .filter((ring) => ring.length > 2)
    .map((ring) => `M${ring.map(([x, y]) => `${px(x)},${px(y)}`).join("L")}Z`)
    .join("");
}

/** Holes wind the other way round and count less than nothing; what is wanted is only a measure of size. */
function areaOf(drawn: readonly (readonly Point[])[]): number {
  return drawn.reduce(
    (total, ring) =>
      total +
      ring.reduce((sum, [x, y], index) => {
        const [nextX, nextY] = ring[(index + 1) % ring.length]!;
        return sum + (x * nextY - nextX * y) / 2;
      }, 0),
    0,
  );
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
