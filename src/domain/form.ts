import { hasDimensions, optionCombo, type Disaggregation } from "./breakdown.ts";
import type { DataElement, TimeNature, ValueType } from "./data-element.ts";
import type { DataSet, FormColumn, FormRow, FormSection, Words } from "./data-set.ts";
import { cellName, parseCellName, type CellName } from "./form-cell.ts";

/** One box of a form: typed into, or computed from others and never stored. */
export interface FormCell {
  readonly cell: CellName;
  readonly kind: "entry" | "computed";
  /** Of the row; empty for a sum over several elements. */
  readonly element: string;
  readonly optionCombo: string;
  readonly name: Words;
  readonly unit: string;
  readonly valueType: ValueType;
  readonly timeNature: TimeNature;
  readonly sumOf?: readonly CellName[];
  /** Cells that this one may not exceed. */
  readonly wholes?: readonly CellName[];
}

export interface LayoutRow {
  readonly name: Words;
  readonly help?: Words;
  readonly indent: number;
  readonly unit: string;
  /** One per column; `null` where there is no such cell. */
  readonly cells: readonly (CellName | null)[];
  readonly denominator?: string;
}

export interface LayoutSection {
  readonly title: Words;
  readonly note?: Words;
  readonly columns: readonly Words[];
  readonly rows: readonly LayoutRow[];
}

/** A form as it is filled in: what stands where, and what each box is. */
export interface FormLayout {
  readonly sections: readonly LayoutSection[];
  readonly cells: readonly FormCell[];
}

const wholeColumn: FormColumn = { name: { vi: "", en: "" }, breakdown: {} };

/**
 * Lays a data set out with the elements it names. The total of a partition whose cells are on the form is computed;
 * anything else that is a cell of its element is to be filled in. Elements that are unknown leave their row empty:
 * `listFormProblems` tells before a data set is kept.
 */
export function layOutForm(
  { sections }: Pick<DataSet, "sections">,
  elements: ReadonlyMap<string, DataElement>,
): FormLayout {
  const places = placesOf(sections);
  const combos = new Map<string, Disaggregation[]>();
  for (const { row, breakdown } of places) {
    if (row.element !== undefined) combos.set(row.element, [...(combos.get(row.element) ?? []), breakdown]);
  }
  const cells: FormCell[] = [];
  const laid = sections.map((section, at) => layOutSection(section, at));
  const byName = new Map(cells.map((cell) => [cell.cell, cell]));
  const finished = cells.map((cell) => withWholes(openSums(cell, byName), elements, byName));
  return { sections: laid, cells: finished };

  function layOutSection(section: FormSection, at: number): LayoutSection {
    const columns = columnsOf(section);
    return {
      title: section.title,
      ...(section.note && { note: section.note }),
      columns: columns.map(({ name }) => name),
      rows: section.rows.map((row, index) => layOutRow(row, columns, `${at + 1}.${index + 1}`)),
    };
  }

  function layOutRow(row: FormRow, columns: readonly FormColumn[], number: string): LayoutRow {
    const found = columns.map((column, index) =>
      row.sumOf === undefined
        ? elementCell(row, column, elements, combos)
        : sumCell(row, column, `sum(${number}.${index + 1})`, elements),
    );
    cells.push(...found.filter((cell) => cell !== undefined));
    const element = elements.get(row.element ?? "");
    return {
      name: row.name ?? element?.name ?? { vi: row.element ?? "", en: row.element ?? "" },
      ...(row.help && { help: row.help }),
      indent: row.indent ?? 0,
      unit: found.find((cell) => cell !== undefined)?.unit ?? element?.unit ?? "",
      cells: found.map((cell) => cell?.cell ?? null),
      ...(row.denominator !== undefined && { denominator: row.denominator }),
    };
  }
}

function elementCell(
  row: FormRow,
  column: FormColumn,
  elements: ReadonlyMap<string, DataElement>,
  combos: ReadonlyMap<string, readonly Disaggregation[]>,
): FormCell | undefined {
  const element = elements.get(row.element ?? "");
  if (!element) return undefined;
  const breakdown = { ...row.breakdown, ...column.breakdown };
  const isTotal = optionCombo(breakdown) === "";
  if (!isTotal && !element.breakdowns.some(({ dimensions }) => hasDimensions(breakdown, dimensions)))
    return undefined;
  const parts = isTotal ? partsOnForm(element, combos.get(element.id) ?? []) : [];
  return {
    cell: cellName(element.id, breakdown),
    kind: parts.length > 0 ? "computed" : "entry",
    element: element.id,
    optionCombo: optionCombo(breakdown),
    name: nameOf(row.name ?? element.name, column.name),
    unit: unitOf(element, breakdown),
    valueType: element.valueType,
    timeNature: element.timeNature,
    ...(parts.length > 0 && { sumOf: parts }),
  };
}

