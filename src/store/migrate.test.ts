import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase, type Database } from "./database.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let control: TestDatabase;
let db: Database;
let name = "";
let url = "";

beforeAll(async () => {
  control = await openTestDatabase();
});
afterAll(() => control.close());

beforeEach(async () => {
  name = `tuyen_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  url = control.url.replace(/\/[^/?]+\?/, `/${name}?`);
  await control.query(`create database ${name}`);
  db = await openDatabase(url);
});
afterEach(async () => {
  await db.close();
  await control.query(`drop database ${name} with (force)`);
});

const columns = `
  select table_name, column_name, data_type from information_schema.columns
  where table_schema = 'public' order by 1, 2`;

test("an empty database gets the whole schema, once", async () => {
  const known = await readMigrations();
  expect(await migrate(db)).toEqual(known.map((migration) => migration.name));
  expect(await migrate(db)).toEqual([]);
  expect(await db.query(columns)).toEqual(await control.query(columns));
});

test("every table begins its keys with the province", async () => {
  const keys = await control.query<{ table: string; first: string }>(
    `select indrelid::regclass::text as table, attname as first
     from pg_index join pg_class on pg_class.oid = indrelid and relnamespace = 'public'::regnamespace
     join pg_attribute on attrelid = indrelid and attnum = indkey[0]
     where indisunique and relname <> 'migration'`,
  );
  expect(keys.length).toBeGreaterThan(8);
  expect(keys.filter(({ first }) => first !== "province")).toEqual([]);
});

test("two programs that start at once apply each migration once", async () => {
  const other = await openDatabase(url);
  const done = await Promise.all([migrate(db), migrate(other), migrate(db), migrate(other)]);
  expect(done.flat().toSorted()).toEqual((await readMigrations()).map((migration) => migration.name));
  await other.close();
});

test("a migration that fails leaves nothing behind, and those before it stay", async () => {
  const broken = [
    { name: "001-good", sql: "create table good (a integer)", checksum: "1" },
    { name: "002-bad", sql: "create table half (a integer); select 1 / 0", checksum: "2" },
  ];
  await expect(migrate(db, broken)).rejects.toThrow("division by zero");
  expect(await db.query("select name from migration")).toEqual([{ name: "001-good" }]);
  expect(await db.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
});

test("a database of a newer program, or with an altered migration, is refused untouched", async () => {
  await migrate(db);
  const known = await readMigrations();
  const older = known.slice(0, -1);
  await expect(migrate(db, older)).rejects.toMatchObject({
    code: "database-newer",
    facts: { found: known.at(-1)?.name },
  });
  const altered = known.map((migration) => ({ ...migration, checksum: "other" }));
  await expect(migrate(db, altered)).rejects.toMatchObject({ code: "migration-altered" });
});

test("Windows line ends do not make another migration", async () => {
  const directory = await mkdtemp(join(tmpdir(), "tuyen-migrations-"));
  const source = new URL("./migrations/", import.meta.url);
  for (const file of await readdir(source)) {
    const text = await readFile(new URL(file, source), "utf8");
    await writeFile(join(directory, file), text.replaceAll("\n", "\r\n"));
  }
  expect(await readMigrations(pathToFileURL(`${directory}/`))).toEqual(await readMigrations());
  await rm(directory, { recursive: true });
});
