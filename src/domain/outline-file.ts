import { doubleArea, type Polygon, type Position, type Ring } from "./outline.ts";
import { topologyFeatures } from "./outline-topology.ts";
import { Refusal } from "./refusal.ts";

/** One shape of a file with what it says about itself, not yet known to be a unit's. */
export interface OutlineFeature {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly Polygon[];
  /** Where its name goes, if the file says so. */
  readonly point?: Position;
}

/** A province has a few hundred units; whoever sends more sends something else. */
export const mostFeatures = 5_000;
/** Two hundred positions a kilometre along every border of a large province would fit. */
export const mostPositions = 500_000;

/**
 * Reads the shapes of GeoJSON (a FeatureCollection or one Feature) or TopoJSON, of which `objects` says which.
 * Refuses, with the number of the shape, what cannot be an outline in longitude and latitude.
 */
export function readOutlineFile(json: unknown, object?: string): OutlineFeature[] {
  const features = listFeatures(json, object);
  if (features.length === 0) throw new Refusal("outlines-empty");
  if (features.length > mostFeatures) throw new Refusal("outlines-too-many", { count: features.length, limit: mostFeatures }); // prettier-ignore
  const counter = { positions: 0 };
  return features.map((feature, index) => readFeature(feature, index + 1, counter));
}

function listFeatures(json: unknown, object: string | undefined): readonly unknown[] {
  if (!isRecord(json)) throw new Refusal("outlines-not-geojson");
  if (json["type"] === "Topology") return topologyFeatures(json, object, mostPositions);
  if (json["type"] === "Feature") return [json];
  const { features } = json;
  if (json["type"] !== "FeatureCollection" || !Array.isArray(features)) throw new Refusal("outlines-not-geojson"); // prettier-ignore
  return features;
}

interface Counter {
  positions: number;
}

function readFeature(feature: unknown, number: number, counter: Counter): OutlineFeature {
  if (!isRecord(feature)) throw new Refusal("outlines-not-geojson");
  const { geometry, properties, id } = feature;
  const own = isRecord(properties) ? properties : {};
  const known = { number, properties: id === undefined ? own : { id, ...own } };
  if (!isRecord(geometry)) throw new Refusal("outline-shape-unknown", { number, type: "" });
  const { type, coordinates } = geometry;
  const read = (each: unknown) => readPolygon(each, number, counter);
  const label = readLabel(own);
  switch (type) {
    case "Point":
      return { ...known, polygons: [], point: readPosition(coordinates, number) };
    case "Polygon":
      return { ...known, polygons: [read(coordinates)], ...(label && { point: label }) };
    case "MultiPolygon": {
      const polygons = listOf(coordinates, number).map(read);
      if (polygons.length === 0) throw new Refusal("outline-ring-empty", { number });
      return { ...known, polygons, ...(label && { point: label }) };
    }
    default:
      throw new Refusal("outline-shape-unknown", { number, type: typeof type === "string" ? type.slice(0, 40) : "" }); // prettier-ignore
  }
}

function readPolygon(rings: unknown, number: number, counter: Counter): Polygon {
  const polygon = listOf(rings, number).map((ring) => readRing(ring, number, counter));
  if (polygon.length === 0) throw new Refusal("outline-ring-empty", { number });
  return polygon;
}

function readRing(positions: unknown, number: number, counter: Counter): Ring {
  const list = listOf(positions, number);
  counter.positions += list.length;
  if (counter.positions > mostPositions) throw new Refusal("outlines-too-detailed", { limit: mostPositions });
  const ring = list.map((position) => readPosition(position, number));
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || ring.length < 3) throw new Refusal("outline-ring-empty", { number });
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Refusal("outline-ring-open", { number });
  if (ring.length < 4 || doubleArea(ring) === 0) throw new Refusal("outline-ring-empty", { number });
  return ring;
}

/** Longitude first, latitude second; a height after them says nothing here. */
function readPosition(position: unknown, number: number): Position {
  const [longitude, latitude] = listOf(position, number);
  if (typeof longitude !== "number" || typeof latitude !== "number") throw new Refusal("outline-position-unreadable", { number }); // prettier-ignore
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw new Refusal("outline-position-out-of-range", { number, longitude, latitude });
  }
  return [longitude, latitude];
}

/** `label: [103.4, 22.4]`; what is no position is left aside, for a place is computed anyway. */
function readLabel(properties: Readonly<Record<string, unknown>>): Position | undefined {
  const label = properties["label"] ?? properties["labelPoint"] ?? properties["label_point"];
  if (!Array.isArray(label)) return undefined;
  const [longitude, latitude]: unknown[] = label;
  return typeof longitude === "number" && typeof latitude === "number" ? [longitude, latitude] : undefined;
}

function listOf(value: unknown, number: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal("outline-position-unreadable", { number });
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
