import { noticeName, type Notice, type Reminder } from "#domain/reminder.ts";
import type { Queryable, Transaction } from "./database.ts";

const columns = `id, org_unit as "orgUnit", day, at, sent_by as by, notices`;

/** Whom nobody else has told of them on this day: the notices that are noted as sent by this very call. */
export async function claimNotices(
  tx: Transaction,
  province: string,
  { id, orgUnit, day, notices, repeatAfter }: Pick<Reminder, "id" | "orgUnit" | "day" | "notices"> & { readonly repeatAfter: number }, // prettier-ignore
): Promise<Notice[]> {
  const rows = await tx.query<{ notice: string }>(
    `insert into reminder_notice (province, org_unit, notice, day, reminder)
     select $1::code, $2::code, name, $4::date, $5::uuid from unnest($3::text[]) as name
     where not exists (select from reminder_notice as earlier
       where earlier.province = $1::code and earlier.org_unit = $2::code and earlier.notice = name
         and earlier.day > $4::date - $6::int)
     on conflict do nothing returning notice`,
    [province, orgUnit, notices.map(noticeName), day, id, repeatAfter],
  );
  const claimed = new Set(rows.map(({ notice }) => notice));
  return notices.filter((notice) => claimed.has(noticeName(notice)));
}

/** The notices of these that would be sent: nobody has told of them within the days before. */
export async function listUntold(
  db: Queryable,
  province: string,
  { orgUnit, day, notices, repeatAfter }: Pick<Reminder, "orgUnit" | "day" | "notices"> & { readonly repeatAfter: number }, // prettier-ignore
): Promise<Notice[]> {
  const rows = await db.query<{ notice: string }>(
    `select notice from reminder_notice where province = $1 and org_unit = $2 and notice = any($3)
       and day > $4::date - $5::int`,
    [province, orgUnit, notices.map(noticeName), day, repeatAfter],
  );
  const told = new Set(rows.map(({ notice }) => notice));
  return notices.filter((notice) => !told.has(noticeName(notice)));
}

export async function saveReminder(
  tx: Transaction,
  province: string,
  { id, orgUnit, day, by, notices }: Omit<Reminder, "at">,
): Promise<void> {
  await tx.query(
    "insert into reminder (province, id, org_unit, day, sent_by, notices) values ($1, $2, $3, $4, $5, $6)",
    [province, id, orgUnit, day, by, JSON.stringify(notices)],
  );
}

/** What a unit was reminded of since a day, the latest first. */
export function listUnitReminders(
  db: Queryable,
  province: string,
  orgUnit: string,
  since: string,
): Promise<Reminder[]> {
  return db.query(
    `select ${columns} from reminder where province = $1 and org_unit = $2 and day >= $3 order by at desc, id`,
    [province, orgUnit, since],
  );
}
