import ExcelJS from "exceljs";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { printTableCsv } from "./print-table-csv.ts";
import { printTableXlsx } from "./print-table-xlsx.ts";
import type { PrintedCell, PrintedTable } from "./printed-table.ts";

const vi = { notation: "vi", hasMark: true } as const;
const plain = { notation: "plain", hasMark: false } as const;

function cell(value: string | undefined, more: Partial<PrintedCell> = {}): PrintedCell {
  return value === undefined
    ? { unit: "trẻ", state: "missing", ...more }
    : { value, unit: "trẻ", state: "confirmed", ...more };
}

function buildTable(more: Partial<PrintedTable> = {}): PrintedTable {
  return {
    title: "Tiêm chủng",
    lines: ["Kỳ: 6 tháng đầu năm 2023"],
    rowHeads: ["Chỉ tiêu"],
    headLines: [["2022", "2022", "2023"], ["Thực hiện", "Kế hoạch", "Thực hiện"]],
    rows: [{ labels: ["Trẻ tiêm đủ"], cells: [cell("2633"), cell("27.3274", { unit: "%" }), cell(undefined)] }],
    notes: [],
    madeOn: "2026-07-20",
    ...more,
  }; // prettier-ignore
}

describe("a table as CSV", () => {
  test("for Excel set to Vietnamese has its mark, semicolons and decimal commas", () => {
    const text = printTableCsv(buildTable(), vi);
    expect(text.split("\r\n")).toEqual([
      "\uFEFFTiêm chủng",
      "Kỳ: 6 tháng đầu năm 2023",
      "",
      ";2022;2022;2023",
      "Chỉ tiêu;Thực hiện;Kế hoạch;Thực hiện",
      "Trẻ tiêm đủ;2633;27,3274;",
      "",
    ]);
  });

  test("for programs has commas and decimal points, and every digit", () => {
    const value = "123456789012345678901234.123456789012";
    const text = printTableCsv(buildTable({ rows: [{ labels: ["a, b"], cells: [cell(value)] }] }), plain);
    expect(text).toBe(`Chỉ tiêu,2022 / Thực hiện,2022 / Kế hoạch,2023 / Thực hiện\r\n"a, b",${value}\r\n`);
  });

  test.each([
    "=1+1",
    "+84",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    '=HYPERLINK("http://x")',
  ])("lets %j be nothing but text", (label) => {
    const text = printTableCsv(buildTable({ title: label, rows: [{ labels: [label], cells: [cell("-5")] }] }), vi); // prettier-ignore
    const rows = parse(text, { delimiter: ";", bom: true, relax_column_count: true, skip_empty_lines: true });
    expect(rows[0]?.[0]).toMatch(/^'/);
    expect(rows.at(-1)).toEqual([expect.stringMatching(/^'/), "-5"]);
  });

  test("is read back as it was, whatever its words", () => {
    const words = fc.string({ unit: "binary", maxLength: 20 }).filter((text) => !/^[\s]*[=+\-@＝＋－＠]/u.test(text) && !/^[\t\r\n]/.test(text)); // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.bigInt()), { minLength: 1 }), (rows) => {
        const table = buildTable({
          title: "bảng",
          headLines: [["số"]],
          rows: rows.map(([label, value]) => ({ labels: [label], cells: [cell(String(value))] })),
        });
        const read = parse(printTableCsv(table, plain), { relax_column_count: true, skip_empty_lines: true });
        const kept = (text: string) => text.replaceAll(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, " ");
        expect(read.slice(1)).toEqual(rows.map(([label, value]) => [kept(label), String(value)]));
      }),
    );
  });
});

describe("a table as a workbook", () => {
  async function open(table: PrintedTable): Promise<ExcelJS.Workbook> {
    const book = new ExcelJS.Workbook();
    const bytes = await printTableXlsx(table);
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    return book;
  }

  test("holds numbers as numbers in Vietnamese order, and marks what is not there", async () => {
    const sheet = (await open(buildTable())).getWorksheet("Số liệu")!;
    expect(sheet.getCell("A1").value).toBe("Tiêm chủng");
    const row = sheet.getRow(6);
    expect([row.getCell(1).value, row.getCell(2).value, row.getCell(3).value, row.getCell(4).value]).toEqual(["Trẻ tiêm đủ", 2633, 27.3274, "…"]); // prettier-ignore
    expect([row.getCell(2).numFmt, row.getCell(3).numFmt]).toEqual(["#,##0", '#,##0.00"%"']);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 5 });
    expect(sheet.getCell("B4").isMerged && sheet.getCell("C4").isMerged).toBe(true);
    expect(sheet.getCell("D4").isMerged).toBe(false);
    expect(sheet.model["merges"]).toEqual(expect.arrayContaining(["A4:A5", "B4:C4"]));
  });

  test.each([
    ["names alone", { headLines: [[""]], rowHeads: ["a", "b"], rows: [{ labels: ["x", "y"], cells: [cell("1")] }] }],
    ["numbers alone", { headLines: [["a", "a"], ["b", "b"]], rowHeads: [], rows: [{ labels: [], cells: [cell("1"), cell("2")] }] }],
    ["no rows", { rows: [] }],
  ])("is whole with %s, and no cell is merged with itself", async (_name, more) => {
    const sheet = (await open(buildTable(more))).worksheets[0]!;
    const merged: unknown[] = sheet.model["merges"] ?? [];
    expect(merged.filter((range) => /^([A-Z]+\d+):\1$/.test(String(range)))).toEqual([]);
    expect(sheet.getCell("A1").value).toBe("Tiêm chủng");
  }); // prettier-ignore

  test("says on a second sheet what the signs mean and what is noted", async () => {
    const notes = [{ title: "Quy về bản đồ khác", head: ["Đơn vị"], rows: [["Xã Mường Than"]] }];
    const sheet = (await open(buildTable({ notes }))).getWorksheet("Ghi chú")!;
    const words = JSON.stringify(sheet.getColumn(1).values);
    expect(words).toContain("chưa báo cáo");
    expect(words).toContain("Xã Mường Than");
  });

  test("lets no word become a formula or break the file", async () => {
    const wild = "=1+1 \u0000\u0001 <b>&\"' \uD800";
    const sheet = (await open(buildTable({ title: wild, rows: [{ labels: [wild], cells: [cell("1")] }] }))).worksheets[0]!; // prettier-ignore
    expect(sheet.getCell("A1").value).toBe("=1+1    <b>&\"'  ");
    expect(sheet.getCell("A6").formula).toBeUndefined();
  });

  test("keeps more digits than Excel knows as text", async () => {
    const long = "1234567890123456789";
    const sheet = (await open(buildTable({ rows: [{ labels: ["đồng"], cells: [cell(long), cell("0.12345678901234567890")] }] }))).worksheets[0]!; // prettier-ignore
    expect([sheet.getCell("B6").value, sheet.getCell("C6").value]).toEqual([long, 0.12345678901234568]);
  });
});
