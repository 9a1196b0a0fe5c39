import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { type Message, type Verdict } from "#checker/contract.ts";

/** Reads what the text refers to: the year of a comparison, legal documents, dates of the calendar, the population. */
export function readReferences(document: ReadDocument): readonly Draft[] {
  return [
    ...comparisonYears(document),
    ...citations(document),
    ...calendarDates(document),
    ...masterPopulations(document),
  ];
}

function found(match: RegExpExecArray, verdict: Verdict, message: Message): Draft {
  return remark("reference", verdict, { start: match.index, end: match.index + match[0].length }, message);
}

/** A comparison with the same period of the very year that is reported. */
function comparisonYears({ text, folded, year, blocks }: ReadDocument): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of folded.matchAll(
    /(?:so (?:với )?cùng kỳ|với cùng kỳ)(?: năm)? ((?:19|20)\d\d)(?!\d)/g,
  )) {
    const compared = Number(match[1]);
    const message = {
      vi: `So với cùng kỳ ${compared}, trong khi kỳ báo cáo thuộc năm ${compared}.`,
      en: `Compared with the same period of ${compared}, which is the year reported on.`,
    };
    if (year !== undefined && compared >= year && compared <= year + 1)
      drafts.push(found(match, "wrong", message));
    else if (year === undefined && isReportedInBlock(folded, blocks, match.index, compared))
      drafts.push(found(match, "suspect", message));
  }
  return text === "" ? [] : drafts;
}

function isReportedInBlock(
  folded: string,
  blocks: ReadDocument["blocks"],
  at: number,
  compared: number,
): boolean {
  const block = blockAt(blocks, at);
  if (!block) return false;
  const before = folded.slice(Math.max(block.start, at - 400), at);
  return new RegExp(`(?:tháng(?: đầu)?|quý [ivx\\d]{1,3}|trong)(?: năm)? ${compared}(?!\\d)`).test(before);
}

function blockAt(blocks: ReadDocument["blocks"], at: number) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return blocks[low];
}

/** "1300/QĐBYT" for "1300/QĐ-BYT"; "Nghị định số 111" of no year. */
function citations({ text }: ReadDocument): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of text.matchAll(
    /(?<!\d)\d{1,5}\/(?:\d{4}\/)?(?:QĐ|NQ|TT|CT|NĐ|TB|KH|BC|HD)(?:BYT|TTg|CP|UBND|HĐND|BTC|BNV|SYT|QH\d{2})(?!\p{L})/gu,
  )) {
    drafts.push(
      found(match, "note", {
        vi: `Ký hiệu văn bản thiếu dấu nối: ${match[0]}.`,
        en: `The document code lacks its hyphen: ${match[0]}.`,
      }),
    );
  }
  for (const match of text.matchAll(/(?:Nghị định|Thông tư)(?: số)? \d{1,4}(?![\d/.-])(?!\s?\/)/g)) {
    drafts.push(
      found(match, "note", {
        vi: `Viện dẫn chưa đủ năm và cơ quan ban hành: ${match[0]}.`,
        en: `Incomplete citation: ${match[0]}.`,
      }),
    );
  }
  return drafts;
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function calendarDates({ folded }: ReadDocument): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of folded.matchAll(/(?<![\d/.,])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/g)) {
    const [day, month] = [Number(match[1]), Number(match[2])];
    if (
      day >= 1 &&
      month >= 1 &&
      month <= 12 &&
      day <= monthLengths[month - 1]! &&
      !(month === 2 && day === 29 && Number(match[3]) % 4 !== 0)
    )
      continue;
    drafts.push(
      found(match, "suspect", {
        vi: `Không có ngày ${match[0]}.`,
        en: `There is no ${match[0]} in the calendar.`,
      }),
    );
  }
  return drafts;
}

/** Two numbers for the population of one place. */
function masterPopulations({ populations, folded }: ReadDocument): readonly Draft[] {
  const whole = populations.filter(
    (each) =>
      !/(?:huyện|xã|phường|thành phố|thị xã) \p{L}+[^;.]{0,20}$/u.test(each.lead) &&
      each.depth === 0 &&
      each.role === "plain",
  );
  const [first] = whole;
  const other = whole.find(
    (each) =>
      first &&
      each.readings[0]!.value !== first.readings[0]!.value &&
      isNear(each.readings[0]!.value, first.readings[0]!.value),
  );
  if (!first || !other || folded === "") return [];
  return [first, other].map((each) =>
    remark("repetition", "note", each, {
      vi: `Văn bản dùng hai số dân: ${first.text} và ${other.text}.`,
      en: `The document uses two populations: ${first.text} and ${other.text}.`,
    }, { printed: each, operands: [each === first ? other : first] }),
  ); // prettier-ignore
}

function isNear(a: number, b: number): boolean {
  return a / b > 0.95 && a / b < 1.05;
}