/** The cells of the first partition that has any on the form. */
function partsOnForm(element: DataElement, onForm: readonly Disaggregation[]): CellName[] {
  for (const { relation, dimensions } of element.breakdowns) {
    if (relation !== "partition") continue;
    const parts = onForm.filter((breakdown) => hasDimensions(breakdown, dimensions));
    if (parts.length > 0) return parts.map((breakdown) => cellName(element.id, breakdown));
  }
  return [];
}

function sumCell(
  row: FormRow,
  column: FormColumn,
  cell: CellName,
  elements: ReadonlyMap<string, DataElement>,
): FormCell | undefined {
  const parts = (row.sumOf ?? []).map((name) => inColumn(name, column));
  const first = elements.get(parseCellName(parts[0] ?? "")?.element ?? "");
  if (!first || row.name === undefined) return undefined;
  return {
    cell,
    kind: "computed",
    element: "",
    optionCombo: "",
    name: nameOf(row.name, column.name),
    unit: first.unit,
    valueType: first.valueType,
    timeNature: first.timeNature,
    sumOf: parts,
  };
}

function inColumn(name: CellName, { breakdown }: FormColumn): CellName {
  const own = parseCellName(name);
  if (!own) return name;
  const combo = [own.optionCombo, optionCombo(breakdown)].filter((part) => part !== "").join(";");
  const whole = parseCellName(`${own.element}${combo === "" ? "" : `[${combo}]`}`);
  return whole ? cellName(whole.element, whole.optionCombo) : name;
}

/** Adds up what is filled in: a sum of computed totals is the sum of their parts. */
function openSums(cell: FormCell, byName: ReadonlyMap<CellName, FormCell>): FormCell {
  if (!cell.sumOf) return cell;
  return { ...cell, sumOf: cell.sumOf.flatMap((part) => byName.get(part)?.sumOf ?? [part]) };
}

/** A part of what does not add up is still at most its whole, when the whole is on the form. */
function withWholes(
  cell: FormCell,
  elements: ReadonlyMap<string, DataElement>,
  onForm: ReadonlyMap<CellName, FormCell>,
): FormCell {
  const element = elements.get(cell.element);
  if (!element || cell.optionCombo === "" || !onForm.has(element.id)) return cell;
  const dimensions = cell.optionCombo.split(";").map((part) => part.split("=")[0] ?? "");
  const relation = element.breakdowns.find((each) => [...each.dimensions].toSorted().join() === dimensions.join())?.relation; // prettier-ignore
  return relation === "subset" || relation === "overlapping" ? { ...cell, wholes: [element.id] } : cell;
}

function columnsOf({ columns }: FormSection): readonly FormColumn[] {
  return columns.length === 0 ? [wholeColumn] : columns;
}

function unitOf({ unit, unitsByOption }: DataElement, breakdown: Disaggregation): string {
  const combo = optionCombo(breakdown);
  return unitsByOption?.find((each) => optionCombo(each.breakdown) === combo)?.unit ?? unit;
}

function nameOf(row: Words, column: Words): Words {
  const join = (a: string, b: string) => (b === "" ? a : `${a}, ${b}`);
  return { vi: join(row.vi, column.vi), en: join(row.en, column.en) };
}

interface FormPlace {
  readonly row: FormRow;
  readonly breakdown: Disaggregation;
}

function placesOf(sections: readonly FormSection[]): FormPlace[] {
  return sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      columnsOf(section).map((column) => ({ row, breakdown: { ...row.breakdown, ...column.breakdown } })),
    ),
  );
}

/** What is wrong with a form: elements nobody knows or that are computed, no cell at all, cells written twice. */
export function* listFormProblems(
  dataSet: Pick<DataSet, "sections">,
  elements: ReadonlyMap<string, DataElement>,
): Generator<string> {
  for (const { rows } of dataSet.sections) {
    for (const row of rows) yield* rowProblems(row, elements);
  }
  const layout = layOutForm(dataSet, elements);
  for (const { rows } of layout.sections) {
    for (const row of rows)
      if (row.cells.every((cell) => cell === null)) yield `no such cell: ${row.name.vi}`;
  }
  const names = layout.cells.map(({ cell }) => cell);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) yield `written twice: ${twice}`;
  const known = new Set(names);
  const lost = layout.cells.flatMap(({ sumOf }) => sumOf ?? []).find((name) => !known.has(name));
  if (lost !== undefined) yield `no such cell to add up: ${lost}`;
  if (!layout.cells.some(({ kind }) => kind === "entry")) yield "nothing to fill in";
}

function* rowProblems(row: FormRow, elements: ReadonlyMap<string, DataElement>): Generator<string> {
  const element = elements.get(row.element ?? "");
  if (row.element !== undefined && !element) yield `no such element: ${row.element}`;
  if (element?.formula) yield `computed, not reported: ${element.id}`;
  if (row.denominator !== undefined && !elements.has(row.denominator)) {
    yield `no such element: ${row.denominator}`;
  }
}

/** The cells that are filled in, as opposed to computed. */
export function entryCells({ cells }: Pick<FormLayout, "cells">): FormCell[] {
  return cells.filter(({ kind }) => kind === "entry");
}
