import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "#domain/report.ts";
import { buildFurniture, buildReport, buildReportSaying } from "./report-builder.ts";
import { printReportDocx } from "./report-docx.ts";
import { textWidth } from "./text-width.ts";
import { find, findAll, readXml, type XmlElement } from "./xml-tree.ts";

async function readParts(report: Report): Promise<Map<string, string>> {
  const parts = Object.entries(unzipSync(await printReportDocx(report)));
  return new Map(parts.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function readDocument(report: Report): Promise<XmlElement> {
  return readXml((await readParts(report)).get("word/document.xml") ?? "");
}

async function readHeaders(illustrative: boolean): Promise<[string, string][]> {
  const parts = await readParts(buildReport({ illustrative }));
  return [...parts].filter(([path]) => path.startsWith("word/header"));
}

const value = (element: XmlElement, name: string, attribute = "w:val") =>
  find(element, name).attributes[attribute];
const paragraphs = (element: XmlElement) => findAll(element, "w:p");
const paragraphOf = (element: XmlElement, text: string): XmlElement => {
  const found = paragraphs(element).find((paragraph) => paragraph.text.startsWith(text));
  if (found === undefined) throw new Error(`No paragraph says ${text}.`);
  return found;
};
/** Size in points, weight and slope of a paragraph's first run. */
const faceOf = (paragraph: XmlElement) => {
  const run = find(find(paragraph, "w:r"), "w:rPr");
  const isOn = (name: string): boolean => value(run, name) !== "false";
  return { size: Number(value(run, "w:sz")) / 2, bold: isOn("w:b"), italic: isOn("w:i") };
};
const regular = (size: number) => ({ size, bold: false, italic: false });
const bold = (size: number) => ({ size, bold: true, italic: false });

let body: XmlElement;
beforeAll(async () => {
  body = await readDocument(buildReport());
});

describe("the page", () => {
  test("is A4 with margins 20, 20, 30 and 15 mm, turned only for a landscape annex", () => {
    const sections = findAll(body, "w:sectPr");
    const sizes = sections.map((section) => find(section, "w:pgSz").attributes);
    expect(sizes.map((size) => [size["w:w"], size["w:h"]])).toEqual([
      ["11906", "16838"],
      ["16838", "11906"],
      ["11906", "16838"],
    ]);
    for (const section of sections) {
      expect(find(section, "w:pgMar").attributes).toMatchObject({
        "w:top": "1134",
        "w:bottom": "1134",
        "w:left": "1701",
        "w:right": "850",
      });
    }
  });

  test("shows its number in the middle of the top margin, not on the first page; each annex counts anew", async () => {
    const parts = await readParts(buildReport());
    const relations = readXml(parts.get("word/_rels/document.xml.rels") ?? "");
    for (const section of findAll(body, "w:sectPr")) {
      expect(findAll(section, "w:titlePg")).toHaveLength(1);
      expect(value(section, "w:pgNumType", "w:start")).toBe("1");
      const headers = findAll(section, "w:headerReference").map(({ attributes }) => {
        const target = findAll(relations, "Relationship").find(
          (one) => one.attributes["Id"] === attributes["r:id"],
        );
        return [
          attributes["w:type"],
          readXml(parts.get(`word/${target?.attributes["Target"]}`) ?? ""),
        ] as const;
      });
      const header = new Map(headers);
      expect(header.get("first")?.text).toBe("");
      expect(header.get("default")?.text).toBe("PAGE");
      const [numbered] = paragraphs(header.get("default")!);
      expect(value(numbered!, "w:jc")).toBe("center");
      expect(value(numbered!, "w:sz")).toBe("26");
    }
  });

  test("says on every page when the values are illustrative, and never otherwise", async () => {
    const noticed = await readHeaders(true);
    expect(noticed).toHaveLength(6);
    for (const [, part] of noticed) expect(readXml(part).text).toContain("SỐ LIỆU MINH HỌA");
    for (const [, part] of await readHeaders(false)) expect(part).not.toContain("MINH HỌA");
  });
});

describe("the letterhead", () => {
  test("is a borderless table of the widths measured in the decree's own file", () => {
    const [table] = findAll(body, "w:tbl");
    expect(findAll(table!, "w:gridCol").map((column) => column.attributes["w:w"])).toEqual(["3829", "5670"]);
    const borders = find(table!, "w:tblBorders").children;
    expect(borders.map((border) => border.attributes["w:val"])).toEqual(Array(6).fill("none"));
  });

  test.each([
    ["UBND TỈNH LAI CHÂU", regular(13)],
    ["SỞ Y TẾ", bold(13)],
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold(13)],
    ["Độc lập - Tự do - Hạnh phúc", bold(14)],
    ["Số:      /BC-SYT", regular(13)],
    ["Lai Châu, ngày      tháng 7 năm 2023", { size: 14, bold: false, italic: true }],
    ["BÁO CÁO", bold(14)],
    ["Sơ kết công tác y tế 6 tháng đầu năm,", bold(14)],
    ["Nơi nhận:", { size: 12, bold: true, italic: true }],
    ["- Lãnh đạo Sở Y tế;", regular(11)],
    ["KT. GIÁM ĐỐC", bold(14)],
    ["Lò Văn Thắng", bold(14)],
    ["Phụ lục I", bold(14)],
    ["(Kèm theo Báo cáo số      /BC-SYT", { size: 13, bold: false, italic: true }],
  ])("prints %s in its size and face", (text, face) => {
    expect(faceOf(paragraphOf(body, text))).toEqual(face);
  });

  test("draws rules as long as the tiêu ngữ, and 1/3 to 1/2 of the agency's name and of the subject", () => {
    const rules = paragraphs(body).filter((paragraph) => findAll(paragraph, "w:pBdr").length > 0);
    const lengths = rules.map((rule, index) => {
      const column = [3829, 5670, 9354][index] ?? 0;
      return (column - Number(value(rule, "w:ind", "w:left")) - Number(value(rule, "w:ind", "w:right"))) / 20;
    });
    const subject = textWidth("nhiệm vụ, giải pháp trọng tâm 6 tháng cuối năm 2023", 14, "bold");
    const [agency = 0, motto = 0, title = 0] = lengths;
    const agencyShare = agency / textWidth("SỞ Y TẾ", 13, "bold");
    expect(lengths).toHaveLength(3);
    expect(motto).toBeCloseTo(textWidth("Độc lập - Tự do - Hạnh phúc", 14, "bold"), 0);
    expect(agencyShare).toBeGreaterThan(1 / 3);
    expect(agencyShare).toBeLessThan(1 / 2);
    expect(title / subject).toBeGreaterThan(1 / 3);
    expect(title / subject).toBeLessThan(1 / 2);
  });

  test("leaves out the parent's line when there is none", async () => {
    const ministry = await readDocument(buildReport({ furniture: buildFurniture({ parentAgency: "" }) }));
    const [cell] = findAll(ministry, "w:tc");
    expect(paragraphs(cell!).map((paragraph) => paragraph.text)).toEqual(["SỞ Y TẾ", ""]);
  });
});

describe("the text", () => {
  test("is justified, first line in, 6 pt apart, lines between single and 1,5", () => {
    const paragraph = paragraphOf(body, "Đến ngày 30/6/2023");
    expect(value(paragraph, "w:jc")).toBe("both");
    expect([567, 720]).toContain(Number(value(paragraph, "w:ind", "w:firstLine")));
    const spacing = find(paragraph, "w:spacing").attributes;
    expect(Number(spacing["w:before"]) + Number(spacing["w:after"])).toBeGreaterThanOrEqual(120);
    expect(spacing["w:lineRule"]).toBe("auto");
    expect(Number(spacing["w:line"])).toBeGreaterThanOrEqual(240);
    expect(Number(spacing["w:line"])).toBeLessThanOrEqual(360);
    expect(faceOf(paragraph)).toEqual(regular(14));
  });

  test.each([
    ["Phần I", bold(14)],
    ["KẾT QUẢ THỰC HIỆN CÔNG TÁC Y TẾ 6 THÁNG ĐẦU NĂM 2023", bold(14)],
    ["I. TÌNH HÌNH", bold(14)],
    ["1. Kết quả nổi bật", bold(14)],
    ["1.1. Tổ chức và nhân lực", bold(14)],
    ["a) Tuyến tỉnh", regular(14)],
    ["Tiêm chủng mở rộng", { size: 14, bold: true, italic: true }],
  ])("heading %s has its face and holds on to what follows", (text, face) => {
    const paragraph = paragraphOf(body, text);
    expect(faceOf(paragraph)).toEqual(face);
    expect(find(paragraph, "w:keepNext").attributes["w:val"]).not.toBe("false");
  });

  test("is in Times New Roman and black in every run and style", async () => {
    const parts = await readParts(buildReport());
    const fonts = [...parts.entries()]
      .filter(([path]) => /word\/(document|header\d+|styles)\.xml/.test(path))
      .flatMap(([, part]) => findAll(readXml(part), "w:rFonts"));
    expect(fonts.length).toBeGreaterThan(100);
    for (const { attributes } of fonts) {
      expect(new Set(Object.values(attributes))).toEqual(new Set(["Times New Roman"]));
    }
    const colours = findAll(body, "w:color").map((colour) => colour.attributes["w:val"]);
    expect(new Set(colours)).toEqual(new Set(["000000"]));
    for (const run of findAll(body, "w:r").filter((one) => one.text !== "")) {
      expect(findAll(run, "w:rFonts")).toHaveLength(1);
    }
  });

  test("holds each figure in a content control with the figure's tag and name, ids unique", () => {
    const controls = findAll(body, "w:sdt");
    const [first] = controls;
    expect(value(first!, "w:tag")).toBe("f0");
    expect(value(first!, "w:alias")).toBe("Tổng số công chức, viên chức và người lao động");
    expect(find(first!, "w:sdtContent").text).toBe("2.807");
    const ids = controls.map((control) => value(control, "w:id"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const control of controls) expect(value(control, "w:alias")?.length).toBeLessThanOrEqual(64);
  });
});

describe("the signature block", () => {
  test("is one row that no page end parts, and the last paragraph keeps to it", () => {
    const table = findAll(body, "w:tbl")[1];
    expect(findAll(table!, "w:gridCol").map((column) => column.attributes["w:w"])).toEqual(["2994", "6290"]);
    expect(findAll(table!, "w:tr")).toHaveLength(1);
    expect(findAll(table!, "w:cantSplit")).toHaveLength(1);
    expect(find(paragraphOf(body, "2. Bố trí tăng"), "w:keepNext").attributes["w:val"]).not.toBe("false");
  });
});

describe("an annex table", () => {
  test("is bordered, as wide as the text, repeats its head and splits no row", () => {
    const table = findAll(body, "w:tbl")[2]!;
    const widths = findAll(table, "w:gridCol").map((column) => Number(column.attributes["w:w"]));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(16838 - 1701 - 850);
    expect(value(find(table, "w:tblBorders"), "w:insideH")).toBe("single");
    const [head, group, ...rows] = findAll(table, "w:tr");
    expect(findAll(head!, "w:tblHeader")).toHaveLength(1);
    expect(findAll(table, "w:tblHeader")).toHaveLength(1);
    expect(value(group!, "w:gridSpan")).toBe("5");
    expect(rows).toHaveLength(40);
    expect(findAll(table, "w:cantSplit")).toHaveLength(42);
    expect(findAll(rows[0]!, "w:jc").map((align) => align.attributes["w:val"])).toEqual([
      "center",
      "left",
      "right",
      "right",
      "right",
    ]);
  });
});

describe("a chart", () => {
  test("is drawn as SVG with a PNG beside it, and is told in words", async () => {
    const parts = unzipSync(await printReportDocx(buildReport()));
    const media = Object.keys(parts).filter((path) => path.startsWith("word/media/"));
    expect(media.map((path) => path.slice(-4)).toSorted()).toEqual([".png", ".svg"]);
    const png = parts[media.find((path) => path.endsWith(".png"))!]!;
    expect(Buffer.from(png).toString("latin1", 1, 4)).toBe("PNG");
    const picture = find(body, "wp:docPr").attributes;
    expect(picture["descr"]).toContain("27,33%");
    expect(body.text).toContain("Nguồn: Trung tâm Kiểm soát bệnh tật tỉnh");
  });
});

describe("the file", () => {
  test("is the same byte for byte each time it is printed", async () => {
    const first = await printReportDocx(buildReport());
    await new Promise((resolve) => setTimeout(resolve, 2100)); // zip entries count time in steps of two seconds
    expect(Buffer.compare(first, await printReportDocx(buildReport()))).toBe(0);
  });

  test("is printed in less than a second, first use apart", async () => {
    const start = performance.now();
    await printReportDocx(buildReport());
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("is well-formed whatever people write, and holds what they wrote", async () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constant("<w:p/>&amp;]]>{{\u0000}}"),
    );
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const parts = await readParts(buildReportSaying(text));
        for (const [path, part] of parts) if (/\.(xml|rels)$/.test(path)) readXml(part);
      }),
      { numRuns: 25 },
    );
    const hostile = await readDocument(buildReportSaying("</w:t> & <b>"));
    expect(paragraphOf(hostile, "- </w:t> & <b>").text).toBe("- </w:t> & <b>;");
  });
});
