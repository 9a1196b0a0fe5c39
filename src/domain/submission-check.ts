import type { Decimal } from "./decimal.ts";
import type { Finding } from "./finding.ts";
import { entryCells, type FormCell, type FormLayout } from "./form.ts";
import type { CellName, CellValues } from "./form-cell.ts";
import { sumOfCells, valueOf } from "./form-values.ts";

/**
 * What a hand-in must satisfy by its form alone: cells of the form, whole numbers where things are counted, nothing
 * below zero, no part above its whole, not empty. All of it is blocking: no explanation makes 7 of 5 true.
 */
export function checkForm(layout: FormLayout, values: CellValues): Finding[] {
  const cells = new Map(layout.cells.map((cell) => [cell.cell, cell]));
  const findings = Object.keys(values).flatMap((name) => checkCell(name, cells, values));
  if (!entryCells(layout).some(({ cell }) => valueOf(values, cell) !== undefined)) {
    findings.push(blocking("form-empty", {}));
  }
  return findings;
}

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "blocking");
}

/** The value of a cell: typed, or reported as a total, or else added up; `undefined` when it is blank. */
export function valueOnForm({ cell, sumOf }: FormCell, values: CellValues): Decimal | undefined {
  return valueOf(values, cell) ?? (sumOf && sumOfCells(values, sumOf));
}

function checkCell(name: CellName, cells: ReadonlyMap<CellName, FormCell>, values: CellValues): Finding[] {
  const cell = cells.get(name);
  const value = valueOf(values, name);
  if (value === undefined) return [];
  if (cell?.kind !== "entry") return [blocking("cell-not-in-form", { cell: name })];
  const facts = { cell: name, name: cell.name.vi, nameEn: cell.name.en, value: value.toFixed() };
  if (value.lt(0)) return [blocking("value-negative", facts)];
  if (cell.valueType === "integer" && !value.mod(1).eq(0)) return [blocking("value-not-whole", facts)];
  return (cell.wholes ?? []).flatMap((wholeName) => {
    const whole = cells.get(wholeName);
    const most = whole && valueOnForm(whole, values);
    if (!whole || most === undefined || value.lte(most)) return [];
    const of = { whole: wholeName, wholeName: whole.name.vi, wholeNameEn: whole.name.en };
    return [blocking("form-part-above-whole", { ...facts, ...of, wholeValue: most.toFixed() })];
  });
}

function blocking(code: string, facts: Finding["facts"]): Finding {
  return { code, severity: "blocking", facts };
}
