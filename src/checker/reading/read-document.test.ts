import fc from "fast-check";
import { strToU8, unzipSync, zipSync, zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";
import { readDocument } from "./read-document.ts";
import { buildWordFile, p, r } from "./word-file.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
async function refusal(name: string, bytes: Uint8Array): Promise<Refusal> {
  const error: unknown = await readDocument(name, bytes).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (error instanceof Refusal) return error;
  throw error ?? new Error(`${name} was read.`);
}
const codeOf = async (name: string, bytes: Uint8Array): Promise<string> => (await refusal(name, bytes)).code;
const document = (xml: string): Uint8Array =>
  buildWordFile({ body: "", parts: { "word/document.xml": xml } });
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const wide = (text: string): string => text.split("").join("\0");
const compound = (name: string): Uint8Array =>
  Uint8Array.from(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}${wide(name)}`, (letter) =>
    letter.charCodeAt(0),
  );

describe("what cannot be read is refused, and why", () => {
  test.each([
    ["an empty file", "a.docx", new Uint8Array(), "file-empty"],
    ["a text that says nothing", "a.txt", bytesOf(" \n "), "document-without-text"],
    ["a picture", "a.txt", Uint8Array.from("\x89PNG\r\n", (letter) => letter.charCodeAt(0)), "document-kind-unknown"],
    ["bytes without meaning", "a.txt", Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256), "document-kind-unknown"],
    ["RTF under the name of a text", "a.txt", bytesOf("{\\rtf1 Có 5 ca}"), "document-kind-unknown"],
    ["an old Word file", "a.docx", compound("WordDocument"), "file-old-office"],
    ["a Word file with a password", "a.docx", compound("EncryptedPackage"), "file-encrypted"],
    ["text under the name of a Word file", "a.docx", bytesOf("Có 5 ca"), "document-damaged"],
    ["an archive of something else", "a.zip", zipSync({ "a.txt": strToU8("a") }), "document-kind-unknown"],
    ["a Word file that is cut off", "a.docx", buildWordFile({ body: p(r("Có 5 ca")) }).subarray(0, 500), "file-truncated"],
    ["malformed XML", "a.docx", document(`<w:document ${word}><w:body><w:p></w:body></w:document>`), "document-damaged"],
    ["XML that stops", "a.docx", document(`<w:document ${word}><w:body><w:p>`), "document-damaged"],
    ["an external entity", "a.docx", document(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${word}>&x;</w:document>`), "document-has-doctype"],
    ["an entity that grows", "a.docx", document(`<!DOCTYPE a [<!ENTITY x "aaaa"><!ENTITY y "&x;&x;">]><w:document ${word}>&y;</w:document>`), "document-has-doctype"],
    ["a PDF that is damaged", "a.pdf", bytesOf("%PDF-1.7\nkhông còn gì"), "document-damaged"],
    ["no Vietnamese in any encoding", "a.txt", Uint8Array.from({ length: 400 }, (_, index) => 129 + ((index * 73) % 126)), "document-encoding-unknown"],
  ])("%s", async (_, name, bytes, code) => {
    expect(await codeOf(name, bytes)).toBe(code);
  });

  test("old files are called by their ending", async () => {
    expect((await refusal("a.xls", compound("Workbook"))).facts).toMatchObject({ format: ".xls" });
  });
}); // prettier-ignore

