import type { ReportTemplate } from "#domain/report-template.ts";
import type { Queryable } from "./database.ts";

/** Saves one version of a template in place of the same version. */
export async function saveReportTemplate(
  db: Queryable,
  province: string,
  template: ReportTemplate,
): Promise<void> {
  const { id, version, validFrom, validTo, periodTypes } = template;
  await db.query(
    `insert into report_template (province, id, version, valid_from, valid_to, period_types, body)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (province, id, version) do update set
       valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       period_types = excluded.period_types, body = excluded.body`,
    [province, id, version, validFrom, validTo ?? null, periodTypes, JSON.stringify(template)],
  );
}

/** The template for reports on such periods that is in force on a day; of several, the one that came last. */
export async function findReportTemplate(
  db: Queryable,
  province: string,
  { periodType, on }: { readonly periodType: string; readonly on: string },
): Promise<ReportTemplate | undefined> {
  const [row] = await db.query<{ body: ReportTemplate }>(
    `select body from report_template
     where province = $1 and $2 = any(period_types) and valid_from <= $3 and (valid_to is null or valid_to >= $3)
     order by valid_from desc, version desc, id limit 1`,
    [province, periodType, on],
  );
  return row?.body;
}

/** All versions of all templates. */
export async function listReportTemplates(db: Queryable, province: string): Promise<ReportTemplate[]> {
  const rows = await db.query<{ body: ReportTemplate }>(
    "select body from report_template where province = $1 order by id, version",
    [province],
  );
  return rows.map(({ body }) => body);
}
