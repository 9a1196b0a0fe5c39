import { type Passage, type Quantity } from "./quantities.ts";
import { canMeet } from "./units.ts";

/** Whether `bracket` lies within `outer`, or is it; −1 is outside all brackets. */
export function isWithin(passage: Passage, bracket: number, outer: number): boolean {
  for (let at = bracket; at >= 0; at = passage.brackets[at]!.parent) if (at === outer) return true;
  return outer === -1;
}

/** Position of a quantity within its own passage. */
export function positionIn(passage: Passage, quantity: Quantity): number {
  return quantity.index - passage.quantities[0]!.index;
}

/** "A/B", also with the counted noun between: the second number of a pair. */
export function isPairGap(gap: string): boolean {
  return /^\s?[\p{L} ]{0,40}\/\s?(?:kh\s?|kế hoạch\s?|tổng số\s?|tổng\s?|tổng dân số\s?|dân số\s?|chỉ tiêu\s?|dự toán\s?)?$/u.test(
    gap,
  );
}

/** Second numbers of pairs such as "103 trạm/106 xã". */
export function isDenominator(passage: Passage, position: number): boolean {
  const quantity = passage.quantities[position]!;
  const previous = passage.quantities[position - 1];
  return previous !== undefined && previous.sentence === quantity.sentence && isPairGap(quantity.lead);
}

/** First numbers of such pairs, where the unit stands only behind the second. */
export function isNumerator(passage: Passage, position: number): boolean {
  const next = passage.quantities[position + 1];
  return (
    next !== undefined &&
    next.kind === "count" &&
    next.sentence === passage.quantities[position]!.sentence &&
    /^\s?\/\s?$/.test(next.lead)
  );
}

const partIntro = /(?:trong đó|trong số đó|trong số này|gồm|chia ra|cụ thể)/;

/** Whether the number is one part of something named before it: in a list after "trong đó", or in a bracket. */
export function isPart(passage: Passage, folded: string, quantity: Quantity): boolean {
  if (quantity.depth > 0) return true;
  const sentence = passage.sentences[quantity.sentence];
  return (
    sentence !== undefined &&
    partIntro.test(folded.slice(Math.max(sentence.start, quantity.start - 600), quantity.start))
  );
}

export interface SubjectSearch {
  readonly kinds: readonly Quantity["kind"][];
  /** A number whose unit the subject must share; the base of a comparison, or the change itself. */
  readonly like: Quantity | undefined;
}

/**
 * The numbers that the clause at `position` may speak of, the nearest first: before it in its sentence, then
 * the main numbers of the two sentences before.
 */
export function findSubjects(
  passage: Passage,
  folded: string,
  position: number,
  search: SubjectSearch,
): readonly Quantity[] {
  const quantity = passage.quantities[position]!;
  const here: Quantity[] = [];
  const earlier: Quantity[] = [];
  for (let at = position - 1; at >= 0 && at > position - 40; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence < quantity.sentence - 2) break;
    if (!isSubject(passage, at, search) || !isWithin(passage, quantity.bracket, each.bracket)) continue;
    if (each.sentence === quantity.sentence) here.push(each);
    else if (!isPart(passage, folded, each)) earlier.push(each);
  }
  return [...here, ...earlier];
}

function isSubject(passage: Passage, position: number, { kinds, like }: SubjectSearch): boolean {
  const each = passage.quantities[position]!;
  if (each.role !== "plain" && each.role !== "level") return false;
  if (!kinds.includes(each.kind) || isDenominator(passage, position)) return false;
  const unit = isNumerator(passage, position) ? passage.quantities[position + 1]!.unit : each.unit;
  return like === undefined || canMeet(each.unit.noun === "" ? unit : each.unit, like.unit);
}

/** Words of a label that tell things apart. */
export function contentWords(folded: string): readonly string[] {
  return (folded.match(/[\p{L}\d]+/gu) ?? []).filter((word) => word.length > 1 && !stopWords.has(word));
}

const stopWords = new Set(
  "là có của và với cho các trong trên tại được đã đạt số tổng từ đến theo so cùng kỳ năm tỷ lệ chiếm bằng tăng giảm tâng giâm toàn tỉnh này đó khi ra về ở đang thực hiện người ca trường hợp lượt".split(" "),
); // prettier-ignore

/** How many telling words the surroundings of two numbers share. */
export function sharedWords(a: Quantity, b: Quantity): number {
  const words = new Set(contentWords(`${a.lead.slice(-40)} ${a.unit.phrase}`));
  return contentWords(`${b.lead.slice(-40)} ${b.unit.phrase}`).filter((word) => words.has(word)).length;
}
