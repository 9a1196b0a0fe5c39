import { runsIn } from "./aligned-runs.ts";
import { restatesChange } from "./comparisons.ts";
import { type Evidence } from "./drafts.ts";
import { type ReadDocument } from "./document.ts";
import { fractionNamedBehind } from "./named-fractions.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { rateGap } from "./rate-gaps.ts";
import { firstBracketFrom, type Parenthesis } from "./text-structure.ts";
import { isPairGap, isPart } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

/** A percentage with the number it is the rate of; `whole` where the text prints it beside. */
export interface PrintedShare {
  readonly percent: Quantity;
  readonly part: Quantity;
  readonly whole: Quantity | undefined;
  readonly evidence: Evidence;
}

const wholeGap =
  /^[^,;.():%]{0,70}\s(?:trên tổng số|trong tổng số|trên tổng|trong tổng|trên toàn bộ|trong số|trên)\s?(?:[\p{L}]+\s?){0,8}$/u;

/** Whether two numbers in a row are part and whole: "A/B", "A trên tổng số B". */
export function isFraction(part: Quantity | undefined, whole: Quantity | undefined): boolean {
  if (!part || !whole || part.sentence !== whole.sentence || part.block !== whole.block) return false;
  if (part.kind !== "count" || whole.kind !== "count" || part.role === "range") return false;
  return isPairGap(whole.lead) || wholeGap.test(whole.lead);
}

/** Finds for every percentage of a passage the number it belongs to; each fraction is charged once. */
export function findShares(document: ReadDocument, passage: Passage): readonly PrintedShare[] {
  const charged = new Set<number>();
  const shares: PrintedShare[] = [];
  const inRuns = rateRuns(passage);
  for (const [position, percent] of passage.quantities.entries()) {
    if ((percent.kind !== "percent" && percent.kind !== "permille") || restatesChange(passage, position))
      continue;
    if (inRuns.has(percent.index) || fractionNamedBehind(passage, position)) continue;
    const share =
      shareBehind(passage, position) ??
      shareBefore(document, passage, position) ??
      shareInChain(document, passage, position, shares.at(-1));
    if (!share || (charged.has(share.part.index) && !namesOwnWhole(document, share.percent))) continue;
    if (percent.role === "change" && percent.changeWord !== "vượt") continue;
    charged.add(share.part.index);
    shares.push(share);
  }
  return shares;
}

/** Rates in a row behind as many numbers in a row belong to those one by one, not all to the last. */
function rateRuns(passage: Passage): ReadonlySet<number> {
  const runs = runsIn(passage);
  return new Set(
    runs.flatMap((run, at) => {
      const before = runs[at - 1];
      const isPaired =
        run[0]!.kind === "percent" && before?.[0]!.kind === "count" && before.length === run.length;
      return isPaired ? run.map((each) => each.index) : [];
    }),
  );
}

