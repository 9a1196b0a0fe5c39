import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOutlineFile } from "./outline-file.ts";
import { labelPointOf } from "./outline-label-point.ts";
import { matchOutlines } from "./outline-match.ts";
import { simplifyOutlines } from "./outline-simplify.ts";
import { doubleArea, isInside, type Polygon, type Ring } from "./outline.ts";
import type { OrgUnit } from "./org-unit.ts";
import { Refusal } from "./refusal.ts";

const square: Ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]; // prettier-ignore

function collection(...geometries: unknown[]) {
  return { type: "FeatureCollection", features: geometries.map((geometry) => ({ type: "Feature", properties: {}, geometry })) }; // prettier-ignore
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "taken";
}

describe("a file of outlines", () => {
  const polygon = (ring: unknown) => collection({ type: "Polygon", coordinates: [ring] });
  test.each<[string, unknown, string]>([
    ["a closed ring", polygon(square), "taken"],
    ["heights beside longitude and latitude", polygon(square.map((position) => [...position, 900])), "taken"],
    ["a point", collection({ type: "Point", coordinates: [103, 22] }), "taken"],
    ["a text", "ranh giới", "outlines-not-geojson"],
    ["a list", [], "outlines-not-geojson"],
    ["nothing", null, "outlines-not-geojson"],
    ["no features", collection(), "outlines-empty"],
    ["features that are none", { type: "FeatureCollection", features: {} }, "outlines-not-geojson"],
    ["no geometry", collection(null), "outline-shape-unknown"],
    ["a line", collection({ type: "LineString", coordinates: square }), "outline-shape-unknown"],
    ["metres of VN-2000", polygon([[500_000, 2_470_000], [500_100, 2_470_000], [500_100, 2_470_100], [500_000, 2_470_000]]), "outline-position-out-of-range"],
    ["latitude before longitude", polygon(square.map(([x, y]) => [22 + y, 103 + x])), "outline-position-out-of-range"],
    ["texts for numbers", polygon(square.map(([x, y]) => [`${x}`, `${y}`])), "outline-position-unreadable"],
    ["infinity", polygon([[0, 0], [Infinity, 0], [1, 1], [0, 0]]), "outline-position-out-of-range"],
    ["not a number", polygon([[0, 0], [Number.NaN, 0], [1, 1], [0, 0]]), "outline-position-out-of-range"],
    ["an open ring", polygon(square.slice(0, 4)), "outline-ring-open"],
    ["a ring that encloses nothing", polygon([[0, 0], [1, 1], [2, 2], [0, 0]]), "outline-ring-empty"],
    ["a ring of two positions", polygon([[0, 0], [0, 0]]), "outline-ring-empty"],
    ["no rings", collection({ type: "Polygon", coordinates: [] }), "outline-ring-empty"],
    ["no polygons", collection({ type: "MultiPolygon", coordinates: [] }), "outline-ring-empty"],
    ["6,000 shapes", collection(...Array.from({ length: 6_000 }, () => ({ type: "Point", coordinates: [0, 0] }))), "outlines-too-many"],
    ["600,000 positions", polygon([...Array.from({ length: 600_000 }, (_, index) => [index % 7, index % 5]), [0, 0]]), "outlines-too-detailed"],
  ])("with %s: %s", (_name, json, code) => {
    expect(codeOf(() => readOutlineFile(json))).toBe(code);
  }); // prettier-ignore

  const arc = [[0, 0], [10, 0], [0, 10], [-10, -10]]; // prettier-ignore
  const topology = (more: object) => ({
    type: "Topology",
    transform: { scale: [0.1, 0.1], translate: [103, 22] },
    arcs: [arc],
    objects: { xa: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[0]], properties: { code: "1" } }] } },
    ...more,
  }); // prettier-ignore

  test("of a topology is put together from its arcs", () => {
    const [feature] = readOutlineFile(topology({}));
    expect(feature).toMatchObject({ number: 1, properties: { code: "1" } });
    expect(feature?.polygons).toEqual([[[[103, 22], [104, 22], [104, 23], [103, 22]]]]); // prettier-ignore
  });

  const polygons = (arcs: unknown, count = 1) => ({ type: "GeometryCollection", geometries: Array.from({ length: count }, () => ({ type: "Polygon", arcs })) }); // prettier-ignore
  test.each<[string, object, string | undefined, string]>([
    ["several objects and none named", { objects: { a: polygons([[0]]), b: polygons([[0]]) } }, undefined, "outlines-object-needed"],
    ["an object that is not there", {}, "huyen", "outlines-object-unknown"],
    ["an object named like what every object has", {}, "constructor", "outlines-object-unknown"],
    ["arcs that are not there", { objects: { xa: polygons([[7]]) } }, undefined, "outlines-topology-broken"],
    ["arcs with half numbers", { objects: { xa: polygons([[0.5]]) } }, undefined, "outlines-topology-broken"],
    ["arcs nested without end", { objects: { xa: polygons([[[[[0]]]]]) } }, undefined, "outlines-topology-broken"],
    ["positions that are none", { arcs: [[["a", 0]]] }, undefined, "outlines-topology-broken"],
    ["a transform that is none", { transform: { scale: [1], translate: [] } }, undefined, "outlines-topology-broken"],
    ["no objects", { objects: null }, undefined, "outlines-topology-broken"],
    ["collections in collections", { objects: { xa: { type: "GeometryCollection", geometries: [polygons([[0]])] } } }, undefined, "outlines-topology-broken"],
    ["one arc written out a million times", { objects: { xa: polygons([Array.from({ length: 1_000 }, () => 0)], 300) } }, undefined, "outlines-too-detailed"],
  ])("of a topology with %s is refused", (_name, more, object, code) => {
    expect(codeOf(() => readOutlineFile(topology(more), object))).toBe(code);
  }); // prettier-ignore

  test("of several objects takes those named", () => {
    const objects = { a: polygons([[0]]), b: polygons([[0]]), c: polygons([[0]], 2) };
    expect(readOutlineFile(topology({ objects }), "b").length).toBe(1);
    expect(readOutlineFile(topology({ objects }), "a, c").length).toBe(3);
  });
});

