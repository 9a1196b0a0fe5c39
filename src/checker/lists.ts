import { bracketAround } from "./text-structure.ts";
import { type ReadDocument } from "./document.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isDenominator, isNumerator, positionIn } from "./subjects.ts";

/**
 * What the words before a list promise: `whole` that it is complete ("gồm", a bare bracket, "cụ thể"),
 * `member` that its items belong to the total ("trong đó"), `some` that it names a few ("chủ yếu", "như").
 */
export type ListPromise = "whole" | "member" | "some";

/** A list of parts with the numbers that may be its total, the likeliest first. */
export interface PartList {
  readonly promise: ListPromise;
  readonly totals: readonly Quantity[];
  readonly parts: readonly Quantity[];
  /** Counts among the parts whose words make them a plan or an earlier value: "chi từ nguồn có mục tiêu 273,9 tỷ" may be a part all the same. */
  readonly leftOut?: readonly Quantity[];
  /** Folded text of the list: labels are read from it. */
  readonly words: string;
  /** The list hangs on its total: in a bracket right behind it, or in the lines below it. */
  readonly isAttached: boolean;
  /** Nothing but the labels makes it a list: it may raise a doubt at most. */
  readonly isGuessed?: boolean;
}

const someWords =
  /(?:trong đó có|có cả|gồm cả|kể cả|chủ yếu|nhất là|điển hình|tiêu biểu|ví dụ|riêng|tập trung|đáng chú ý|nổi bật|đặc biệt (?:là|có|chú ý)|một số|cao nhất|nhiều nhất|lớn nhất|đa số|phần lớn|hầu hết|chủ lực|trọng điểm|nổi lên|đứng đầu|(?<!hành |tài |bưu )chính(?=\s?:|\s(?:như|là|sau)(?!\p{L})))(?!\p{L})|(?:^|[\s(,])như(?! sau)(?!\p{L})/u;
const wholeWords = /(?:gồm|bao gồm|chia ra|chia theo|phân theo|cụ thể|như sau|cơ cấu)(?!\p{L})/u;
/** "… 86 phóng viên, cùng các cán bộ phục vụ", "và một số mặt hàng khác": items that nobody counted end the list. */
const uncountedItem =
  /^[^,;.()\d]{0,60}?(?:,\s|\s)(?:và|cùng(?: với)?|ngoài ra(?: còn)?(?: có)?)\s(?:các|một số|những|nhiều|vài|số ít)\s[^\d;.()]{0,80}(?:[;.)]|$)/;
const openEnd = /(?:\.{3}|…|v\.?v\.?\.?)\s*\)?\s*$/u;

/** Whether the words behind the last part name more that has no number. */
export function leavesUncounted(folded: string, last: Quantity, until: number): boolean {
  return uncountedItem.test(folded.slice(last.unitEnd, Math.min(until, last.unitEnd + 160)));
}

/** What the words around a list promise; `bare` where they say nothing. */
export function promiseOf(intro: string, words: string, bare: ListPromise): ListPromise {
  if (someWords.test(intro) || openEnd.test(words)) return "some";
  if (wholeWords.test(intro)) return "whole";
  return /trong (?:đó|số)/.test(intro) ? "member" : bare;
}

export const isCount = (each: Quantity): boolean =>
  each.kind === "count" &&
  (each.role === "plain" || each.role === "level" || isCarriedOver(each)) &&
  !each.isPerOther;

/** "kỳ trước chuyển sang 15 hồ sơ" is a part of what is at hand now. */
function isCarriedOver({ role, lead }: Quantity): boolean {
  return role === "base" && /chuyển(?: qua| sang| lại)?\s?$/.test(lead);
}

/** A stretch of text at one level: a sentence without its brackets, or the inside of a bracket. */
interface Zone {
  readonly start: number;
  readonly end: number;
  readonly bracket: number;
  readonly members: readonly Quantity[];
}

