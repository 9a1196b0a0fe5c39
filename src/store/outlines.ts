import type { Outline, Polygon, Position } from "#domain/outline.ts";
import type { Queryable, Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** From when outlines hold, who drew them and who brought them in. */
export interface OutlineLoad {
  readonly on: string;
  readonly by: string;
  readonly source?: string | undefined;
}

/**
 * Saves outlines from a day on, in the place of those of the same units from the same day; others stay, so that maps of
 * several times may be loaded in any order. Answers how many were replaced.
 */
export async function saveOutlines(
  tx: Transaction,
  province: string,
  outlines: readonly Outline[],
  { on, by, source }: OutlineLoad,
): Promise<number> {
  const replaced = await tx.query(
    "delete from outline where province = $1 and org_unit = any($2) and valid_from = $3 returning org_unit",
    [province, outlines.map(({ orgUnit }) => orgUnit), on],
  );
  await tx.query(
    `insert into outline
       (province, org_unit, valid_from, label_longitude, label_latitude, geometry, source, loaded_by)
     select $1, "orgUnit", $3, longitude, latitude, geometry, $4, $5
     from jsonb_to_recordset($2)
       as one ("orgUnit" text, longitude double precision, latitude double precision, geometry jsonb)`,
    [province, JSON.stringify(outlines.map(rowOf)), on, source ?? null, by],
  );
  return replaced.length;
}

function rowOf({ orgUnit, labelPoint: [longitude, latitude], polygons }: Outline): object {
  const [only, ...more] = polygons;
  if (!only) return { orgUnit, longitude, latitude, geometry: null };
  const geometry =
    more.length === 0 ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates: polygons };
  return { orgUnit, longitude, latitude, geometry };
} // prettier-ignore

/** An outline with where it comes from. */
export interface StoredOutline extends Outline {
  readonly source?: string;
  /** ISO moment in UTC. */
  readonly loadedAt: string;
}

type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: Polygon }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };

interface Row {
  readonly orgUnit: string;
  readonly labelPoint: Position;
  readonly geometry: Geometry | null;
  readonly source: string | null;
  readonly loadedAt: string;
}

/** The outlines of units as they hold on a day. */
export async function listOutlines(
  db: Queryable,
  province: string,
  { on, orgUnits }: { readonly on: string; readonly orgUnits: readonly string[] },
): Promise<StoredOutline[]> {
  const rows = await db.query<Row>(
    `select distinct on (org_unit) org_unit as "orgUnit",
            jsonb_build_array(label_longitude, label_latitude) as "labelPoint", geometry, source, loaded_at as "loadedAt"
     from outline where province = $1 and org_unit = any($2) and valid_from <= $3
     order by org_unit, valid_from desc`,
    [province, orgUnits, on],
  );
  return rows.map(({ geometry, ...rest }) => ({ ...withoutNulls(rest), polygons: polygonsOf(geometry) }));
}

function polygonsOf(geometry: Geometry | null): readonly Polygon[] {
  if (!geometry) return [];
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}