describe("what is too large is refused with the limit", () => {
  test("a part that unpacks to more than the limit, whatever size the file claims", async () => {
    const bomb = buildWordFile({
      body: "",
      parts: { "word/document.xml": new Uint8Array(documentLimits.partBytes + 1) },
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal("a.docx", bomb)).toMatchObject({
      code: "file-unpacks-too-large",
      facts: { limit: documentLimits.partBytes },
    });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await codeOf("a.docx", lying)).toBe("file-unpacks-too-large");
  });

  test("a file of too many parts", async () => {
    const many = Object.fromEntries(
      Array.from({ length: documentLimits.parts + 1 }, (_, index) => [`x/${index}`, new Uint8Array()]),
    );
    expect(await codeOf("a.docx", zipSync(many))).toBe("document-too-many-parts");
  });

  test("a table of 100,000 cells, in Word, HTML and Excel", async () => {
    const rows = (row: string): string => row.repeat(10_000);
    const docx = buildWordFile({
      body: `<w:tbl>${rows(`<w:tr>${"<w:tc><w:p/></w:tc>".repeat(10)}</w:tr>`)}</w:tbl>`,
    });
    expect(await refusal("a.docx", docx)).toMatchObject({
      code: "document-table-too-large",
      facts: { limit: documentLimits.cellsOfOneTable },
    });
    expect(await codeOf("a.html", bytesOf(`<table>${rows(`<tr>${"<td>1".repeat(10)}`)}</table>`))).toBe(
      "document-table-too-large",
    );
    expect(await codeOf("a.xlsx", buildWorkbook(rows(`<row>${"<c><v>1</v></c>".repeat(10)}</row>`)))).toBe(
      "document-table-too-large",
    );
  });

  test("a sheet whose few cells lie far apart", async () => {
    const sparse = Array.from(
      { length: 200 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(await codeOf("a.xlsx", buildWorkbook(sparse.join("")))).toBe("document-table-too-large");
  });

  test("a document of 5,000 pages", async () => {
    const page = p(r("Toàn tỉnh khám 12.345 lượt, đạt 56,7% kế hoạch năm; ".repeat(50)));
    expect(await codeOf("a.docx", buildWordFile({ body: page.repeat(5000) }))).toBe("too-much-text");
    expect(await codeOf("a.txt", bytesOf("Có 5 ca. ".repeat(500_000)))).toBe("too-much-text");
    expect(await refusal("a.pdf", bytesOf(pdfOf(5000)))).toMatchObject({
      code: "document-too-many-pages",
      facts: { limit: documentLimits.pages },
    });
  });

  test("a PDF that unpacks to more than the limit, or draws without end", async () => {
    const pack = (content: string): string =>
      String.fromCharCode(...zlibSync(strToU8(content), { level: 9 }));
    const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const small = latin1(pdfOf(1, pack("BT /F1 12 Tf 72 700 Td (Co 5 ca) Tj ET"), "/Filter/FlateDecode"));
    expect((await readDocument("a.pdf", small)).text).toBe("Co 5 ca");
    const bomb = latin1(pdfOf(1, pack(" ".repeat(documentLimits.pdfPageBytes + 1)), "/Filter/FlateDecode"));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusal("a.pdf", bomb)).toMatchObject({
      code: "file-unpacks-too-large",
      facts: { limit: documentLimits.pdfPageBytes },
    });
    expect(
      await codeOf("a.pdf", latin1(pdfOf(1, pack(pack("a")), "/Filter[/FlateDecode/FlateDecode]"))),
    ).toBe("file-unpacks-too-large");
    const drawing = "1 0 0 1 72 700 Tm(a)Tj 1 0 0 1 72 500 Tm(b)Tj ".repeat(
      documentLimits.pdfItemsOfOnePage / 2 + 100,
    );
    expect(await codeOf("a.pdf", latin1(pdfOf(1, `BT /F1 12 Tf ${drawing} ET`)))).toBe("too-much-text");
    expect(await codeOf("a.pdf", latin1(pdfOf(1, "q ".repeat(100_000))))).toBe("document-too-deep");
    expect(await codeOf("a.pdf", latin1(pdfOf(1, pack("q ".repeat(100_000)), "/Filter/FlateDecode")))).toBe(
      "document-too-deep",
    );
  });

  test("elements within elements without end", async () => {
    const deep = `<w:document ${word}><w:body>${"<w:sdt>".repeat(2000)}${"</w:sdt>".repeat(2000)}</w:body></w:document>`;
    expect(await codeOf("a.docx", document(deep))).toBe("document-too-deep");
  });
});

test("scanned pages have no text", async () => {
  expect(await refusal("quet.pdf", bytesOf(pdfOf(2)))).toMatchObject({
    code: "document-without-text",
    facts: { pages: 2 },
  });
});

test("a zip file with the bytes of a letter changed is told by its checksum", async () => {
  const file = zipSync(
    Object.fromEntries(Object.entries(unzipSync(buildWordFile({ body: p(r("Có 12.345 ca")) })))),
    { level: 0 },
  );
  const at = Buffer.from(file).indexOf("12.345");
  file[at] = "7".charCodeAt(0);
  expect(await codeOf("a.docx", file)).toBe("document-damaged");
});

describe("text and Markdown", () => {
  test("are read as they are, in Unicode, with one kind of line end", async () => {
    const read = await readDocument("a.md", bytesOf("\ufeffKha\u0301m 5\u200b0\r\n| a | 1 |\f"));
    expect(read).toMatchObject({ kind: "markdown", text: "Khám 50\n| a | 1 |\n", findings: [], spans: [] });
  });

  test("in the older encodings they are converted, and it is said", async () => {
    const read = await readDocument(
      "a.txt",
      Uint8Array.from("Së Y tÕ tØnh Lai Ch©u: kh¸m 12.345 l­ît", (letter) => letter.charCodeAt(0)),
    );
    expect(read.text).toBe("Sở Y tế tỉnh Lai Châu: khám 12.345 lượt");
    expect(read.findings).toMatchObject([{ code: "encoding-converted", facts: { encoding: "tcvn3" } }]);
  });
});

describe("bytes that were changed at random", () => {
  const originals: readonly (readonly [string, Uint8Array])[] = [
    ["a.docx", buildWordFile({ body: p(r("Có 5 ca")) + `<w:tbl><w:tr><w:tc>${p(r("1"))}</w:tc></w:tr></w:tbl>`, styles: "<w:style/>", numbering: "<w:num/>" })],
    ["a.xlsx", buildWorkbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Khám</t></is></c><c r="B1"><v>12</v></c></row>')],
    ["a.pdf", bytesOf(pdfOf(1, "BT /F1 12 Tf 72 700 Td (Co 5 ca) Tj ET"))],
    ["a.html", bytesOf("<p>Có <b>5</b> ca<table><tr><td rowspan=2>a<td>1</table>")],
    ["a.txt", bytesOf("Có 5 ca mắc\tbệnh")],
  ];
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 });

  test.each(originals)("are read or refused, never worse: %s", async (name, original) => {
    await readDocument(name, original);
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(), fc.boolean(), async (changed, length, isCut) => {
        const bytes = original.slice(0, isCut ? length % original.length : original.length);
        for (const [at, byte] of changed) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const outcome: unknown = await readDocument(name, bytes).catch((cause: unknown) => cause);
        if (outcome instanceof Error && !(outcome instanceof Refusal)) throw outcome;
      }),
      { numRuns: name === "a.pdf" ? 60 : 200 },
    );
  });

  test("the XML of a Word file with letters changed", async () => {
    const body = `${p(r("Có 5 ca"), '<w:fldSimple w:instr="PAGE"/>')}<w:tbl><w:tr><w:tc>${p(r("1"))}</w:tc></w:tr></w:tbl>`;
    const xml = `<w:document ${word}><w:body>${body}</w:body></w:document>`;
    const tags = fc.constantFrom("<w:p>", "</w:p>", "<w:tbl>", "</w:tc>", "<w:tr>", '<w:fldChar w:fldCharType="end"/>', "<w:txbxContent>", "</w:sdt>", "<w:sdtContent/>", "&#x0;", "<w:ins>", "<w:del/>");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(xml.length), tags), { minLength: 1, maxLength: 4 }), async (inserted) => {
        const broken = inserted.reduce((text, [at, tag]) => text.slice(0, at) + tag + text.slice(at), xml);
        const outcome: unknown = await readDocument("a.docx", document(broken)).catch((cause: unknown) => cause);
        if (outcome instanceof Error && !(outcome instanceof Refusal)) throw outcome;
      }),
      { numRuns: 200 },
    );
  });

  test("well-formed Word files whose elements stand where none belong", async () => {
    const names = fc.constantFrom("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:fldSimple", "w:txbxContent", "w:footnote", "w:ins", "w:del", "w:pPr", "w:rPr", "w:trPr", "mc:Choice", "mc:AlternateContent", "w:hyperlink", "__proto__", "constructor", "__defineGetter__");
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof({ maxDepth: 6 }, fc.constantFrom("5", " ca", ""), fc.tuple(names, fc.array(tie("node"), { maxLength: 4 })).map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`)),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree.node, { maxLength: 5 }), async (nodes) => {
        const outcome: unknown = await readDocument("a.docx", document(`<w:document ${word}><w:body>${nodes.join("")}</w:body></w:document>`)).catch((cause: unknown) => cause);
        if (outcome instanceof Error && !(outcome instanceof Refusal)) throw outcome;
      }),
      { numRuns: 300 },
    );
  });
}); // prettier-ignore

/** A workbook of one sheet. */
function buildWorkbook(rows: string): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync({
    "xl/workbook.xml": strToU8(`<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="T1" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
  });
} // prettier-ignore

/** A PDF of pages that are alike. */
function pdfOf(pages: number, content = "", filter = ""): string {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<</Length ${content.length}${filter}>>stream\n${content}\nendstream`,
    ...Array.from(
      { length: pages },
      () =>
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>",
    ),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}