/** "27,3% (2.633/9.635 trẻ)", "35% (42 xã)", "đạt 80%, tương ứng 96 xã". */
function shareBehind(passage: Passage, position: number): PrintedShare | undefined {
  const percent = passage.quantities[position]!;
  const part = passage.quantities[position + 1];
  if (
    !part ||
    part.sentence !== percent.sentence ||
    part.kind !== "count" ||
    part.role === "change" ||
    part.isPerOther
  )
    return undefined;
  const opens = /^\s?[\p{L} ]{0,30}\((?:tương ứng|tương đương|tức|khoảng|đạt|với|bằng|là|số|\s)*$/u.test(
    part.lead,
  );
  const follows = /^\s?,?\s?(?:tương ứng|tương đương|tức là|tức)\s?(?:với|là)?\s?$/u.test(part.lead);
  const whole = passage.quantities[position + 2];
  // "36,2% (dân số đô thị 384,6 nghìn người/tổng dân số 1.232,7 nghìn người)"
  const isNamedPair = /^\s?[\p{L} ]{0,30}\([\p{L} ]{2,40}$/u.test(part.lead) && isFraction(part, whole);
  if (!opens && !follows && !isNamedPair) return undefined;
  if (isFraction(part, whole)) return { percent, part, whole, evidence: "tight" };
  if (part.role !== "plain") return undefined;
  return /^\s?\(\s?$/.test(part.lead) || follows
    ? { percent, part, whole: undefined, evidence: "firm" }
    : undefined;
}

/** "2.633/9.635 trẻ, đạt tỷ lệ 27,3%", "38 xã có bác sĩ chiếm 35,8%", also across a bracket that explains the number. */
function shareBefore(document: ReadDocument, passage: Passage, position: number): PrintedShare | undefined {
  const percent = passage.quantities[position]!;
  const found = neighbourBefore(document, passage, position);
  if (!found) return undefined;
  const { at, gap } = found;
  const number = passage.quantities[at]!;
  // "gồm: …, học sinh 35.744 người; đạt 96,56% kế hoạch" goes back to what the list divides.
  const isOfWholeList = /;\s*(?:ước )?đạt\s?$/.test(gap) && isPart(passage, document.folded, number);
  if (isOfWholeList) return shareOfDivided(passage, percent, number);
  const isOfPopulation = /^\s(?:tổng )?dân số/.test(percent.trail);
  const evidence =
    rateGap(gap, `${number.lead} ${number.unit.phrase}`) ?? (isOfPopulation ? "firm" : undefined);
  if (!evidence || number.kind !== "count" || number.role === "range") return undefined;
  const previous = passage.quantities[at - 1];
  if (isFraction(previous, number))
    return previous!.role === "change" ? undefined : { percent, part: previous!, whole: number, evidence };
  if (number.role === "plan" || number.role === "base") return shareOfNamed(passage, at, percent, evidence);
  if (number.role !== "plain" && number.role !== "level") return undefined;
  return { percent, part: number, whole: undefined, evidence };
}

/** The number that a list before the percentage takes apart: what the sentence speaks of again when the list is over. */
function shareOfDivided(passage: Passage, percent: Quantity, last: Quantity): PrintedShare | undefined {
  const members = (passage.bySentence[percent.sentence] ?? []).filter((each) => each.index <= last.index);
  const part = members.find(
    (each, at) =>
      each.kind === "count" &&
      each.role === "plain" &&
      each.bracket === percent.bracket &&
      isSameUnit(each.unit, last.unit) &&
      /(?:gồm|trong đó|:)[^;]*$/.test(members[at + 1]?.lead ?? ""),
  );
  return part ? { percent, part, whole: undefined, evidence: "firm" } : undefined;
}

/** "đạt 8.412 tỷ đồng; so với kế hoạch 17.500 tỷ đồng đạt 48,1%": what it is a rate of stands in between. */
function shareOfNamed(
  passage: Passage,
  at: number,
  percent: Quantity,
  evidence: Evidence,
): PrintedShare | undefined {
  const [part, whole] = [passage.quantities[at - 1], passage.quantities[at]!];
  if (!part || part.sentence !== whole.sentence || part.kind !== "count" || part.role !== "plain")
    return undefined;
  if (
    part.bracket !== whole.bracket ||
    part.bracket !== percent.bracket ||
    !isSameUnit(part.unit, whole.unit)
  )
    return undefined;
  return { percent, part, whole, evidence: evidence === "tight" ? "firm" : evidence };
}

const chainGap =
  /[,;]?\s(?:và |và cũng |nhưng (?:chỉ )?|song (?:chỉ )?)?(?:đạt|bằng|chiếm|ước đạt|hoàn thành|tương đương)\s?$/;

/** "A, đạt 77% dự toán tỉnh giao (P) và bằng 108% so với cùng kỳ (B)": a second rate of A that brings its own whole. */
function shareInChain(
  document: ReadDocument,
  passage: Passage,
  position: number,
  last: PrintedShare | undefined,
): PrintedShare | undefined {
  const percent = passage.quantities[position]!;
  const found = neighbourBefore(document, passage, position);
  if (!last || !found || passage.quantities[found.at] !== last.percent) return undefined;
  // "56,9% dự toán tỉnh giao (152 tỷ đồng), 54,0% dự toán huyện giao (160 tỷ đồng)"
  const isBare = /\),?\s(?:và\s)?$/.test(percent.lead);
  if (!chainGap.test(found.gap) && !isBare) return undefined;
  if (/[;.]/.test(found.gap) || !namesOwnWhole(document, percent)) return undefined;
  return { percent, part: last.part, whole: undefined, evidence: "tight" };
}

/** Behind the percentage a plan, an earlier period or another whole stands in a bracket. */
function namesOwnWhole({ folded }: ReadDocument, percent: Quantity): boolean {
  return /^\s[^,;.()%]{1,80}\((?:[\p{L}:]+\s?){0,6}\d/u.test(folded.slice(percent.end, percent.end + 120));
}

function neighbourBefore(
  { folded }: ReadDocument,
  passage: Passage,
  position: number,
): { at: number; gap: string } | undefined {
  const percent = passage.quantities[position]!;
  let resumes = false;
  for (let at = position - 1; at >= 0 && at > position - 30; at -= 1) {
    const each = passage.quantities[at]!;
    const opened = passage.brackets[each.bracket];
    const isInside = each.bracket >= 0 && each.bracket !== percent.bracket && opened!.end <= percent.start;
    if (isInside) continue;
    const explained = bracketsBetween(passage, each.end, percent.start, each.bracket);
    const gap = withoutBrackets(folded, each.end, percent.start, explained);
    if (isBesideTheMatter(each, gap)) {
      resumes = true;
      continue;
    }
    if (resumes) return each.sentence === percent.sentence ? { at, gap: ", đạt " } : undefined;
    const crosses = each.sentence !== percent.sentence;
    if (
      crosses &&
      !(
        each.sentence === percent.sentence - 1 &&
        /\.\s+(?:đạt|chiếm|bằng|tỷ lệ đạt|tương ứng)[^.]{0,20}$/.test(gap)
      )
    )
      return undefined;
    return { at, gap };
  }
  return undefined;
}

function bracketsBetween(
  { brackets }: Passage,
  start: number,
  end: number,
  parent: number,
): readonly Parenthesis[] {
  const found: Parenthesis[] = [];
  for (
    let at = firstBracketFrom(brackets, start);
    at < brackets.length && brackets[at]!.end <= end;
    at += 1
  ) {
    if (brackets[at]!.parent === parent) found.push(brackets[at]!);
  }
  return found;
}

/** "…, tăng 3.150 lượt so với cùng kỳ, đạt 56,6% kế hoạch" goes back to the number before the change. */
function isBesideTheMatter({ role }: Quantity, gap: string): boolean {
  return (
    role === "change" &&
    /^[^;.]{0,80}(?:,\s?(?:và\s)?|\svà\s)(?:đạt|bằng|hoàn thành)\s(?:\p{L}+\s)?$/u.test(gap)
  );
}

function withoutBrackets(
  folded: string,
  start: number,
  end: number,
  brackets: readonly { start: number; end: number }[],
): string {
  let gap = "";
  let from = start;
  for (const bracket of brackets) {
    if (bracket.start < from) continue;
    gap += folded.slice(from, bracket.start);
    from = bracket.end;
  }
  return gap + folded.slice(from, end);
}
