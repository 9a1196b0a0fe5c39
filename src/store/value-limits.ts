import type { ValueLimit } from "#domain/check-values/limits.ts";
import { decimal } from "#domain/decimal.ts";
import type { PeriodType } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { requireDataElements } from "./data-elements.ts";
import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";
import { requireOrgUnits } from "./org-units.ts";

/** Which limit: that of a cell in periods of one type, for a unit, a type of units, or all. */
export type LimitScope = Pick<ValueLimit, "element" | "optionCombo" | "periodType" | "orgUnit" | "unitType">;

/**
 * Saves limits in place of those of the same scope; with `onlyNew`, those that are there already stay. Answers how many
 * were written. Refuses `unknown-data-element` and `unknown-org-unit`.
 */
export async function saveValueLimits(
  db: Queryable,
  province: string,
  limits: readonly ValueLimit[],
  { by, onlyNew = false }: { readonly by: string; readonly onlyNew?: boolean },
): Promise<number> {
  await requireDataElements(db, province, limits.map(({ element }) => element)); // prettier-ignore
  await requireOrgUnits(db, province, limits.flatMap(({ orgUnit }) => orgUnit ?? [])); // prettier-ignore
  const rows = limits.map(({ least, most, ...limit }) => ({
    ...limit,
    least: least?.toFixed(),
    most: most?.toFixed(),
  }));
  const [row] = await db.query<{ written: number }>(
    `with written as (
       insert into value_limit (province, data_element, option_combo, period_type, org_unit, unit_type, least, most,
                                proposed, set_by, reason)
       select $1, element, "optionCombo", "periodType", coalesce("orgUnit", ''), coalesce("unitType", ''), least, most,
              coalesce(proposed, false), $3, reason
       from jsonb_to_recordset($2) as one (element text, "optionCombo" text, "periodType" text, "orgUnit" text,
         "unitType" text, least numeric, most numeric, proposed boolean, reason text)
       on conflict (province, data_element, option_combo, period_type, org_unit, unit_type) do update set
         least = excluded.least, most = excluded.most, proposed = excluded.proposed, reason = excluded.reason,
         set_by = excluded.set_by, set_at = now()
       where not $4
       returning 1
     ) select count(*)::int as written from written`,
    [province, JSON.stringify(rows), by, onlyNew],
  );
  return row?.written ?? 0;
}

interface Row {
  readonly element: string;
  readonly optionCombo: string;
  readonly periodType: PeriodType;
  readonly orgUnit: string | null;
  readonly unitType: string | null;
  readonly least: string | null;
  readonly most: string | null;
  readonly proposed: true | null;
  readonly reason: string | null;
  readonly setBy: string;
  readonly setAt: string;
}

/** A limit as it is kept, with who set it when. */
export interface KeptValueLimit extends ValueLimit {
  readonly setBy: string;
  readonly setAt: string;
}

/** The limits for periods of some types, or all, in the order of their cells. */
export async function listValueLimits(
  db: Queryable,
  province: string,
  periodTypes?: readonly PeriodType[],
): Promise<KeptValueLimit[]> {
  const rows = await db.query<Row>(
    `select data_element as element, option_combo as "optionCombo", period_type as "periodType",
            nullif(org_unit, '') as "orgUnit", nullif(unit_type, '') as "unitType", least, most,
            nullif(proposed, false) as proposed, reason, set_by as "setBy", set_at as "setAt"
     from value_limit where province = $1 and ($2::text[] is null or period_type = any($2))
     order by data_element, option_combo, period_type, org_unit, unit_type`,
    [province, periodTypes ?? null],
  );
  return rows.map(({ least, most, ...row }) => ({
    ...withoutNulls(row),
    ...(least !== null && { least: decimal(least) }),
    ...(most !== null && { most: decimal(most) }),
  }));
}

/** Deletes a limit. Refuses `unknown-limit`. */
export async function deleteValueLimit(db: Queryable, province: string, scope: LimitScope): Promise<void> {
  const { element, optionCombo, periodType, orgUnit = "", unitType = "" } = scope;
  const deleted = await db.query(
    `delete from value_limit
     where province = $1 and data_element = $2 and option_combo = $3 and period_type = $4 and org_unit = $5
       and unit_type = $6 returning 1`,
    [province, element, optionCombo, periodType, orgUnit, unitType],
  );
  if (deleted.length === 0) throw new Refusal("unknown-limit", { element });
}
