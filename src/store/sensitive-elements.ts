import type { SensitiveElement } from "#domain/small-counts.ts";
import type { Queryable } from "./database.ts";

/** The elements whose small counts are hidden outside their programme, in order. */
export async function listSensitiveElements(db: Queryable, province: string): Promise<SensitiveElement[]> {
  return db.query<SensitiveElement>(
    `select data_element as "element", below, reason, set_by as "setBy" from sensitive_element
     where province = $1 order by data_element`,
    [province],
  );
}

export async function saveSensitiveElement(
  db: Queryable,
  province: string,
  { element, below, reason, setBy }: SensitiveElement,
): Promise<void> {
  await db.query(
    `insert into sensitive_element (province, data_element, below, reason, set_by) values ($1, $2, $3, $4, $5)
     on conflict (province, data_element) do update set
       below = excluded.below, reason = excluded.reason, set_by = excluded.set_by, set_at = now()`,
    [province, element, below, reason, setBy],
  );
}

/** Answers whether there was one. */
export async function removeSensitiveElement(
  db: Queryable,
  province: string,
  element: string,
): Promise<boolean> {
  const gone = await db.query(
    "delete from sensitive_element where province = $1 and data_element = $2 returning 1",
    [province, element],
  );
  return gone.length > 0;
}
