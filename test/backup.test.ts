import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import { formatBackupHeader, headerLength, leftOut, parseBackupHeader } from "#domain/backup-file.ts";
import { backUp } from "#operations/backup.ts";
import { machineUser, type Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { loadCatalogue } from "#operations/load-catalogue.ts";
import { restore } from "#operations/restore.ts";
import { saveDraft } from "#operations/save-draft.ts";
import { openDatabase, type Database } from "#store/database.ts";
import { migrate, readMigrations } from "#store/migrate.ts";
import { foldRollup } from "#store/rollup-fold.ts";
import { openTestDatabase, type TestDatabase } from "#store/test-database.ts";
import { buildKey, handIn, measles } from "./submission-builders.ts";

let folder: string;
let db: TestDatabase;
let context: Context;
let saved: string;
const made: string[] = [];
const opened: Database[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuyen-backup-"));
  saved = join(folder, "sao-luu.tuyen");
  db = await openTestDatabase();
  const province = await loadCatalogue(db, "catalogues/lai-chau", () => undefined);
  context = { db, province, today: "2023-07-05", user: machineUser };
  await handIn(context);
  await handIn(context, { baseVersion: 1, values: { [measles]: "13" } });
  const draft = buildKey({ orgUnit: "tyt-03388" });
  await saveDraft(context, { ...draft, device: "may", deviceTime: "2023-07-04T09:41:00+07:00", ops: [{ cell: measles, value: "4", seen: 0 }] }); // prettier-ignore
  await createAccount(context, { userName: "tram.mot", fullName: "Lò Thị Ánh\t“Một”\nhàng hai", orgUnit: "tyt-03394", grants: [{ role: "nhap-lieu", orgUnit: "tyt-03394" }] }); // prettier-ignore
  await foldRollup(db, province);
  await backUp(db.url, {
    file: saved,
    force: false,
    log: () => undefined,
    now: new Date("2023-07-05T01:00:00Z"),
  });
}, 60_000);
afterAll(async () => {
  for (const each of opened) await each.close();
  for (const name of made) await db.query(`drop database if exists ${name} with (force)`);
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

/** A database with nothing in it, and its address. */
async function openEmpty(): Promise<{ empty: Database; url: string }> {
  const name = `tuyen_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await db.query(`create database ${name}`);
  made.push(name);
  const url = db.url.replace(/\/tuyen_test_[^?]+/, `/${name}`);
  const empty = await openDatabase(url, { connections: 3 });
  opened.push(empty);
  return { empty, url };
}

const quietly = () => undefined;
const tablesOf = async (of: Database) =>
  (await of.query<{ name: string }>("select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1")).map(({ name }) => name); // prettier-ignore

/** Every row of every table that is kept, as text, in an order of its own. */
async function contentOf(of: Database): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const name of await tablesOf(of)) {
    if (Object.hasOwn(leftOut, name)) continue;
    const [row] = await of.query<{ sum: string }>(`select coalesce(md5(string_agg(line, E'\\n' order by line)), '') || ' ' || count(*) as sum from (select whole::text as line from "${name}" as whole) as lines`); // prettier-ignore
    content[name] = row!.sum;
  }
  return content;
}

/** What people see: the report's figures and its text, a table of figures, a form, accounts. */
async function answersOf(of: Context): Promise<string[]> {
  const server = await buildServer({ context: of });
  const addresses = ["/api/figures?period=2023-S1", "/api/reports/2023-S1.json", `/api/analytics?items=${measles}&periods=2023-06&orgUnits=VN12&roles=in_month`, "/api/forms/tiem-chung-xa/2023-06/tyt-03394", "/api/forms/tiem-chung-xa/2023-06/tyt-03388", "/api/accounts"]; // prettier-ignore
  const answers: string[] = [];
  for (const url of addresses) {
    const { statusCode, body } = await server.inject({ url });
    expect([url, statusCode]).toEqual([url, 200]);
    answers.push(body);
  }
  await server.close();
  return answers;
}

describe("a backup", () => {
  test("holds every table of the installation but those that are left out with a reason", async () => {
    const header = parseBackupHeader((await readFile(saved, "utf8")).slice(0, headerLength))!;
    const all = await tablesOf(db);
    expect([...header.tables.map(({ name }) => name), ...Object.keys(leftOut)].toSorted()).toEqual(all);
    expect(header).toMatchObject({ format: 1, province: "VN12", madeAt: "2023-07-05T01:00:00.000Z" });
    expect(header.tables.find(({ name }) => name === "submission_version")?.rows).toBe(2);
    expect((await stat(saved)).mode & 0o777).toBe(0o600);
  });

  test("never takes another file's place unasked, and leaves nothing half-written", async () => {
    const before = await readFile(saved);
    const again = { file: saved, log: quietly, now: new Date("2023-07-06T01:00:00Z") };
    await expect(backUp(db.url, { ...again, force: false })).rejects.toMatchObject({ code: "backup-exists" });
    expect(await readFile(saved)).toEqual(before);
    await expect(backUp(db.url, { ...again, force: true, file: join(folder, "none", "x") })).rejects.toMatchObject({ code: "cannot-write" }); // prettier-ignore
    const { url } = await openEmpty();
    await expect(backUp(url, { ...again, force: true })).rejects.toMatchObject({ code: "backup-nothing" });
    expect(await readFile(saved)).toEqual(before);
    expect(await readdir(folder)).toEqual(["sao-luu.tuyen"]);
  });

  test("restored into an empty place shows the same figures to the byte, and goes on from there", async () => {
    const { empty } = await openEmpty();
    const { upgraded } = await restore(empty, saved, quietly);
    expect(upgraded).toEqual([]);
    expect(await contentOf(empty)).toEqual(await contentOf(db));
    const there: Context = { ...context, db: empty };
    expect(await answersOf(there)).toEqual(await answersOf(context));
    expect(await empty.query("select 1 from session")).toEqual([]);

    // Triggers are at work again, and numbers go on after those that were loaded.
    const [last] = await empty.query<{ id: number }>("select max(id) as id from audit");
    await createAccount(there, { userName: "tram.hai", fullName: "Hai", orgUnit: "tyt-03394", grants: [] });
    const [next] = await empty.query<{ id: number }>("select max(id) as id from audit");
    expect(next!.id).toBeGreaterThan(last!.id);
    await expect(empty.query("delete from audit")).rejects.toThrow("the audit is only added to");
    await handIn(there, { baseVersion: 2, values: { [measles]: "21" } });
    const server = await buildServer({ context: there });
    const { body } = await server.inject({ url: `/api/analytics?items=${measles}&periods=2023-06&orgUnits=VN12.106&roles=in_month` }); // prettier-ignore
    await server.close();
    expect(JSON.parse(body)).toMatchObject({ cells: [{ value: "21" }] });
  }, 60_000);

  test("made while people hand in is one moment: every version has its values and events", async () => {
    const units = ["tyt-03391", "tyt-03400", "tyt-03403", "tyt-03406", "tyt-03409", "tyt-03412"];
    const file = join(folder, "dang-lam.tuyen");
    const working = Promise.all(
      units.map(async (orgUnit) => {
        for (let version = 0; version < 6; version += 1) {
          await handIn(context, { key: buildKey({ orgUnit }), id: randomUUID(), baseVersion: version, values: { [measles]: String(version + 1) } }); // prettier-ignore
        }
      }),
    );
    await backUp(db.url, { file, force: false, log: quietly, now: new Date() });
    await working;
    const { empty } = await openEmpty();
    await restore(empty, file, quietly);
    const [torn] = await empty.query<{ count: number }>(
      `select count(*)::int as count from submission as s where
         version <> (select count(*) from submission_version as v where (v.data_set, v.period, v.org_unit) = (s.data_set, s.period, s.org_unit))
         or events <> (select count(*) from submission_event as e where (e.data_set, e.period, e.org_unit) = (s.data_set, s.period, s.org_unit))
         or (version > 0 and not exists (select from data_value as d, submission_version as v where d.org_unit = s.org_unit and d.period = s.period and d.data_element = '${measles}'
             and (v.data_set, v.period, v.org_unit, v.version) = (s.data_set, s.period, s.org_unit, s.version) and d.value = (v."values" ->> '${measles}')::numeric))`,
    );
    expect(torn?.count).toBe(0);
    await rm(file);
  }, 60_000);

  test("of an older schema is restored as it was and then brought up to date", async () => {
    const { empty: older, url } = await openEmpty();
    const migrations = await readMigrations();
    await migrate(older, migrations.slice(0, -1));
    await older.query("insert into org_unit (province, uid, name, full_name, type, kind) values ('VN99', 'VN99', 'Thử', 'Tỉnh Thử', 'tinh', 'area')"); // prettier-ignore
    const file = join(folder, "cu.tuyen");
    await backUp(url, { file, force: false, log: quietly, now: new Date() });
    const { empty } = await openEmpty();
    expect((await restore(empty, file, quietly)).upgraded).toEqual([migrations.at(-1)!.name]);
    expect(await empty.query("select full_name from org_unit")).toEqual([{ full_name: "Tỉnh Thử" }]);
    await rm(file);
  });
});

describe("a file that cannot be restored is refused, and nothing is half-done", () => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await readFile(saved);
  });

  /** The same backup with something else in it, under a header that says so. */
  function altered(change: (body: string) => string): Buffer {
    const header = parseBackupHeader(bytes.toString("utf8", 0, headerLength))!;
    const body = gzipSync(Buffer.from(change(gunzipSync(bytes.subarray(headerLength)).toString("latin1")), "latin1")); // prettier-ignore
    const sha256 = createHash("sha256").update(body).digest("hex");
    return Buffer.concat([Buffer.from(formatBackupHeader({ ...header, sha256, bytes: body.length })), body]);
  }

  const cases: [string, string, (whole: Buffer) => Buffer][] = [
    ["cut off at the end", "backup-damaged", (whole) => whole.subarray(0, -1)],
    ["cut off in its header", "backup-damaged", (whole) => whole.subarray(0, 100)],
    ["longer than it was", "backup-damaged", (whole) => Buffer.concat([whole, Buffer.from("x")])],
    ["with one bit flipped", "backup-damaged", (whole) => whole.map((byte, index) => (index === headerLength + 5000 ? byte ^ 1 : byte)) as Buffer], // prettier-ignore
    ["of another program", "backup-not-ours", () => Buffer.from("PGDMP\u0001\u000e")],
    ["empty", "backup-not-ours", () => Buffer.alloc(0)],
    ["made by a newer program", "backup-newer", (whole) => withMigrations(whole, (all) => [...all, { name: "999-later", checksum: "x" }])], // prettier-ignore
    ["of a schema that was tampered with", "migration-altered", (whole) => withMigrations(whole, (all) => all.map((each) => ({ ...each, checksum: "x" })))], // prettier-ignore
    ["that ends in the middle of its tables", "backup-damaged", () => altered((body) => body.slice(0, body.length >> 1))], // prettier-ignore
    ["with a table nobody knows", "backup-damaged", () => altered((body) => body.replace('{"name":"account"', '{"name":"accounts"'))], // prettier-ignore
    [
      "with a value that is none",
      "backup-damaged",
      () => altered((body) => body.replace("2023-06", "2023-66")),
    ],
    [
      "with a unit that does not exist",
      "backup-damaged",
      () => altered((body) => body.replace(/("name":"draft_cell"[^]*?)tyt-03388/, "$1tyt-00000")),
    ],
  ];

  function withMigrations(
    whole: Buffer,
    change: (all: readonly { name: string; checksum: string }[]) => { name: string; checksum: string }[],
  ): Buffer {
    const header = parseBackupHeader(whole.toString("utf8", 0, headerLength))!;
    const text = formatBackupHeader({ ...header, migrations: change(header.migrations) });
    return Buffer.concat([Buffer.from(text), whole.subarray(headerLength)]);
  }

  test.each(cases)("%s", async (name, code, change) => {
    const file = join(folder, "hong.tuyen");
    await writeFile(file, change(bytes));
    const { empty } = await openEmpty();
    await expect(restore(empty, file, quietly), name).rejects.toMatchObject({ code });
    expect(await tablesOf(empty)).toEqual([]);
    await rm(file);
  });

  test("into a place that is not empty", async () => {
    const before = await contentOf(db);
    await expect(restore(db, saved, quietly)).rejects.toMatchObject({ code: "restore-not-empty" });
    expect(await contentOf(db)).toEqual(before);
    await expect(restore(db, join(folder, "khong-co"), quietly)).rejects.toMatchObject({
      code: "file-not-found",
    });
  });
});
