import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readDocument, type ReadDocument } from "./read-document.ts";
import { showNumber } from "./xlsx-number-format.ts";

async function read(fill: (workbook: ExcelJS.Workbook) => void): Promise<ReadDocument> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return readDocument("a.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
}

test("every sheet that is shown is read: its name, titles, tables, results of formulas", async () => {
  const { text, findings } = await read((workbook) => {
    const sheet = workbook.addWorksheet("Tháng 6");
    sheet.addRows([
      ["BÁO CÁO"],
      [],
      [undefined, "Xã", "Số ca"],
      [undefined, "Tân An", 1234],
      [undefined, "Tân Lập"],
      [undefined, "Cộng", { formula: "SUM(C4:C5)", result: 1234 }],
    ]);
    sheet.getColumn(3).numFmt = "#,##0";
    workbook.addWorksheet("Ẩn", { state: "hidden" }).addRow(["giấu"]);
  });
  expect(text).toBe("Tháng 6\nBÁO CÁO\n\nXã\tSố ca\nTân An\t1.234\nTân Lập\t\nCộng\t1.234");
  expect(findings).toEqual([
    { code: "hidden-sheets-left-aside", severity: "warning", facts: { sheets: "Ẩn" } },
  ]);
});

test("rich texts, days, switches and lines within a cell", async () => {
  const { text } = await read((workbook) => {
    const sheet = workbook.addWorksheet("T");
    sheet.addRow([
      "Nội\ndung",
      { richText: [{ text: "Khám " }, { text: "bệnh" }] },
      true,
      new Date(Date.UTC(2024, 5, 30)),
    ]);
  });
  expect(text).toBe("T\n\nNội dung\tKhám bệnh\tTRUE\t30/06/2024");
});

describe("numbers are shown as Excel shows them in Vietnam", () => {
  test.each([
    [1234.5, "General", "1234,5"], [0.1 + 0.2, "General", "0,3"], [1234567, "#,##0", "1.234.567"], [27.325, "0.00", "27,33"], [2.5, "0", "3"], [-2.5, "0", "-3"],
    [0.27325, "0.00%", "27,33%"], [0.5, "0%", "50%"], [3, "00", "03"], [1.5, "#.##", "1,5"], [2, "0.0#", "2,0"], [0.5, ".0", "0,5"], [1234567, "#,##0,", "1.235"],
    [12, '0" ca"', "12 ca"], [-5, "#,##0;(#,##0)", "(5)"], [-5, '0;"giảm "0', "giảm 5"], [0, '0;-0;"-"', "-"], [-5, "0;-0", "-5"], [0, "_(* #,##0_);_(* (#,##0);_(* \"-\"??_)", "-"], [0, "#,##0", "0"], [5, "[Red]#,##0\\ [$đ-42A]", "5 "], [1e-7, "General", "0,0000001"], [1.5, "0.00E+00", "1,5"],
  ])("%d as %s: %s", (stored, code, shown) => {
    expect(showNumber(stored, code)).toBe(shown);
  }); // prettier-ignore
});
