import { afterAll, beforeAll, expect, test } from "vitest";
import { checkText } from "#checker/index.ts";
import { readDocument } from "#checker/reading/read-document.ts";
import { layOutReport, type OfficialDocument } from "#documents/official-document.ts";
import { readDirectives } from "#domain/directive-reading/read-directives.ts";
import type { Report } from "#domain/report.ts";
import type { Context } from "#operations/context.ts";
import { listLetters, printLetterTo } from "#operations/print-letters.ts";
import { buildNotice, printNotice } from "#operations/print-notice.ts";
import { buildReport } from "#operations/build-report.ts";
import { sentenceText } from "#wording/sentences.ts";
import { changeTask, listTasks } from "#store/tasks.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let report: Report;
let document: OfficialDocument;
const id = "hoi-nghi-2020-s1";
beforeAll(async () => {
  ({ context, close } = await openTestContext("2023-07-20"));
  report = await buildNotice(context, { id });
  document = layOutReport(report);
}, 120_000);
afterAll(() => close());

const textOf = (of: OfficialDocument) =>
  of.body.map((block) => (block.kind === "heading" ? block.lines.join(" ") : block.spans.map(({ text }) => text).join(""))); // prettier-ignore

test("the notice of 2020 stands in the layout of the decree, number and day blank", () => {
  expect(document.letterhead).toMatchObject({
    parentAgency: "UBND TỈNH LAI CHÂU",
    agency: "SỞ Y TẾ",
    number: "Số:      /TB-SYT",
    placeDate: "Lai Châu, ngày      tháng 7 năm 2020",
  });
  expect(document.kind).toBe("THÔNG BÁO");
  expect(document.subject).toEqual([
    "Kết luận của Giám đốc Sở Y tế",
    "tại hội nghị sơ kết công tác y tế 6 tháng đầu năm,",
    "phương hướng nhiệm vụ 6 tháng cuối năm 2020",
  ]);
  expect(document.addressees).toEqual([]);
  expect(document.recipients.at(-1)).toBe("- Lưu: VT, VP.");
  expect(document.signer).toEqual({ post: ["GIÁM ĐỐC"], name: "Nguyễn Văn Đồi" });
  const lines = textOf(document);
  expect(lines.filter((line) => /^[IV]+\. /.test(line))).toEqual([
    "I. TÓM TẮT KẾT QUẢ ĐẠT ĐƯỢC TRONG 6 THÁNG ĐẦU NĂM 2020",
    "II. MỘT SỐ TỒN TẠI, KHÓ KHĂN, THÁCH THỨC",
    "III. NỘI DUNG CẦN TẬP TRUNG THỰC HIỆN TRONG 6 THÁNG CUỐI NĂM 2020",
  ]);
  expect(lines.filter((line) => /^\d+\. /.test(line)).map((line) => Number.parseInt(line))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(lines.at(-1)).toMatch(/tổ chức thực hiện\.\/\.$/);
});

test("its figures are live: every number of 2020 comes from a fact, and none is missing", () => {
  const printed = report.figures.map(({ text }) => text);
  for (const text of ["14.985", "14.923", "43", "700", "3.059", "62", "33", "26", "97", "36", "25", "2.200"])
    expect(printed).toContain(text);
  expect(report.figures.filter(({ value }) => value === undefined)).toEqual([]);
  const text = report.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences.map(sentenceText))).join(" "); // prettier-ignore
  expect(text).not.toMatch(/\[|\{|undefined/);
}); // prettier-ignore

test("the product's own checker finds nothing wrong in it but what the facts themselves carry", () => {
  const { claims, counts } = checkText(textOf(document).join("\n"));
  expect(counts.consistent).toBeGreaterThan(3);
  expect(claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect").map(({ message }) => message.vi)).toEqual([]); // prettier-ignore
});

test("read again, it says the same: seven challenges, ten conclusions, three schemes with their term", async () => {
  const { bytes } = await printNotice(context, { id, format: "docx" });
  const { text } = await readDocument("thong-bao.docx", bytes);
  const { directives } = readDirectives(text);
  const kinds = (kind: string) => directives.filter((each) => each.kind === kind);
  expect([kinds("challenge").length, kinds("task").length]).toEqual([7, 10]);
  const fifth = kinds("task")[4];
  expect(fifth?.items).toHaveLength(3);
  expect(fifth?.term?.to).toBe("2020-09-30");
  expect(fifth?.leads.map((lead) => lead.text)).toHaveLength(3);
});

test("it is printed as PDF with the same words, and a conference that does not exist is refused", async () => {
  const { bytes, mediaType } = await printNotice(context, { id, format: "pdf" });
  expect(mediaType).toBe("application/pdf");
  const { text } = await readDocument("thong-bao.pdf", bytes);
  expect(text).toContain("THÔNG BÁO");
  expect(text).toContain("14.985");
  await expect(printNotice(context, { id: "khong-co", format: "pdf" })).rejects.toMatchObject({
    code: "unknown-conference",
  });
});

test("the next report tells by itself what became of the conclusions, with figures then and now as chips", async () => {
  const next = await buildReport(context, { period: "2023-S1" });
  const at = next.sections.findIndex(({ id: section }) => section === "carried");
  expect(next.sections[at]).toMatchObject({ number: "III", layout: "roman" });
  expect(next.sections[at + 1]).toMatchObject({ id: "P2", layout: "part" });
  const lines = next.sections[at]!.paragraphs.map(({ sentences }) => sentences.map(sentenceText).join(" "));
  expect(lines[0]).toContain("tính đến ngày 30/6/2023 có 12 việc, trong đó: 06 việc chưa hoàn thành quá hạn; 06 việc chưa có thời hạn"); // prettier-ignore
  expect(lines).toHaveLength(13);
  const spans = next.sections[at]!.paragraphs.flatMap(({ sentences }) => sentences.flatMap((one) => one.spans));
  const chips = spans.flatMap(({ figure }) => (figure === undefined ? [] : [next.figures[figure]!]));
  const methadone = chips.filter(({ key }) => key === "methadone.patients");
  expect(methadone.map(({ period, value }) => `${period} ${value?.toFixed()}`)).toEqual(["2020-S1 2285", "2023-S1 1906"]);
  expect(lines[6]).toContain("2.285 người (6 tháng đầu năm 2020), nay 1.906 người (6 tháng đầu năm 2023)");
  const names = next.figures.map(({ key, role, period, orgUnit, breakdown, against, anchor }) => JSON.stringify([key, role, period, orgUnit, breakdown, against, anchor]));
  expect(new Set(names).size).toBe(names.length);
  const { claims } = checkText(textOf(layOutReport({ ...next, sections: next.sections.slice(at, at + 1) })).join("\n"));
  expect(claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect")).toEqual([]);
}); // prettier-ignore

test("a report before which nothing was concluded has no such section", async () => {
  const first = await buildReport(context, { period: "2020-S1" });
  expect(first.sections.some(({ id: section }) => section === "carried")).toBe(false);
});

test("one letter goes to each unit with all its tasks, and none without a lead", async () => {
  const { db, province } = context;
  const [one, two] = await listTasks(db, province, { conferences: [id] });
  for (const task of [one!, two!]) await changeTask(db, province, { ...task, lead: "cdc-tinh" });
  const assigned = await listLetters(context, { kind: "assignment", conference: id });
  expect(assigned).toMatchObject({ withoutLead: 10, letters: [{ unit: { uid: "cdc-tinh" }, tasks: 2 }] });
  const { bytes } = await printLetterTo(context, { kind: "assignment", conference: id, orgUnit: "cdc-tinh", format: "docx" });
  const { text } = await readDocument("phieu.docx", bytes);
  expect(text).toContain("PHIẾU GIAO VIỆC");
  expect(text).toContain("Kính gửi: Trung tâm Kiểm soát bệnh tật tỉnh");
  const reminded = await listLetters(context, { kind: "reminder" });
  expect(reminded.letters).toMatchObject([{ tasks: 1, overdue: 1 }]);
  const letter = await printLetterTo(context, { kind: "reminder", orgUnit: "cdc-tinh", format: "pdf" });
  expect((await readDocument("don-doc.pdf", letter.bytes)).text).toContain("quá hạn");
  const none = printLetterTo(context, { kind: "reminder", orgUnit: "phong-nvy", format: "pdf" });
  await expect(none).rejects.toMatchObject({ code: "nothing-to-write" });
}); // prettier-ignore
