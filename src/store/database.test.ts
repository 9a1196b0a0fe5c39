import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyLine } from "./copy-text.ts";
import { openDatabase } from "./database.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe("what comes out of the database", () => {
  test("keeps every digit of a number, days as days and moments in UTC", async () => {
    const [row] = await db.query(
      `select 12.70 as money, 123456789012345678901234567890.123456789::numeric as long, date '2023-06-30' as day,
              '2023-06-30 07:00+07'::timestamptz as moment, 9007199254740991::int8 as whole,
              array[1.10, null]::numeric[] as numbers, array[date '2023-01-01'] as days, null::date as nothing`,
    );
    expect(row).toEqual({
      money: "12.70",
      long: "123456789012345678901234567890.123456789",
      day: "2023-06-30",
      moment: "2023-06-30T00:00:00.000Z",
      whole: 9007199254740991,
      numbers: ["1.10", null],
      days: ["2023-01-01"],
      nothing: null,
    });
  });

  test("does not lose digits of a whole number in silence", async () => {
    await expect(db.query("select 9007199254740993::int8")).rejects.toThrow(RangeError);
  });
});

test("any text goes through a copy and comes back the same", async () => {
  await db.query("create table copied (position integer, text text)");
  const text = fc.string({ unit: "grapheme" }).filter((some) => !some.includes("\u0000"));
  const tricky = fc.constantFrom(
    "\\N",
    "\\.",
    "\t",
    "a\\tb",
    "\r\n",
    "",
    "Số liệu \\ 6 tháng",
    '"',
    "\u2028",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.oneof(text, tricky)), { maxLength: 20 }), async (texts) => {
      await db.query("truncate copied");
      const count = await db.copyIn("copy copied from stdin", texts.map((one, at) => copyLine([at, one]))); // prettier-ignore
      const rows = await db.query<{ text: string | null }>("select text from copied order by position");
      expect(count).toBe(texts.length);
      expect(rows.map((row) => row.text)).toEqual(texts);
    }),
    { numRuns: 40 },
  );
});

async function* broken() {
  yield "one\n";
  throw new Error("the file ended early");
}

describe("a transaction", () => {
  test("is undone as a whole when its work fails, and leaves the connection usable", async () => {
    await db.query("create table entry (number integer primary key)");
    const failing = db.transaction(async (tx) => {
      await tx.query("insert into entry values (1)");
      await tx.query("insert into entry values (1)");
    });
    await expect(failing).rejects.toThrow("duplicate key");
    expect(await db.query("select * from entry")).toEqual([]);
  });

  test("undoes an attempt alone", async () => {
    await db.query("create table attempted (number integer primary key)");
    await db.transaction(async (tx) => {
      await tx.query("insert into attempted values (1)");
      const second = tx.attempt(() => tx.query("insert into attempted values (2), (1)"));
      await expect(second).rejects.toThrow("duplicate key");
      await tx.attempt(() => tx.query("insert into attempted values (3)"));
    });
    expect(await db.query("select number from attempted order by 1")).toEqual([{ number: 1 }, { number: 3 }]);
  });

  test("reports a stream that breaks off, and keeps nothing of it", async () => {
    await db.query("create table streamed (line text)");
    await expect(db.copyIn("copy streamed from stdin", broken())).rejects.toThrow("the file ended early");
    expect(await db.query("select * from streamed")).toEqual([]);
  });

  test("fails when its connection is cut, and the next one works", async () => {
    const cut = db.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
      await db.query("select pg_terminate_backend($1)", [own?.pid]);
      await tx.query("select 1");
    });
    await expect(cut).rejects.toThrow();
    expect(await db.query("select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("an address", () => {
  test.each(["", "tuyen", "mysql://localhost/tuyen"])(
    "%j is refused as no address of PostgreSQL",
    async (url) => {
      await expect(openDatabase(url)).rejects.toMatchObject({ code: "database-address-invalid" });
    },
  );

  test("where nobody answers is refused, without telling the password", async () => {
    const refusal: unknown = await openDatabase("postgresql://u:secret@127.0.0.1:9/tuyen").catch(
      (error) => error,
    );
    expect(refusal).toMatchObject({
      code: "database-unreachable",
      facts: { host: "127.0.0.1", port: 9, database: "tuyen" },
    });
    expect(JSON.stringify(refusal)).not.toContain("secret");
  });

  test("of a database that is not there, or with a wrong password, is refused", async () => {
    const missing = db.url.replace(/\/[^/?]+\?/, "/no_such_database?");
    await expect(openDatabase(missing)).rejects.toMatchObject({ code: "database-unreachable" });
    const wrong = db.url.replace(/:[^:@]+@/, ":wrong@");
    await expect(openDatabase(wrong)).rejects.toMatchObject({ code: "database-unreachable" });
  });
});
