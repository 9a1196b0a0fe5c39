import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { buildWordFile, p, r, type WordFile } from "./word-file.ts";

async function textOf(file: WordFile): Promise<string> {
  return (await readDocument("bao-cao.docx", buildWordFile(file))).text;
}
const codesOf = async (file: WordFile): Promise<string[]> =>
  (await readDocument("bao-cao.docx", buildWordFile(file))).findings.map(({ code }) => code);
const cell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe("paragraphs", () => {
  test("runs that cut a number in two make one number, and loose marks are composed across runs", async () => {
    expect(await textOf({ body: p(r("Khám "), r("12."), r("345", "<w:b/>"), r(" lươ"), r("\u0323t")) })).toBe(
      "Khám 12.345 lượt",
    );
  });

  test("tabs, line breaks, hard hyphens and signs are read, soft hyphens are not", async () => {
    const body = p(
      "<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>6</w:t><w:noBreakHyphen/><w:t>8</w:t><w:softHyphen/></w:r>",
      '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>9\u00ad5%</w:t></w:r>',
    );
    expect(await textOf({ body })).toBe("A\tB\n6-8≥95%");
  });

  test("hidden text is left aside and said so", async () => {
    const body = p(r("Có 5 ca"), r(" và 7 ca", "<w:vanish/>"), r(" khỏi", '<w:vanish w:val="0"/>'));
    expect(await textOf({ body })).toBe("Có 5 ca khỏi");
    expect(await codesOf({ body })).toEqual(["hidden-text-left-aside"]);
  });

  test("the mark of a note that was typed as a raised digit does not become part of the number", async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    expect(await textOf({ body: p(r("150"), r("1", raised), r(" ca; 20 m"), r("2", raised)) })).toBe(
      "150¹ ca; 20 m2",
    );
  });

  test("words in the margins are left aside and said so", async () => {
    const file = { body: p(r("Thân")), header: p(r("Sở Y tế 2023")) };
    expect(await textOf(file)).toBe("Thân");
    expect(await codesOf(file)).toEqual(["headers-left-aside"]);
  });

  test("fractions of formulas do not run together", async () => {
    const body = p(
      "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>",
    );
    expect(await textOf({ body })).toBe("3/4");
  });
});

describe("changes, fields and wrappers", () => {
  test("tracked changes are read as accepted", async () => {
    const body =
      p(
        r("Tăng "),
        `<w:del>${r("5").replaceAll("w:t", "w:delText")}</w:del>`,
        `<w:ins>${r("7")}</w:ins>`,
        r("%"),
      ) +
      p(`<w:moveFrom>${r("cũ")}</w:moveFrom>`, `<w:moveTo>${r("mới")}</w:moveTo>`) +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r("Nối ")}</w:p>${p(r("liền"))}`;
    expect(await textOf({ body })).toBe("Tăng 7%\nmới\nNối liền");
    expect(await codesOf({ body })).toEqual(["tracked-changes-accepted"]);
  });

  test("the look that a change replaced hides nothing", async () => {
    const body = p(r("Còn 3 ca", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"));
    expect(await textOf({ body })).toBe("Còn 3 ca");
  });

  test("a deleted table row is gone", async () => {
    const body = `<w:tbl>${row(cell(p(r("a"))), cell(p(r("1"))))}<w:tr><w:trPr><w:del/></w:trPr>${cell(p(r("b")))}${cell(p(r("2")))}</w:tr></w:tbl>`;
    expect(await textOf({ body })).toBe("a\t1");
  });

  test("fields show their result, never their instruction, and page numbers are left out", async () => {
    const body =
      p(
        r("Tổng "),
        field("=SUM(ABOVE)", r("12")),
        '<w:fldSimple w:instr=" REF so "><w:r><w:t xml:space="preserve"> ca</w:t></w:r></w:fldSimple>',
      ) + p(r("Phần I"), "<w:r><w:tab/></w:r>", field("PAGEREF _Toc1 \\h", r("5")));
    expect(await textOf({ body })).toBe("Tổng 12 ca\nPhần I");
  });

  test("a field that never ends does not swallow the rest of the document", async () => {
    const body =
      p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>IF</w:instrText></w:r>") +
      p(r("Có 5 ca"));
    expect(await textOf({ body })).toBe("Có 5 ca");
  });

  test("links, content controls and smart tags are read through; placeholders are not text", async () => {
    const body =
      p(
        `<w:hyperlink r:id="x">${r("45")}</w:hyperlink>`,
        `<w:sdt><w:sdtPr/><w:sdtContent>${r(" ca")}</w:sdtContent></w:sdt>`,
        `<w:smartTag>${r(" mới")}</w:smartTag>`,
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("Bấm vào đây")}</w:sdtContent></w:sdt>`,
      ) + `<w:sdt><w:sdtContent>${p(r("khối"))}</w:sdtContent></w:sdt>`;
    expect(await textOf({ body })).toBe("45 ca mới\nkhối");
  });

  test("a text box is read once, behind its paragraph", async () => {
    const box = `<w:txbxContent>${p(r("Trong hộp 9 ca"))}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf({ body: p(r("Trước"), drawing, r(" sau")) + p(r("Tiếp")) })).toBe(
      "Trước sau\nTrong hộp 9 ca\nTiếp",
    );
  });

  test("notes stand at the end, and their signs are not digits of a number", async () => {
    const body = p(r("Có 15"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" ca")) + p(r("Hết"));
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p(r("---"))}</w:footnote><w:footnote w:id="2">${p("<w:r><w:footnoteRef/></w:r>", r("Gồm 5 ca nặng"))}</w:footnote>`;
    expect(await textOf({ body, footnotes })).toBe("Có 15 ca\nHết\nGồm 5 ca nặng");
  });
});

