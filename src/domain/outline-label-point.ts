import { doubleArea, isInside, type Polygon, type Position } from "./outline.ts";

/**
 * Where the name of a unit goes: the place given for it if that lies inside, else the centre of its largest polygon if
 * that does, else the middle of the widest stretch across it. Always inside.
 */
export function labelPointOf(polygons: readonly Polygon[], given?: Position): Position {
  if (given && polygons.some((polygon) => isInside(given, polygon))) return given;
  const largest = polygons.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]!;
  const centre = centreOf(largest);
  return isInside(centre, largest) ? centre : widestMiddle(largest);
}

function sizeOf([outer = []]: Polygon): number {
  return Math.abs(doubleArea(outer));
}

/** The centre of gravity of the outer ring. */
function centreOf([outer = []]: Polygon): Position {
  const [originX, originY] = outer[0]!;
  let [x, y] = [0, 0];
  for (let index = 1; index < outer.length; index += 1) {
    const [x1, y1] = [outer[index - 1]![0] - originX, outer[index - 1]![1] - originY];
    const [x2, y2] = [outer[index]![0] - originX, outer[index]![1] - originY];
    const turn = x1 * y2 - x2 * y1;
    x += (x1 + x2) * turn;
    y += (y1 + y2) * turn;
  }
  const area = doubleArea(outer);
  return [originX + x / (3 * area), originY + y / (3 * area)];
}

/** So many lines from west to east are tried. */
const lines = 15;

function widestMiddle(polygon: Polygon): Position {
  const latitudes = polygon[0]!.map(([, latitude]) => latitude);
  const [south, north] = latitudes.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]); // prettier-ignore
  let [widest, best]: [number, Position] = [-1, polygon[0]![0]!];
  for (let line = 1; line <= lines; line += 1) {
    const latitude = south + ((north - south) * (line - 0.5)) / lines;
    const crossings = polygon.flatMap((ring) => crossingsOf(ring, latitude)).toSorted((a, b) => a - b);
    for (let index = 1; index < crossings.length; index += 2) {
      const [from, to] = [crossings[index - 1]!, crossings[index]!];
      if (to - from > widest) [widest, best] = [to - from, [(from + to) / 2, latitude]];
    }
  }
  return best;
}

/** The longitudes at which a ring crosses a latitude. */
function crossingsOf(ring: readonly Position[], latitude: number): number[] {
  return ring.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = ring[index]!;
    return y1 > latitude === y2 > latitude ? [] : [x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)];
  });
}
