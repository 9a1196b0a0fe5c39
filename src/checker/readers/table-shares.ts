import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { outsideNumber } from "#checker/outside-numbers.ts";
import { type Quantity } from "#checker/quantities.ts";
import { learnFormulas } from "#checker/table-formulas.ts";
import { isTotalRow, readGrid, type Grid } from "#checker/table-grid.ts";

/** Reads columns that say what part of their column each row is: "Cơ cấu (%)", "Tỷ lệ so với tổng (%)". */
export function readTableShares(document: ReadDocument): readonly Draft[] {
  return document.tables.flatMap((table) => {
    const grid = readGrid(table);
    if (!grid || grid.rows.length < 3) return [];
    const explained = new Set(learnFormulas(grid).map(({ formula }) => formula.target));
    return grid.headers.flatMap((header, column) =>
      shareHeader.test(header) && !explained.has(column) ? readShareColumn(grid, column) : [],
    );
  });
}

const shareHeader = /%|tỷ lệ|tỉ lệ|cơ cấu|tỷ trọng/;
const mostColumns = 14;

/** A row's amount with its printed share. */
interface Row {
  readonly part: Quantity;
  readonly percent: Quantity;
}

function readShareColumn(grid: Grid, column: number): readonly Draft[] {
  for (let source = Math.min(column, mostColumns) - 1; source >= 0; source -= 1) {
    const rows = grid.rows
      .filter((row) => !isTotalRow(row))
      .flatMap((row): readonly Row[] => {
        const [part, percent] = [row.values[source], row.values[column]];
        return part && percent ? [{ part, percent }] : [];
      });
    const whole = wholesOf(grid, source, rows).find((each) => isWholeOf(rows, each.quantity));
    if (whole) return rows.map((row) => draftShare(row, whole));
  }
  return [];
}

interface ColumnWhole {
  readonly quantity: Quantity;
  readonly isPrinted: boolean;
}

/** The total row, the sum of the rows, and the number that most shares imply. */
function wholesOf(grid: Grid, source: number, rows: readonly Row[]): readonly ColumnWhole[] {
  const total = grid.rows.find(isTotalRow)?.values[source];
  const sum = rows.reduce((sofar, { part }) => sofar + valueOf(part), 0);
  const implied = rows
    .filter(({ percent }) => valueOf(percent) > 0)
    .map(({ part, percent }) => Math.round((valueOf(part) / valueOf(percent)) * 100))
    .toSorted((a, b) => a - b);
  const middle = implied[Math.floor(implied.length / 2)];
  return [
    ...(total ? [{ quantity: total, isPrinted: true }] : []),
    { quantity: outsideNumber(String(Number(sum.toFixed(6)))), isPrinted: true },
    ...(middle !== undefined && rows.length >= 5
      ? [{ quantity: outsideNumber(String(middle)), isPrinted: false }]
      : []),
  ];
}

/** At least three rows, and all but one in four, hold of the whole. */
function isWholeOf(rows: readonly Row[], whole: Quantity): boolean {
  const held = rows
    .slice(0, 60)
    .filter((row) => agrees(judge(ratio(100), [row.part, whole], row.percent))).length;
  return held >= 3 && held >= 0.75 * Math.min(60, rows.length);
}

function draftShare({ part, percent }: Row, { quantity, isPrinted }: ColumnWhole): Draft {
  return draftArithmetic({
    kind: "share",
    formula: ratio(100),
    operands: [part, quantity],
    printed: { ...percent, kind: "percent" },
    evidence: isPrinted ? "tight" : "firm",
  });
}