describe("tables", () => {
  test("rows are lines of cells parted by tabs; merged cells leave their other columns blank", async () => {
    const body =
      p(r("Bảng 1")) +
      `<w:tbl>${row(cell(p(r("Nội dung")), '<w:vMerge w:val="restart"/>'), cell(p(r("Năm 2023")), '<w:gridSpan w:val="2"/>'))}` +
      row(cell(p(r("ẩn")), "<w:vMerge/>"), cell(p(r("KH"))), cell(p(r("TH")))) +
      `${row(cell(p(r("Khám")) + p(r("bệnh"))), cell(p(r("100")) + p(r("200"))), cell(p(r("90"))))}</w:tbl>` +
      p(r("Sau bảng"));
    expect(await textOf({ body })).toBe(
      "Bảng 1\n\nNội dung\tNăm 2023\t\n\tKH\tTH\nKhám bệnh\t100; 200\t90\n\nSau bảng",
    );
  });

  test("a table within a cell comes behind the row, a frame of one cell is no table", async () => {
    const inner = `<w:tbl>${row(cell(p(r("x"))), cell(p(r("1"))))}</w:tbl>`;
    const body = `<w:tbl>${row(cell(p(r("a"))), cell(p(r("b")) + inner + p()))}</w:tbl><w:tbl>${row(cell(p(r("Khung")) + p(r("hai dòng"))))}</w:tbl>`;
    expect(await textOf({ body })).toBe("a\tb\n\nx\t1\n\nKhung\nhai dòng");
  });
});

describe("numbered lists", () => {
  const level = (at: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, "upperRoman", "%1.")}${level(1, "decimal", "%1.%2.", "<w:isLgl/>")}${level(2, "lowerLetter", "%3)")}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "đ)")}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl></w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const item = (list: number, at: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r(text)}</w:p>`;

  test("labels are counted as Word counts them", async () => {
    const body = [
      item(1, 0, "Một"), item(1, 1, "con"), item(1, 1, "con"), item(1, 2, "cháu"), item(1, 0, "Hai"), item(1, 1, "con"),
      item(2, 0, "mục"), item(3, 0, "chấm"), item(4, 0, "Năm"), item(1, 0, "Sáu"), item(0, 0, "Không"),
    ].join(""); // prettier-ignore
    expect((await textOf({ body, numbering })).split("\n")).toEqual([
      "I. Một", "1.1. con", "1.2. con", "a) cháu", "II. Hai", "2.1. con", "đ) mục", "• chấm", "V. Năm", "VI. Sáu", "Không",
    ]); // prettier-ignore
  });

  test("a style may number its paragraphs", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style><w:style w:type="paragraph" w:styleId="Goc"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = `<w:p><w:pPr><w:pStyle w:val="Muc"/></w:pPr>${r("Mục")}</w:p>`;
    expect(await textOf({ body, styles, numbering })).toBe("I. Mục");
  });
});

describe("fonts from before Unicode", () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  test("runs in .VnTime and VNI-Times are converted, the rest stays", async () => {
    const body =
      p(r("TØnh", font(".VnTime")), r(" Lai Châu: "), r("beänh vieän", font("VNI-Times"))) +
      p(r("së y tÕ", font(".VnTimeH")));
    expect(await textOf({ body })).toBe("Tỉnh Lai Châu: bệnh viện\nSỞ Y TẾ");
    expect(await codesOf({ body })).toEqual(["encoding-converted", "encoding-converted"]);
  });

  test("the font may come from the style of ordinary paragraphs", async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>${font(".VnTime")}</w:rPr></w:style>`;
    expect(await textOf({ body: p(r("BÖnh viÖn"), r(" Châu", font("Times New Roman"))), styles })).toBe(
      "Bệnh viện Châu",
    );
  });

  test("Unicode that was typed in an old font stays as it is", async () => {
    expect(await textOf({ body: p(r("công tác y tế tỉnh", font(".VnTime"))) })).toBe("công tác y tế tỉnh");
    expect(await codesOf({ body: p(r("công tác y tế tỉnh", font(".VnTime"))) })).toEqual([]);
  });
});

test("strict files and files with other prefixes are read alike", async () => {
  const document =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Có 5 ca</x:t></x:r></x:p></x:body></x:document>';
  expect(await textOf({ body: "", parts: { "word/document.xml": document } })).toBe("Có 5 ca");
});
