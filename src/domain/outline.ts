/** Longitude and latitude in degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed line: the last position is the first again. */
export type Ring = readonly Position[];
/** An outer ring, then the holes in it. */
export type Polygon = readonly Ring[];

/** Where a unit lies: its polygons, none where only the place of its name is known. */
export interface Outline {
  readonly orgUnit: string;
  readonly labelPoint: Position;
  readonly polygons: readonly Polygon[];
}

/** Twice the area within a ring in square degrees, positive when it turns left. Enough to compare and to see nothing. */
export function doubleArea(ring: Ring): number {
  const [originX, originY] = ring[0] ?? [0, 0]; // small differences of large numbers would lose digits
  let area = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    area += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY);
  }
  return area;
}

/** Whether a position lies within the outer ring and in none of the holes. */
export function isInside([x, y]: Position, [outer = [], ...holes]: Polygon): boolean {
  return isWithinRing(x, y, outer) && !holes.some((hole) => isWithinRing(x, y, hole));
}

/** Counts how often a line to the east crosses the ring. */
function isWithinRing(x: number, y: number, ring: Ring): boolean {
  let isIn = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isIn = !isIn;
  }
  return isIn;
}
