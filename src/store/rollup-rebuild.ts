import type { Queryable } from "./database.ts";
import { contributionAmounts, contributionKeys, contributionsOfCells, spreadOfContributions } from "./rollup-contributions.ts"; // prettier-ignore
import { reporterMovements, writtenReporters, writtenRows } from "./rollup-rows.ts";

/** What the rollup ought to be for elements ($2), from the values themselves: CTEs `spread` and `reporter_changes`. */
const recomputed = `
  cells as materialized (
    select 1 as sign, source, data_element, org_unit, period, option_combo, value, estimates
    from rollup_folded_value where province = $1 and data_element = any($2)
  ),
  ${contributionsOfCells},
  ${spreadOfContributions},
  ${reporterMovements}`;

/** Makes the rollup of some elements anew; what is pending stays pending. For the holder of the rollup's lock. */
export async function rebuildElements(
  tx: Queryable,
  province: string,
  elements: readonly string[],
): Promise<void> {
  for (const table of ["rollup", "rollup_reporter"]) {
    await tx.query(`delete from ${table} where province = $1 and data_element = any($2)`, [
      province,
      elements,
    ]);
  }
  await tx.query(
    `with ${recomputed}, ${writtenRows("spread")}, ${writtenReporters("reporter_changes")} select`,
    [province, elements],
  );
}

/** Where the rollup and the values disagree. */
export interface RollupDifference {
  readonly table: "rollup" | "rollup_reporter";
  readonly element: string;
  readonly orgUnit: string;
  /** A period, or the half-year or year of a list of reporters. */
  readonly period: string;
  readonly kept: string | null;
  readonly recomputed: string | null;
}

/** Compares the rollup of some elements with their values, row by row. For the holder of the rollup's lock. */
export async function listDifferences(
  tx: Queryable,
  province: string,
  elements: readonly string[],
): Promise<RollupDifference[]> {
  return tx.query(
    `with ${recomputed}
     select 'rollup' as table, data_element as element, org_unit as "orgUnit", period,
            kept.text as kept, spread.text as recomputed
     from (select org_unit, ${contributionKeys}, ${asText(contributionAmounts)} as text
           from rollup where province = $1 and data_element = any($2)) as kept
     full join (select org_unit, ${contributionKeys}, ${asText(contributionAmounts)} as text from spread) as spread
       using (org_unit, ${contributionKeys})
     where kept.text is distinct from spread.text
     union all
     select 'rollup_reporter', data_element, org_unit, bucket, kept.text, changes.text
     from (select source, org_unit, bucket, data_element, kind, ${asText(reporterAmounts)} as text
           from rollup_reporter
           where province = $1 and data_element = any($2) and (own, below, reporters) <> (0, 0, 0)) as kept
     full join (select source, org_unit, bucket, data_element, kind, ${asText(reporterAmounts)} as text
                from reporter_changes) as changes
       using (source, org_unit, bucket, data_element, kind)
     where kept.text is distinct from changes.text
     order by element, "orgUnit", period`,
    [province, elements],
  );
}

const reporterAmounts = ["own", "below", "reporters"];

/** Numbers without the zeros at the end that two ways of adding up may leave. */
function asText(amounts: readonly string[]): string {
  return amounts.map((name) => `trim_scale(${name}::numeric)::text`).join(" || ' ' || ");
}
