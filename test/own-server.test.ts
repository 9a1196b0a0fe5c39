import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Grant } from "#domain/account.ts";
import { readConfig } from "#operations/config.ts";
import { openInstallation, type Installation } from "#operations/open-installation.ts";
import { queryFigures } from "#operations/query-figures.ts";
import { openDatabase, type Database } from "#store/database.ts";
import { startTestServer } from "#store/test-database.ts";
import { contextAs } from "./context.ts";

/** A department's own server: the account of DATABASE_URL owns its database and is no superuser. */

const name = `tuyen_test_${process.pid}_${randomBytes(4).toString("hex")}`;
let server: Awaited<ReturnType<typeof startTestServer>>;
let control: Database;
let url: string;

beforeAll(async () => {
  server = await startTestServer();
  control = await openDatabase(server.url, { connections: 1 });
  await control.query(
    `do $$ begin
       if not exists (select from pg_roles where rolname = 'tuyen_application') then
         create role tuyen_application nologin;
       end if;
     end $$`,
  );
  await control.query(`create role ${name} login password 'its own' nosuperuser nocreaterole`);
  await control.query(`create database ${name} owner ${name}`);
  const address = new URL(server.url);
  url = `postgresql://${name}:its%20own@${address.host}/${name}`;
});
afterAll(async () => {
  await control.query(`drop database if exists ${name} with (force)`);
  await control.query(`drop role if exists ${name}`);
  await control.close();
  await server.stop();
});

const open = (): Promise<Installation> =>
  openInstallation(readConfig({ DATABASE_URL: url }), () => undefined);

describe("an account that is no superuser", () => {
  test("is told what to run when it may not act as the application's role", async () => {
    await expect(open()).rejects.toMatchObject({ code: "database-role-missing" });
  });

  test("owns everything, and people's statements still see their scope only", async () => {
    await control.query(`grant tuyen_application to ${name}`);
    const { context, close } = await open();
    try {
      const station: Grant = { role: "nhap-lieu", orgUnit: "tyt-03388-2025" };
      const { db } = await contextAs(context, [station]);
      expect(await db.query("select 1 from data_value where org_unit = 'VN12'")).toEqual([]);
      expect(await context.db.query("select 1 from data_value where org_unit = 'VN12' limit 1")).toHaveLength(
        1,
      );
      const leader = await contextAs(context, [{ role: "lanh-dao", orgUnit: "VN12" }]);
      const table = await queryFigures(leader, { items: [{ key: "hfmd.cases" }], periods: ["2023-S1"], orgUnits: { uids: ["VN12"] }, roles: ["actual"] }); // prettier-ignore
      expect(table.cells[0]?.value).toBeDefined();
    } finally {
      await close();
    }
  });
});
