import ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import { bytesSource, readTable, tableLimits } from "./read-table.ts";

const columns = { required: ["key", "period", "value"], optional: ["asOf", "note"] } as const;
const header = ["key", "period", "value", "asOf", "note"];

describe("a workbook made in a spreadsheet program", () => {
  test("is read below its merged titles, from the first visible sheet", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Nháp", { state: "hidden" }).addRow(["không đọc"]);
    const sheet = book.addWorksheet("Số liệu");
    book.addWorksheet("Ghi chú").addRow(["x"]);
    sheet.addRow(["SỞ Y TẾ TỈNH LAI CHÂU"]);
    sheet.mergeCells("A1:E1");
    sheet.addRow([]);
    sheet.addRow(header);
    sheet.addRow(["epi.mr_18m", "2023-S1", 5369, "", { richText: [{ text: "số " }, { text: "liệu" }] }]);
    const table = await readAll(await written(book));
    expect(table.sheet).toBe("Số liệu");
    expect(table.columns).toEqual({ key: "A", period: "B", value: "C", asOf: "D", note: "E" });
    expect(table.findings).toMatchObject([
      { code: "sheets-not-read", facts: { sheets: "Ghi chú", count: 1 } },
      { code: "title-rows-skipped", facts: { text: "SỞ Y TẾ TỈNH LAI CHÂU", header: 3 }, place: { row: 1 } },
    ]);
    expect(table.rows).toEqual([
      {
        row: 4,
        cells: {
          key: { text: "epi.mr_18m" },
          period: { text: "2023-S1" },
          value: { text: "5369", number: "5369" },
          note: { text: "số liệu" },
        },
      },
    ]);
  });

  test.each<[string, ExcelJS.CellValue, string | undefined, object]>([
    ["a whole number", 2633, undefined, { text: "2633", number: "2633" }],
    ["a binary fraction", 0.1, undefined, { text: "0.1", number: "0.1" }],
    ["the sum of binary fractions", 0.1 + 0.2, undefined, { text: "0.3", number: "0.3" }],
    [
      "a thousandth that a person could take for a thousand",
      2.633,
      undefined,
      { text: "2.633", number: "2.633" },
    ],
    ["a number shown with separators", 12345678.5, "#,##0.00", { text: "12345678.5", number: "12345678.5" }],
    ["a percentage as it is shown", 0.2732, "0.00%", { text: "27.32%", number: "27.32", isPercent: true }],
    ["a number kept as text", "2.633", undefined, { text: "2.633" }],
    [
      "a formula by its stored result",
      { formula: "1+1", result: 2 },
      undefined,
      { text: "2", number: "2", isFormula: true },
    ],
    ["a formula without result", { formula: "1+1" }, undefined, { text: "", isFormula: true, isError: true }],
    [
      "an error",
      { formula: "1/0", result: { error: "#DIV/0!" } },
      undefined,
      { text: "#DIV/0!", isFormula: true, isError: true },
    ],
    ["a day", new Date("2023-06-30T00:00:00Z"), "dd/mm/yyyy", { text: "2023-06-30" }],
    ["a month that Excel made of 2023-06", new Date("2023-06-01T00:00:00Z"), "mmm-yy", { text: "2023-06" }],
    ["a truth value", true, undefined, { text: "TRUE" }],
    ["text with its spaces trimmed", " lượt người ", undefined, { text: "lượt người" }],
    ["decomposed Vietnamese", "trẻ".normalize("NFD"), undefined, { text: "trẻ" }],
  ])("gives %s", async (_, value, format, expected) => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("1");
    sheet.addRow(header);
    const cell = sheet.addRow(["a", "2023", value]).getCell(3);
    if (format !== undefined) cell.numFmt = format;
    const { rows } = await readAll(await written(book));
    expect(rows[0]?.cells.value).toEqual(expected);
  });

  test("in a legacy font is converted, and that is said", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("TuyÕn x·");
    sheet.addRow(header);
    sheet.addRow(["a", "2023", 5, "", "BÖnh viÖn ®a khoa tØnh"]);
    const { rows, findings } = await readAll(await written(book));
    expect(rows[0]?.cells.note?.text).toBe("Bệnh viện đa khoa tỉnh");
    expect(findings).toMatchObject([{ code: "encoding-converted", facts: { encoding: "tcvn3" } }]);
  });

  test("shows which rows are hidden by a filter", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("1");
    sheet.addRow(header);
    sheet.addRow(["a", "2023", 5]).hidden = true;
    const { rows } = await readAll(await written(book));
    expect(rows[0]?.isHidden).toBe(true);
  });

  test("that is cut anywhere, or changed in one byte, is never read as something else", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("1");
    sheet.addRow(header);
    for (let row = 0; row < 50; row += 1) sheet.addRow([`key${row}`, "2023", row * 7]);
    const bytes = await written(book);
    const whole = JSON.stringify((await readAll(bytes)).rows);
    await expect(readAll(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({
      code: "file-truncated",
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const outcome: unknown = await readAll(damaged).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
        else expect(JSON.stringify((outcome as Awaited<ReturnType<typeof readAll>>).rows)).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a workbook made by hand", () => {
  test("may use inline texts, prefixes, and leave references out", async () => {
    const rows = `<x:row><x:c t="inlineStr"><x:is><x:t>key</x:t></x:is></x:c><x:c t="str"><x:v>period</x:v></x:c><x:c t="str"><x:v>value</x:v></x:c></x:row>
      <x:row r="7"><x:c r="A7" t="str"><x:v>a</x:v></x:c><x:c r="C7"><x:v>1.5E+3</x:v></x:c></x:row>`;
    const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const table = await readAll(workbook({ "xl/worksheets/sheet1.xml": sheet }));
    expect(table.rows).toEqual([
      { row: 7, cells: { key: { text: "a" }, value: { text: "1500", number: "1500" } } },
    ]);
  });

  test("with huge merges and validations costs nothing", async () => {
    const merges = `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>`;
    const table = await readAll(workbook({ "xl/worksheets/sheet1.xml": sheetOf(headerXml, merges) }));
    expect(table.rows).toEqual([]);
  });

  const far = `<row r="2"><c r="XFD2"><v>1</v></c></row>`;
  const cases: readonly [name: string, parts: Record<string, string | Uint8Array>, code: string][] = [
    [
      "an entity declaration",
      {
        "xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheetOf(headerXml)}`,
      },
      "file-has-doctype",
    ],
    [
      "an undeclared entity",
      { "xl/worksheets/sheet1.xml": sheetOf(`${headerXml}<row><c t="str"><v>&x;</v></c></row>`) },
      "file-damaged",
    ],
    [
      "a shared text that is not there",
      { "xl/worksheets/sheet1.xml": sheetOf(`${headerXml}<row r="2"><c r="A2" t="s"><v>9</v></c></row>`) },
      "file-damaged",
    ],
    [
      "a number that is none",
      { "xl/worksheets/sheet1.xml": sheetOf(`${headerXml}<row r="2"><c r="C2"><v>12a</v></c></row>`) },
      "file-damaged",
    ],
    [
      "rows that go back",
      { "xl/worksheets/sheet1.xml": sheetOf(`${headerXml}<row r="1"/>`) },
      "file-damaged",
    ],
    [
      "a row beyond the sheet",
      { "xl/worksheets/sheet1.xml": sheetOf(`${headerXml}<row r="9999999"/>`) },
      "too-many-rows",
    ],
    [
      "a value in the last column",
      { "xl/worksheets/sheet1.xml": sheetOf(headerXml + far) },
      "too-many-columns",
    ],
    ["no sheet", { "xl/workbook.xml": "<workbook/>" }, "table-empty"],
    ["a document instead of a sheet", { "xl/workbook.xml": "", "word/document.xml": "<w/>" }, "file-damaged"],
    [
      "a bomb of blank space",
      { "xl/worksheets/sheet1.xml": sheetOf(headerXml + " ".repeat(20_000_000)) },
      "cell-too-long",
    ],
  ];

  test.each(cases)("with %s is refused", async (_, parts, code) => {
    await expect(readAll(workbook(parts))).rejects.toMatchObject({ code });
  });

  test("that unpacks beyond the limit is refused by that limit", async () => {
    const row = `<row><c t="str"><v>a</v></c></row>`;
    const filler = "<!-- nothing here -->".repeat(Math.ceil(tableLimits.unpackedBytes / 21));
    const bytes = workbook({ "xl/worksheets/sheet1.xml": sheetOf(headerXml + row + filler) });
    expect(bytes.length).toBeLessThan(2_000_000);
    await expect(readAll(bytes)).rejects.toMatchObject({ code: "file-unpacks-too-large" });
  });

  test("that is no workbook, or protected by a password, is refused", async () => {
    await expect(readAll(zipSync({ "word/document.xml": strToU8("<w/>") }))).rejects.toMatchObject({
      code: "file-not-a-table",
    });
    const locked = workbook({});
    locked.set(
      [9],
      locked.findIndex((byte, at) => byte === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1) + 8,
    );
    await expect(readAll(locked)).rejects.toMatchObject({ code: "file-encrypted" });
  });
});

const headerXml = `<row r="1">${["key", "period", "value"].map((name) => `<c t="str"><v>${name}</v></c>`).join("")}</row>`;

function sheetOf(rows: string, after = ""): string {
  return `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

function workbook(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const all = {
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheetOf(headerXml),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

async function written(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function readAll(bytes: Uint8Array) {
  const table = await readTable(bytesSource("test.xlsx", bytes), columns);
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return { ...table, rows };
}
