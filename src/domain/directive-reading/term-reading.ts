import { addDays, day, isDay, lastDayOfMonth } from "#domain/calendar.ts";
import type { ReadTerm, TermProblem, Words } from "./directive.ts";

/** A span of days that words name, or that they name a day which does not exist. */
type Span = { readonly from: string; readonly to: string } | "no-such-day";

interface DateWords {
  readonly pattern: string;
  /** From the named groups and the year that the document speaks of. */
  readonly span: (groups: Readonly<Record<string, string | undefined>>, year: number | undefined) => Span | undefined; // prettier-ignore
}

const yearOf = (text: string | undefined, otherwise: number | undefined) =>
  text === undefined ? otherwise : Number(text);

const quarters: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };

const months = (year: number, first: number, last: number): Span => ({
  from: day(year, first, 1),
  to: lastDayOfMonth(year, last),
});

const forms: readonly DateWords[] = [
  {
    pattern: String.raw`(?:ngày\s+)?(?<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?<m>\d{1,2})(?:\s*(?:[/.-]|năm)\s*(?<y>\d{4}))(?!\d)`,
    span: dayOf,
  },
  { pattern: String.raw`ngày\s+(?<d>\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(?<m>\d{1,2})(?![\d/])`, span: dayOf },
  {
    pattern: String.raw`(?:cuối\s+)?tháng\s+(?<m>\d{1,2})(?:\s*(?:[/.-]|năm)\s*(?<y>\d{4}))?`,
    span: monthOf,
  },
  {
    pattern: String.raw`(?:cuối\s+)?quý\s+(?<q>IV|III|II|I|[1-4])(?:\s*[/.-]\s*|\s+năm\s+|\s+)?(?<y>\d{4})?`,
    span: ({ q, y }, given) => {
      const year = yearOf(y, given);
      const quarter = quarters[q!] ?? Number(q);
      return year === undefined ? undefined : months(year, 3 * quarter - 2, 3 * quarter);
    },
  },
  {
    pattern: String.raw`0?(?<n>6|9|3)\s+tháng\s+(?<half>đầu|cuối|còn lại(?:\s+của)?)\s*(?:năm\s*)?(?<y>\d{4})?`,
    span: ({ n, half, y }, given) => {
      const year = yearOf(y, given);
      if (year === undefined) return undefined;
      return half === "đầu" ? months(year, 1, Number(n)) : months(year, 13 - Number(n), 12);
    },
  },
  { pattern: String.raw`giai\s+đoạn\s+(?<a>\d{4})\s*[-–]\s*(?<y>\d{4})`, span: ({ a, y }) => ({ from: day(Number(a), 1, 1), to: day(Number(y), 12, 31) }) }, // prettier-ignore
  { pattern: String.raw`(?:hết\s+|cuối\s+)?năm\s+(?<y>\d{4})(?!\s*[-–]\s*\d)`, span: ({ y }) => months(Number(y), 1, 12) }, // prettier-ignore
];

function dayOf(
  { d, m, y }: Readonly<Record<string, string | undefined>>,
  given: number | undefined,
): Span | undefined {
  // prettier-ignore
  const year = yearOf(y, given);
  if (year === undefined) return undefined;
  const text = `${year}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}`;
  return isDay(text) ? { from: text, to: text } : "no-such-day";
}

function monthOf(
  { m, y }: Readonly<Record<string, string | undefined>>,
  given: number | undefined,
): Span | undefined {
  // prettier-ignore
  const year = yearOf(y, given);
  if (year === undefined) return undefined;
  return Number(m) >= 1 && Number(m) <= 12 ? months(year, Number(m), Number(m)) : "no-such-day";
}

const finishing = String.raw`(?:(?:hoàn thành|xong|kết thúc|báo cáo|trình|gửi|nộp|ban hành|thực hiện xong)[^.;:()\d]{0,12}?)?`;
const limit = String.raw`(?<limit>trước|chậm nhất(?:\s+là)?(?:\s+(?:trong|vào|đến|trước))?|(?:đến|tới)(?:\s+hết)?|(?:hết|xong)|hạn(?:\s+(?:cuối|chót|hoàn thành))?\s*:?|thời hạn(?:\s+hoàn thành)?\s*:?|vào|trong(?:\s+(?:cả|toàn))?)`;
const notPast = String.raw`(?<!cùng kỳ |so với |kể từ |bắt đầu từ |từ |cuối |đầu )`;

