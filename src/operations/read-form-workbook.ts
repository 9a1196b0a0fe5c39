import type { Form } from "#contract/form.ts";
import type { ReadWorkbook, WorkbookFinding, WorkbookQuery } from "#contract/form-workbook.ts";
import type { HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import { readFormNumbers, placeOf, type WorkbookValues } from "#documents/form-workbook-numbers.ts";
import { readFormSheets, type FilledWorkbook } from "#documents/form-workbook-reading.ts";
import { printFormWorkbook } from "#documents/form-workbook.ts";
import { checkHandIn } from "#domain/hand-in-check.ts";
import type { Finding } from "#domain/finding.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { plainValues } from "#domain/form-values.ts";
import { Refusal } from "#domain/refusal.ts";
import { isBlocked } from "#domain/submission-check.ts";
import { changedCells } from "#domain/submission-merge.ts";
import { findingText } from "#wording/findings.ts";
import { allow, unitsInScope } from "./access.ts";
import type { Context } from "./context.ts";
import { getForm } from "./get-form.ts";
import type { PrintedFile } from "./print-figure-table.ts";
import { formToPrint, workbookName, workbookType } from "./print-form-workbook.ts";
import { saveDraft } from "./save-draft.ts";
import { listFormRules, readFormHistory } from "./submission-history.ts";
import { getPlace, type SubmissionPlace } from "./submission-place.ts";
import { submitDataSet } from "./submit-data-set.ts";

export { formWorkbookLimits } from "#documents/form-workbook-package.ts";

/** An uploaded workbook; with `expected`, it has to be this form's. */
export interface UploadedWorkbook extends WorkbookQuery {
  readonly bytes: Uint8Array;
  readonly expected?: SubmissionKey;
}

/**
 * Reads a filled-in form workbook and says what is wrong with it, cell by cell; when asked, and when every cell could be
 * read, keeps it as a draft or hands it in by the rules of `saveDraft` and `submitDataSet`. Refuses as those, as
 * `readFormSheets`, and with `workbook-of-another-form`, `workbook-of-another-version` and `workbook-outdated`.
 */
export async function readFormWorkbook(context: Context, uploaded: UploadedWorkbook): Promise<ReadWorkbook> {
  const opened = await openUploaded(context, uploaded);
  const answer = publish(opened);
  if (uploaded.save === undefined && uploaded.handIn === undefined) return answer;
  if (isBlocked(opened.read.findings)) return { ...answer, outcome: "blocked" };
  return uploaded.handIn === undefined
    ? keepDraft(context, opened, answer, uploaded.name)
    : handIn(context, opened, answer, uploaded.handIn);
}

/** The same workbook again: what stood in its cells, with a comment on each that something is to be said about. */
export async function annotateFormWorkbook(
  context: Context,
  uploaded: UploadedWorkbook,
): Promise<PrintedFile> {
  const opened = await openUploaded(context, uploaded);
  const form: Form = await getForm(context, opened.place.key);
  const notes = new Map<string, string[]>();
  for (const finding of opened.findings) {
    const cell = String(finding.facts["cell"] ?? "");
    const { place: _, ...said } = finding;
    notes.set(cell, [...(notes.get(cell) ?? []), findingText(said)]);
  }
  const { identity } = opened.filled;
  const { values, unread } = opened.read;
  const bytes = await printFormWorkbook(
    await formToPrint(context, form, { identity, values, notes, unread }),
  );
  return { bytes, mediaType: workbookType, fileName: workbookName(form.key) };
}

interface Opened {
  readonly filled: FilledWorkbook;
  readonly place: SubmissionPlace;
  readonly read: WorkbookValues;
  /** Of reading, then of the form's own checks. */
  readonly findings: readonly Finding[];
  readonly changed: readonly string[];
}

async function openUploaded(context: Context, { bytes, name, expected }: UploadedWorkbook): Promise<Opened> {
  await requireWriter(context, expected);
  const filled = await readFormSheets(bytes, name);
  const { identity } = filled;
  if (expected) await requireSameForm(context, identity, expected);
  const place = await getPlace(context, identity);
  allow(context, "enter-values", place);
  requireSameVersion(filled, place, name);
  const read = readFormNumbers(filled, place.layout.cells);
  const { db, province } = context;
  const [history, rules] = await Promise.all([
    readFormHistory(db, province, place),
    listFormRules(db, province, place),
  ]);
  const checked = checkHandIn({ ...place, ...place.key, values: read.values, history, rules });
  return {
    filled,
    place,
    read,
    findings: [...read.findings, ...checked.map((finding) => onSheet(finding, filled))],
    changed: changedCells(plainValues(identity.base), plainValues(read.values)),
  };
}

/** Asked before the file is opened: who may fill in nothing has no file read. */
async function requireWriter(context: Context, expected: SubmissionKey | undefined): Promise<void> {
  if (expected) allow(context, "enter-values", await getPlace(context, expected));
  else if (unitsInScope(context, "enter-values")?.length === 0) allow(context, "enter-values");
}

async function requireSameForm(
  context: Context,
  found: SubmissionKey,
  expected: SubmissionKey,
): Promise<void> {
  const { dataSet, period, orgUnit } = expected;
  if (found.dataSet === dataSet && found.period === period && found.orgUnit === orgUnit) return;
  const { dataSet: form, unit } = await getPlace(context, expected);
  throw new Refusal("workbook-of-another-form", {
    dataSet: form.name.vi,
    dataSetEn: form.name.en,
    orgUnit: unit.fullName,
    period,
    foundDataSet: found.dataSet,
    foundPeriod: found.period,
    foundOrgUnit: found.orgUnit,
  });
}

function requireSameVersion({ identity }: FilledWorkbook, { dataSet, layout, key }: SubmissionPlace, file: string): void {
  const isSame = identity.validFrom === dataSet.validFrom && identity.cells.join("\n") === layout.cells.map(({ cell }) => cell).join("\n");
  if (!isSame) throw new Refusal("workbook-of-another-version", { file, dataSet: dataSet.name.vi, dataSetEn: dataSet.name.en, period: key.period });
} // prettier-ignore

/** A finding of the form's own checks, with the place where the cell stands in the workbook. */
function onSheet(finding: Finding, { boxes }: FilledWorkbook): Finding {
  const box = boxes.get(String(finding.facts["cell"] ?? ""));
  return box ? { ...finding, place: placeOf(box) } : finding;
}

function publish({ place, read, findings, changed }: Opened): ReadWorkbook {
  return {
    outcome: "read",
    key: place.key,
    dataSet: place.dataSet.name,
    orgUnit: place.unit.fullName,
    values: { ...read.values },
    filled: Object.keys(read.values).length,
    changed: changed.length,
    findings: findings.map(publishFinding),
  };
}

function publishFinding({ place, ...finding }: Finding): WorkbookFinding {
  const { code, severity, facts } = finding;
  const whole = { ...finding, ...(place && { place }) };
  return {
    code,
    severity,
    facts,
    ...(facts["cell"] !== undefined && { cell: String(facts["cell"]) }),
    ...(place?.sheet !== undefined && { sheet: place.sheet }),
    ...(place?.row !== undefined && { row: place.row }),
    ...(place?.column !== undefined && { column: place.column }),
    message: { vi: findingText(whole, "vi"), en: findingText(whole, "en") },
  };
}

/** Each copy of a workbook is a device of its own: what two copies changed differently is answered as a conflict. */
function deviceOf({ identity }: FilledWorkbook): string {
  return `excel-${identity.copy}`;
}

async function keepDraft(
  context: Context,
  { filled, place, read, changed }: Opened,
  answer: ReadWorkbook,
  file: string,
): Promise<ReadWorkbook> {
  const { identity } = filled;
  const { stand } = await getForm(context, place.key);
  if (stand.version !== identity.version) throw new Refusal("workbook-outdated", { file, version: stand.version, seen: identity.version }); // prettier-ignore
  if (changed.length === 0) return { ...answer, outcome: "saved" };
  const values: CellValues = read.values;
  const draft = await saveDraft(context, {
    ...place.key,
    device: deviceOf(filled),
    deviceTime: new Date().toISOString(),
    ops: changed.map((cell) => ({ cell, value: values[cell] ?? null, seen: identity.draftRevision })),
  });
  return { ...answer, outcome: draft.conflicts.length > 0 ? "conflict" : "saved", draft };
}

async function handIn(
  context: Context,
  { filled, place, read }: Opened,
  answer: ReadWorkbook,
  id: string,
): Promise<ReadWorkbook> {
  const { version, draftRevision } = filled.identity;
  const result: HandInAnswer = await submitDataSet(context, {
    ...place.key,
    id,
    baseVersion: version,
    draftRevision,
    values: { ...read.values },
    explanations: {},
    device: deviceOf(filled),
    deviceTime: new Date().toISOString(),
  });
  return { ...answer, outcome: result.outcome === "accepted" ? "handed-in" : result.outcome, handIn: result };
}
