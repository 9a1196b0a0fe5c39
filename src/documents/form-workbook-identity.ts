import { createHash } from "node:crypto";
import { isDay } from "#domain/calendar.ts";
import { parseCellName, type CellName, type CellValues } from "#domain/form-cell.ts";
import { decimalPattern } from "#domain/form-values.ts";
import { isPeriod } from "#domain/period.ts";
import type { SubmissionKey } from "#domain/submission.ts";

/** What a form's workbook says about itself on its hidden sheet: which form, which state it was made from. */
export interface WorkbookIdentity extends SubmissionKey {
  /** The first day of the data set's version. */
  readonly validFrom: string;
  /** Made at download: two copies of one form are two devices. */
  readonly copy: string;
  /** The latest hand-in when it was made; 0: none. */
  readonly version: number;
  /** How far the draft had come when it was made. */
  readonly draftRevision: number;
  /** Every cell of the form, typed into or computed; the sheet names them by their place in this list. */
  readonly cells: readonly CellName[];
  /** What the cells held when it was made: only what differs was changed by the person. */
  readonly base: CellValues;
}

/** What the first cell of the form's sheet holds, whatever the sheet is called by now. */
export const sheetMark = "tuyen:form";
/** What the first cell of the hidden sheet holds. */
export const identityMark = "tuyen:identity";

const fields = ["dataSet", "period", "orgUnit", "validFrom", "copy", "version", "draftRevision"] as const;

/** The rows of the hidden sheet: names with their values, then the cells with what they held. */
export function identityRows(identity: WorkbookIdentity): string[][] {
  return [
    [identityMark, "1"],
    ...fields.map((field) => [field, String(identity[field])]),
    ["seal", sealOf(identity)],
    ...identity.cells.map((cell) => ["cell", cell, identity.base[cell] ?? ""]),
  ];
}

/** Reads the rows back; `undefined` when anything in them is not as it was written. */
export function parseIdentity(rows: readonly (readonly string[])[]): WorkbookIdentity | undefined {
  const [mark, ...others] = rows;
  if (mark?.[0] !== identityMark || mark[1] !== "1") return undefined;
  const named = new Map(others.map(([name = "", value = ""]) => [name, value]));
  const listed = others.filter(([name]) => name === "cell");
  const texts = Object.fromEntries(fields.map((field) => [field, named.get(field) ?? ""]));
  const identity: WorkbookIdentity = {
    dataSet: texts["dataSet"] ?? "",
    period: texts["period"] ?? "",
    orgUnit: texts["orgUnit"] ?? "",
    validFrom: texts["validFrom"] ?? "",
    copy: texts["copy"] ?? "",
    version: Number(texts["version"]),
    draftRevision: Number(texts["draftRevision"]),
    cells: listed.map(([, cell = ""]) => cell),
    base: Object.fromEntries(listed.filter(([, , value]) => value).map(([, cell = "", value = ""]) => [cell, value])), // prettier-ignore
  };
  return isWhole(identity) && named.get("seal") === sealOf(identity) ? identity : undefined;
}

function isWhole({
  period,
  validFrom,
  version,
  draftRevision,
  copy,
  cells,
  base,
}: WorkbookIdentity): boolean {
  return (
    isPeriod(period) &&
    isDay(validFrom) &&
    /^[0-9a-f-]{36}$/.test(copy) &&
    [version, draftRevision].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    cells.length > 0 &&
    new Set(cells).size === cells.length &&
    Object.entries(base).every(
      ([cell, value]) => parseCellName(cell) !== undefined && decimalPattern.test(value),
    )
  );
}

/** Tells slips, not forgery: whoever alters a file with care may still send only what the account may send. */
function sealOf({ cells, base, ...identity }: WorkbookIdentity): string {
  const content = [fields.map((field) => String(identity[field])), cells.map((cell) => [cell, base[cell] ?? ""])]; // prettier-ignore
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32);
}
