import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { LoadedOutlines, Outlines } from "#contract/outline.ts";
import { buildServer } from "#api/server.ts";
import { isInside, type Polygon } from "#domain/outline.ts";
import type { Context } from "#operations/context.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2026-07-20"));
  server = await buildServer({ context });
  await server.ready();
});
beforeEach(() => context.db.query("truncate outline"));
afterAll(async () => {
  await server.close();
  await close();
});

const grid = readFileSync("test/fixtures/outlines/invented-grid.geojson");

async function post(payload: Buffer | string, query: Record<string, string>) {
  const headers = { "content-type": "application/json" };
  const answer = await server.inject({ method: "POST", url: "/api/outlines", payload, query, headers });
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

async function load(payload: Buffer, query: Record<string, string>): Promise<LoadedOutlines> {
  const { status, body } = await post(payload, query);
  expect([status, body]).toEqual([200, expect.anything()]);
  return LoadedOutlines.parse(body);
}

async function map(query: Record<string, string> = {}): Promise<Outlines> {
  const answer = await server.inject({ url: "/api/outlines", query });
  expect(answer.statusCode).toBe(200);
  expect(Buffer.byteLength(answer.payload)).toBeLessThan(300_000);
  return Outlines.parse(answer.json());
}

describe("outlines of an invented grid", () => {
  test("are loaded for the communes of a day, with a place for each name", async () => {
    const loaded = await load(grid, { on: "2025-07-01", level: "3", source: "Lưới tưởng tượng" });
    expect(loaded).toMatchObject({ outlines: 4, points: 1, replaced: 0 });
    const found = await map();
    expect(found).toMatchObject({ on: "2026-07-20", level: 3, source: "Lưới tưởng tượng" });
    expect(found.features).toHaveLength(5);
    expect(found.missing).toHaveLength(33);
    const point = found.features.find(({ geometry }) => geometry === null);
    expect(point).toMatchObject({ id: "VN12.03640-2025", properties: { labelPoint: [10.05, 5.25] } });
    expect(found.features[0]).toMatchObject({ id: "VN12.03388-2025", properties: { name: "Đoàn Kết", labelPoint: [10.05, 5.05] } }); // prettier-ignore
  });

  test("hold from their day until others of the same units do", async () => {
    await load(grid, { on: "2025-07-01", source: "cũ" });
    await load(grid, { on: "2026-01-01", source: "mới" });
    expect((await map({ on: "2025-12-31" })).source).toBe("cũ");
    expect((await map({ on: "2026-01-01" })).source).toBe("mới");
    expect((await map({ on: "2025-06-30" })).features).toEqual([]);
    expect(await load(grid, { on: "2025-07-01", source: "sửa" })).toMatchObject({ replaced: 5 });
    expect((await map({ on: "2025-12-31" })).source).toBe("sửa");
    expect((await map({ on: "2026-01-01" })).source).toBe("mới");
  });

  test("of another day belong to nobody, and nothing is kept of a file with a stranger", async () => {
    const old = await post(grid, { on: "2025-06-30" });
    expect(old).toMatchObject({ status: 400, body: { error: { code: "outlines-names-differ" } } });
    expect(JSON.stringify(old.body)).toContain("03388: tệp ghi “Phường Đoàn Kết”, danh mục ghi “Phường Quyết Tiến”"); // prettier-ignore
    expect(await post(grid, { on: "2025-07-01", level: "2" })).toMatchObject({ body: { error: { code: "outlines-units-unknown" } } }); // prettier-ignore
    const strange = grid.toString().replace("03595", "99999").replace("Xã Than Uyên", "Xã Không Có");
    const answer = await post(strange, { on: "2025-07-01" });
    expect(JSON.stringify(answer.body)).toContain("99999 Xã Không Có");
    expect((await map()).features).toEqual([]);
  });

  test.each<[string, Buffer | string, string]>([
    ["nothing", "", "outlines-not-json"],
    ["half a file", grid.subarray(0, 500), "outlines-not-json"],
    ["no Unicode", Buffer.from([0xff, 0xfe, 0x7b]), "outlines-not-json"],
    ["another JSON", `{"a":1}`, "outlines-not-geojson"],
    ["brackets without end", "[".repeat(1_000_000), "outlines-not-json"],
    ["lists without end", "[".repeat(200_000) + "]".repeat(200_000), "outlines-not-geojson"],
    ["21 MB", Buffer.alloc(21_000_000, 32), "outlines-too-large"],
  ])("are refused for %s", async (_name, payload, code) => {
    expect(await post(payload, { on: "2025-07-01" })).toMatchObject({
      status: 400,
      body: { error: { code } },
    });
  });

  test.each([{}, { on: "2025-02-30" }, { on: "2025-07-01", level: "0" }])("need a day and a level: %j", async (query) => {
    expect((await post(grid, query as Record<string, string>)).status).toBe(400);
  }); // prettier-ignore
});

test("a map of which nothing is known names all its units", async () => {
  const found = await map({ on: "2025-06-30", level: "2" });
  expect(found).toMatchObject({ source: null, loadedOn: null, features: [] });
  expect(found.missing).toHaveLength(8);
});

const real = "../shared/geo/lai-chau.topojson";
describe.skipIf(!existsSync(real))(`the outlines of Lai Châu (${real})`, () => {
  const file = existsSync(real) ? readFileSync(real) : Buffer.alloc(0);
  test.each([
    ["communes2019", "2019-04-01", 3, 108],
    ["communes2020", "2020-02-01", 3, 106],
    ["districts2019", "2019-04-01", 2, 8],
    ["districts2020", "2020-02-01", 2, 8],
    ["communes2025", "2025-07-01", 3, 38],
    ["province", "2004-01-01", 1, 1],
  ])("%s are those in force on %s, all of them", async (object, on, level, count) => {
    const loaded = await load(file, { object, on, level: String(level) });
    expect(loaded).toMatchObject({ outlines: count, points: 0 });
    const found = await map({ on, level: String(level) });
    expect(found.missing).toEqual([]);
    expect(found.features.every(({ properties, geometry }) => isInsideSome(properties.labelPoint, geometry))).toBe(true); // prettier-ignore
  });

  test("of 2020 are not those of the communes of July 2025, though the codes are the same", async () => {
    const answer = await post(file, { object: "communes2020", on: "2025-07-01" });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "outlines-names-differ" } } });
    expect(await post(file, { on: "2025-07-01" })).toMatchObject({ body: { error: { code: "outlines-object-needed" } } }); // prettier-ignore
  });
});

function isInsideSome(point: [number, number], geometry: Outlines["features"][number]["geometry"]): boolean {
  if (!geometry) return false;
  const polygons: Polygon[] = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((polygon) => isInside(point, polygon));
}
