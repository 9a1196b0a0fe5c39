import { describe, expect, test } from "vitest";
import type { Table } from "#domain/report.ts";
import { layOutReport, type BodyBlock } from "./official-document.ts";
import { buildFurniture, buildParagraph, buildReport, buildSection } from "./report-builder.ts";

const textOf = (block: BodyBlock | undefined): string => {
  if (block === undefined) return "";
  return block.kind === "heading" ? block.lines.join("|") : block.spans.map((span) => span.text).join("");
};
const bodyOf = (...sections: Parameters<typeof buildSection>[]): string[] =>
  layOutReport(buildReport({ sections: sections.map((section) => buildSection(...section)) })).body.map(
    textOf,
  );

describe("a heading", () => {
  test.each([
    ["part", "Phần I", "Phần I|KẾT QUẢ ĐẠT ĐƯỢC"],
    ["part", "PHẦN II", "Phần II|KẾT QUẢ ĐẠT ĐƯỢC"],
    ["part", "III", "Phần III|KẾT QUẢ ĐẠT ĐƯỢC"],
    ["roman", "I", "I. KẾT QUẢ ĐẠT ĐƯỢC"],
    ["roman", "I.", "I. KẾT QUẢ ĐẠT ĐƯỢC"],
    ["arabic", "1", "1. Kết quả đạt được"],
    ["decimal", "1.2", "1.2. Kết quả đạt được"],
    ["letter", "đ", "đ) Kết quả đạt được"],
    ["titled", undefined, "Kết quả đạt được"],
  ] as const)("of layout %s numbered %s is written %s", (layout, number, printed) => {
    const text = { title: "Kết quả đạt được", paragraphs: [buildParagraph("body", "Đã làm.")] };
    expect(bodyOf([layout, number === undefined ? text : { ...text, number }])).toEqual([
      printed,
      "Đã làm./.",
    ]);
  });

  test("without a title is a number that runs into its text", () => {
    const paragraphs = [buildParagraph("body", "Chủ động tham mưu."), buildParagraph("dash", "Rà soát")];
    expect(bodyOf(["arabic", { number: "1", paragraphs }])).toEqual([
      "1. Chủ động tham mưu.",
      "- Rà soát./.",
    ]);
  });
});

describe("the text", () => {
  test("ends with the end mark once, after the last block", () => {
    const report = layOutReport(buildReport());
    const marked = report.body.filter((block) => textOf(block).includes("./."));
    expect(marked).toEqual([report.body.at(-1)]);
  });

  test("joins sentences with one space and leaves out paragraphs without words", () => {
    const sentences = [
      { spans: [{ text: "Một." }] },
      { spans: [{ text: "" }] },
      { spans: [{ text: "Hai" }] },
    ];
    const paragraphs = [{ style: "body", sentences } as const, buildParagraph("dash", " ")];
    expect(bodyOf(["untitled", { paragraphs }])).toEqual(["Một. Hai./."]);
  });

  test("is in composed Unicode, on one line, without control characters", () => {
    const words = "Tiêm chủng".normalize("NFD");
    expect(
      bodyOf(["untitled", { paragraphs: [buildParagraph("body", `${words}\n\u0000mở  rộng`)] }]),
    ).toEqual(["Tiêm chủng mở rộng./."]);
  });

  test("keeps a figure as a span of its own", () => {
    const [block] = layOutReport(
      buildReport({
        sections: [buildSection("untitled", { paragraphs: [buildParagraph("dash", "có ", 4, " ca")] })],
      }),
    ).body;
    expect(block?.kind === "paragraph" && block.spans).toEqual([
      { text: "- có " },
      { text: "46", figure: 4 },
      { text: " ca./." },
    ]);
  });
});

function addresseeLines(addressees: readonly string[]): readonly string[] {
  return layOutReport(buildReport({ furniture: buildFurniture({ addressees }) })).addressees;
}

describe("Kính gửi", () => {
  test("names a single addressee as it is and several in a list", () => {
    expect(addresseeLines(["Bộ Y tế"])).toEqual(["Bộ Y tế"]);
    expect(addresseeLines(["Bộ Y tế", "UBND tỉnh"])).toEqual(["- Bộ Y tế;", "- UBND tỉnh."]);
  });
});

function layOutTable(rows: readonly string[][]): Table {
  const columns = [1, 3].map((width) => ({ title: "", align: "left", width }) as const);
  const cells = rows.map((texts) => ({ cells: texts.map((text) => ({ text })) }));
  const block = { kind: "table", table: { columns, rows: cells, notes: [] } } as const;
  const annex = { id: "annex", title: "", orientation: "portrait", blocks: [block] } as const;
  const [printed] = layOutReport(buildReport({ annexes: [annex] })).annexes[0]?.blocks ?? [];
  if (printed?.kind !== "table") throw new Error("The table was not printed.");
  return printed.table;
}

describe("a table", () => {
  test("has column widths that add up to its own width", () => {
    expect(layOutTable([]).columns.map((column) => column.width)).toEqual([0.25, 0.75]);
  });

  test("fills short rows and refuses rows whose numbers would fall off the paper", () => {
    expect(layOutTable([["1"]]).rows[0]?.cells).toEqual([{ text: "1" }, { text: "" }]);
    expect(() => layOutTable([["1", "2", "3"]])).toThrow("Table row 1 has 3 cells for 2 columns");
  });
});
