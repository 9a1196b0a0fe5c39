import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { readDocument } from "#checker/reading/read-document.ts";
import { buildWordFile, p, r, type WordFile } from "#checker/reading/word-file.ts";
import { annotateDocx, noteAuthor, type Note } from "./annotate-docx.ts";

interface Annotated {
  readonly parts: Readonly<Record<string, string>>;
  readonly document: string;
  /** Words that each comment stands on, and what it says, by its number. */
  readonly comments: readonly {
    readonly id: number;
    readonly on: string;
    readonly says: string;
    readonly author: string;
  }[];
}

async function annotate(file: WordFile, pick: (text: string) => readonly Note[]): Promise<Annotated> {
  const bytes = buildWordFile(file);
  const read = await readDocument("bao-cao.docx", bytes);
  const annotated = annotateDocx(bytes, pick(read.text), read);
  expect((await readDocument("bao-cao.docx", annotated)).text).toBe(read.text);
  return open(annotated);
}

function open(bytes: Uint8Array): Annotated {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
  for (const [name, part] of Object.entries(parts)) if (/\.(?:xml|rels)$/.test(name)) expectWellFormed(part);
  const document = parts["word/document.xml"] ?? "";
  const comments = [
    ...(parts["word/comments.xml"] ?? "").matchAll(
      /<w:comment w:id="(\d+)" w:author="([^"]*)"[^]*?<\/w:comment>/g,
    ),
  ];
  return {
    parts,
    document,
    comments: comments.map(([xml, id, author]) => ({
      id: Number(id),
      author: author ?? "",
      on: wordsOf(rangeOf(document, Number(id))),
      says: wordsOf(xml),
    })),
  };
}

function expectWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function rangeOf(document: string, id: number): string {
  const start = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const end = document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  const reference = document.indexOf(`<w:commentReference w:id="${id}"/>`);
  expect(start).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(start);
  expect(reference).toBeGreaterThan(end);
  return document.slice(start, end);
}

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
const noteOn = (text: string, words: string, says = "sai"): Note => {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length, text: says };
};
const on =
  (...words: readonly string[]) =>
  (text: string): readonly Note[] =>
    words.map((word) => noteOn(text, word));

