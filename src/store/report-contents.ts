import type { ReportContent } from "#domain/report-template.ts";
import type { Queryable } from "./database.ts";

/** What was written for a template, period and org unit; with `onlyNew`, what is there already stays. */
export async function saveReportContent(
  db: Queryable,
  province: string,
  { template, period, orgUnit, source, writtenOn, ...body }: ReportContent,
  { onlyNew = false } = {},
): Promise<void> {
  await db.query(
    `insert into report_content (province, template, period, org_unit, body, source, written_on)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (province, template, period, org_unit) do update set
       body = excluded.body, source = excluded.source, written_on = excluded.written_on
     where not $8`,
    [province, template, period, orgUnit, JSON.stringify(body), source, writtenOn, onlyNew],
  );
}

export interface ReportContentKey {
  readonly template: string;
  readonly period: string;
  readonly orgUnit: string;
}

/** What was written for one report, or `undefined` when nothing was. */
export async function findReportContent(
  db: Queryable,
  province: string,
  { template, period, orgUnit }: ReportContentKey,
): Promise<ReportContent | undefined> {
  const [row] = await db.query<
    Omit<ReportContent, "slots" | "texts"> & { body: Pick<ReportContent, "slots" | "texts"> }
  >(
    `select template, period, org_unit as "orgUnit", source, written_on as "writtenOn", body
     from report_content where province = $1 and template = $2 and period = $3 and org_unit = $4`,
    [province, template, period, orgUnit],
  );
  if (row === undefined) return undefined;
  const { body, ...head } = row;
  return { ...head, ...body };
}

/** The periods for which somebody has written something about an org unit, in order. */
export async function listReportContentPeriods(
  db: Queryable,
  province: string,
  orgUnit: string,
): Promise<string[]> {
  const rows = await db.query<{ period: string }>(
    `select distinct period from report_content where province = $1 and org_unit = $2 order by period`,
    [province, orgUnit],
  );
  return rows.map(({ period }) => period);
}
