import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import { bytesSource, readTable, tableLimits, type TableSource } from "./read-table.ts";

const columns = { required: ["key", "period", "value"], optional: ["note"] } as const;

describe("a text file", () => {
  test.each([
    ["commas", "key,period,value,note\na.b,2023,5,x\n"],
    ["semicolons", "key;period;value;note\na.b;2023;5;x\n"],
    ["tabs", "key\tperiod\tvalue\tnote\na.b\t2023\t5\tx\n"],
    ["a byte order mark", "\ufeffkey,period,value,note\r\na.b,2023,5,x\r\n"],
    ["Excel's separator line", "sep=;\nkey;period;value;note\na.b;2023;5;x\n"],
    ["quotes around everything", '"key","period","value","note"\n"a.b","2023","5","x"\n'],
    ["other case, order and spaces in the header", " Note ,VALUE,Period,KEY\nx,5,2023,a.b\n"],
    ["old Macintosh line ends", "key,period,value,note\ra.b,2023,5,x\r"],
  ])("with %s is read", async (_, text) => {
    const { rows, findings } = await readAll(text);
    expect(rows.map(({ cells }) => textsOf(cells))).toEqual([
      { key: "a.b", period: "2023", value: "5", note: "x" },
    ]);
    expect(findings).toEqual([]);
  });

  test("keeps blanks apart from zero and counts rows as Excel does", async () => {
    const { rows } = await readAll('key,period,value,note\n\na,2023,,"two\nlines"\n,,,\nb,2023,0,\n');
    expect(rows.map(({ row, cells }) => [row, textsOf(cells)])).toEqual([
      [3, { key: "a", period: "2023", note: "two\nlines" }],
      [5, { key: "b", period: "2023", value: "0" }],
    ]);
  });

  test("says which title rows stand above the header and what columns it leaves aside", async () => {
    const { rows, findings } = await readAll(
      'SỞ Y TẾ TỈNH LAI CHÂU,,,\nBáo cáo "tháng 6",,,\nkey,period,value,Người lập\na,2023,5,Lan\n',
    );
    expect(rows).toHaveLength(1);
    expect(findings).toEqual([
      {
        code: "title-rows-skipped",
        severity: "warning",
        facts: { count: 2, text: "SỞ Y TẾ TỈNH LAI CHÂU", header: 3 },
        place: { file: "test.csv", row: 1 },
      },
      {
        code: "columns-ignored",
        severity: "warning",
        facts: { columns: "Người lập" },
        place: { file: "test.csv", row: 3 },
      },
    ]);
  });

  test("marks a row that has another width than the header: an unquoted 1,5 moves the cells", async () => {
    const { rows } = await readAll("key,period,value,note\na,2023,1,5,\nb,2023\nc,2023,7\n");
    expect(rows.map(({ width }) => width)).toEqual([
      { read: 5, expected: 4 },
      { read: 2, expected: 4 },
      { read: 3, expected: 4 },
    ]);
  });

  test.each([
    ["UTF-16", Buffer.from("\ufeffkey,period,value,note\na,2023,5,trẻ em\n", "utf16le"), "utf-16le"],
    ["UTF-16 without a mark", Buffer.from("key,period,value,note\na,2023,5,trẻ em\n", "utf16le"), "utf-16le"],
    ["TCVN3", Buffer.from("key,period,value,note\na,2023,5,trÎ em\n", "latin1"), "tcvn3"],
    ["TCVN3 kept as Unicode", Buffer.from("key,period,value,note\na,2023,5,trÎ em\n"), "tcvn3"],
    ["VNI", Buffer.from("key,period,value,note\na,2023,5,treû em\n", "latin1"), "vni"],
    ["VNI kept as Unicode", Buffer.from("key,period,value,note\na,2023,5,treû em\n"), "vni"],
    ["Windows-1258", Buffer.from("key,period,value,note\na,2023,5,tre\xd2 em\n", "latin1"), "windows-1258"],
  ])("in %s is converted, and that is said", async (_, bytes, encoding) => {
    const { rows, findings } = await readAll(bytes);
    expect(rows[0]?.cells.note?.text).toBe("trẻ em");
    expect(findings).toMatchObject([
      { code: "encoding-converted", severity: "warning", facts: { encoding } },
    ]);
  });

  test("whatever cells hold, they read back as they were written", async () => {
    const cell = fc
      .string({ unit: "grapheme" })
      .map((text) => text.normalize("NFC").replaceAll(/\0/g, "").trim());
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (notes) => {
        const quoted = notes.map((note, index) => `k${index},2023,1,"${note.replaceAll('"', '""')}"`);
        const { rows } = await readAll(`key,period,value,note\n${quoted.join("\n")}\n`);
        expect(rows.map(({ cells }) => cells.note?.text ?? "")).toEqual(notes);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is no readable table is refused by name", () => {
  const header = "key,period,value,note\n";
  const cases: readonly [name: string, file: string, content: string | Uint8Array, code: string][] = [
    ["an empty file", "a.csv", "", "file-empty"],
    ["blank lines only", "a.csv", "\n\n \n", "table-empty"],
    ["a file with zero bytes in it", "a.csv", `${header}a,2023,\0,\n`, "file-not-a-table"],
    ["a PDF", "a.csv", "%PDF-1.7 …", "file-not-a-table"],
    ["a web page under a table's name", "a.csv", "<html><table></table></html>", "file-not-a-table"],
    ["text under a workbook's name", "a.xlsx", header, "file-damaged"],
    ["text under the name of an old workbook", "a.xls", header, "file-old-office"],
    ["an old workbook", "a.xls", compound("Workbook"), "file-old-office"],
    ["an old workbook under a new name", "a.xlsx", compound("Workbook"), "file-old-office"],
    ["an old Word document", "a.doc", compound("WordDocument"), "file-old-office"],
    ["an encrypted workbook", "a.xlsx", compound("EncryptedPackage"), "file-encrypted"],
    ["an open quote", "a.csv", `${header}a,2023,5,"note\n`, "quote-not-closed"],
    [
      "half a UTF-16 file",
      "a.csv",
      Buffer.from(`\ufeff${header}a`, "utf16le").subarray(0, 47),
      "file-truncated",
    ],
    [
      "bytes of no Vietnamese encoding",
      "a.csv",
      Buffer.from(`${header}a,2023,5,élève façade\n`, "latin1"),
      "encoding-unknown",
    ],
    [
      "UTF-8 that was cut in a letter",
      "a.csv",
      Buffer.from(`${header}a,2023,5,một trẻ`).subarray(0, -1),
      "file-truncated",
    ],
    [
      "one such word at the very end",
      "a.csv",
      Buffer.from(`${header}a,2023,5,b\xf3`, "latin1"),
      "encoding-ambiguous",
    ],
    [
      "a word that two encodings read differently",
      "a.csv",
      Buffer.from(`${header}a,2023,5,b\xf3\n`, "latin1"),
      "encoding-ambiguous",
    ],
    ["a column twice", "a.csv", "key,period,value,value\na,2023,5,6\n", "column-twice"],
    ["a missing column", "a.csv", "key,period,note\na,2023,x\n", "columns-missing"],
    ["no header at all", "a.csv", "1;2;3\n4;5;6\n", "columns-missing"],
    ["a cell beyond reason", "a.csv", `${header}a,2023,5,${"x".repeat(40_000)}\n`, "cell-too-long"],
    ["a row beyond reason", "a.csv", `${header}a,2023,5,${"x".repeat(1_100_000)}\n`, "row-too-large"],
  ];

  test.each(cases)("%s", async (_, file, content, code) => {
    await expect(readAll(content, file)).rejects.toMatchObject({ code, facts: { file } });
  });

  test("a missing column is named, with what was read instead", async () => {
    await expect(readAll("key,note,ghi chú\na,x,y\n")).rejects.toMatchObject({
      code: "columns-missing",
      facts: { missing: "period, value", read: "key, note, ghi chú", row: 1 },
    });
  });

  test("a file longer than a sheet, when that row is reached", async () => {
    const line = Buffer.from("a,2023,5,\n".repeat(10_000));
    const source: TableSource = {
      name: "long.csv",
      open: async function* () {
        yield Buffer.from(header);
        for (let lines = 0; lines <= tableLimits.textRows; lines += 10_000) yield line;
      },
    };
    const table = await readTable(source, columns);
    let read = 0;
    const all = async (): Promise<void> => {
      for await (const row of table.rows()) read = row.row;
    };
    await expect(all()).rejects.toMatchObject({
      code: "too-many-rows",
      facts: { limit: tableLimits.textRows },
    });
    expect(read).toBe(tableLimits.textRows);
  });

  test("whatever bytes come, they are read or refused, never a fault", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((tail) => Buffer.concat([Buffer.from(header), tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const fault: unknown = await readAll(content).catch((error: unknown) => error);
        expect(fault instanceof Error && !(fault instanceof Refusal) ? fault : undefined).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

async function readAll(content: string | Uint8Array, file = "test.csv") {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const table = await readTable(bytesSource(file, bytes), columns);
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return { ...table, rows };
}

function textsOf(
  cells: Readonly<Record<string, { text: string } | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell?.text]));
}

/** The container of old Office files with one name in its directory. */
function compound(name: string): Uint8Array {
  const start = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return Buffer.concat([start, Buffer.alloc(1000), Buffer.from(name, "utf16le"), Buffer.alloc(500)]);
}
