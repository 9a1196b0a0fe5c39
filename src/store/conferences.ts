import type { Conference, NoticeContent } from "#domain/conference.ts";
import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

export type NewConference = Omit<Conference, "revision">;

/** Adds a conference; a second one of the same id changes nothing and is told by `false`. */
export async function addConference(
  db: Queryable,
  province: string,
  conference: NewConference,
  by: string,
): Promise<boolean> {
  const { id, title, period, heldOn, form, rooms, attending, notice, sourceDocument, origin, issuedOn } =
    conference;
  const added = await db.query(
    `insert into conference (province, id, title, period, held_on, form, rooms, attending, notice, source_document,
                             source_text, origin, issued_on, issued_by, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict do nothing returning id`,
    [
      province, id, title, period, heldOn ?? null, form ?? null, rooms, attending, JSON.stringify(notice),
      sourceDocument ?? null, conference.sourceText ?? null, origin, issuedOn ?? null,
      issuedOn === undefined ? null : by, by,
    ], // prettier-ignore
  );
  return added.length > 0;
}

/** Changes what is written about a conference, from the revision that was seen; `false` when that is not the latest. */
export async function changeConference(
  db: Queryable,
  province: string,
  conference: Conference & { readonly issuedBy?: string },
): Promise<boolean> {
  const { id, title, period, heldOn, form, rooms, attending, notice, sourceText, issuedOn, issuedBy } =
    conference;
  const changed = await db.query(
    `update conference set title = $4, period = $5, held_on = $6, form = $7, rooms = $8, attending = $9, notice = $10,
       source_text = $11, issued_on = $12, issued_by = coalesce(issued_by, $13), revision = revision + 1
     where province = $1 and id = $2 and revision = $3 returning id`,
    [
      province, id, conference.revision, title, period, heldOn ?? null, form ?? null, rooms, attending,
      JSON.stringify(notice), sourceText ?? null, issuedOn ?? null, issuedBy ?? null,
    ], // prettier-ignore
  );
  return changed.length > 0;
}

/** All conferences or one, the newest first. */
export async function listConferences(db: Queryable, province: string, id?: string): Promise<Conference[]> {
  const rows = await db.query<Row>(
    `select id, title, period, held_on as "heldOn", form, rooms, attending, notice, source_text as "sourceText",
            source_document as "sourceDocument", origin, issued_on as "issuedOn", revision
     from conference where province = $1 and ($2::text is null or id = $2)
     order by coalesce(held_on, to_date(left(period, 4) || '-12-31', 'YYYY-MM-DD')) desc, period desc, id`,
    [province, id ?? null],
  );
  return rows.map(withoutNulls);
}

export async function findConference(
  db: Queryable,
  province: string,
  id: string,
): Promise<Conference | undefined> {
  return (await listConferences(db, province, id))[0];
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly period: string;
  readonly heldOn: string | null;
  readonly form: string | null;
  readonly rooms: readonly string[];
  readonly attending: readonly string[];
  readonly notice: NoticeContent;
  readonly sourceDocument: string | null;
  readonly sourceText: string | null;
  readonly origin: Conference["origin"];
  readonly issuedOn: string | null;
  readonly revision: number;
}
