import type { Queryable } from "./database.ts";

/** A page as somebody set it up. */
export interface StoredView {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly address: string;
  readonly shared: boolean;
  readonly savedAt: string;
}

const columns = `id, owner, name, address, shared, saved_at as "savedAt"`;

/**
 * Saves a view under its owner and name; `undefined` when the owner has one of that name already and it is not to be
 * replaced.
 */
export async function saveView(
  db: Queryable,
  province: string,
  { owner, name, address, shared }: Omit<StoredView, "id" | "savedAt">,
  { replace }: { readonly replace: boolean },
): Promise<StoredView | undefined> {
  const [saved] = await db.query<StoredView>(
    `insert into saved_view (province, owner, name, address, shared) values ($1, $2, $3, $4, $5)
     on conflict (province, owner, name) ${
       replace
         ? "do update set address = excluded.address, shared = excluded.shared, saved_at = now()"
         : "do nothing"
     }
     returning ${columns}`,
    [province, owner, name, address, shared],
  );
  return saved;
}

/** How many views an owner has. */
export async function countViews(db: Queryable, province: string, owner: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "select count(*)::int as count from saved_view where province = $1 and owner = $2",
    [province, owner],
  );
  return row?.count ?? 0;
}

/** The views of an owner, then those that others share. */
export async function listViews(db: Queryable, province: string, owner: string): Promise<StoredView[]> {
  return db.query<StoredView>(
    `select ${columns} from saved_view where province = $1 and (owner = $2 or shared)
     order by owner <> $2, name, owner`,
    [province, owner],
  );
}

/** Deletes a view of the owner; whether there was one. */
export async function deleteView(
  db: Queryable,
  province: string,
  { id, owner }: Pick<StoredView, "id" | "owner">,
): Promise<boolean> {
  const deleted = await db.query(
    "delete from saved_view where province = $1 and id = $2 and owner = $3 returning id",
    [province, id, owner],
  );
  return deleted.length > 0;
}
