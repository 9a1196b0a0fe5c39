import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Grant } from "#domain/account.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { recordAudit } from "#operations/record-audit.ts";
import { saveDataValues } from "#store/data-values.ts";
import type { Database } from "#store/database.ts";
import { foldRollup } from "#store/rollup-fold.ts";
import { addSession } from "#store/sessions.ts";
import { buildDataValue } from "#store/test-builders.ts";
import { contextAs, openTestContext } from "./context.ts";

/** Policies alone: statements are sent as a person's operations would, had they forgotten to ask anything. */

const own = "VN12.03388-2025";
const other = "VN12.03394-2025";
const station: readonly Grant[] = [{ role: "nhap-lieu", orgUnit: own }];
const everyone: Readonly<Record<string, readonly Grant[]>> = {
  "nhập liệu": station,
  duyệt: [{ role: "duyet", orgUnit: own }],
  "chương trình": [{ role: "chuong-trinh", orgUnit: own, programmes: ["Lao"] }],
  "tổng hợp": [{ role: "tong-hop", orgUnit: own }],
  "lãnh đạo": [{ role: "lanh-dao", orgUnit: own }],
  "quản trị": [{ role: "quan-tri", orgUnit: own }],
};

let context: Context;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2026-03-01"));
  const { db, province } = context;
  const values = [own, other].map((orgUnit) => buildDataValue({ element: "hfmd.cases", period: "2026-01", orgUnit, value: 4 })); // prettier-ignore
  await saveDataValues(db, province, values, { by: "machine" });
  await foldRollup(db, province);
  await saveDataValues(db, province, values.map((value) => ({ ...value, value: value.value.plus(1) })), { by: "machine" }); // prettier-ignore
  for (const [userName, orgUnit] of [
    ["tyt.ta", own],
    ["tyt.ban", other],
  ] as const) {
    // prettier-ignore
    await createAccount(context, { userName, fullName: userName, orgUnit, grants: [{ role: "nhap-lieu", orgUnit }] });
    await addSession(db, province, {
      account: userName,
      kind: "browser",
      device: "?",
      address: "",
      tokenHash: userName,
      seconds: 60,
    });
    await recordAudit(db, context, { action: "tried", orgUnit, subject: userName });
  }
});
afterAll(() => close());

const as = async (grants: readonly Grant[], id?: string): Promise<Database> =>
  (await contextAs(context, grants, id)).db;

async function unitsSeen(db: Database, table: string, column = "org_unit"): Promise<string[]> {
  const rows = await db.query<{ unit: string }>(`select distinct ${column} as unit from ${table} order by 1`);
  return rows.map(({ unit }) => unit);
}

test("every table that people's statements reach has policies", async () => {
  const open = await context.db.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relrowsecurity
       and has_any_column_privilege('tuyen_application', oid, 'select, insert, update, references')`,
  );
  expect(open.map(({ name }) => name)).toEqual([]);
});

test("every table is people's, or one of those that only the machine keeps", async () => {
  const shut = await context.db.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and not has_any_column_privilege('tuyen_application', oid, 'select') order by 1`,
  );
  const machines = ["account_backup_code", "migration", "reminder_delivery", "sign_in_failure", "tree_revision"];
  expect(shut.map(({ name }) => name)).toEqual(machines);
});

test("no view leads past the policies", async () => {
  const views = await context.db.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('v', 'm')
       and has_table_privilege('tuyen_application', oid, 'select')
       and not coalesce(reloptions @> '{security_invoker=true}', false)`,
  );
  expect(views.map(({ name }) => name)).toEqual([]);
});

test("the role of people's statements owns nothing and passes by nothing", async () => {
  const [role] = await context.db.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
            (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
     from pg_roles where rolname = 'tuyen_application'`,
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, owned: 0 }); // prettier-ignore
});

test("without a scope there is nothing to see", async () => {
  await context.db.transaction(async (tx) => {
    await tx.query("set local role tuyen_application");
    for (const table of ["data_value", "rollup", "org_unit", "account", "audit"]) {
      expect(await tx.query(`select 1 from ${table} limit 1`)).toEqual([]);
    }
  });
});