describe("the unit of a shape", () => {
  const unit = (uid: string, code: string, fullName: string, from?: string, to?: string): OrgUnit => ({
    uid, code, fullName, name: fullName.replace(/^\S+ /, ""), type: "xa", kind: "area", aliases: [],
    placements: [{ parent: "T", level: 3, ...(from && { from }), ...(to && { to }) }],
  }); // prettier-ignore
  const units = [
    unit("old", "03388", "Phường Quyết Tiến", undefined, "2025-06-30"),
    unit("new", "03388", "Phường Đoàn Kết", "2025-07-01"),
    unit("tam", "03517", "Xã Nậm Tăm"),
    unit("cuoi", "03544", "Xã Nậm Cuổi"),
  ];
  const match = (properties: Record<string, unknown>, on = "2025-07-01") =>
    matchOutlines([{ number: 1, properties, polygons: [] }], units, { on, level: 3 }).map((one) => one.unit.uid); // prettier-ignore

  test("is that which has the code on the day", () => {
    expect(match({ code: "03388", name: "Phường Đoàn Kết" })).toEqual(["new"]);
    expect(match({ code: "03388", name: "Phường Quyết Tiến" }, "2025-06-30")).toEqual(["old"]);
  });

  test.each([
    [{ MA_XA: 3517, TEN_XA: "Nậm Tăm" }, "tam"],
    [{ code: "3517" }, "tam"],
    [{ name: "xã  nậm tăm" }, "tam"],
    [{ name: "NẬM CUỔI" }, "cuoi"],
    [{ name: "Xã Nậm Tăm".normalize("NFD") }, "tam"],
    [{ name: "Nam Cuoi" }, "cuoi"],
    [{ code: "03517", name: "Xã Nậm Tâm" }, "tam"],
    [{ code: "99999", name: "Xã Nậm Tăm" }, "tam"],
    [{ id: 3388, ten_xa: "Nậm Tăm", ma_huyen: undefined }, "tam"],
    [{ id: "03517" }, "tam"],
  ])("of %j is found", (properties, uid) => expect(match(properties)).toEqual([uid]));

  test.each([
    [{ code: "03388", name: "Phường Quyết Tiến" }, "outlines-names-differ"],
    [{ code: "99999" }, "outlines-units-unknown"],
    [{ name: "Mường Than" }, "outlines-units-unknown"],
    [{ __proto__: null, constructor: "03388" }, "outlines-units-unknown"],
    [{}, "outlines-units-unknown"],
  ])("of %j is refused", (properties, code) => {
    expect(codeOf(() => match(properties))).toBe(code);
  });

  test("twice in a file is refused", () => {
    const features = [1, 2].map((number) => ({ number, properties: { code: "03517" }, polygons: [] }));
    expect(codeOf(() => matchOutlines(features, units, { on: "2025-07-01" }))).toBe("outlines-units-twice");
  });
});

