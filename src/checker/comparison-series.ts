import { isOfOneKind, type ValuePair } from "./comparison-bases.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isPairGap } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

const mostBetween = 6;

/** "(tăng 34 vụ, giảm 15 đối tượng so với cùng kỳ: 252 vụ, 427 đối tượng)": changes in a row, then as many earlier values, told apart by what they count. */
export function baseInSeries(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  if (change.kind !== "count" || change.unit.noun === "") return undefined;
  let isCompared = false;
  for (let at = position + 1; at <= position + mostBetween; at += 1) {
    const each = passage.quantities[at];
    if (!each || each.sentence !== change.sentence || each.lead.includes(";")) return undefined;
    isCompared ||= seriesCue.test(each.lead);
    if (isCompared && each.role !== "change" && each.unit.noun === change.unit.noun && each.kind === "count")
      return each;
    // Another change of the same noun has the earlier value for itself.
    if (each.role === "change" ? each.unit.noun === change.unit.noun : !isCompared) return undefined;
  }
  return undefined;
}

const seriesCue = /(?:so (?:với )?|cùng kỳ|năm trước)[\p{L}\d ]{0,40}[:(]/u;

/** "tăng 11,4% so với cùng kỳ; … Cùng kỳ năm 2023 thu 11.204 tỷ đồng": the next sentence opens with the earlier value. */
export function baseOfSentenceAfter(passage: Passage, position: number): Quantity | undefined {
  const change = passage.quantities[position]!;
  const next = passage.bySentence[change.sentence + 1]?.[0];
  const time = /^[^,;.()]{0,30}?(cùng kỳ|năm trước|kỳ trước|năm ngoái|năm (?:19|20)\d\d)(?!\p{L})/u.exec(
    change.trail,
  )?.[1];
  if (!next || time === undefined || !(next.kind === "count" || isOfOneKind(change, next))) return undefined;
  return new RegExp(String.raw`^[\s-]*${time}(?!\p{L})[^,;.]{0,60}$`, "u").test(next.lead) ? next : undefined;
}

/** "Xảy ra 2 vụ, 68 người mắc; cùng kỳ 4 vụ, 112 người mắc. Như vậy giảm 2 vụ, giảm 44 người": both series stand in the sentence before, told apart by what they count. */
export function seriesOfSentenceBefore(passage: Passage, position: number): ValuePair | undefined {
  const change = passage.quantities[position]!;
  if (change.kind !== "count" || change.unit.noun === "" || change.sentence === 0) return undefined;
  const now: Quantity[] = [];
  const earlier: Quantity[] = [];
  let isEarlier = false;
  for (const each of passage.bySentence[change.sentence - 1]!) {
    isEarlier =
      /(?<!so với )(?:cùng kỳ|năm trước|năm ngoái|kỳ trước)/.test(each.lead) ||
      (isEarlier && !each.lead.includes(";"));
    if (each.depth > 0 || each.kind !== "count" || each.unit.noun !== change.unit.noun) continue;
    if (each.role !== "change") (isEarlier ? earlier : now).push(each);
  }
  return now.length === 1 && earlier.length === 1 ? { subject: now[0]!, base: earlier[0]! } : undefined;
}

/** "chi 1.486,2 tỷ đồng/dự toán 1.412,8 tỷ đồng, …, vượt 73,4 tỷ đồng": what was exceeded is the second of the pair before. */
export function exceededPair(passage: Passage, position: number): ValuePair | undefined {
  const change = passage.quantities[position]!;
  if (!/^(?:vượt|hụt)$/.test(change.changeWord) || change.kind !== "count") return undefined;
  for (let at = position - 1; at >= 1 && at > position - 5; at -= 1) {
    const [subject, base] = [passage.quantities[at - 1]!, passage.quantities[at]!];
    if (base.sentence !== change.sentence) return undefined;
    const isPair = subject.kind === "count" && base.kind === "count" && isPairGap(base.lead);
    if (isPair && isSameUnit(base.unit, change.unit)) return { subject, base };
  }
  return undefined;
}

const nowLead = /(?:còn|nay|hiện(?: có)?|sau khi[^,;.]{0,40}|đến nay[^,;.]{0,30})(?:\s(?:lại|có|là))?\s?$/;

/** "Toàn tỉnh có 124 đơn vị. Sau sắp xếp còn 117 đơn vị, giảm 09": the one number of that noun in the sentence before. */
export function baseOfSentenceBefore(passage: Passage, position: number): ValuePair | undefined {
  const change = passage.quantities[position]!;
  const subject = passage.quantities[position - 1];
  if (
    !subject ||
    change.kind !== "count" ||
    subject.kind !== "count" ||
    subject.sentence !== change.sentence ||
    subject.sentence === 0 ||
    passage.bySentence[subject.sentence]![0] !== subject ||
    !nowLead.test(subject.lead)
  )
    return undefined;
  const alike = passage.bySentence[subject.sentence - 1]!.filter(
    (each) =>
      each.kind === "count" &&
      each.role === "plain" &&
      each.depth === 0 &&
      each.unit.noun !== "" &&
      isSameUnit(each.unit, subject.unit),
  );
  return alike.length === 1 ? { subject, base: alike[0]! } : undefined;
}
