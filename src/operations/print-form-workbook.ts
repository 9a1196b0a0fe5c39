import { randomUUID } from "node:crypto";
import type { Form } from "#contract/form.ts";
import type { SubmissionKey } from "#contract/submission.ts";
import { printFormWorkbook as printWorkbook, type FormToPrint } from "#documents/form-workbook.ts";
import { placementOn } from "#domain/org-unit.ts";
import { valueOnForm } from "#domain/submission-check.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { periodName } from "#wording/period.ts";
import { listOrgUnits } from "#store/org-units.ts";
import type { Context } from "./context.ts";
import { getForm } from "./get-form.ts";
import type { PrintedFile } from "./print-figure-table.ts";

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A form for a unit and period as a workbook, with what was typed and handed in so far. Refuses as `getForm`. */
export async function printFormWorkbook(context: Context, key: SubmissionKey): Promise<PrintedFile> {
  const form = await getForm(context, key);
  const printed = await formToPrint(context, form, { values: currentValues(form), notes: reasonsOf(form) });
  return { bytes: await printWorkbook(printed), mediaType: workbookType, fileName: workbookName(key) };
}

/** `phieu-tiem-chung-xa-2023-06-tyt-03394.xlsx`: no letters that some system could not keep. */
export function workbookName({ dataSet, period, orgUnit }: SubmissionKey): string {
  return `phieu-${[dataSet, period, orgUnit].join("-").replaceAll(/[^A-Za-z0-9.-]/g, "-")}.xlsx`;
}

/** A form as it goes onto a workbook, with these values and notes; made anew unless it has an identity. */
export async function formToPrint(
  context: Context,
  form: Form,
  own: Pick<FormToPrint, "values" | "notes"> & Partial<Pick<FormToPrint, "identity" | "unread">>,
): Promise<FormToPrint> {
  const { key, dataSet, orgUnit, earlier, sections, cells } = form;
  const superior = await superiorName(context, form);
  return {
    sections,
    cells,
    identity: own.identity ?? identityOf(form, own.values),
    title: dataSet.name.vi,
    orgUnit: orgUnit.fullName,
    ...(superior !== undefined && { superior }),
    period: periodName(key.period),
    lastPeriodName: periodName(earlier.lastPeriod.period),
    lastYearName: periodName(earlier.lastYear.period),
    dueOn: form.dueOn,
    isIllustrative: dataSet.illustrative ?? false,
    ...(dataSet.basis && { basis: dataSet.basis.vi }),
    denominators: denominatorsOf(form),
    values: withTotals(form, own.values),
    lastPeriod: earlier.lastPeriod.values,
    lastYear: earlier.lastYear.values,
    notes: own.notes,
    unread: own.unread ?? new Map(),
    madeOn: context.today,
  };
}

/** What the boxes of the form hold now: what was handed in, or else came in otherwise, under what was typed since. */
export function currentValues({ stand, values, inForce, draft, cells }: Form): CellValues {
  const known: Record<string, string> = { ...(stand.version > 0 ? values : inForce) };
  for (const { cell, value } of draft.cells) {
    if (value === null) delete known[cell];
    else known[cell] = value;
  }
  const entries = new Set(cells.filter(({ kind }) => kind === "entry").map(({ cell }) => cell));
  return Object.fromEntries(Object.entries(known).filter(([cell]) => entries.has(cell)));
}

function identityOf({ key, dataSet, stand, draft, cells }: Form, base: CellValues): FormToPrint["identity"] {
  const { validFrom } = dataSet;
  const names = cells.map(({ cell }) => cell);
  return { ...key, validFrom, copy: randomUUID(), version: stand.version, draftRevision: draft.revision, cells: names, base }; // prettier-ignore
}

function withTotals({ cells }: Form, values: CellValues): CellValues {
  const totals = cells.flatMap((cell) => {
    const total = cell.kind === "computed" ? valueOnForm(cell, values) : undefined;
    return total ? [[cell.cell, total.toFixed()] as const] : [];
  });
  return { ...values, ...Object.fromEntries(totals) };
}

function denominatorsOf({ sections }: Form): CellValues {
  const rows = sections.flatMap((section) => section.rows);
  return Object.fromEntries(
    rows.flatMap(({ denominator, cells }) => {
      const first = cells.find((cell) => cell !== null);
      return denominator !== undefined && first !== undefined ? [[first, denominator]] : [];
    }),
  );
}

/** Why cells of a returned form came back, to stand as comments on them. */
function reasonsOf({ returned }: Form): Map<string, string[]> {
  return new Map((returned?.cells ?? []).map(({ cell, reason }) => [cell, [`Trả lại: ${reason}`]]));
}

async function superiorName({ db, province }: Context, { orgUnit, span }: Form): Promise<string | undefined> {
  const [unit] = await listOrgUnits(db, province, [orgUnit.uid]);
  const parent = unit && placementOn(unit, span.to)?.parent;
  if (parent === undefined) return undefined;
  const [above] = await listOrgUnits(db, province, [parent]);
  return above?.fullName;
}