/** A ring around the origin, at random distances. */
const someRing = fc
  .array(fc.integer({ min: 10, max: 1000 }), { minLength: 3, maxLength: 40 })
  .map((distances): Ring => {
    const ring = distances.map((distance, index): [number, number] => {
      const angle = (2 * Math.PI * index) / distances.length;
      return [(distance / 1000) * Math.cos(angle), (distance / 1000) * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  });

test("a name goes inside its unit, whatever its shape", () => {
  fc.assert(fc.property(someRing, (ring) => isInside(labelPointOf([[ring]]), [ring])));
  const hoop: Polygon = [square, [[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9], [0.1, 0.1]]]; // prettier-ignore
  expect(isInside(labelPointOf([hoop]), hoop)).toBe(true);
  expect(labelPointOf([[square]], [0.2, 0.3])).toEqual([0.2, 0.3]);
  expect(labelPointOf([[square]], [7, 7])).toEqual([0.5, 0.5]);
});

describe("outlines made coarser", () => {
  /** Two units on both sides of a crooked border from south to north, drawn in opposite directions. */
  const someNeighbours = fc
    .array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 60 })
    .map((offsets): Polygon[][] => {
      const border = offsets.map((offset, index): [number, number] => [offset / 1000, (index + 1) / (offsets.length + 1)]); // prettier-ignore
      const middle: [number, number][] = [[0, 0], ...border, [0, 1]];
      const west: Ring = [...middle, [-1, 1], [-1, 0], [0, 0]];
      const east: Ring = [...middle.toReversed(), [1, 0], [1, 1], [0, 1]];
      return [[[west]], [[east]]];
    });

  test("keep a shared border the same on both sides", () => {
    fc.assert(
      fc.property(someNeighbours, fc.integer({ min: 8, max: 40 }), (shapes, positions) => {
        const simple = simplifyOutlines(shapes, { stepsPerDegree: 10_000, positions });
        const total = simple.reduce((sum, [polygon]) => sum + Math.abs(doubleArea(polygon![0]!)) / 2, 0);
        expect(total).toBeCloseTo(2, 9);
      }),
    );
  });

  test("have no more positions than asked for, but all their units", () => {
    fc.assert(
      fc.property(fc.array(someRing, { minLength: 1, maxLength: 8 }), (rings) => {
        const apart = rings.map((ring, index) => [[ring.map(([x, y]): [number, number] => [x + 3 * index, y])]]); // prettier-ignore
        const simple = simplifyOutlines(apart, { stepsPerDegree: 10_000, positions: 60 });
        expect(simple.every((polygons) => polygons.length === 1)).toBe(true);
        expect(simple.flat(2).every((ring) => ring.length >= 4 && doubleArea(ring) !== 0)).toBe(true);
      }),
    );
    const circle: Ring = Array.from({ length: 2_001 }, (_, index) => [Math.cos((index * Math.PI) / 1000), Math.sin((index * Math.PI) / 1000)]); // prettier-ignore
    const [[[ring] = []] = []] = simplifyOutlines([[[circle]]], { stepsPerDegree: 10_000, positions: 100 });
    expect(ring!.length).toBeLessThanOrEqual(101);
    expect(Math.abs(doubleArea(ring!)) / 2).toBeCloseTo(Math.PI, 1);
  });

  test("lose small islands before they lose a unit", () => {
    const island: Ring = square.map(([x, y]) => [5 + x / 100_000, y / 100_000]);
    const simple = simplifyOutlines([[[square], [island]], [[island]]], { stepsPerDegree: 1_000, positions: 50 }); // prettier-ignore
    expect(simple[0]).toEqual([[square]]);
    expect(simple[1]).toEqual([[island]]);
  });

  test("of an endless spiral take no longer than of anything else", () => {
    const spiral: [number, number][] = Array.from({ length: 200_000 }, (_, index) => [(Math.cos(index) * index) / 200_000, (Math.sin(index) * index) / 200_000]); // prettier-ignore
    const began = performance.now();
    simplifyOutlines([[[[...spiral, spiral[0]!]]]], { stepsPerDegree: 100_000, positions: 1_000 });
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
