import type { Directive, DirectiveOutcome } from "#domain/conference.ts";
import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** Adds directives; those whose ids are there already stay as they are. */
export async function addDirectives(
  db: Queryable,
  province: string,
  directives: readonly Directive[],
): Promise<void> {
  await db.query(
    `insert into directive (province, id, conference, position, kind, section, number, words, words_start, words_end,
                            origin, said_on, addressee, named, read_term, indicators, citation, carried_from)
     select $1, id, conference, position, kind, section, number, text, start, "end", origin, "saidOn", addressee, named,
            "readTerm", indicators, citation, "carriedFrom"
     from jsonb_to_recordset($2) as one (id text, conference text, position integer, kind text, section text,
       number text, text text, start integer, "end" integer, origin text, "saidOn" date, addressee text, named text[],
       "readTerm" jsonb, indicators text[], citation jsonb, "carriedFrom" text)
     on conflict (province, id) do nothing`,
    [province, JSON.stringify(directives)],
  );
}

/** The directives of all conferences or of some, in the order of each. */
export async function listDirectives(
  db: Queryable,
  province: string,
  { conferences, ids }: { readonly conferences?: readonly string[]; readonly ids?: readonly string[] } = {},
): Promise<Directive[]> {
  const rows = await db.query<Row>(
    `select id, conference, position, kind, section, number, words as text, words_start as start, words_end as "end",
            origin, said_on as "saidOn", addressee, named, read_term as "readTerm", indicators,
            citation, carried_from as "carriedFrom"
     from directive where province = $1 and ($2::text[] is null or conference = any($2))
       and ($3::text[] is null or id = any($3)) order by conference, position`,
    [province, conferences ?? null, ids ?? null],
  );
  return rows.map(withoutNulls);
}

export async function addDirectiveOutcome(
  db: Queryable,
  province: string,
  { directive, state, note, on, by }: DirectiveOutcome,
): Promise<void> {
  await db.query(
    `insert into directive_outcome (province, directive, number, state, note, noted_on, by)
     select $1::code, $2::code, coalesce(max(number), 0) + 1, $3, $4, $5::date, $6
     from directive_outcome where province = $1::code and directive = $2::code`,
    [province, directive, state, note, on, by],
  );
}

/** The last outcome of each directive that has one. */
export async function listDirectiveOutcomes(db: Queryable, province: string): Promise<DirectiveOutcome[]> {
  return db.query<DirectiveOutcome>(
    `select distinct on (directive) directive, state, note, noted_on as "on", by
     from directive_outcome where province = $1 order by directive, number desc`,
    [province],
  );
}

interface Row {
  readonly id: string;
  readonly conference: string;
  readonly position: number;
  readonly kind: Directive["kind"];
  readonly section: string;
  readonly number: string;
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly origin: Directive["origin"];
  readonly saidOn: string | null;
  readonly addressee: string | null;
  readonly named: readonly string[];
  readonly readTerm: NonNullable<Directive["readTerm"]> | null;
  readonly indicators: readonly string[];
  readonly citation: NonNullable<Directive["citation"]> | null;
  readonly carriedFrom: string | null;
}
