import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readDocument, type ReadDocument } from "./read-document.ts";

const folder = "test/fixtures/checker";
const read = (name: string): Promise<ReadDocument> =>
  readDocument(name, new Uint8Array(readFileSync(`${folder}/${name}`)));

describe("a report of two pages that an office program has printed", () => {
  let printed: ReadDocument;
  let written: ReadDocument;
  beforeAll(async () => {
    printed = await read("trung-tam-y-te.pdf");
    written = await read("trung-tam-y-te.docx");
  });

  test("is read with the paragraphs, the table and the raised sign of a note that the Word file has", () => {
    expect(printed.text).toBe(written.text);
    expect(printed.text).toContain("\tCộng\t13.700\t8.105\t59,2\n");
  });

  test("what stands in the margins of every page is left aside, and it is said", () => {
    expect(printed.text).not.toContain("Trung tâm Y tế huyện, báo cáo");
    expect(printed.findings).toEqual([
      { code: "page-margins-left-aside", severity: "warning", facts: { count: 4 } },
    ]);
  });
});

test("a PDF with a password is refused", async () => {
  await expect(read("trung-tam-y-te-mat-khau.pdf")).rejects.toMatchObject({ code: "file-encrypted" });
});
