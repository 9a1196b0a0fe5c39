import type { OutlineFeature, Outlines, OutlinesQuery } from "#contract/outline.ts";
import { areasOn, type OrgUnit } from "#domain/org-unit.ts";
import { simplifyOutlines } from "#domain/outline-simplify.ts";
import type { Polygon, Position } from "#domain/outline.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listOutlines as listStored, type StoredOutline } from "#store/outlines.ts";
import type { Context } from "./context.ts";
import { today as dayOf } from "./open-installation.ts";

/** What a screen shows of a province: some eleven metres, and positions for less than 300 kB. */
const shownFineness = { stepsPerDegree: 10_000, positions: 12_000 };

/** The areas of a level on a day with their outlines, as fine as a screen shows them; those unknown are named. */
export async function listOutlines(
  { db, province, today }: Context,
  { on = today, level }: OutlinesQuery,
): Promise<Outlines> {
  const units = areasOn(await listOrgUnits(db, province), level, on);
  const stored = await listStored(db, province, { on, orgUnits: units.map(({ uid }) => uid) });
  const simple = simplifyOutlines(stored.map(({ polygons }) => polygons), shownFineness); // prettier-ignore
  const drawn = new Map(stored.map((outline, index) => [outline.orgUnit, { outline, polygons: simple[index]! }])); // prettier-ignore
  const sources = new Set(stored.flatMap(({ source = [] }) => source));
  const latest = stored.map(({ loadedAt }) => loadedAt).toSorted().at(-1); // prettier-ignore
  return {
    type: "FeatureCollection",
    on,
    level,
    source: sources.size === 0 ? null : [...sources].join("; "),
    loadedOn: latest === undefined ? null : dayOf(new Date(latest)),
    missing: units.filter(({ uid }) => !drawn.has(uid)).map(({ uid }) => uid),
    features: units.flatMap((unit) => {
      const found = drawn.get(unit.uid);
      return found ? [featureOf(unit, found.outline, found.polygons)] : [];
    }),
  };
}

function featureOf(
  { uid, name, fullName, code }: OrgUnit,
  { labelPoint }: StoredOutline,
  polygons: readonly Polygon[],
): OutlineFeature {
  const properties = { name, fullName, ...(code !== undefined && { code }), labelPoint: copyOf(labelPoint) };
  return { type: "Feature", id: uid, properties, geometry: geometryOf(polygons) };
}

function geometryOf(polygons: readonly Polygon[]): OutlineFeature["geometry"] {
  const [only, ...more] = polygons.map((rings) => rings.map((ring) => ring.map(copyOf)));
  if (!only) return null;
  return more.length === 0
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: [only, ...more] };
}

function copyOf([longitude, latitude]: Position): [number, number] {
  return [longitude, latitude];
}