/** "40 người (trong đó 26 người Việt Nam; 14 người nước ngoài)". */
export function bracketLists({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.brackets.flatMap((bracket, index) => {
    const members = passage.byBracket[index]!;
    const nested = runningListsIn(folded, passage, { ...bracket, bracket: index, members });
    const counts = members.filter((each) => isListed(passage, each));
    const [first] = counts;
    if (!first) return nested;
    const inner = firstIntroAfter(folded, first.end, bracket.end);
    const parts = counts.filter((each) => each.start < inner.start || each.start > inner.resume);
    const totals = headsBefore(passage, bracket.start, bracket.parent, first.sentence);
    if (parts.length < 2 || totals.length === 0) return nested;
    const words = folded.slice(bracket.start, bracket.end);
    const promise = leavesUncounted(folded, parts.at(-1)!, bracket.end)
      ? "some"
      : promiseOf(folded.slice(bracket.start, first.start), words, "whole");
    const leftOut = members.filter(isOfOtherRole);
    return [...nested, { promise, totals, parts, leftOut, words, isAttached: true }];
  });
}

/** Where a list within the list begins, and the semicolon after which the outer one goes on. */
function firstIntroAfter(folded: string, from: number, end: number): { start: number; resume: number } {
  const match = /(?:trong đó|trong số (?:này|đó)|gồm|cụ thể)(?!\p{L})/u.exec(folded.slice(from, end));
  if (!match) return { start: end, resume: end };
  const semicolon = folded.slice(from + match.index, end).indexOf(";");
  return { start: from + match.index, resume: semicolon < 0 ? end : from + match.index + semicolon };
}

/** Counts before a place, in the same bracket and sentence, the nearest first. */
function headsBefore(
  passage: Passage,
  place: number,
  bracket: number,
  sentence: number,
): readonly Quantity[] {
  const heads: Quantity[] = [];
  // "kế hoạch vốn 1.412,6 tỷ đồng (vốn đầu tư 812,4, vốn sự nghiệp 600,2)": a plan, too, may be taken apart.
  const plans: Quantity[] = [];
  const members = passage.bySentence[sentence] ?? [];
  for (let at = lastBefore(members, place); at >= 0 && heads.length < 6; at -= 1) {
    const each = members[at]!;
    if (each.bracket !== bracket || isDenominator(passage, positionIn(passage, each))) continue;
    if (isCount(each)) heads.push(each);
    else if (each.role === "plan" && each.kind === "count") plans.push(each);
  }
  return [...heads, ...plans];
}

function lastBefore(members: readonly Quantity[], place: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const runningIntro =
  /(?:trong đó(?: có)?|trong số (?:đó|này)|bao gồm|gồm|chia ra|cụ thể(?: là| như sau)?|như sau)(?!\p{L})\s*:?|:/gu;

/** "Tổ chức: 190, trong đó: tổ chức 10, cá nhân 180", in running text. */
export function runningLists({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.sentences.flatMap((sentence, index) => {
    const members = passage.bySentence[index]!.filter((each) => each.bracket < 0);
    return runningListsIn(folded, passage, { ...sentence, bracket: -1, members });
  });
}

function runningListsIn(folded: string, passage: Passage, zone: Zone): readonly PartList[] {
  if (zone.members.length < 3) return [];
  const content = folded.slice(zone.start, zone.end);
  const intros = [...content.matchAll(runningIntro)]
    .map((match) => ({ start: zone.start + match.index, end: zone.start + match.index + match[0].length }))
    .filter((intro) => bracketAround(passage.brackets, intro.start) === zone.bracket);
  return intros.slice(0, 12).flatMap((intro, order) => {
    const outer = intros[order - 1];
    const end = outer ? endOfNested(folded, outer, intro, zone.end) : zone.end;
    const members = end < zone.end ? zone.members.filter((each) => each.start < end) : zone.members;
    return runningList(folded, passage, { ...zone, end, members }, intro, intros[order + 1]);
  });
}

/** "112 lao phổi, trong số này 09 kháng thuốc; 74 lao khác": a list within an item ends where the outer one goes on. */
function endOfNested(folded: string, outer: Span, intro: Span, end: number): number {
  const isNested =
    folded.slice(outer.start, outer.end) !== ":" && !folded.slice(outer.end, intro.start).includes(";");
  const semicolon = folded.slice(intro.end, end).indexOf(";");
  return isNested && semicolon >= 0 ? intro.end + semicolon : end;
}

type Span = Pick<Zone, "start" | "end">;

function runningList(
  folded: string,
  passage: Passage,
  zone: Zone,
  intro: Span,
  nextIntro: Span | undefined,
): readonly PartList[] {
  const sentence = zone.members[0]!.sentence;
  const heads = headsBefore(passage, intro.start, zone.bracket, sentence);
  // "Số cơ sở: 412. Trong đó: sản xuất 86, …"
  const opens = heads.length === 0 && sentence > 0 && folded.slice(zone.start, intro.start).trim() === "";
  const totals = opens ? headsBefore(passage, zone.start, zone.bracket, sentence - 1) : heads;
  const [total] = totals;
  if (!total) return [];
  const isColon = folded.slice(intro.start, intro.end) === ":";
  const before = opens ? "." : folded.slice(total.end, intro.start);
  if (
    isColon &&
    !(
      /^[\s\p{L}]{0,60}$/u.test(withoutComparisons(before)) ||
      /^[\s\p{L};,]{0,20}(?:kết quả|xếp loại|phân loại|đánh giá|cơ cấu|chia)[\s\p{L}]{0,40}$/u.test(before)
    )
  )
    return [];
  // A list within the list ends at a semicolon; its items are not items of this one.
  const isLabel = nextIntro !== undefined && folded[nextIntro.start] === ":";
  const inner =
    nextIntro && !isLabel
      ? firstIntroAfter(folded, nextIntro.start, zone.end)
      : { start: zone.end, resume: zone.end };
  const listed = zone.members.filter(
    (each) =>
      each.start >= intro.end &&
      (each.start < inner.start || each.start > inner.resume) &&
      isListed(passage, each),
  );
  const parts = cutAtRest(cutAtChange(zone.members, listed));
  if (parts.length < 2) return [];
  // Behind "trong đó" and a comma nobody can tell which numbers go on with the outer list.
  const nested = zone.members.filter(
    (each) => each.start > inner.start && each.start < inner.resume && isListed(passage, each),
  );
  const isBlurred = inner.resume === zone.end && nested.length >= 2;
  const others = zone.members.filter((each) => each.start >= intro.end && isOfOtherRole(each));
  const leftOut = isBlurred ? [...others, ...nested.slice(1)] : others;
  const last = parts.at(-1)!.unitEnd;
  const rest = folded.slice(last, Math.min(zone.end, last + 80));
  const end = last + (/^[^,;.]*/.exec(rest)?.[0].length ?? 0);
  const leavesRest = /^[^,;.]{0,60}[,;]?\s*(?:số )?còn lại(?!\p{L})/u.test(rest);
  const promise =
    leavesRest || leavesUncounted(folded, parts.at(-1)!, zone.end)
      ? "some"
      : promiseOf(
          `${isColon ? withoutComparisons(before) : ""}${folded.slice(intro.start, parts[0]!.start)}`,
          folded.slice(intro.start, zone.end),
          /[;,.]/.test(before) || isBlurred ? "member" : "whole",
        );
  return [{ promise, totals, parts, leftOut, words: folded.slice(intro.start, end), isAttached: false }];
}

function isOfOtherRole({ kind, role, isPerOther }: Quantity): boolean {
  return kind === "count" && (role === "plan" || role === "base") && !isPerOther;
}

/** "142 vụ, tăng 18 vụ so cùng kỳ (124 vụ): …": what is said of the total on the way to its list. */
function withoutComparisons(before: string): string {
  return before
    .replace(/\([^()]{0,120}\)/g, "")
    .replace(/,\s(?:và )?(?:tăng|giảm|đạt|bằng|vượt|cao hơn|thấp hơn)\s[^;:]{0,120}$/, "");
}

export function isListed(passage: Passage, each: Quantity): boolean {
  const position = positionIn(passage, each);
  return isCount(each) && !isDenominator(passage, position) && !isNumerator(passage, position);
}

/** "đã thu 5.680, trong đó nộp ngân sách 4.544; số còn phải thu 1.937": what is still owed is the rest of an outer total. */
function cutAtRest(parts: readonly Quantity[]): readonly Quantity[] {
  const at = parts.findIndex(({ lead }) => /[;.]\s*(?:số |số tiền |hiện )?còn (?!lại)[^;]*$/.test(lead));
  return at < 0 ? parts : parts.slice(0, at);
}

/** A comparison after the list begins a new matter, unless every part has its own. */
function cutAtChange(members: readonly Quantity[], parts: readonly Quantity[]): readonly Quantity[] {
  const changes = new Set(members.flatMap((each) => (each.role === "change" ? [each.index] : [])));
  const isRow = parts.every((part) => changes.has(part.index + 1));
  if (isRow) return parts;
  const change = members.find((each) => each.role === "change" && each.start > (parts[0]?.start ?? 0));
  return change ? parts.filter((each) => each.start < change.start) : parts;
}
