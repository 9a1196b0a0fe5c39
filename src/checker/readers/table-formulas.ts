import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { holdsIn, learnFormulas, rowNumbers, type ColumnFormula } from "#checker/table-formulas.ts";
import { readGrid, transposed, type Grid, type GridRow } from "#checker/table-grid.ts";
import { valueOf } from "#checker/intervals.ts";

/** Reads the columns of tables against one another: a relation that most rows obey convicts the rows that do not. */
export function readTableFormulas(document: ReadDocument): readonly Draft[] {
  return document.tables.flatMap((table) => {
    const grid = readGrid(table);
    if (!grid || grid.rows.length < 2) return [];
    const byColumn = learnFormulas(grid).flatMap(({ formula, isSure }) =>
      grid.rows.flatMap((row) => checkRow(row, formula, isSure)),
    );
    return [...byColumn, ...readResultRows(grid)];
  });
}

const resultLabel = /tăng|giảm|chênh lệch|so sánh|so với|tỷ lệ|%/;

/** "Tăng, giảm" and "Tỷ lệ %" may also be rows, below the two times that they compare. */
function readResultRows(grid: Grid): readonly Draft[] {
  if (grid.rows.length > 12 || !grid.rows.some(({ label }) => resultLabel.test(label))) return [];
  const turned = transposed(grid);
  return learnFormulas(turned).flatMap(({ formula, isSure }) =>
    resultLabel.test(turned.headers[formula.target]!)
      ? turned.rows
          .flatMap((row) => checkRow(row, formula, isSure))
          .map((draft): Draft => ({ ...draft, along: "column" }))
      : [],
  );
}

function checkRow(row: GridRow, formula: ColumnFormula, isSure: boolean): readonly Draft[] {
  const numbers = rowNumbers(row, formula);
  if (!numbers || valueOf(numbers.printed) === 0) return [];
  const holds = holdsIn(formula, numbers);
  const evidence = isSure || holds ? "tight" : "firm";
  const direction = formula.isSigned
    ? directionOf(
        numbers.printed.sign === 0 && formula.hasSigns ? 1 : numbers.printed.sign,
        valueOf(numbers.operands[0]!) - valueOf(numbers.operands[1]!),
      )
    : 0;
  const draft = draftArithmetic({
    kind: formula.kind,
    formula: formula.formula,
    ...numbers,
    direction,
    evidence,
  });
  return [{ ...draft, along: "row" }];
}

/** Without a printed sign a change is read in the direction that it has. */
function directionOf(sign: -1 | 0 | 1, change: number): -1 | 1 {
  return sign === 0 ? (change < 0 ? -1 : 1) : sign;
}
