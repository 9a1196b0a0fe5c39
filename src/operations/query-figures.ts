import type { DataElement } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import { indexFacts, type FigureFacts } from "#domain/figure-facts.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { yearPeriod, type Period } from "#domain/period.ts";
import { compareTrees, type TreeChoice } from "#domain/tree-comparison.ts";
import { listDataElements } from "#store/data-elements.ts";
import type { Queryable } from "#store/database.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";
import { readRollup } from "#store/rollup-transaction.ts";
import { listStatements } from "#store/statements.ts";
import { listTargets } from "#store/targets.ts";
import type { Context } from "./context.ts";
import { answerCells, type AskedCell } from "./query-figures-answer.ts";
import { listColumns, type Column } from "./query-figures-columns.ts";
import { chooseItems, chooseOrgUnits, choosePage, choosePeriods, type Item, type Page } from "./query-figures-selection.ts"; // prettier-ignore
import type { FigureTable, QueryFigures } from "./query-figures-table.ts";

/**
 * Answers a table of figures: every item for every unit, period and role, on one tree. Refuses what is unknown and
 * `too-many-cells`; a long table comes in pages, each saying how many cells there are in all.
 */
export async function queryFigures({ db, province }: Context, query: QueryFigures): Promise<FigureTable> {
  return readRollup(db, province, async (tx) => {
    const { tree = "as-it-stood", source = "reported" } = query;
    const units = await listOrgUnits(tx, province);
    const elements = await listDataElements(tx, province);
    const trees = compareTrees(units, await listSuccessions(tx, province));

    const periods = choosePeriods(query.periods);
    const items = chooseItems(query.items, elements);
    const orgUnits = chooseOrgUnits(query.orgUnits, units, tree, periods);
    const roles = [...new Set(query.roles)];
    const counts = {
      items: items.length,
      orgUnits: orgUnits.length,
      periods: periods.length,
      roles: roles.length,
    };
    const page = choosePage(counts, query);

    const columns = listColumns(periods, roles, query, trees);
    const asked = listAsked(items, orgUnits, columns, page);
    const base = await fetchBase(tx, province, { units, elements, source, periods, tree });
    const answer = await answerCells({ tx, province, source, base, trees, units, asked });
    return { items, orgUnits, periods, roles, tree, elements, page, ...answer };
  });
}

/** The cells of a page. */
function listAsked(
  items: readonly Item[],
  orgUnits: readonly OrgUnit[],
  columns: readonly Column[],
  { offset, end }: Page,
): AskedCell[] {
  return Array.from({ length: end - offset }, (_, index) => {
    const row = Math.floor((offset + index) / columns.length);
    return {
      item: items[Math.floor(row / orgUnits.length)]!,
      orgUnit: orgUnits[row % orgUnits.length]!.uid,
      column: columns[(offset + index) % columns.length]!,
    };
  });
}

/** Everything figures rest on beside values: elements, plans, and what documents print. */
async function fetchBase(
  tx: Queryable,
  province: string,
  of: {
    readonly units: readonly OrgUnit[];
    readonly elements: readonly DataElement[];
    readonly source: DataSource;
    readonly periods: readonly Period[];
    readonly tree: TreeChoice;
  },
): Promise<FigureFacts> {
  const periods = [...new Set(of.periods.flatMap((period) => [period, yearPeriod(period)]))];
  const targets = await listTargets(tx, { province, periods });
  const isAsPrinted = of.source === "reported" && of.tree === "as-it-stood"; // documents speak of the map of their time
  const statements = isAsPrinted ? await listStatements(tx, province) : [];
  return indexFacts({ orgUnits: of.units, elements: of.elements, values: [], targets, statements });
}
