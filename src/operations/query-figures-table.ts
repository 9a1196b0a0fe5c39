import type { DataElement } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import type { ComparisonBase, FigureRole, FigureState, MissingReason } from "#domain/figure.ts";
import type { OrgUnit, Succession } from "#domain/org-unit.ts";
import type { Period } from "#domain/period.ts";
import type { TreeChoice } from "#domain/tree-comparison.ts";
import type { Item, ItemChoice, OrgUnitChoice, Page } from "./query-figures-selection.ts";

/** What is asked for: every item for every unit, period and role. */
export interface QueryFigures {
  readonly items: readonly ItemChoice[];
  readonly periods: readonly string[];
  readonly orgUnits: OrgUnitChoice;
  readonly roles: readonly FigureRole[];
  /** As the tree stood in each period, or as it stands on an ISO day. */
  readonly tree?: TreeChoice;
  /** What growth is held against; the same period last year unless said otherwise. */
  readonly against?: ComparisonBase;
  /** From January to the end of each period instead of the period alone. */
  readonly yearToDate?: boolean;
  readonly source?: DataSource;
  /** The first cell of the answer, and how many at most. */
  readonly offset?: number;
  readonly limit?: number;
}

/** One number of a table. */
export interface TableCell {
  readonly item: Item;
  readonly orgUnit: string;
  readonly period: Period;
  readonly role: FigureRole;
  /** Exact, in `unit`; changes are signed. */
  readonly value: string | undefined;
  readonly unit: string;
  /** `impossible`: nobody can know, because a unit stands on both sides of a border. */
  readonly state: FigureState | "impossible" | "hidden";
  readonly reason?: MissingReason | "impossible" | "not-on-tree" | "small-count";
  /** Of a hidden small count: it is under this number. */
  readonly below?: number;
  /** How many values it is made of, and how many there would be if everybody had reported; of stocks, units. */
  readonly reported: number;
  readonly expected: number;
  /** Units whose last value is older than the period's end. */
  readonly carried: number;
  /** What a document prints, where that differs. */
  readonly stated?: string;
}

/** What stands behind the numbers of a unit and period on the tree of another day. */
export interface Restatement {
  readonly orgUnit: string;
  readonly period: Period;
  readonly tree: string;
  readonly successions: readonly Succession[];
  /** The units that stand on both sides of the border, where a figure is impossible. */
  readonly crossing: readonly string[];
}

export interface FigureTable {
  readonly items: readonly Item[];
  readonly orgUnits: readonly OrgUnit[];
  readonly periods: readonly Period[];
  readonly roles: readonly FigureRole[];
  readonly tree: TreeChoice;
  /** The catalogue that the table was made with: all elements and all units. */
  readonly elements: readonly DataElement[];
  readonly units: readonly OrgUnit[];
  readonly page: Page;
  /** In the order of items, org units, periods and roles. */
  readonly cells: readonly TableCell[];
  readonly restatements: readonly Restatement[];
}
