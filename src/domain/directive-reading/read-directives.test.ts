import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDirectives, type ReadDirective } from "./read-directives.ts";

const head = "Ngày 12 tháng 7 năm 2024, Sở Y tế tổ chức hội nghị.\n";
const section = "II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2024\n";

/** The entries of a notice whose matter is as given. */
function read(matter: string, opening = head + section): readonly ReadDirective[] {
  const text = opening + matter;
  const { directives } = readDirectives(text);
  for (const { text: words, start, end, items, leads, cooperating, term } of directives)
    for (const each of [
      { text: words, start, end },
      ...items,
      ...leads,
      ...cooperating,
      ...(term ? [term] : []),
    ])
      expect([each.text, text.slice(each.start, each.end)]).toEqual([
        each.text,
        term === each && term.basis === "implied" ? text.slice(term.start, term.end) : each.text,
      ]);
  return directives;
}

const names = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text);

describe("who is to do it", () => {
  test.each([
    ["1. Giao Phòng Nghiệp vụ Y tham mưu kế hoạch tiêm bù.", ["Phòng Nghiệp vụ Y"], []],
    [
      "1. Phòng Kế hoạch - Tài chính chủ trì, phối hợp với Văn phòng Sở, Thanh tra Sở rà soát kinh phí.",
      ["Phòng Kế hoạch - Tài chính"],
      ["Văn phòng Sở", "Thanh tra Sở"],
    ],
    [
      "1. Mở lớp tập huấn (giao phòng Tổ chức cán bộ, Trung tâm Kiểm soát bệnh tật tỉnh thực hiện).",
      ["phòng Tổ chức cán bộ", "Trung tâm Kiểm soát bệnh tật tỉnh"],
      [],
    ],
    [
      "1. Yêu cầu Giám đốc Bệnh viện đa khoa tỉnh khẩn trương khắc phục.",
      ["Giám đốc Bệnh viện đa khoa tỉnh"],
      [],
    ],
    [
      "1. Trung tâm Y tế các huyện, thành phố: rà soát đối tượng tiêm.",
      ["Trung tâm Y tế các huyện, thành phố"],
      [],
    ],
    ["1. Đề nghị Sở Khoa học và Công nghệ phối hợp nghiệm thu.", ["Sở Khoa học và Công nghệ"], []],
    ["1. Tăng cường giám sát dịch tại các xã biên giới.", [], []],
    ["1. Giao lưu, học tập kinh nghiệm với các bệnh viện tuyến trên.", [], []],
  ])("%s", (matter, leads, cooperating) => {
    const [task] = read(matter);
    expect([names(task!.leads), names(task!.cooperating)]).toEqual([leads, cooperating]);
    expect(task!.gaps.includes("lead")).toBe(leads.length === 0);
    expect(task!.gaps.includes("several_leads")).toBe(leads.length > 1);
  });

  test("a unit as heading leads everything below it", () => {
    const tasks = read(
      "1. Phòng Nghiệp vụ Dược\n- Rà soát danh mục thuốc.\n- Báo cáo tồn kho trước ngày 20/8.\n",
    );
    expect(tasks.map(({ number, leads }) => [number, ...names(leads)])).toEqual([
      ["1.1", "Phòng Nghiệp vụ Dược"],
      ["1.2", "Phòng Nghiệp vụ Dược"],
    ]);
  });
});

describe("by when", () => {
  test.each([
    ["Hoàn thành trước tháng 10/2024", undefined, "2024-09-30"],
    ["Hoàn thành trước ngày 15/8/2024", undefined, "2024-08-14"],
    ["xong trước ngày 15 tháng 8 năm 2024", undefined, "2024-08-14"],
    ["chậm nhất ngày 20/9/2024", undefined, "2024-09-20"],
    ["báo cáo trước 30/11", undefined, undefined],
    ["báo cáo trước ngày 30/11", undefined, "2024-11-29"],
    ["trong quý III/2024", "2024-07-01", "2024-09-30"],
    ["trong quý 4 năm 2024", "2024-10-01", "2024-12-31"],
    ["trong tháng 8", "2024-08-01", "2024-08-31"],
    ["trong 6 tháng cuối năm 2024", "2024-07-01", "2024-12-31"],
    ["đến hết năm 2025", "2025-01-01", "2025-12-31"],
    ["thời hạn hoàn thành: 31/10/2024", undefined, "2024-10-31"],
  ])("%s", (words, from, to) => {
    const [task] = read(`1. Rà soát, ${words}.`);
    if (to === undefined) {
      expect(task!.term?.basis).not.toBe("explicit");
      return;
    }
    expect(task!.term).toMatchObject({ from, to, basis: "explicit" });
    expect(task!.gaps).not.toContain("term");
  });

  test.each([
    "1. Dịch giảm so với cùng kỳ năm 2023, tiếp tục theo dõi.",
    "1. Thực hiện Nghị quyết số 12/NQ-CP ngày 04/6/2024 của Chính phủ.",
    "1. Trình đề án Y tế thông minh giai đoạn 2025-2030.",
  ])("%s has only the term of its section", (matter) => {
    const [task] = read(matter);
    expect(task!.term).toMatchObject({ to: "2024-12-31", basis: "implied" });
    expect(task!.gaps).toContain("term");
  });

  test("a day that does not exist, and one that has passed, are told and not kept", () => {
    expect(read("1. Nộp báo cáo trước ngày 31/02/2025.")[0]!.termProblem?.problem).toBe("no-such-day");
    expect(read("1. Nộp báo cáo trước ngày 15/3/2024.")[0]!.termProblem?.problem).toBe("before-document");
    expect(read("1. Nộp báo cáo trước ngày 31/02/2025.")[0]!.term).toBeUndefined();
  });

  test("what goes on has a rhythm", () => {
    expect(read("1. Tiếp tục giám sát dịch.")[0]!.rhythm?.text).toBe("Tiếp tục");
    expect(read("1. Giao ban hằng tháng với các trung tâm.")[0]!.rhythm?.text).toBe("hằng tháng");
  });
});

