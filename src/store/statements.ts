import { optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import type { Statement } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import type { Transaction, Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** Saves what documents print, in this order, in place of all that was known of the same documents. */
export async function saveStatements(
  tx: Transaction,
  province: string,
  statements: readonly Statement[],
): Promise<void> {
  await tx.query("delete from statement where province = $1 and document = any($2)", [
    province,
    [...new Set(statements.map(({ citation }) => citation.document))],
  ]);
  await tx.query(
    `insert into statement (province, document, number, key, role, option_combo, period, org_unit, as_of, against,
                            value, text, decimals, estimate, verbal, note, section, quote)
     select $1, document, number, key, role, "optionCombo", period, "orgUnit", "asOf", against, value, text, decimals,
            coalesce(estimate, false), coalesce(verbal, false), note, section, quote
     from jsonb_to_recordset($2) as statement (document text, number integer, key text, role text,
       "optionCombo" text, period text, "orgUnit" text, "asOf" date, against text, value numeric, text text,
       decimals smallint, estimate boolean, verbal boolean, note text, section text, quote text)`,
    [province, JSON.stringify(statements.map(statementRow))],
  );
}

function statementRow({ citation, breakdown, value, ...statement }: Statement, index: number) {
  return {
    ...statement,
    ...citation,
    number: index + 1,
    optionCombo: optionCombo(breakdown),
    value: value.toFixed(Math.max(statement.decimals, decimalsOf(value.toFixed()))),
  };
}

function decimalsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

interface Row {
  readonly key: string;
  readonly role: Statement["role"];
  readonly optionCombo: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly asOf: string | null;
  readonly against: "plan" | null;
  readonly value: string;
  readonly text: string;
  readonly decimals: number;
  readonly estimate: true | null;
  readonly verbal: true | null;
  readonly note: string | null;
  readonly document: string;
  readonly section: string;
  readonly quote: string;
}

/** All that documents print, document by document, in the order of the documents. */
export async function listStatements(db: Queryable, province: string): Promise<Statement[]> {
  const rows = await db.query<Row>(
    `select key, role, option_combo as "optionCombo", period, org_unit as "orgUnit", as_of as "asOf", against, value,
            text, decimals, nullif(estimate, false) as estimate, nullif(verbal, false) as verbal, note,
            document, section, quote
     from statement where province = $1 order by document, number`,
    [province],
  );
  return rows.map(({ document, section, quote, optionCombo: combo, value, ...rest }) => ({
    ...withoutNulls(rest),
    breakdown: parseOptionCombo(combo) ?? {},
    value: decimal(value),
    citation: { document, section, quote },
  }));
}
