import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDirectives } from "#domain/directive-reading/read-directives.ts";
import { markText } from "./marked-text.ts";
import { KeepDirectives } from "#contract/task.ts";
import { chooseLead, gapsOf, keptDirectives, proposalsOf } from "./proposals.ts";
import { findUnits, unitMatcher } from "./unit-match.ts";

const unit = (uid: string, fullName: string, isThere = true, aliases: readonly string[] = []) => ({
  uid,
  name: fullName,
  fullName,
  aliases: [...aliases],
  isThere,
  type: "body",
});
const units = [
  unit("khtc", "Phòng Kế hoạch - Tài chính", true, ["KHTC"]),
  unit("nvy", "Phòng Nghiệp vụ Y"),
  unit("cdc", "Trung tâm Kiểm soát bệnh tật tỉnh"),
  unit("ttyt-cu", "TTYT Mường Tè", false),
  unit("ttyt-moi", "TTYT Mường Tè"),
  unit("tram-a", "Trạm Y tế Tà Tổng"),
  unit("tram-b", "Trạm Y tế Tà Tổng"),
];
const match = unitMatcher(units);

const notice = `Ngày 08 tháng 7 năm 2024, Sở Y tế tổ chức hội nghị.
II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2024
1. Tiếp tục giám sát dịch.
2. Trình UBND tỉnh phê duyệt 02 đề án: Đề án Y tế cơ sở; Đề án Y tế thông minh. Hoàn thành trước tháng 10/2024 (giao phòng Kế hoạch tài chính, Nghiệp vụ Y tham mưu).
3. Giao Trung tâm Kiểm soát bệnh tật tỉnh rà soát đối tượng tiêm, báo cáo trước ngày 15/8/2024.
`;
const proposals = proposalsOf(readDirectives(notice).directives, match, "2024-07-08");

describe("units as documents name them", () => {
  test.each([
    ["phòng Kế hoạch tài chính", { kind: "one", uid: "khtc" }],
    ["Nghiệp vụ y", { kind: "one", uid: "nvy" }],
    ["Giám đốc Trung tâm Kiểm soát bệnh tật tỉnh", { kind: "one", uid: "cdc" }],
    ["KHTC", { kind: "one", uid: "khtc" }],
    ["Trạm y tế Tà Tổng", { kind: "several", uids: ["tram-a", "tram-b"] }],
    ["Sở Xây dựng", { kind: "unknown" }],
    ["", { kind: "unknown" }],
  ])("%s", (printed, found) => expect(match(printed)).toEqual(found));

  test("of units of one name the one that ended is not meant", () => {
    expect(match("TTYT Mường Tè")).toEqual({ kind: "one", uid: "ttyt-moi" });
  });

  test("a search needs no marks, and does not offer units that ended", () => {
    expect(findUnits(units, "muong te", 5).map(({ uid }) => uid)).toEqual(["ttyt-moi"]);
    expect(findUnits(units, "tram", 1)).toHaveLength(1);
  });
});

describe("what reading proposes", () => {
  test("each listed item is a task of its own, and every one waits for a person", () => {
    expect(proposals.map(({ number, decision }) => [number, decision])).toEqual([
      ["1", "waiting"],
      ["2.1", "waiting"],
      ["2.2", "waiting"],
      ["3", "waiting"],
    ]);
  });

  test("of several named leads none is chosen; choosing one makes the others cooperate", () => {
    const scheme = proposals[1]!;
    expect([scheme.lead, gapsOf(scheme)]).toEqual([undefined, expect.arrayContaining(["several_leads"])]);
    const chosen = chooseLead(scheme, "nvy", match);
    expect([chosen.lead, chosen.cooperating]).toEqual(["nvy", ["khtc"]]);
    expect(gapsOf(chosen)).not.toContain("several_leads");
  });

  test("a term that is written is taken, one that only follows from the section stays a question", () => {
    expect(proposals[1]!.term).toEqual({ kind: "date", on: "2024-09-30" });
    expect(proposals[3]!.term).toEqual({ kind: "date", on: "2024-08-14" });
    expect(proposals[0]!.term).toBeUndefined();
    expect(gapsOf(proposals[0]!)).toContain("term");
  });

  test("a single named unit leads", () => expect(proposals[3]!.lead).toBe("cdc"));
});

describe("what is sent", () => {
  const { directives } = readDirectives(notice);

  test("only what a person accepted, the items of one conclusion under it", () => {
    const decided = proposals.map((each) => (each.number.startsWith("2.") ? { ...each, decision: "accepted" as const } : each)); // prettier-ignore
    const kept = keptDirectives(directives, decided);
    expect(kept.map(({ number, tasks }) => [number, ...tasks.map((task) => task.number)])).toEqual([
      ["2", "2.1", "2.2"],
    ]);
    expect(kept[0]!.named).toEqual(["phòng Kế hoạch tài chính", "Nghiệp vụ Y"]);
    expect(() => KeepDirectives.parse({ revision: 0, sourceText: notice, directives: kept })).not.toThrow();
  });

  test("nothing accepted, nothing sent", () => expect(keptDirectives(directives, proposals)).toEqual([]));
});

describe("the words beside the proposals", () => {
  test("what told the lead and the term is marked where it stands", () => {
    const runs = markText(notice, proposals);
    const marked = (mark: string) => runs.flatMap((run) => (run.mark === mark ? [run.text] : []));
    expect(marked("lead")).toContain("Trung tâm Kiểm soát bệnh tật tỉnh");
    expect(marked("term").join("|")).toContain("trước tháng 10/2024");
    expect(runs[0]!.mark).toBeUndefined();
  });

  test("marked or not, nothing of the text is lost or said twice", () => {
    const line = fc.constantFrom(
      "1. Giao Phòng Nghiệp vụ Y rà soát, báo cáo trước ngày 15/8/2024.\n",
      "2. Trình 02 đề án: Đề án A về y tế; Đề án B về y tế.\n",
      "- Tiếp tục giám sát dịch 😷.\n",
      "III. KHÓ KHĂN\n",
      "II. NHIỆM VỤ TRỌNG TÂM\n",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("");
        const runs = markText(text, proposalsOf(readDirectives(text).directives, match, "2024-07-08"));
        expect(runs.map((run) => run.text).join("")).toBe(text);
        for (const run of runs) expect(text.slice(run.start, run.start + run.text.length)).toBe(run.text);
      }),
    );
  });
});
