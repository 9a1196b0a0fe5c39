import { randomUUID } from "node:crypto";
import { fileSource, readTable, type TableSource } from "#documents/read-table.ts";
import { checkImport, distinctItems } from "#domain/check-import.ts";
import { cellName, type DataValue, type Target } from "#domain/data-value.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { Finding } from "#domain/finding.ts";
import type { NumberNotation } from "#domain/number-reading.ts";
import { figureColumns } from "#exchange/csv/figure-row.ts";
import { readFigureRows, type FigureImport } from "#exchange/csv/figure-rows.ts";
import { importDataValues } from "#store/data-value-import.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataValues, saveDataValues } from "#store/data-values.ts";
import type { Transaction } from "#store/database.ts";
import { listEarlierValues } from "#store/earlier-values.ts";
import { saveImportBatch } from "#store/import-batches.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listTargets, saveTargets } from "#store/targets.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { findLockedValues } from "./locked-values.ts";
import { placeOfValues, sortFigures, type Sorted, type ValueChange } from "./sort-figures.ts";

export interface ImportFigures {
  readonly source: TableSource;
  /** Of the file's bytes, so that the same file is recognised. */
  readonly sha256: string;
  /** Looks at everything and changes nothing. */
  readonly dryRun?: boolean;
  /** A person's answer to which sign marks decimals. */
  readonly notation?: NumberNotation;
}

/** What an import would do or did. Nothing is kept when a finding is blocking. */
export interface ImportOutcome {
  readonly file: string;
  readonly rows: number;
  /** Rows of figures that are computed from others: read, and left to the computation. */
  readonly computed: number;
  /** Rows without a value: not reported, so nothing changes. */
  readonly blank: number;
  readonly unchanged: number;
  readonly inserted: number;
  readonly changed: number;
  /** The first thousand values that change. */
  readonly changes: readonly ValueChange[];
  readonly findings: readonly Finding[];
  readonly isBlocked: boolean;
}

/** Brings figures from a CSV or XLSX file into the store: all of them, or, with a blocking finding, none. */
export async function importFigures(context: Context, input: ImportFigures): Promise<ImportOutcome> {
  const { db, province, today } = context;
  const [elements, orgUnits] = await Promise.all([
    listDataElements(db, province),
    listOrgUnits(db, province),
  ]);
  const table = await readTable(input.source, figureColumns);
  const read = await readFigureRows(table, { elements, orgUnits }, { notation: input.notation });
  allowAll(context, read, elements);
  const { stored, storedTargets } = await listStored(context, read);
  const sorted = await sortFigures(context, { read, table, elements, stored, storedTargets });
  const place = placeOfValues(table);
  const checked = checkImport({ ...read, elements, existing: stored, today, place }).filter(
    (finding) => !isSettled(finding, sorted),
  );
  const rows = new Map<string, number>();
  for (const { item, row } of read.values) rows.set(cellName(item), row);
  const locked = await findLockedValues(context, sorted.replaced(), (value) => ({ place: { ...place, row: rows.get(cellName(value)) } })); // prettier-ignore
  const findings = [...table.findings, ...read.findings, ...sorted.findings, ...checked, ...locked];
  const isBlocked = findings.some(({ severity }) => severity === "blocking");
  if (!isBlocked && !input.dryRun) await keep(context, input, sorted);
  const { unchanged, inserted, changed, changes } = sorted;
  const computed = read.passedOver + sorted.computed;
  const { rows: rowCount, blank } = read;
  return {
    file: table.file,
    rows: rowCount,
    computed,
    blank,
    unchanged,
    inserted,
    changed,
    changes,
    findings,
    isBlocked,
  };
}

/** Refuses (`not-permitted`) a file with a value or plan of a unit or programme for which the user may import none. */
function allowAll(
  context: Context,
  { values, targets }: FigureImport,
  elements: readonly DataElement[],
): void {
  const programmes = new Map(elements.map(({ id, programme }) => [id, programme]));
  const places = new Map<string, { orgUnit: string; programme: string }>();
  const add = ({ element, orgUnit }: { readonly element: string; readonly orgUnit: string }) => {
    const programme = programmes.get(element) ?? "";
    places.set(`${orgUnit}|${programme}`, { orgUnit, programme });
  };
  for (const { item } of values) add(item);
  for (const { item } of targets) add(item);
  for (const place of places.values()) allow(context, "import-values", place);
}

/**
 * Whether a finding is about what the file merely carries along. A computed total follows its edited parts by itself;
 * of two roles of one cell the edited one counts; what was kept before is not warned about again.
 */
function isSettled(
  { code, severity, facts, place }: Finding,
  { computedRows, unchangedRows }: Sorted,
): boolean {
  const rests = (row: unknown) => computedRows.has(Number(row)) || unchangedRows.has(Number(row));
  if (code === "parts-above-whole") return computedRows.has(Number(facts["wholeRow"]));
  if (code === "cell-twice-differs") return facts["role"] !== facts["firstRole"] && (rests(facts["firstRow"]) || rests(place?.row)); // prettier-ignore
  return severity === "warning" && rests(place?.row);
}

/** What is kept for the elements and periods of the file. */
async function listStored(
  { db, province }: Context,
  { values, targets }: FigureImport,
): Promise<{ stored: DataValue[]; storedTargets: Target[] }> {
  const elements = new Set<string>();
  const periods = new Set<string>();
  for (const { item } of values) {
    elements.add(item.element);
    periods.add(item.period);
  }
  const planned = new Set(targets.map(({ item }) => item.period));
  const [stored, storedTargets] = await Promise.all([
    listDataValues(db, { province, periods: [...periods], source: "reported", elements: [...elements] }),
    listTargets(db, { province, periods: [...planned] }),
  ]);
  return { stored, storedTargets };
}

/** Above so many new values the fast way in is worth its temporary table. */
const many = 2000;

async function keep(
  { db, province, user }: Context,
  { source, sha256 }: ImportFigures,
  sorted: Sorted,
): Promise<void> {
  const batch = randomUUID();
  const change = { by: user.id, batch, reason: `import ${source.name}` };
  const { inserted, changed, unchanged } = sorted;
  await db.transaction(async (tx) => {
    await saveImportBatch(tx, province, { id: batch, fileName: source.name, sha256, importedBy: user.id, inserted, changed, unchanged }); // prettier-ignore
    await saveDataValues(tx, province, await withTheirSource(tx, province, sorted.replaced()), change);
    // The fast way in is the table owner's; that every value may be imported was decided above.
    if (inserted > many) await tx.asOwner(() => importDataValues(tx, province, sorted.added(), change));
    else await saveDataValues(tx, province, [...sorted.added()], change);
    await saveTargets(tx, province, [...distinctItems(sorted.targets)]);
  });
}

/** A number put back to what it was before gets back the document it came from. */
async function withTheirSource(tx: Transaction, province: string, values: DataValue[]): Promise<DataValue[]> {
  const earlier = await listEarlierValues(tx, province, values);
  const byCell = new Map(earlier.map((value) => [cellName(value), value]));
  return values.map((value) => byCell.get(cellName(value)) ?? value);
}

/** A file on this machine as something to import. */
export function fileToImport(path: string): TableSource {
  return fileSource(path);
}
