import type { DataSet as PublishedDataSet } from "#contract/data-set.ts";
import type { FormElement, FormPreview } from "#contract/form-preview.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSet } from "#domain/data-set.ts";
import { listDataSetProblems } from "#domain/data-set-problems.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { refusalText } from "#wording/refusals.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

/** Lays a data set out as its units will see it, tells why it could not be kept, and what changes; keeps nothing. */
export async function previewDataSet(context: Context, input: PublishedDataSet): Promise<FormPreview> {
  const { db, province } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  const [elements, units, versions] = await Promise.all([
    listDataElements(db, province),
    listOrgUnits(db, province),
    listDataSetVersions(db, province),
  ]);
  const dataSet = JSON.parse(JSON.stringify(input)) as DataSet; // without `undefined`, as it will be kept
  const byId = new Map(elements.map((element) => [element.id, element]));
  const orgUnits = new Set(units.map(({ uid }) => uid));
  const others = versions.filter(({ id, validFrom }) => id !== dataSet.id || validFrom !== dataSet.validFrom);
  const [problem] = listDataSetProblems(dataSet, { elements: byId, orgUnits, others: [...others, dataSet] });
  const layout = layOutForm(dataSet, byId);
  const before = versions.findLast(({ id, validFrom }) => id === dataSet.id && validFrom < dataSet.validFrom);
  const now = namedCells(dataSet, byId);
  const former = before ? namedCells(before, byId) : [];
  return {
    ...(problem !== undefined && { problem: problemInWords(dataSet, problem) }),
    sections: layout.sections.map(({ rows, columns, ...section }) => ({
      ...section,
      columns: [...columns],
      rows: rows.map(({ name, help, indent, unit, cells }) => ({ name, ...(help && { help }), indent, unit, cells: [...cells] })), // prettier-ignore
    })),
    cells: layout.cells.map((cell) => ({ ...cell, sumOf: cell.sumOf && [...cell.sumOf], wholes: cell.wholes && [...cell.wholes] })), // prettier-ignore
    ...(before && { before: before.validFrom }),
    added: before ? without(now, former) : [],
    removed: without(former, now),
  };
}

/** What a form can ask for, in the order of programme and name. */
export async function listFormElements({ db, province }: Context): Promise<FormElement[]> {
  const elements = await listDataElements(db, province);
  return elements
    .filter(({ formula }) => formula === undefined)
    .map(({ id, name, unit, programme, collected, breakdowns }) => ({
      id,
      name: { ...name },
      unit,
      programme,
      collected,
      dimensions: breakdowns.map(({ dimensions }) => [...dimensions]),
    }))
    .toSorted(
      (a, b) => a.programme.localeCompare(b.programme, "vi") || a.name.vi.localeCompare(b.name.vi, "vi"),
    );
}

function problemInWords({ name }: DataSet, problem: string): FormPreview["problem"] & {} {
  return {
    vi: refusalText("data-set-invalid", { dataSet: name.vi, problem }, "vi"),
    en: refusalText("data-set-invalid", { dataSet: name.en, problem }, "en"),
  };
}

type NamedCell = FormPreview["added"][number];

function namedCells(dataSet: DataSet, elements: ReadonlyMap<string, DataElement>): NamedCell[] {
  return entryCells(layOutForm(dataSet, elements)).map(({ cell, name }) => ({ cell, name: { ...name } }));
}

function without(cells: readonly NamedCell[], others: readonly NamedCell[]): NamedCell[] {
  const known = new Set(others.map(({ cell }) => cell));
  return cells.filter(({ cell }) => !known.has(cell));
}