describe.each(Object.entries(everyone))("%s of one commune", (_name, grants) => {
  test.each([
    "data_value",
    "data_value_version",
    "target",
    "statement",
    "rollup",
    "rollup_delta",
    "rollup_reporter",
    "report_content",
  ])("sees in %s no other unit, and no total above", async (table) => {
    const seen = await unitsSeen(await as(grants), table);
    expect(seen.filter((unit) => ["VN12", other].includes(unit))).toEqual([]);
  });

  test("sees of accounts, sessions and audit nothing of another unit", async () => {
    const db = await as(grants, "tyt.ta");
    expect(await unitsSeen(db, "account", "id")).toEqual(["tyt.ta"]);
    expect(await unitsSeen(db, "account_grant", "account")).toEqual(["tyt.ta"]);
    expect(await unitsSeen(db, "session", "account")).toEqual(["tyt.ta"]);
    expect((await unitsSeen(db, "audit")).filter((unit) => unit !== own)).toEqual([]);
  });

  test("writes no value, plan or account of another unit", async () => {
    const db = await as(grants);
    const value = buildDataValue({ element: "hfmd.cases", period: "2026-02", orgUnit: other, value: 9 });
    await expect(saveDataValues(db, "VN12", [value], { by: "somebody" })).rejects.toThrow(
      /row-level security/,
    );
    await expect(
      db.query(
        "insert into target (province, data_element, option_combo, period, org_unit, set_by, value) values ('VN12', 'hfmd.cases', '', '2026', $1, 'so-y-te', 1)",
        [other],
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      db.query(
        "insert into account (province, id, full_name, org_unit, created_by) values ('VN12', 'tyt.gia', 'x', $1, 'x')",
        [other],
      ),
    ).rejects.toThrow(/row-level security/);
    expect(
      await db.query("update data_value set value = 0 where org_unit = $1 returning 1", [other]),
    ).toEqual([]);
    expect(await db.query("delete from data_value where org_unit = $1 returning 1", [other])).toEqual([]);
  });

  test.each([
    ["select password_hash from account"],
    ["select totp_secret from account"],
    ["select token_hash from session"],
    ["select 1 from account_backup_code"],
    ["select 1 from sign_in_failure"],
    ["update audit set account = 'x'"],
    ["delete from audit"],
    ["truncate audit"],
    ["delete from data_value_version"],
    ["insert into rollup_delta select * from rollup_delta"],
    ["update rollup set sums = '{}'"],
    ["delete from rollup_mark"],
    ["delete from account"],
    ["select 1 from migration"],
    ["select 1 from rollup_folded_value"],
    ["create table mine (x int)"],
    ["alter table data_value disable row level security"],
  ])("may not %s", async (sql) => {
    await expect((await as(grants)).query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

test("a clerk's own value goes in, with its history and its share of the totals above", async () => {
  const db = await as(station, "tyt.ta");
  const cell = { element: "hfmd.cases", period: "2026-02", orgUnit: own } as const;
  await saveDataValues(db, "VN12", [buildDataValue({ ...cell, value: 2 })], { by: "tyt.ta" });
  await saveDataValues(db, "VN12", [buildDataValue({ ...cell, value: 3 })], { by: "tyt.ta" });
  expect(await db.query("select value::text as value, version from data_value where period = '2026-02'")).toEqual([{ value: "3", version: 2 }]); // prettier-ignore
  expect(await db.query("select 1 from data_value_version where period = '2026-02'")).toHaveLength(1);
  await foldRollup(context.db, "VN12");
  const [above] = await context.db.query<{ sum: string }>(
    "select sums[2]::text as sum from rollup where org_unit = 'VN12' and year = '2026' and kind = 'month' and data_element = 'hfmd.cases' and option_combo = '' and source = 'reported'",
  );
  expect(above?.sum).toBe("3");
});

test.each(["lãnh đạo", "quản trị"])("%s reads figures and changes none, even in scope", async (role) => {
  const db = await as(everyone[role]!);
  const value = buildDataValue({ element: "hfmd.cases", period: "2026-02", orgUnit: own, value: 9 });
  await expect(saveDataValues(db, "VN12", [value], { by: "somebody" })).rejects.toThrow(/row-level security/);
  expect(await unitsSeen(db, "data_value")).toContain(own);
});

test("the audit tells under nobody else's name", async () => {
  const db = await as(station, "tyt.ta");
  const note = "insert into audit (province, account, action) values ('VN12', $1, 'tried')";
  await expect(db.query(note, ["machine"])).rejects.toThrow(/row-level security/);
  await db.query(note, ["tyt.ta"]);
  await expect(context.db.query("update audit set account = 'x'")).rejects.toThrow(/only added to/);
  await expect(context.db.query("truncate audit")).rejects.toThrow(/only added to/);
});

test("upkeep within somebody's transaction sees every row, and only upkeep", async () => {
  const db = await as(station);
  const count = "select count(distinct org_unit)::int as count from data_value where element_is";
  const sql = count.replace("element_is", "data_element = 'hfmd.cases'");
  await db.transaction(async (tx) => {
    const [before] = await tx.query<{ count: number }>(sql);
    const [within] = await tx.asOwner(() => tx.query<{ count: number }>(sql));
    await tx.attempt(() => tx.asOwner(() => tx.query("select 1/0"))).catch(() => undefined);
    const [after] = await tx.query<{ count: number }>(sql);
    expect(within!.count).toBeGreaterThan(before!.count);
    expect(after).toEqual(before);
  });
});
