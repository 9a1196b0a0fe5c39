import type { SubmissionKey, SubmissionState } from "#domain/submission.ts";
import type { DataValueKey } from "./data-values.ts";
import type { Queryable } from "./database.ts";

/** A cell whose value in force came in by a hand-in, with where that submission stands now. */
export interface HandedInCell extends Omit<DataValueKey, "source">, SubmissionKey {
  readonly state: SubmissionState;
  readonly approvedTiers: number;
}

/** Those of the cells whose reported value came in by a hand-in; what was imported or corrected since is none. */
export function listHandedInCells(
  db: Queryable,
  province: string,
  cells: readonly Omit<DataValueKey, "source">[],
): Promise<HandedInCell[]> {
  const asked = cells.map(({ element, period, orgUnit, optionCombo }) => ({ element, period, orgUnit, optionCombo })); // prettier-ignore
  return db.query(
    `select now.data_element as element, now.option_combo as "optionCombo", now.period, now.org_unit as "orgUnit",
            submission.data_set as "dataSet", submission.state, submission.approved_tiers as "approvedTiers"
     from jsonb_to_recordset($2) as asked (element text, period text, "orgUnit" text, "optionCombo" text)
     join data_value as now on now.province = $1 and now.data_element = asked.element and now.period = asked.period
       and now.org_unit = asked."orgUnit" and now.option_combo = asked."optionCombo" and now.source = 'reported'
     join submission_version as version on version.province = $1 and version.hand_in = now.batch
     join submission on submission.province = $1 and submission.data_set = version.data_set
       and submission.period = version.period and submission.org_unit = version.org_unit`,
    [province, JSON.stringify(asked)],
  );
}
