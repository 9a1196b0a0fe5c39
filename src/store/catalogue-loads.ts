import type { Queryable } from "./database.ts";

/** That a province's catalogue was brought into the database, and in which version. */
export interface CatalogueLoad {
  readonly catalogue: string;
  /** A version or the hash of the files. */
  readonly version: string;
  readonly loadedAt: string;
}

/** Notes that a catalogue was loaded just now; earlier loads stay on record. */
export async function saveCatalogueLoad(
  db: Queryable,
  province: string,
  { catalogue, version }: Pick<CatalogueLoad, "catalogue" | "version">,
): Promise<void> {
  await db.query(
    `insert into catalogue_load (province, catalogue, version, loaded_at)
     values ($1, $2, $3, clock_timestamp())`,
    [province, catalogue, version],
  );
}

/** The latest load of a province's catalogue (or of the one named), or `undefined` when there was none. */
export async function findCatalogueLoad(
  db: Queryable,
  province: string,
  catalogue?: string,
): Promise<CatalogueLoad | undefined> {
  const [row] = await db.query<CatalogueLoad>(
    `select catalogue, version, loaded_at as "loadedAt" from catalogue_load
     where province = $1 and ($2::text is null or catalogue = $2)
     order by loaded_at desc limit 1`,
    [province, catalogue ?? null],
  );
  return row;
}
