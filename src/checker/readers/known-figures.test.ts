import { describe, expect, test } from "vitest";
import { checkText, type KnownFigure } from "#checker/index.ts";

const figures: readonly KnownFigure[] = [
  { label: "Lượt khám thai", role: "actual", value: "13951", unit: "lượt người" },
  { label: "Lượt khám thai", role: "actual", value: "2570", unit: "lượt người", span: "month" },
  { label: "Lượt khám thai", role: "prior_year", value: "13799", unit: "lượt người" },
  { label: "Dân số trung bình", role: "actual", value: "489945", unit: "người" },
  { label: "Dân số trung bình", role: "actual", value: "86042", unit: "người", breakdown: "thành thị" },
  { label: "Bác sĩ", role: "actual", value: "620", unit: "người" },
  { label: "Bác sĩ trên vạn dân", role: "actual", value: "12.654482", unit: "/vạn dân" },
  { label: "Xã có bác sĩ biên chế", role: "actual", value: "38", unit: "xã" },
  { label: "Tỷ lệ xã có bác sĩ biên chế", role: "actual", value: "35.849057", unit: "%" },
  { label: "Lượt điều trị nội trú", role: "actual", value: "36790", unit: "lượt" },
  { label: "Lượt điều trị nội trú", role: "plan", value: "78277", unit: "lượt" },
  { label: "Thu sự nghiệp y tế", role: "actual", value: "161928", unit: "triệu đồng" },
  { label: "Mẫu nước ăn uống xét nghiệm", role: "actual", value: "120", unit: "mẫu" },
  { label: "Mẫu nước ăn uống xét nghiệm", role: "actual", value: "45", unit: "mẫu", breakdown: "bể bơi" },
];

/** What the store says of a text: each number that it raises, with the store's in its place. */
function accused(text: string, known: readonly KnownFigure[] = figures): readonly string[] {
  return checkText(text, { figures: known }).claims.flatMap(({ verdict, kind, printed, proposals }) =>
    verdict === "suspect" && kind === "repetition" ? [`${printed?.text} → ${proposals[0]?.replacement}`] : [],
  );
}

test.each([
  ["a count", "Điều trị nội trú 40.000 lượt.", ["40.000 → 36.790"]],
  ["a running total", "Khám thai: lũy tích 13.915 lượt người.", ["13.915 → 13.951"]],
  ["the value of a month", "Khám thai: trong tháng 6/2023 là 2.507 lượt người.", ["2.507 → 2.570"]],
  ["a whole and its part", "Dân số trung bình là 489.954 người, trong đó thành thị 86.024 người.", ["489.954 → 489.945", "86.024 → 86.042"]],
  ["a rate", "Bác sĩ: 620 người, đạt 12,56/vạn dân.", ["12,56 → 12,65"]],
  ["a percentage, cut off or rounded", "Tỷ lệ xã có bác sĩ biên chế là 35,8%. Tỷ lệ xã có bác sĩ biên chế là 35,9%.", ["35,9% → 35,8%"]],
  ["money in another unit", "Thu sự nghiệp y tế là 161,9 tỷ đồng. Thu sự nghiệp y tế là 169,1 tỷ đồng.", ["169,1 → 161,9"]],
])("%s that differs from the known figure of the same words is raised", (_, text, expected) => {
  expect(accused(text)).toEqual(expected);
}); // prettier-ignore

test("a wrong number is no better for being printed twice alike", () => {
  const sentence = "Kết quả điều trị nội trú toàn tỉnh sáu tháng đạt 40.000 lượt.";
  expect(accused(`${sentence}\nCông tác khác ổn định.\n${sentence}`)).toEqual(["40.000 → 36.790", "40.000 → 36.790"]);
}); // prettier-ignore