describe("what is listed", () => {
  test.each([
    ["1. Trình 02 đề án: Đề án Một; Đề án Hai. Hoàn thành trước tháng 9/2024.", ["Đề án Một", "Đề án Hai"]],
    ["1. Phòng, chống các bệnh như: sốt rét; bệnh dại; sởi.", []],
    ["1. Có 03 bệnh viện: A; B.", []],
    [
      "1. Giao Phòng Nghiệp vụ Y: xây dựng kế hoạch tiêm bù; tổng hợp nhu cầu vắc xin; báo cáo kết quả.",
      ["xây dựng kế hoạch tiêm bù", "tổng hợp nhu cầu vắc xin", "báo cáo kết quả"],
    ],
    ["1. Giao Phòng Y như sau:\na) Lập danh sách;\nb) Mua vật tư;\n", ["Lập danh sách;", "Mua vật tư;"]],
  ])("%s", (matter, items) => expect(names(read(matter)[0]!.items)).toEqual(items));
});

describe("documents as they come", () => {
  test("sections of results are read past, roman and arabic mixed", () => {
    const found = read(
      "1. Đã tiêm 2.000 trẻ.\nII. Tồn tại, hạn chế\n1. Thiếu vắc xin.\n2) Thiếu bác sĩ.\nIII. Kết luận\n1/ Mua vắc xin.\n2. Tuyển bác sĩ.\n",
      `${head}I. KẾT QUẢ 6 THÁNG\n`,
    );
    expect(found.map(({ section: at, number, kind }) => `${at} ${number} ${kind}`)).toEqual([
      "II 1 challenge",
      "II 2 challenge",
      "III 1 task",
      "III 2 task",
    ]);
  });

  test("without numbers every paragraph counts, and it is said", () => {
    const text = `${head}Giám đốc Sở kết luận như sau:\nRà soát danh mục.\nMua thêm vắc xin.\nTrên đây là kết luận.\n`;
    const { directives, remarks } = readDirectives(text);
    expect(directives.map(({ number, text: words }) => `${number} ${words}`)).toEqual([
      "1 Rà soát danh mục.",
      "2 Mua thêm vắc xin.",
    ]);
    expect(remarks).toEqual([{ code: "not-numbered", facts: { entries: 2 } }]);
  });

  test("numbers that jump are told", () => {
    const { remarks } = readDirectives(`${head}${section}1. Rà soát.\n2. Mua.\n4. Tuyển.\n`);
    expect(remarks).toEqual([{ code: "number-jumps", facts: { after: "2", found: "4" } }]);
  });

  test.each(["", "\n\n", "Không có gì để đọc.", "I. KẾT QUẢ\n1. Tốt."])("%j holds no directive", (text) =>
    expect(readDirectives(text)).toEqual({ directives: [], remarks: [{ code: "nothing-found", facts: {} }] }),
  );

  test("a text of a million characters is read in time", () => {
    const text = head + section + "1. Giao phòng ".repeat(3) + "giao, ".repeat(170_000);
    expect(readDirectives(text).directives).toHaveLength(1); // tried in every pair, its commas would take hours
  });
});

const source = "../shared/source/thong-bao-ket-luan-2020.txt";
describe.skipIf(!existsSync(source))("the notice of 2020 (needs ../shared)", () => {
  const text = existsSync(source) ? readFileSync(source, "utf8").normalize("NFC") : "";
  const { directives } = readDirectives(text);
  const of = (kind: string) => directives.filter((each) => each.kind === kind);

  test("has seven challenges and ten conclusions, each with its words", () => {
    expect(of("challenge").map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(of("task").map(({ number }) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { text: words, start, end } of directives) expect(text.slice(start, end)).toBe(words);
  });

  test("names units and a term in conclusion 5 alone", () => {
    const fifth = of("task")[4]!;
    expect(names(fifth.leads)).toEqual(["phòng Kế hoạch tài chính", "Nghiệp vụ y", "Trung tâm Kiểm soát bệnh tật tỉnh"]); // prettier-ignore
    expect(fifth.term).toMatchObject({ text: "Hoàn thành trước tháng 10/2020", to: "2020-09-30", basis: "explicit" }); // prettier-ignore
    expect(fifth.items).toHaveLength(3);
    expect(fifth.gaps).toEqual(["several_leads"]);
    expect(of("task").filter(({ leads }) => leads.length > 0)).toEqual([fifth]);
  });
});

const report = "../shared/source/bao-cao-so-ket-2023.txt";
describe.skipIf(!existsSync(report))("the report of 2023 (needs ../shared)", () => {
  const { directives } = readDirectives(
    existsSync(report) ? readFileSync(report, "utf8").normalize("NFC") : "",
  );

  test("proposes the tasks and recommendations of its second part, and the challenges before it", () => {
    const count = (kind: string) => directives.filter((each) => each.kind === kind).length;
    expect([count("challenge"), count("task"), count("recommendation")]).toEqual([5, 7, 4]);
    expect(directives.slice(-4).map(({ number, addressee }) => [number, addressee?.text])).toEqual([
      ["1.1", "Bộ Y tế"],
      ["1.2", "Bộ Y tế"],
      ["2.1", "Tỉnh Uỷ, HĐND, UBND tỉnh"],
      ["2.2", "Tỉnh Uỷ, HĐND, UBND tỉnh"],
    ]);
  });
});
