import type { ComparedCell, SubmissionComparison, SubmissionKey } from "#contract/submission.ts";
import type { CellValues } from "#domain/form-cell.ts";
import type { FormCell } from "#domain/form.ts";
import { previousPeriod, samePeriodLastYear } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { valueOnForm } from "#domain/submission-check.ts";
import { changedCells } from "#domain/submission-merge.ts";
import { listSubmissionVersions, type SubmissionVersion } from "#store/submission-versions.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { readFormHistory } from "./submission-history.ts";
import { getPlace } from "./submission-place.ts";

/**
 * A version of a submission (the latest, unless one is named) beside the one before it, the period before and the same
 * period last year. Refuses as `getPlace`, and with `nothing-handed-in`.
 */
export async function compareSubmissions(
  context: Context,
  { version: wanted, ...key }: SubmissionKey & { readonly version?: number | undefined },
): Promise<SubmissionComparison> {
  const { db, province } = context;
  const place = await getPlace(context, key);
  allow(context, "read-figures", place);
  const [lastPeriod, lastYear] = [previousPeriod(key.period), samePeriodLastYear(key.period)];
  const [versions, history] = await Promise.all([
    listSubmissionVersions(db, province, place.key),
    readFormHistory(db, province, place, [lastPeriod, lastYear]),
  ]);
  const now = wanted === undefined ? versions[0] : versions.find(({ version }) => version === wanted);
  if (!now) throw new Refusal("nothing-handed-in", { period: key.period, orgUnit: place.unit.fullName });
  const before = versions.find(({ version }) => version === now.version - 1);
  const first = versions.at(-1);
  const compared: Compared = {
    now,
    before: before?.values ?? {},
    first: first?.values ?? {},
    lastPeriod: history.get(lastPeriod) ?? {},
    lastYear: history.get(lastYear) ?? {},
    hasBefore: before !== undefined,
  };
  const names = new Map(place.layout.cells.map((cell) => [cell.cell, cell.name]));
  return {
    key: place.key,
    version: now.version,
    versionBefore: before?.version ?? null,
    lastPeriod,
    lastYear,
    cells: place.layout.cells.map((cell) => compareCell(cell, compared)),
    changes: changedCells(first?.values ?? {}, now.values).map((cell) => ({
      cell,
      name: names.get(cell) ?? { vi: cell, en: cell },
      from: first?.values[cell] ?? null,
      to: now.values[cell] ?? null,
    })),
  };
}

interface Compared {
  readonly now: SubmissionVersion;
  readonly before: CellValues;
  readonly first: CellValues;
  readonly lastPeriod: CellValues;
  readonly lastYear: CellValues;
  readonly hasBefore: boolean;
}

function compareCell(cell: FormCell, compared: Compared): ComparedCell {
  const at = (values: CellValues) => valueOnForm(cell, values)?.toFixed() ?? null;
  const now = valueOnForm(cell, compared.now.values);
  const last = valueOnForm(cell, compared.lastPeriod);
  const before = compared.hasBefore ? at(compared.before) : null;
  const explanation = compared.now.explanations[cell.cell];
  return {
    cell: cell.cell,
    kind: cell.kind,
    name: cell.name,
    unit: cell.unit,
    now: now?.toFixed() ?? null,
    before,
    first: at(compared.first),
    lastPeriod: last?.toFixed() ?? null,
    difference: now && last ? now.minus(last).toFixed() : null,
    lastYear: at(compared.lastYear),
    hasChanged: compared.hasBefore && before !== (now?.toFixed() ?? null),
    findings: compared.now.findings.filter(({ facts }) => facts["cell"] === cell.cell),
    ...(explanation !== undefined && { explanation }),
  };
}