test.each([
  ["the value of a month is not the running total", "Khám thai: 2.570 lượt người, lũy tích 13.951 lượt người."],
  ["a number that may be either is left alone", "Khám thai: 2.999 lượt người."],
  ["a change is not a level", "Khám thai tăng 152 lượt người so với cùng kỳ năm trước."],
  ["a percentage is not a count", "Xã có bác sĩ biên chế đạt 36%."],
  ["a part is not the whole", "Điều trị nội trú 36.790 lượt, trong đó điều trị nội trú cho trẻ em 5.112 lượt."],
  ["something counted in another unit", "Bác sĩ được cử đi học 12 lớp."],
  ["a clause that speaks of much else", "Lớp cấp cứu ngừng tuần hoàn cho 196 y sĩ, bác sĩ, điều dưỡng."],
  ["the unit behind a pair", "Tổng số xã có bác sĩ là 112/124 xã."],
  ["an aim for next year", "KẾ HOẠCH NĂM 2024\nĐiều trị nội trú 40.000 lượt."],
  ["a range", "Bác sĩ: từ 500 đến 600 người."],
])("nothing is raised: %s", (_, text) => {
  expect(accused(text)).toEqual([]);
}); // prettier-ignore

test("the number of another known figure in the same words is that figure", () => {
  const text = "Mẫu nước ăn uống được xét nghiệm: 45 mẫu.";
  expect(accused(text)).toEqual([]);
  expect(accused(text.replace("45", "54"))).toEqual(["54 → 120"]);
});

test("the earlier value in brackets is held to last year's figure", () => {
  const text =
    "Khám thai: lũy tích 13.951 lượt người, tăng 1,1% so với cùng kỳ năm 2022 (13.799 lượt người).";
  expect(accused(text)).toEqual([]);
  expect(accused(text.replace("13.799", "13.797"))).toEqual(["13.797 → 13.799"]);
});

test("a share of a plan is recomputed with the known plan, only behind the known number", () => {
  const share = (text: string) =>
    checkText(text, { figures }).claims.find(({ kind }) => kind === "percent_of_plan")?.verdict;
  expect(share("Điều trị nội trú 36.790 lượt, đạt 47% kế hoạch.")).toBe("consistent");
  expect(share("Điều trị nội trú 36.790 lượt, đạt 74% kế hoạch.")).toBe("suspect");
  expect(share("Điều trị nội trú 36.970 lượt, đạt 74% kế hoạch.")).not.toBe("suspect");
});

describe("figures with the paragraphs that print them", () => {
  const paragraph = "Toàn tỉnh ghi nhận 11 trường hợp mắc, tăng 05 trường hợp so với cùng kỳ năm 2022.";
  const printedUnder = (heading: string, value: string): KnownFigure => ({
    label: `Ca mắc ${heading}`,
    role: "actual",
    value,
    unit: "trường hợp",
    mentions: [{ heading, paragraph, start: paragraph.indexOf("11") }],
  });
  const known = [printedUnder("Bệnh tay chân miệng", "11"), printedUnder("Bệnh sởi", "22")];

  test("the heading tells apart what the sentence alone does not", () => {
    expect(accused(`1. Bệnh sởi\n${paragraph}`, known)).toEqual(["11 → 22"]);
    expect(accused(`a) Bệnh tay chân miệng\n- ${paragraph}`, known)).toEqual([]);
    expect(accused(`Bệnh dại\n${paragraph}`, known)).toEqual([]);
  });

  test("other numbers, dates and directions in the sentence change nothing", () => {
    const other = "Toàn tỉnh ghi nhận 21 trường hợp mắc, giảm 07 trường hợp so với cùng kỳ năm 2021.";
    expect(accused(`Bệnh sởi\n${other}`, known)).toEqual(["21 → 22"]);
  });
});

test("the time grows with the length of the text, however long its sentences", () => {
  const paragraph = (times: number) => `Khám thai: ${"13.951 lượt người, tăng 1,1% so với cùng kỳ; ".repeat(times)}`;
  const timeOf = (text: string) => {
    const started = performance.now();
    checkText(text, { figures });
    return performance.now() - started;
  };
  timeOf(paragraph(200));
  const short = timeOf(paragraph(500));
  expect(timeOf(paragraph(4_000))).toBeLessThan(24 * short + 500);
}); // prettier-ignore