describe("a comment stands on the exact words", () => {
  test("within a run, which is cut and keeps its look", async () => {
    const { comments, document } = await annotate({ body: p(r("Khám 12.345 lượt", "<w:b/>")) }, on("12.345"));
    expect(comments).toEqual([{ id: 0, on: "12.345", says: "sai", author: noteAuthor }]);
    expect(document).toContain(
      '<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">12.345</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    );
  });

  test("over several runs, tabs and breaks, and over paragraphs", async () => {
    const body =
      p(r("Từ "), r("1."), "<w:r><w:t>234</w:t><w:tab/><w:t>đến</w:t><w:br/><w:t>nay</w:t></w:r>") +
      p(r("Dòng sau"));
    const { comments } = await annotate({ body }, on("1.234", "234\tđến", "đến\nnay\nDòng"));
    expect(comments.map((comment) => comment.on)).toEqual(["1.234", "234đến", "đếnnayDòng"]);
  });

  test("spaces at the cut stay, also where the file did not say that they count", async () => {
    const { document } = await annotate({ body: p("<w:r><w:t>có 5 ca mới</w:t></w:r>") }, on("5 ca"));
    expect(document).toContain('<w:t xml:space="preserve">có </w:t>');
    expect(document).toContain('<w:t xml:space="preserve"> mới</w:t>');
  });

  test("entities and loose marks do not shift it", async () => {
    const { comments } = await annotate(
      { body: p(r("A &amp; B &#x1F600; lươ\u0323t 55 ca")) },
      on("B", "lượt", "55"),
    );
    expect(comments.map((comment) => comment.on.normalize("NFC"))).toEqual(["B", "lượt", "55"]);
  });

  test("in text that was converted from an old font", async () => {
    const vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>';
    const { comments } = await annotate(
      { body: p(r("beänh vieän 12 beänh nhaân", vni)) },
      on("viện", "12", "nhân"),
    );
    expect(comments.map((comment) => comment.on)).toEqual(["vieän", "12", "nhaân"]);
  });

  test("in links and tracked changes, its sign behind them", async () => {
    const body = p(
      r("A "),
      `<w:hyperlink r:id="rId9">${r("xem 45 ca")}</w:hyperlink>`,
      `<w:ins w:id="1" w:author="a">${r(" tăng 7%")}</w:ins>`,
      r("."),
    );
    const { comments, document } = await annotate({ body }, on("45", "7"));
    expect(comments.map((comment) => comment.on)).toEqual(["45", "7"]);
    expect(document).toMatch(/<\/w:hyperlink><w:r><w:commentReference w:id="0"\/>/);
    expect(document).toMatch(/<\/w:ins><w:r><w:commentReference w:id="1"\/>/);
  });

  test("in table cells", async () => {
    const cell = (text: string) => `<w:tc>${p(r(text))}</w:tc>`;
    const { comments } = await annotate(
      { body: `<w:tbl><w:tr>${cell("Tổng")}${cell("120")}</w:tr></w:tbl>${p()}` },
      on("120", "Tổng\t120"),
    );
    expect(comments.map((comment) => comment.on)).toEqual(["120", "Tổng120"]);
  });
});

describe("a comment steps out of what it would break", () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("1.234 ca")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test("fields", async () => {
    const { comments, document } = await annotate({ body: p(r("Có "), field, r(" mắc")) }, on("1.234"));
    expect(comments[0]?.on).toBe("1.234 ca");
    expect(rangeOf(document, 0)).toContain(field);
    const simple = await annotate(
      { body: p(`<w:fldSimple w:instr="REF a">${r("12 ca")}</w:fldSimple>`) },
      on("12"),
    );
    expect(simple.comments[0]?.on).toBe("12 ca");
  });

  test("content controls of plain text, and rich ones that hold only one end of it", async () => {
    const control = (properties: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${r("tăng 5%")}</w:sdtContent></w:sdt>`;
    const plain = await annotate({ body: p(control("<w:text/>")) }, on("5"));
    expect(plain.document).toContain('<w:commentRangeStart w:id="0"/><w:sdt>');
    const rich = await annotate({ body: p(control(""), r(" năm nay")) }, on("5", "5% năm"));
    expect(rich.comments.map((comment) => comment.on)).toEqual(["5", "tăng 5% năm"]);
  });

  test("footnotes and text boxes: the comment stands where they hang, and quotes them", async () => {
    const box = `<w:r><wps:txbx><w:txbxContent>${p(r("Hộp 9 ca"))}</w:txbxContent></wps:txbx></w:r>`;
    const body = p(r("Có 15"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" ca"), box);
    const { comments, document } = await annotate(
      { body, footnotes: `<w:footnote w:id="2">${p(r("Gồm 5 ca nặng"))}</w:footnote>` },
      on("5 ca nặng", "9 ca"),
    );
    expect(rangeOf(document, 0)).toBe(
      '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r>',
    );
    expect(comments[0]?.says).toBe("Ở chú thích cuối trang: “5 ca nặng”sai");
    expect(comments[1]?.says).toBe("Trong hộp chữ: “9 ca”sai");
    expect(rangeOf(document, 1)).toContain("Hộp 9 ca");
  });
});

describe("the rest of the file", () => {
  const comments =
    '<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="An"><w:p><w:r><w:t>Đã xem</w:t></w:r></w:p></w:comment></w:comments>';
  const relation =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>';

  test("comments that are there stay, and the numbers go on from them", async () => {
    const body = p(
      '<w:commentRangeStart w:id="7"/>',
      r("Có 5 ca"),
      '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
    );
    const parts = { "word/comments.xml": comments, "word/_rels/document.xml.rels": relation };
    const annotated = await annotate({ body, parts }, on("5"));
    expect(annotated.comments).toMatchObject([
      { id: 7, on: "Có 5 ca", says: "Đã xem", author: "An" },
      { id: 8, on: "5", says: "sai" },
    ]);
    expect(annotated.parts["word/_rels/document.xml.rels"]).toBe(relation);
  });

  test("a comments part is made known by its relation and content type", async () => {
    const { parts } = await annotate({ body: p(r("Có 5 ca")) }, on("5"));
    expect(parts["[Content_Types].xml"]).toContain('PartName="/word/comments.xml"');
    expect(parts["word/_rels/document.xml.rels"]).toContain('Target="comments.xml"');
  });

  test("whatever a comment says is written as text, line by line", async () => {
    const { comments: [comment], parts } = await annotate({ body: p(r("Có 5 ca")) }, (text) => [noteOn(text, "5", 'a < b & "c"\u0001\nhai')]); // prettier-ignore
    expect(comment?.says).toBe("a &lt; b &amp; &quot;c&quot;hai");
    expect(parts["word/comments.xml"]?.match(/<w:p>/g)).toHaveLength(2);
  });

  test("without notes, and apart from the parts that are concerned, nothing changes; the same notes give the same bytes", async () => {
    const bytes = buildWordFile({ body: p(r("Có 5 ca")), styles: "<w:docDefaults/>" });
    const read = await readDocument("a.docx", bytes);
    const before = unzipSync(bytes);
    expect(unzipSync(annotateDocx(bytes, [], read))).toEqual(before);
    const once = annotateDocx(bytes, [noteOn(read.text, "5")], read);
    expect(unzipSync(once)["word/styles.xml"]).toEqual(before["word/styles.xml"]);
    expect(annotateDocx(bytes, [noteOn(read.text, "5")], read)).toEqual(once);
  });

  test("other files have no place for comments", async () => {
    const bytes = new TextEncoder().encode("Có 5 ca");
    const read = await readDocument("a.txt", bytes);
    expect(() => annotateDocx(bytes, [], read)).toThrow("annotate-needs-docx");
  });
});

test("any notes on any text leave the text as it was, with every comment on its own words", async () => {
  const piece = fc.constantFrom("Có ", "5", " ca", "12.345", " &amp; ", "lươ\u0323t", "  ");
  const run = fc.tuple(piece, piece, fc.boolean()).map(([one, two, bold]) => r(one + two, bold ? "<w:b/>" : ""));
  const paragraph = fc.array(run, { minLength: 1, maxLength: 5 }).map((runs) => p(r("A"), ...runs));
  const spans = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 3 }), spans, async (paragraphs, picked) => {
      let text = "";
      const chosen: Note[] = [];
      const { comments, document } = await annotate({ body: paragraphs.join("") }, (read) => {
        text = read;
        for (const [at, length] of picked) {
          const start = at % read.length;
          chosen.push({ start, end: Math.min(read.length, start + length), text: "x" });
        }
        return chosen.filter(({ start, end }) => /\S/.test(read.slice(start, end)));
      });
      const wanted = chosen.map(({ start, end }) => text.slice(start, end).replaceAll("\n", "")).filter((words) => /\S/.test(words));
      const got = comments.map((comment) => comment.on.replaceAll("&amp;", "&").normalize("NFC"));
      const letters = (words: string): string => words.replaceAll(/\s/g, ""); // spaces at the end of a line are not read
      expect(got.map(letters)).toEqual(wanted.map(letters));
      expect(wordsOf(document)).toBe(wordsOf(p(...paragraphs)));
    }),
    { numRuns: 60 },
  );
}); // prettier-ignore