const explicit = forms.map(({ pattern, span }) => ({
  span,
  limited: new RegExp(`(?<![\\p{L}])${finishing}(?<![\\p{L}])${limit}\\s*${notPast}${pattern}`, "giu"),
  finished: new RegExp(`(?<![\\p{L}])hoàn thành\\s+(?:trong\\s+)?${pattern}`, "giu"),
}));

/** Phases of a programme count only where nothing else does, and where the programme itself is the work. */
const phases = new RegExp(forms[5]!.pattern, "giu");

interface Candidate extends Words {
  readonly span: Span;
  readonly isBefore: boolean;
  readonly finishes: boolean;
}

/**
 * The term that an entry states: "Hoàn thành trước tháng 10/2020" ends on 2020-09-30, "trong 6 tháng cuối năm 2020" on
 * 2020-12-31. A day or month without a year is in the year that the document speaks of. A day that does not exist, and
 * a term that had passed when the document was written, are told as problems.
 */
export function readTerm(
  { text, start }: Words,
  document: { readonly year?: number; readonly date?: string },
): { readonly term?: ReadTerm; readonly problem?: TermProblem } {
  const found = listCandidates(text, document.year).toSorted(
    (a, b) =>
      Number(b.finishes) - Number(a.finishes) ||
      Number(b.isBefore) - Number(a.isBefore) ||
      a.start - b.start ||
      b.end - a.end,
  );
  const place = ({ text: words, start: from, end }: Words) => ({
    text: words,
    start: from + start,
    end: end + start,
  });
  const [best] = found.length > 0 ? found : phaseOf(text, document.year);
  if (!best) return {};
  if (best.span === "no-such-day") return { problem: { ...place(best), problem: "no-such-day" } };
  const to = best.isBefore ? addDays(best.span.from, -1) : best.span.to;
  const from = best.isBefore || best.span.from === best.span.to ? undefined : best.span.from;
  if (document.date !== undefined && to < document.date)
    return { problem: { ...place(best), problem: "before-document" } };
  return { term: { ...place(best), from, to, basis: "explicit" } };
}

/** What a heading or a lead-in says of the time of everything below it: "trong 6 tháng cuối năm 2020". */
export function readImpliedTerm({ text, start }: Words): ReadTerm | undefined {
  for (const { pattern, span } of forms.slice(2)) {
    const found = new RegExp(`(?:trong\\s+)?${pattern}`, "iu").exec(text);
    const days = found && span(found.groups ?? {}, undefined);
    if (!found || !days || days === "no-such-day") continue;
    const words = { text: found[0], start: start + found.index, end: start + found.index + found[0].length };
    return { ...words, from: days.from, to: days.to, basis: "implied" };
  }
  return undefined;
}

function listCandidates(text: string, year: number | undefined): Candidate[] {
  return explicit.flatMap(({ span, limited, finished }) =>
    [limited, finished].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((found): Candidate[] => {
        const groups = found.groups ?? {};
        const days = span(groups, year);
        if (days === undefined || isCitation(text, found.index + found[0].length)) return [];
        return [
          {
            text: found[0],
            start: found.index,
            end: found.index + found[0].length,
            span: days,
            isBefore: /trước$/iu.test(groups["limit"] ?? ""),
            finishes: /^(?:hoàn thành|xong|kết thúc|báo cáo|trình|gửi|nộp|chậm nhất|trước|hạn|thời hạn)/iu.test(found[0]), // prettier-ignore
          },
        ];
      }),
    ),
  );
}

function phaseOf(text: string, year: number | undefined): Candidate[] {
  return [...text.matchAll(phases)].flatMap((found): Candidate[] => {
    const { a, y } = found.groups ?? {};
    if (year === undefined || Number(y) !== year) return []; // a plan for years to come is the work's name, not its term
    const span = { from: day(Number(a), 1, 1), to: day(Number(y), 12, 31) };
    return [{ text: found[0], start: found.index, end: found.index + found[0].length, span, isBefore: false, finishes: false }]; // prettier-ignore
  });
}

/** "… năm 2020 của Thủ tướng Chính phủ": the date of a document, no term. */
function isCitation(text: string, end: number): boolean {
  return /^\s*(?:của (?:Thủ tướng|Chính phủ|Bộ|UBND|HĐND|Tỉnh|Quốc hội|Ban))/u.test(text.slice(end));
}
