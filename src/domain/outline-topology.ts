import { feature } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { Refusal } from "./refusal.ts";

type Unchecked = Readonly<Record<string, unknown>>;

/**
 * The GeoJSON features of one or several objects of a TopoJSON file (`communes2025`, or names with commas between).
 * Refuses `outlines-object-needed` and `outlines-object-unknown` with the names there are, `outlines-topology-broken`
 * where arcs are not as they should be, and `outlines-too-detailed` before shared arcs are written out.
 */
export function topologyFeatures(
  topology: Unchecked,
  wanted: string | undefined,
  mostPositions: number,
): readonly unknown[] {
  const objects = recordOf(topology["objects"]);
  const arcs = arrayOf(topology["arcs"]).map(checkArc);
  checkTransform(topology["transform"]);
  const names = chooseObjects(Object.keys(objects), wanted);
  const chosen = names.flatMap((name) => geometriesOf(recordOf(objects[name])));
  let positions = 0;
  for (const { arcs: lines } of chosen) {
    positions += countPositions(lines, arcs, 3);
    if (positions > mostPositions) throw new Refusal("outlines-too-detailed", { limit: mostPositions });
  }
  // Everything that `feature` relies on was looked at above.
  const checked = topology as unknown as Topology;
  return chosen.map((geometry) => feature(checked, geometry as unknown as GeometryObject));
}

function chooseObjects(names: readonly string[], wanted: string | undefined): readonly string[] {
  if (wanted === undefined) {
    if (names.length > 1) throw new Refusal("outlines-object-needed", { names: listed(names) });
    return names;
  }
  const chosen = names.includes(wanted) ? [wanted] : wanted.split(",").map((name) => name.trim());
  const stranger = chosen.find((name) => !names.includes(name));
  if (stranger !== undefined) throw new Refusal("outlines-object-unknown", { object: stranger.slice(0, 200), names: listed(names) }); // prettier-ignore
  return [...new Set(chosen)];
}

function listed(names: readonly string[]): string {
  return names
    .slice(0, 20)
    .map((name) => name.slice(0, 60))
    .join(", ");
}

/** The shapes of an object; collections within collections are nobody's. */
function geometriesOf(object: Unchecked): Unchecked[] {
  if (object["type"] !== "GeometryCollection") return [object];
  const { geometries }: Partial<Record<keyof GeometryCollection, unknown>> = object;
  const shapes = arrayOf(geometries).map(recordOf);
  if (shapes.some(({ type }) => type === "GeometryCollection")) throw new Refusal("outlines-topology-broken");
  return shapes;
}

/** Each arc is a list of positions, and each position two numbers. */
function checkArc(arc: unknown): readonly unknown[] {
  const positions = arrayOf(arc);
  for (const position of positions) {
    const [x, y] = arrayOf(position);
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Refusal("outlines-topology-broken");
  }
  return positions;
}

function checkTransform(transform: unknown): void {
  if (transform === undefined) return;
  const { scale, translate } = recordOf(transform);
  const numbers = [...arrayOf(scale), ...arrayOf(translate)];
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) throw new Refusal("outlines-topology-broken");
}

/** How many positions the arcs named will be written out as; they are nested once for polygons, twice for several. */
function countPositions(lines: unknown, arcs: readonly (readonly unknown[])[], depth: number): number {
  if (lines === undefined) return 1; // a point has coordinates of its own
  if (typeof lines === "number") {
    const arc = arcs[lines < 0 ? ~lines : lines];
    if (!arc) throw new Refusal("outlines-topology-broken");
    return arc.length;
  }
  if (depth === 0) throw new Refusal("outlines-topology-broken");
  return arrayOf(lines).reduce<number>((count, line) => count + countPositions(line, arcs, depth - 1), 0);
}

function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal("outlines-topology-broken");
  return value;
}

function recordOf(value: unknown): Unchecked {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refusal("outlines-topology-broken"); // prettier-ignore
  return value as Unchecked; // an object that is no list: its properties are unknown
}
