import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport, buildReportSaying } from "./report-builder.ts";
import { printReportPdf } from "./report-pdf.ts";

const hasPdftotext = spawnSync("pdftotext", ["-v"]).error === undefined;

/** The text of a PDF in reading order, spaces and line ends as single spaces. */
function readText(pdf: Uint8Array, ...options: readonly string[]): string {
  const { stdout, status } = spawnSync("pdftotext", [...options, "-", "-"], { input: pdf, encoding: "utf8" });
  expect(status).toBe(0);
  return stdout.replace(/\s+/g, " ");
}

const bytesOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

describe("the file", () => {
  test("carries its own font in four faces, is tagged, and says that it is Vietnamese", async () => {
    const bytes = bytesOf(await printReportPdf(buildReport()));
    expect(bytes.startsWith("%PDF-1.")).toBe(true);
    const fonts = [...bytes.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name);
    expect(new Set(fonts)).toEqual(
      new Set(["Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"]),
    );
    expect(bytes.match(/\/FontFile2/g)).toHaveLength(4);
    expect(bytes).toContain("/StructTreeRoot");
    expect(bytes).toContain("/Lang (vi-VN)");
  });

  test("is the same byte for byte each time, dated by the report and not by the clock", async () => {
    const first = await printReportPdf(buildReport());
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.compare(first, await printReportPdf(buildReport()))).toBe(0);
    expect(bytesOf(first)).toContain("D:20230701");
  });

  test("is printed in less than three seconds", async () => {
    const start = performance.now();
    await printReportPdf(buildReport({ illustrative: true }));
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test("is printed whatever people write: nothing is read as Typst source", async () => {
    const source = [
      "#import",
      "#panic(1)",
      "$x$",
      "\\",
      "]",
      "[",
      "*",
      "_",
      "`",
      "//",
      "/*",
      "@a",
      "<b>",
      "~",
      '"',
    ];
    const words = fc.oneof(
      fc.array(fc.constantFrom(...source), { maxLength: 8 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const pdf = await printReportPdf(buildReportSaying(text));
        expect(bytesOf(pdf).startsWith("%PDF-1.")).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe.skipIf(!hasPdftotext)("the text that a reader can select (needs pdftotext)", () => {
  test("is the report's, in order, with number and day blank and the end mark", async () => {
    const text = readText(await printReportPdf(buildReport()));
    const places = [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Kính gửi",
      "Phần I",
      "I. TÌNH HÌNH THỰC HIỆN CÔNG TÁC Y TẾ 6 THÁNG ĐẦU NĂM",
      "1.1. Tổ chức và nhân lực",
      "toàn ngành có 2.807 công chức",
      "dịch./.",
      "Nơi nhận:",
      "Phụ lục I KẾT QUẢ THỰC HIỆN CHỈ TIÊU KẾ HOẠCH",
      "Phụ lục II BIỂU ĐỒ",
      "Nguồn: Trung tâm Kiểm soát bệnh tật tỉnh",
    ].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain("Số: /BC-SYT");
    expect(text).toContain("Lai Châu, ngày tháng 7 năm 2023");
  });

  test("is printed as written, even where it looks like source", async () => {
    const words = 'Số #1 giá $5 *và* _thế_ [a] \\n `b` // <c> @d "e" ~';
    const text = readText(await printReportPdf(buildReportSaying(words)));
    expect(text).toContain(`- ${words};`);
  });

  test("has the page number on the second page of the text and of an annex, not on the first", async () => {
    const pdf = await printReportPdf(buildReport());
    const firstWord = (page: string) => readText(pdf, "-layout", "-f", page, "-l", page).trim().split(" ")[0];
    expect(["1", "2", "3", "4", "5"].map(firstWord)).toEqual(["UBND", "2", "Phụ", "2", "Phụ"]);
  });

  test("says on every page when the values are illustrative", async () => {
    const pdf = await printReportPdf(buildReport({ illustrative: true }));
    for (const page of ["1", "2", "3", "4", "5"]) {
      expect(readText(pdf, "-f", page, "-l", page)).toContain("SỐ LIỆU MINH HỌA");
    }
  });
});
