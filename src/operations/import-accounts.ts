import { isUserName, normaliseUserName, type Grant } from "#domain/account.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { isRole } from "#domain/permission.ts";
import { Refusal } from "#domain/refusal.ts";
import {
  bytesSource,
  fileSource,
  readTable,
  type TableRow,
  type TableSource,
} from "#documents/read-table.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { keepAccount, prepareAccount, type CreateAccount, type CreatedAccount } from "./create-account.ts";

const columns = {
  required: ["userName", "fullName", "orgUnit", "role"],
  optional: ["email", "programmes"],
} as const;
type Column = (typeof columns)["required"][number] | (typeof columns)["optional"][number];

/** More than any province has people who report; a longer list is a mistake. */
const mostRows = 5_000;

/** What is wrong with a row: a code of the refusals, with its facts. */
export interface RowProblem {
  readonly row: number;
  readonly code: string;
  readonly facts: Refusal["facts"];
}

export interface ImportedAccounts {
  /** With the passwords to hand over; none when there is a problem. */
  readonly created: readonly (CreatedAccount & Pick<CreateAccount, "fullName" | "orgUnit">)[];
  readonly problems: readonly RowProblem[];
}

/**
 * Makes accounts from a list (.csv or .xlsx): all of them, or with a problem in any row none. A name on several rows is
 * one account with several roles. Units are written by uid or by their full name.
 */
export async function importAccounts(context: Context, source: TableSource): Promise<ImportedAccounts> {
  allow(context, "manage-accounts");
  const table = await readTable<Column>(source, columns);
  const findUnit = unitFinder(await listOrgUnits(context.db, context.province), context.today);
  const wanted = new Map<string, CreateAccount & { readonly row: number }>();
  const problems: RowProblem[] = [];
  for await (const row of table.rows()) {
    if (wanted.size >= mostRows) throw new Refusal("too-many-rows", { file: source.name, limit: mostRows });
    const read = attempt(row.row, problems, () => readRow(row, findUnit));
    const known = read && wanted.get(read.userName);
    if (read)
      wanted.set(
        read.userName,
        known ? { ...known, grants: [...known.grants, ...read.grants] } : { ...read, row: row.row },
      );
  }
  const prepared = await Promise.all(
    [...wanted.values()].map(async ({ row, ...input }) =>
      prepareAccount(context, input).then(
        (account) => ({ row, account }),
        (error: unknown) => note(row, problems, error),
      ),
    ),
  );
  if (problems.length > 0) return { created: [], problems: inOrder(problems) };
  const accounts = prepared.flatMap((one) => one ?? []);
  try {
    await context.db.transaction(async (tx) => {
      for (const { row, account } of accounts) {
        await keepAccount(tx, context, account).catch((error: unknown) => {
          note(row, problems, error);
          throw error;
        });
      }
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { created: [], problems };
  }
  return { created: accounts.map(({ account: { created, input } }) => ({ ...created, fullName: input.fullName, orgUnit: input.orgUnit })), problems }; // prettier-ignore
}

/** A list on this machine. */
export function accountFile(path: string): TableSource {
  return fileSource(path);
}

/** A list that came over the network. */
export function accountList(name: string, bytes: Uint8Array): TableSource {
  return bytesSource(name, bytes);
}

function readRow({ cells }: TableRow<Column>, findUnit: (text: string) => string): CreateAccount {
  const text = (column: Column) => cells[column]?.text.normalize("NFC").trim() ?? "";
  for (const column of columns.required)
    if (text(column) === "") throw new Refusal("account-cell-empty", { column });
  const userName = normaliseUserName(text("userName"));
  if (!isUserName(userName))
    throw new Refusal("user-name-invalid", { userName: text("userName").slice(0, 60) });
  const role = text("role").toLowerCase();
  if (!isRole(role)) throw new Refusal("unknown-role", { role: role.slice(0, 60) });
  const orgUnit = findUnit(text("orgUnit"));
  const programmes = text("programmes").split(";").map((each) => each.trim()).filter(Boolean); // prettier-ignore
  const grant: Grant = { role, orgUnit, ...(programmes.length > 0 && { programmes }) };
  const email = text("email");
  return {
    userName,
    fullName: text("fullName").slice(0, 200),
    orgUnit,
    ...(email && { email }),
    grants: [grant],
  };
}

/** By uid, or by the full name among units that are open today. Refuses `unknown-org-unit` and `org-unit-ambiguous`. */
function unitFinder(units: readonly OrgUnit[], today: string): (text: string) => string {
  const uids = new Set(units.map(({ uid }) => uid));
  const byName = new Map<string, string[]>();
  for (const unit of units) {
    if (!placementOn(unit, today)) continue;
    const name = unit.fullName.normalize("NFC").toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), unit.uid]);
  }
  return (text) => {
    if (uids.has(text)) return text;
    const found = byName.get(text.toLowerCase()) ?? [];
    if (found.length > 1)
      throw new Refusal("org-unit-ambiguous", { orgUnit: text.slice(0, 200), candidates: found.join(", ") });
    if (!found[0]) throw new Refusal("unknown-org-unit", { orgUnit: text.slice(0, 200) });
    return found[0];
  };
}

function attempt<T>(row: number, problems: RowProblem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    note(row, problems, error);
  }
}

/** A refusal becomes a problem of the row; anything else is a fault and goes on its way. */
function note(row: number, problems: RowProblem[], error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
  problems.push({ row, code: error.code, facts: error.facts });
}

function inOrder(problems: readonly RowProblem[]): RowProblem[] {
  return problems.toSorted((a, b) => a.row - b.row);
}
