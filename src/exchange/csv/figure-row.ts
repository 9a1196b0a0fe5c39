import type { FigureRole } from "#domain/figure.ts";

/** The columns of a file of figures, as `figures --format csv` writes and `import` reads them. */
export const figureColumns = {
  required: ["key", "period", "orgUnit", "breakdown", "role", "value", "unit"],
  optional: ["asOf", "note"],
} as const;

export type FigureColumn =
  (typeof figureColumns)["required"][number] | (typeof figureColumns)["optional"][number];

export const figureColumnOrder: readonly FigureColumn[] = [
  ...figureColumns.required,
  ...figureColumns.optional,
];

/** One figure as text: `breakdown` is `type=…;age=…`, `value` a plain decimal or empty, `asOf` an ISO day or empty. */
export type FigureRow = Readonly<Record<FigureColumn, string>>;

/** Roles that are facts; all others are computed from them. */
const importable = new Set<FigureRole>([
  "actual",
  "in_month",
  "cumulative",
  "stock",
  "plan",
  "denominator",
  "prior_year",
  "percent",
  "rate",
]);

export function isImportable(role: FigureRole): boolean {
  return importable.has(role);
}

export const importableRoles: readonly FigureRole[] = [...importable];

/** A cell of a table that was read: `number` is the exact decimal of a cell stored as a number. */
export interface FigureCell {
  readonly text: string;
  readonly number?: string;
  readonly isFormula?: boolean;
  readonly isPercent?: boolean;
  readonly isError?: boolean;
}

export interface FigureTableRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<FigureColumn, FigureCell>>>;
  readonly isHidden?: boolean;
  readonly width?: { readonly read: number; readonly expected: number };
}

/** A table whose rows are read some hundreds or thousands at a time: to wait for each would take longer than reading it. */
export interface FigureTable {
  readonly file: string;
  readonly sheet?: string;
  readonly columns: Readonly<Partial<Record<FigureColumn, string>>>;
  batches(): AsyncIterable<readonly FigureTableRow[]>;
}
