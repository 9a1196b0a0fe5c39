import { weighArc } from "./outline-weights.ts";
import { doubleArea, type Polygon, type Position, type Ring } from "./outline.ts";

/** How fine outlines are to be: a grid of so many steps a degree, and so many positions in all. */
export interface Fineness {
  readonly stepsPerDegree: number;
  readonly positions: number;
}

/** A position on the grid. */
type Step = readonly [x: number, y: number];

/** A ring on the grid, without its last position, each with how much it matters; ends of arcs matter endlessly. */
interface WeighedRing {
  readonly original: Ring;
  readonly steps: readonly Step[];
  readonly weights: readonly number[];
}

/**
 * Makes outlines coarser together: what matters least goes first, and a border that two units share is drawn the same
 * for both, because it is cut where three lines meet and each piece weighed by itself. The largest part of a unit
 * always stays.
 */
export function simplifyOutlines(
  shapes: readonly (readonly Polygon[])[],
  { stepsPerDegree, positions }: Fineness,
): Polygon[][] {
  const weighed = weighRings(shapes, stepsPerDegree);
  const least = leastWeight(weighed.flat(2), positions);
  return weighed.map((polygons) => simplifyShape(polygons, least, stepsPerDegree));
}

function weighRings(shapes: readonly (readonly Polygon[])[], stepsPerDegree: number): WeighedRing[][][] {
  const rings = shapes.map((polygons) =>
    polygons.map((polygon) =>
      polygon.map((original) => ({ original, steps: stepsOf(original, stepsPerDegree) })),
    ),
  );
  const junctions = findJunctions(rings.flat(2).map(({ steps }) => steps));
  return rings.map((polygons) =>
    polygons.map((polygon) =>
      polygon.map((ring) => ({ ...ring, weights: weighRing(ring.steps, junctions) })),
    ),
  );
}

/** Steps of a ring, none twice in a row, the last not the first again. */
function stepsOf(ring: Ring, stepsPerDegree: number): Step[] {
  const steps: Step[] = [];
  for (const [longitude, latitude] of ring) {
    const step: Step = [Math.round(longitude * stepsPerDegree), Math.round(latitude * stepsPerDegree)];
    const last = steps.at(-1);
    if (!last || last[0] !== step[0] || last[1] !== step[1]) steps.push(step);
  }
  const [first, last] = [steps[0], steps.at(-1)];
  if (steps.length > 1 && first![0] === last![0] && first![1] === last![1]) steps.pop();
  return steps;
}

/** One number for a step, exact as long as a degree has no more than a hundred thousand. */
function nameOf([x, y]: Step): number {
  return x * 400_000_000 + y;
}

/** Steps at which rings part: their neighbours are not the same in all of them. */
function findJunctions(rings: readonly (readonly Step[])[]): Set<number> {
  const neighbours = new Map<number, readonly [number, number]>();
  const junctions = new Set<number>();
  for (const ring of rings) {
    for (const [index, step] of ring.entries()) {
      const name = nameOf(step);
      const [a, b] = [nameOf(ring.at(index - 1)!), nameOf(ring[(index + 1) % ring.length]!)];
      const known = neighbours.get(name);
      if (!known) neighbours.set(name, [a, b]);
      else if (!(known[0] === a && known[1] === b) && !(known[0] === b && known[1] === a))
        junctions.add(name);
    }
  }
  return junctions;
}

/** Cuts a ring at junctions and weighs the pieces, whichever way round it runs. */
function weighRing(steps: readonly Step[], junctions: ReadonlySet<number>): number[] {
  const weights = Array.from({ length: steps.length }, () => Infinity);
  if (steps.length < 4) return weights;
  let cuts = [...steps.keys()].filter((index) => junctions.has(nameOf(steps[index]!)));
  if (cuts.length === 0) cuts = [lowestOf(steps)];
  for (const [number, from] of cuts.entries()) {
    const next = cuts[(number + 1) % cuts.length]!;
    const length = next > from ? next - from : next - from + steps.length;
    const places = Array.from({ length: length + 1 }, (_, index) => (from + index) % steps.length);
    if (runsBackwards(places.map((place) => nameOf(steps[place]!)))) places.reverse(); // oxlint-disable-line unicorn/no-array-reverse -- a list of our own
    const found = weighArc(places.map((place) => steps[place]!));
    for (const [index, place] of places.entries()) weights[place] = found[index]!;
  }
  return weights;
}

/** A ring of its own begins at the same step whoever draws it. */
function lowestOf(steps: readonly Step[]): number {
  let lowest = 0;
  for (const [index, step] of steps.entries()) if (nameOf(step) < nameOf(steps[lowest]!)) lowest = index;
  return lowest;
}

function runsBackwards(names: readonly number[]): boolean {
  for (let [low, high] = [0, names.length - 1]; low < high; low += 1, high -= 1) {
    if (names[low] !== names[high]) return names[low]! > names[high]!;
  }
  return false;
}

/** The weight above which as many steps are left as may be. */
function leastWeight(rings: readonly WeighedRing[], positions: number): number {
  const weights = new Float64Array(rings.flatMap((ring) => ring.weights)).toSorted();
  const excess = weights.length - positions;
  return excess <= 0 ? 0 : Math.min(weights[excess - 1]!, Number.MAX_VALUE);
}

function simplifyShape(polygons: readonly (readonly WeighedRing[])[], least: number, stepsPerDegree: number): Polygon[] {
  const drawn = polygons.map(([outer, ...holes]) => {
    const ring = outer && drawRing(outer, least, stepsPerDegree);
    const inner = holes.map((hole) => drawRing(hole, least, stepsPerDegree)).filter((hole) => hole !== undefined);
    return ring && [ring, ...inner];
  });
  const kept = drawn.filter((polygon) => polygon !== undefined);
  return kept.length > 0 || polygons.length === 0 ? kept : [[largestOf(polygons)]];
} // prettier-ignore

/** The ring of what matters enough; `undefined` when nothing of it does. */
function drawRing({ steps, weights }: WeighedRing, least: number, stepsPerDegree: number): Ring | undefined {
  const kept = steps.filter((_, index) => weights[index]! > least);
  if (kept.length < 3) return undefined;
  const ring = [...kept, kept[0]!].map(([x, y]): Position => [x / stepsPerDegree, y / stepsPerDegree]);
  return doubleArea(ring) === 0 ? undefined : ring;
}

function largestOf(polygons: readonly (readonly WeighedRing[])[]): Ring {
  const outers = polygons.map(([outer]) => outer!.original);
  return outers.reduce((a, b) => (Math.abs(doubleArea(b)) > Math.abs(doubleArea(a)) ? b : a));
}
