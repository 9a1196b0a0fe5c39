import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkText, type CheckedDocument, type Claim } from "#checker/index.ts";
import { readDocument } from "#checker/reading/read-document.ts";
import { printReportDocx } from "#documents/report-docx.ts";
import { listKnownFigures } from "#operations/check-document.ts";
import { knownFiguresOf } from "#operations/known-figures.ts";
import type { Context } from "#operations/context.ts";
import { seededFraction } from "#domain/seeded-fraction.ts";
import { openTestContext } from "./context.ts";
import { readLaiChau, writeReport } from "./lai-chau.ts";

const laiChau = readLaiChau();
const report = writeReport(laiChau, "2023-S1");
const names = new Map(laiChau.catalogue.orgUnits.map(({ uid, fullName }) => [uid, fullName]));
const figures = knownFiguresOf(report, (uid) => names.get(uid) ?? uid);

/** A printed figure of the report: where its number stands in the text of the Word file. */
interface Printed {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

let text = "";
let printed: readonly Printed[] = [];

beforeAll(async () => {
  const bytes = await printReportDocx(report);
  text = (await readDocument("bao-cao.docx", bytes)).text.normalize("NFC");
  printed = findPrinted(text);
});

function raised({ claims }: CheckedDocument): readonly Claim[] {
  return claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect");
}

test("the report that the product writes raises nothing against the store that it was written from", () => {
  const alone = checkText(text);
  const against = checkText(text, { figures });
  expect(raised(against).map(({ id }) => id)).toEqual(raised(alone).map(({ id }) => id));
  expect(against.counts.consistent - alone.counts.consistent).toBeGreaterThan(250);
});

test("one wrong digit in any figure of the report is found, and no other number is blamed", () => {
  const before = new Set(raised(checkText(text, { figures })).map(({ message }) => message.vi));
  const byRole = new Map<string, { planted: number; found: number }>();
  const rounds = 14;
  for (let round = 0; round < rounds; round += 1) {
    // Far enough apart that one change does not explain another.
    const planted = printed.filter((_, index) => index % rounds === round);
    const claims = raised(checkText(withWrongDigits(text, planted), { figures }));
    for (const each of planted) {
      const count = byRole.get(each.role) ?? { planted: 0, found: 0 };
      const isFound = claims.some((claim) => claim.printed !== null && covers(claim.printed, each));
      byRole.set(each.role, { planted: count.planted + 1, found: count.found + Number(isFound) });
    }
    const strays = claims.filter(
      ({ message, operands, printed: total }) =>
        !before.has(message.vi) &&
        !planted.some((each) =>
          [...operands, ...(total ? [total] : [])].some((number) => covers(number, each)),
        ),
    );
    expect(strays.map(({ message }) => message.vi)).toEqual([]);
  }
  const counts = [...byRole.values()];
  const total = counts.reduce((sum, { planted }) => sum + planted, 0);
  const found = counts.reduce((sum, each) => sum + each.found, 0);
  console.info(`against the store: ${found} of ${total} wrong digits found`, Object.fromEntries(byRole));
  expect(total).toBeGreaterThan(280);
  expect(found / total).toBeGreaterThan(0.93);
  for (const count of counts) expect(count.found / count.planted).toBeGreaterThan(0.5);
});

const changes = [
  ["a count", "có 2.807 công chức", "có 2.817 công chức", "2.817", "2.807"],
  ["a part of it", "tuyến xã 633 người", "tuyến xã 643 người", "643", "633"],
  ["a percentage", "là 68,98%", "là 69,98%", "69,98%", "68,98%"],
  ["the value of a month", "tiêm cho 767 trẻ", "tiêm cho 787 trẻ", "787", "767"],
  ["last year's value", "(8.116 bệnh nhân)", "(8.161 bệnh nhân)", "8.161", "8.116"],
  ["a share of the plan", "đạt 71,67% kế hoạch năm", "đạt 17,67% kế hoạch năm", "17,67%", "71,67%"],
  ["a change without its base", "tăng 5,4% so với", "tăng 4,5% so với", "4,5%", "5,4%"],
  ["an amount of money", "là 192.278 triệu đồng", "là 192.287 triệu đồng", "192.287", "192.278"],
  ["a case where there was none", "không có trường hợp tử vong do bệnh dại", "có 01 trường hợp tử vong do bệnh dại", "01", "00"],
] as const; // prettier-ignore

test.each(changes)("%s that differs from the store is raised, with the store's in its place", (_, right, wrong, number, expected) => {
  expect(text.split(right)).toHaveLength(2);
  const claims = raised(checkText(text.replace(right, wrong), { figures }));
  const claim = claims.find((each) => each.printed?.text === number);
  expect(claim?.proposals.map(({ replacement }) => replacement)).toContain(expected);
}); // prettier-ignore

test("the store's plan and earlier value make claims checkable that the text leaves open", () => {
  const sentence = "Số bệnh nhân được quản lý lũy tích đến thời điểm báo cáo là 19.245 bệnh nhân, tăng 5,4% so với cùng kỳ năm 2022.";
  const paragraph = `Phòng, chống tăng huyết áp\n${sentence}`;
  const change = (document: CheckedDocument) => document.claims.find(({ kind }) => kind === "growth_percent")?.verdict;
  expect(change(checkText(paragraph))).toBe("unchecked");
  expect(change(checkText(paragraph, { figures }))).toBe("consistent");
  expect(change(checkText(paragraph.replace("5,4%", "6,4%"), { figures }))).toBe("suspect");
  // Another number than the store's may be another thing altogether: its change stays open.
  expect(change(checkText(paragraph.replace("19.245", "19.254"), { figures }))).toBe("unchecked");
}); // prettier-ignore

const source = "../shared/source/bao-cao-so-ket-2023.txt";

describe.skipIf(!existsSync(source))("the 2023 document against the store that was filled from it", () => {
  test("only the number that really differs is raised", () => {
    const received = readFileSync(source, "utf8");
    const alone = new Set(raised(checkText(received)).map(({ message }) => message.vi));
    const against = checkText(received, { figures });
    const more = raised(against).filter(({ message }) => !alone.has(message.vi));
    expect(more.map(({ message }) => message.vi)).toEqual([
      "Kho số liệu ghi 12,65 (Bác sĩ trên vạn dân), không phải 12,70.",
    ]);
    expect(against.claims.filter(({ message }) => message.vi.includes("khớp với kho số liệu")).length).toBeGreaterThan(70); // prettier-ignore
  });
});

describe("from the database", () => {
  let context: Context;
  let close: () => Promise<void>;
  beforeAll(async () => ({ context, close } = await openTestContext()));
  afterAll(() => close());

  test("the known figures of a period are those of its report, with plans and earlier values", async () => {
    // The installation's report also tells what became of the last conclusions, which this file's own report does not.
    const isOwn = ({ heading }: { readonly heading: string }) =>
      !heading.startsWith("Tình hình thực hiện kết luận");
    const known = (await listKnownFigures(context, "2023-S1")).map(({ mentions, ...figure }) => ({ ...figure, ...(mentions && { mentions: mentions.filter(isOwn) }) })); // prettier-ignore
    expect(known).toEqual(expect.arrayContaining([...figures]));
    expect(known.filter(({ mentions }) => mentions === undefined || mentions.length > 0)).toHaveLength(figures.length); // prettier-ignore
    expect(new Set(figures.map(({ role }) => role))).toEqual(new Set(["actual", "plan", "prior_year", "population"])); // prettier-ignore
  });
});

function covers(number: { readonly start: number; readonly end: number }, { start, end }: Printed): boolean {
  return number.start <= start && number.end >= end;
}

/** Every figure that stands in the body as a number; "tương đương cùng kỳ năm 2022" holds none. */
function findPrinted(whole: string): readonly Printed[] {
  let from = 0;
  return report.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => {
      const spans = sentences.flatMap((sentence, index) => [...(index > 0 ? [{ text: " ", figure: undefined }] : []), ...sentence.spans]);
      const paragraph = spans.map((span) => span.text).join("").normalize("NFC");
      const at = whole.indexOf(paragraph, from);
      expect(at).toBeGreaterThan(-1);
      from = at + paragraph.length;
      let offset = at;
      return spans.flatMap((span) => {
        const start = offset;
        offset += span.text.length;
        const digits = /(?<!năm )\d[\d.,]*/.exec(span.text.replace(/(?<=năm )\d{4}/g, "    "));
        const role = span.figure === undefined ? undefined : report.figures[span.figure]?.role;
        if (role === undefined || !digits) return [];
        return [{ role, start: start + digits.index, end: start + digits.index + digits[0].replace(/[.,]$/, "").length }];
      });
    }),
  );
} // prettier-ignore

function withWrongDigits(whole: string, planted: readonly Printed[]): string {
  let changed = whole;
  for (const { start, end } of planted) {
    const places = Array.from({ length: end - start }, (_, index) => start + index).filter((at) => /\d/.test(whole[at]!) && !(at === start && whole[at] === "0"));
    const at = places[Math.floor(seededFraction(`place ${start}`) * places.length)]!;
    const digit = (Number(whole[at]) + 1 + Math.floor(seededFraction(`digit ${start}`) * 8)) % 10;
    const instead = at === start && digit === 0 ? (whole[at] === "9" ? 8 : 9) : digit;
    changed = changed.slice(0, at) + String(instead) + changed.slice(at + 1);
  }
  return changed;
} // prettier-ignore
