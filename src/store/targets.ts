import type { Target } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import { citationColumns, readCitation, type CitationColumns } from "./citations.ts";
import { requireDataElements } from "./data-elements.ts";
import type { Queryable } from "./database.ts";
import { withoutIndicators } from "./indicators.ts";
import { withoutNulls } from "./nulls.ts";
import { requireOrgUnits } from "./org-units.ts";

/**
 * Saves targets; with `onlyNew`, those that are there already keep their value.
 * Refuses with `unknown-data-element` and `unknown-org-unit`.
 */
export async function saveTargets(
  db: Queryable,
  province: string,
  targets: readonly Target[],
  { onlyNew = false } = {},
): Promise<void> {
  const planned = targets.map(({ element }) => element);
  await requireDataElements(db, province, await withoutIndicators(db, province, planned));
  await requireOrgUnits(db, province, targets.map(({ orgUnit }) => orgUnit)); // prettier-ignore
  const rows = targets.map((target) => ({
    ...target,
    value: target.value.toFixed(),
    ...citationColumns(target.citation),
  }));
  await db.query(
    `insert into target (province, data_element, option_combo, period, org_unit, set_by, value, derived, note,
                         citation_document, citation_section, citation_quote)
     select $1, element, "optionCombo", period, "orgUnit", "setBy", value, coalesce(derived, false), note,
            citation_document, citation_section, citation_quote
     from jsonb_to_recordset($2) as target (element text, "optionCombo" text, period text, "orgUnit" text,
       "setBy" text, value numeric, derived boolean, note text,
       citation_document text, citation_section text, citation_quote text)
     on conflict (province, data_element, option_combo, period, org_unit, set_by) do update set
       value = excluded.value, derived = excluded.derived, note = excluded.note,
       citation_document = excluded.citation_document, citation_section = excluded.citation_section,
       citation_quote = excluded.citation_quote
     where not $3`,
    [province, JSON.stringify(rows), onlyNew],
  );
}

interface Row extends CitationColumns {
  readonly element: string;
  readonly optionCombo: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly value: string;
  readonly setBy: string;
  readonly derived: true | null;
  readonly note: string | null;
}

/** The targets set for any of the periods, or all of them. */
export async function listTargets(
  db: Queryable,
  { province, periods }: { readonly province: string; readonly periods?: readonly string[] },
): Promise<Target[]> {
  const rows = await db.query<Row>(
    `select data_element as element, option_combo as "optionCombo", period, org_unit as "orgUnit", value,
            set_by as "setBy", nullif(derived, false) as derived, note,
            citation_document, citation_section, citation_quote
     from target where province = $1 and ($2::text[] is null or period = any($2))
     order by data_element, option_combo, period, org_unit, set_by`,
    [province, periods ?? null],
  );
  return rows.map(readTarget);
}

function readTarget(row: Row): Target {
  const { value, citation_document, citation_section, citation_quote, ...rest } = row;
  const citation = readCitation({ citation_document, citation_section, citation_quote });
  return { ...withoutNulls(rest), value: decimal(value), ...(citation && { citation }) };
}
