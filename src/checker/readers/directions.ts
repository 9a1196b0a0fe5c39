import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { type Message, type Verdict } from "#checker/contract.ts";
import { valueOf } from "#checker/intervals.ts";
import { findSubjects } from "#checker/subjects.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads comparisons without an amount: "tăng so với cùng kỳ (B)", "tương đương cùng kỳ (40BN)", "từ B giảm xuống A", "vượt chỉ tiêu (90%)". */
export function readDirections(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quantity, position) => readDirection(document, passage, position, quantity)),
  );
}

const against = String.raw`(?:so )?(?:với )?(?:mức )?(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|năm (?:19|20)\d\d)[^,;.()%\d]{0,40}(?:(?:19|20)\d\d)?\s?(?:\((?:[\p{L}\s:]{0,30})|là\s)$`;
const equalPattern = new RegExp(
  String.raw`(tương đương|bằng|không (?:tăng|giảm|thay đổi|đổi)|giữ nguyên|ngang)\s(?:so )?${against}`,
  "u",
);
const unequalPattern = new RegExp(String.raw`(?:^|[^\p{L}])(tăng|giảm|cao hơn|thấp hơn)\s${against}`, "u");
const targetPattern =
  /(?:^|[^\p{L}])(vượt|cao hơn|thấp hơn|không đạt|chưa đạt|đạt và vượt)\s(?:so với )?(?:mức )?(?:chỉ tiêu|mục tiêu|kế hoạch|bình quân|trung bình|mức bình quân|mức trung bình)[^,;.()%]{0,60}(?:\((?:[\p{L}\s:]{0,30})|là\s)(?:≥\s?)?$/u;
const fromToPattern = /^[^,;.]{0,60}?(tăng|giảm)\s(?:lên|xuống|còn)[^,;.]{0,20}$/;

function readDirection(
  document: ReadDocument,
  passage: Passage,
  position: number,
  base: Quantity,
): readonly Draft[] {
  if (base.role === "change" || base.role === "range") return [];
  const equal = equalPattern.exec(base.lead);
  const unequal = equal ? null : (unequalPattern.exec(base.lead) ?? targetPattern.exec(base.lead));
  if (equal || unequal) {
    const [subject] = findSubjects(passage, document.folded, position, { kinds: [base.kind], like: base });
    if (!subject || subject.sentence !== base.sentence || subject.bracket !== -1) return [];
    return equal ? [checkEqual(subject, base, equal[1]!)] : [checkUnequal(subject, base, unequal![1]!)];
  }
  return readFromTo(passage, position);
}

/** "từ 120 giảm xuống 135", "giảm từ 120 xuống 135". */
function readFromTo(passage: Passage, position: number): readonly Draft[] {
  const from = passage.quantities[position]!;
  const to = passage.quantities[position + 1];
  const isFrom = /(?:^|[^\p{L}])(?:(tăng|giảm)[\p{L} ]{0,30}\s)?từ\s(?:mức\s)?$/u.exec(from.lead);
  if (!isFrom || !to || to.sentence !== from.sentence || to.kind !== from.kind || to.role === "range")
    return [];
  const word =
    isFrom[1] ??
    fromToPattern.exec(to.lead)?.[1] ??
    (/(lên|xuống)\s?(?:còn\s)?$/.exec(to.lead)?.[1] === "xuống" ? "giảm" : undefined);
  if (!word || !/(?:lên|xuống|còn|đến)\s?(?:còn\s|mức\s|tới\s)?$/.test(to.lead)) return [];
  return [checkUnequal(to, from, word)];
}

function checkEqual(subject: Quantity, base: Quantity, word: string): Draft {
  const [a, b] = [valueOf(subject), valueOf(base)];
  const isLoose = word === "tương đương" || word === "ngang";
  const holds = isLoose ? Math.abs(a - b) <= Math.max(1, 0.05 * b) : a === b;
  const verdict = holds
    ? "consistent"
    : isLoose
      ? Math.abs(a - b) > 0.1 * b
        ? "suspect"
        : "note"
      : "suspect";
  return direction(
    subject,
    base,
    verdict,
    holds ? `${word}: khớp` : `không ${word}`,
    holds ? "equal, as stated" : "not equal, against what is stated",
  );
}

function checkUnequal(subject: Quantity, base: Quantity, word: string): Draft {
  const isUp = /^(?:tăng|cao|vượt|đạt)/.test(word);
  const change = valueOf(subject) - valueOf(base);
  const holds = isUp ? change >= 0 && (change > 0 || word === "đạt và vượt") : change < 0;
  const sameUnit = subject.unit.noun === base.unit.noun || base.unit.noun === "" || subject.kind !== "count";
  const verdict = holds ? "consistent" : sameUnit ? "wrong" : "suspect";
  return direction(
    subject,
    base,
    verdict,
    holds ? `${word}: khớp` : `ghi “${word}” là ngược`,
    holds ? "the direction agrees" : "the direction is reversed",
  );
}

function direction(subject: Quantity, base: Quantity, verdict: Verdict, vi: string, en: string): Draft {
  const message: Message = {
    vi: `${subject.text} so với ${base.text}: ${vi}.`,
    en: `${subject.text} against ${base.text}: ${en}.`,
  };
  const kind = base.kind === "count" ? "growth_abs" : "threshold";
  const span = { start: Math.min(subject.start, base.start), end: Math.max(subject.end, base.end) };
  return remark(kind, verdict, span, message, { printed: base, operands: [subject] });
}
