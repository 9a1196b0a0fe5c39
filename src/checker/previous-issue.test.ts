import { describe, expect, it } from "vitest";
import { checkText } from "./index.ts";

const raised = (text: string, previous: string) =>
  checkText(text, { previous }).claims.filter(
    (claim) => claim.verdict === "wrong" || claim.verdict === "suspect",
  );

describe("against the previous issue", () => {
  it("a relation that held there and fails here is wrong, however loosely it is worded", () => {
    const previous =
      "Giám sát phát hiện 22 trường hợp. Hiện tại có 02 ca dương tính, 15 ca âm tính, 05 ca chờ kết quả.";
    const text =
      "Giám sát phát hiện 31 trường hợp. Hiện tại có 03 ca dương tính, 20 ca âm tính, 09 ca chờ kết quả.";
    expect(checkText(text).claims.filter((claim) => claim.verdict === "wrong")).toEqual([]);
    expect(raised(text, previous)).toMatchObject([
      { kind: "sum", verdict: "wrong", printed: { text: "31" }, computed: "32" },
    ]);
    expect(raised(text.replace("31", "32"), previous)).toEqual([]);
  });

  it("a running total is last issue's plus this period's", () => {
    const line = (a: number, b: number) =>
      `Xét nghiệm: ${a} tiêu bản, lũy tích ${b} tiêu bản.\nKhám thai: ${a + 5} lượt, lũy tích ${b + 90} lượt.`;
    expect(raised(line(120, 720), line(100, 600))).toMatchObject([
      { kind: "cumulative", printed: { text: "810" } },
    ]);
    expect(
      raised(
        "Xét nghiệm: 120 tiêu bản, lũy tích 720 tiêu bản.",
        "Xét nghiệm: 100 tiêu bản, lũy tích 600 tiêu bản.",
      ),
    ).toEqual([]);
    expect(
      raised(
        "Xét nghiệm: 120 tiêu bản, lũy tích 702 tiêu bản.",
        "Xét nghiệm: 100 tiêu bản, lũy tích 600 tiêu bản.",
      ),
    ).toMatchObject([{ kind: "cumulative" }]);
  });

  it("the earlier value of a comparison is the one that was published", () => {
    const issue = (a: number, b: number, c: number, d: number) =>
      `Khám mắt cho ${a} người, ${a > b ? "tăng" : "giảm"} ${Math.abs(a - b)} người so với cùng kỳ (${b} người).\nPhẫu thuật mắt cho ${c} người, ${c > d ? "tăng" : "giảm"} ${Math.abs(c - d)} người so với cùng kỳ (${d} người).`;
    expect(raised(issue(850, 800, 120, 100), issue(800, 790, 100, 90))).toEqual([]);
    expect(raised(issue(850, 800, 120, 110), issue(800, 790, 100, 90))).toMatchObject([
      { kind: "reference", printed: { text: "110" }, proposals: [{ replacement: "100" }] },
    ]);
  });
});
