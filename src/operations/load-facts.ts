import type { DataSource } from "#domain/data-value.ts";
import { indexFacts, type FactsInput, type FigureFacts } from "#domain/figure-facts.ts";
import { divisions, periodType, samePeriodLastYear, yearPeriod, type Period } from "#domain/period.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataValues } from "#store/data-values.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listStatements } from "#store/statements.ts";
import { listTargets } from "#store/targets.ts";
import type { Context } from "./context.ts";

/** What the figures of a period rest on, ready for looking up. */
export async function loadFacts(
  context: Context,
  period: Period,
  source: DataSource = "reported",
  { approvedOnly = false }: { readonly approvedOnly?: boolean | undefined } = {},
): Promise<FigureFacts> {
  return indexFacts(await fetchFacts(context, relevantPeriods(period), source, { approvedOnly }));
}

/** Fetches everything known for the periods; one data source only. */
export async function fetchFacts(
  { db, province }: Context,
  periods: readonly Period[],
  source: DataSource = "reported",
  { approvedOnly = false }: { readonly approvedOnly?: boolean } = {},
): Promise<FactsInput> {
  const [orgUnits, elements, values, targets, statements] = await Promise.all([
    listOrgUnits(db, province),
    listDataElements(db, province),
    listDataValues(db, { province, periods, source, approvedOnly }),
    listTargets(db, { province, periods }),
    source === "reported" ? listStatements(db, province) : [],
  ]);
  return { orgUnits, elements, values, targets, statements };
}

/** A period, what it is made of, and the year around it; now and a year ago. */
export function relevantPeriods(period: Period): Period[] {
  const around = (of: Period) =>
    periodType(of) === "week"
      ? [of]
      : [of, ...divisions(of).flat(), yearPeriod(of), ...divisions(yearPeriod(of)).flat()];
  return [...new Set([...around(period), ...around(samePeriodLastYear(period))])];
}
