import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { annotateDocx, type Note } from "#checker/annotate/annotate-docx.ts";
import { readDocument, type ReadDocument } from "#checker/reading/read-document.ts";
import { printReportDocx } from "#documents/report-docx.ts";
import { printReportPdf } from "#documents/report-pdf.ts";
import { readLaiChau, writeReport } from "./lai-chau.ts";

const report = writeReport(readLaiChau(), "2023-S1");
let docx: Uint8Array;
let written: ReadDocument;
let printed: ReadDocument;
beforeAll(async () => {
  docx = await printReportDocx(report);
  written = await readDocument("bao-cao.docx", docx);
  printed = await readDocument("bao-cao.pdf", await printReportPdf(report));
});

describe("the report that the product itself writes", () => {
  test("is read with every figure as it is printed", () => {
    const figures = report.figures.filter(({ text }) => text !== "");
    expect(figures.length).toBeGreaterThan(300);
    // Three values of the year before stand in charts alone, as bars without a label.
    for (const { text } of [written, printed])
      expect(figures.filter((figure) => !text.includes(figure.text)).length).toBeLessThanOrEqual(3);
  });

  test("has the same paragraphs and tables as a Word file and as a PDF", () => {
    const linesOf = ({ text }: ReadDocument): string[] => text.split("\n").map((line) => line.replaceAll(/ +/g, " ").trim());
    const found = new Set(linesOf(printed));
    // The letterhead and the signature stand side by side without borders: a PDF does not say what belongs together.
    const missing = linesOf(written).filter((line) => !found.has(line));
    expect(missing.length).toBeLessThan(6);
    expect(linesOf(written).filter((line) => line.includes("\t")).length).toBeGreaterThan(20);
  });

  test("takes a comment on any of its percentages, the text unchanged", async () => {
    const notes: Note[] = [...written.text.matchAll(/[\d.,]+%/g)].map(({ 0: words, index }) => ({ start: index, end: index + words.length, text: words }));
    const annotated = annotateDocx(docx, notes, written);
    expect(notes.length).toBeGreaterThan(50);
    expect((await readDocument("bao-cao.docx", annotated)).text).toBe(written.text);
    const parts = unzipSync(annotated);
    const document = strFromU8(parts["word/document.xml"]!);
    for (const [id, { text }] of notes.entries()) {
      const start = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
      const range = document.slice(start, document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`, start));
      const words = [...range.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, each]) => each).join("");
      // A figure is a control of plain text and takes a comment as a whole.
      expect(words).toContain(text);
      expect(words.length).toBeLessThan(80);
    }
    const unconcerned = Object.entries(unzipSync(docx)).filter(([name]) => !/document\.xml|Content_Types|comments/.test(name));
    for (const [name, content] of unconcerned) expect(parts[name]).toEqual(content);
  });
}); // prettier-ignore
