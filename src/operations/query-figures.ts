import type { DataElement } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import { indexFacts, type FigureFacts } from "#domain/figure-facts.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { yearPeriod, type Period } from "#domain/period.ts";
import type { TreeChoice } from "#domain/tree-comparison.ts";
import type { Queryable } from "#store/database.ts";
import { readRollup } from "#store/rollup-transaction.ts";
import { listStatements } from "#store/statements.ts";
import { listTargets } from "#store/targets.ts";
import { allow, scopeOf } from "./access.ts";
import type { Context } from "./context.ts";
import { withoutSmallCounts } from "./hide-small-counts.ts";
import { answerCells, statedName, type AskedCell } from "./query-figures-answer.ts";
import { readCatalogue } from "./query-figures-catalogue.ts";
import { listColumns, type Column } from "./query-figures-columns.ts";
import { answerIndicators, findAskedIndicators } from "./query-figures-indicators.ts";
import { chooseItems, chooseOrgUnits, choosePage, choosePeriods, type Item, type Page } from "./query-figures-selection.ts"; // prettier-ignore
import type { FigureTable, QueryFigures } from "./query-figures-table.ts";

/**
 * Answers a table of figures: every item for every unit, period and role, on one tree. Refuses what is unknown and
 * `too-many-cells`; a long table comes in pages, each saying how many cells there are in all. Indicators that are not
 * kept yet may be given as drafts.
 */
export async function queryFigures(
  context: Context,
  query: QueryFigures,
  drafts: readonly Indicator[] = [],
): Promise<FigureTable> {
  const { db, province } = context;
  return readRollup(db, province, async (tx, { catalogueVersion, mayFold }) => {
    const { tree = "as-it-stood", source = "reported" } = query;
    const { units, elements, trees } = await readCatalogue(tx, province, catalogueVersion);

    const periods = choosePeriods(query.periods);
    const indicators = await findAskedIndicators(tx, province, query.items, { elements, units }, drafts);
    const listed = indicators ? [...elements, ...indicators.elements] : elements;
    const items = chooseItems(query.items, listed);
    const orgUnits = inScope(context, query, chooseOrgUnits(query.orgUnits, units, tree, periods));
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
    const { base, stated } = await fetchBase(tx, province, { units, elements, source, periods, tree });
    const work = { tx, province, source, base, trees, units, asked };
    const answer = await answerIndicators(work, indicators, query, (some) =>
      answerCells({ ...some, stated, mayFold }),
    );
    const cells = await withoutSmallCounts(tx, context, answer.cells, { elements: listed, units });
    return { items, orgUnits, periods, roles, tree, elements: listed, units, page, ...answer, cells };
  });
}

/** Units asked for by name must be in scope; of all units of a kind, those are answered that are. */
function inScope(context: Context, { orgUnits: { uids } }: QueryFigures, chosen: OrgUnit[]): OrgUnit[] {
  const scope = scopeOf(context);
  if (scope === "all") return chosen;
  if (uids) for (const { uid } of chosen) allow(context, "read-figures", { orgUnit: uid });
  const found = chosen.filter(({ uid }) => scope.has(uid));
  if (found.length === 0) allow(context, "read-figures", { orgUnit: chosen[0]?.uid ?? context.province });
  return found;
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
): Promise<{ readonly base: FigureFacts; readonly stated: ReadonlySet<string> }> {
  const periods = [...new Set(of.periods.flatMap((period) => [period, yearPeriod(period)]))];
  const targets = await listTargets(tx, { province, periods });
  const isAsPrinted = of.source === "reported" && of.tree === "as-it-stood"; // documents speak of the map of their time
  const statements = isAsPrinted ? await listStatements(tx, province) : [];
  return {
    base: indexFacts({ orgUnits: of.units, elements: of.elements, values: [], targets, statements }),
    stated: new Set(statements.map(({ key, role }) => statedName(key, role))),
  };
}
