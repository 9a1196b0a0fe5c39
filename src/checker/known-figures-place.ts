import { type ReadDocument } from "./document.ts";
import { type FigureMention } from "./contract.ts";
import { normaliseText } from "./normalise.ts";
import { readPassage, type Passage, type Quantity } from "./quantities.ts";
import { contentWords, isNumerator, isPairGap, isPart, positionIn } from "./subjects.ts";
import { type Unit } from "./units.ts";

/** What the text around a number says it is; the same for a document and for a mention of a known figure. */
export interface Place {
  readonly quantity: Quantity;
  /** What is counted; of "112/124 xã" for both numbers. */
  readonly unit: Unit;
  /** Telling words of its own clause, of the noun behind it, and of the label that opens its paragraph. */
  readonly near: ReadonlySet<string>;
  /** Telling words of its sentence up to the number. */
  readonly before: ReadonlySet<string>;
  /** Telling words of the heading above. */
  readonly far: ReadonlySet<string>;
  /** The value of a month, a running total, or untold. */
  readonly span: "month" | "total" | undefined;
  readonly isPart: boolean;
  /** The second number of a pair: "9.635" in "2.633/9.635 trẻ". */
  readonly isDenominator: boolean;
  /** Spoken of as a plan or an aim, not as a result. */
  readonly isPlanned: boolean;
  /** The words around it with every number and direction left open, the most telling first. */
  readonly keys: readonly string[];
}

/** The heading above each passage of a document: the last short line without an end mark. */
export function headingsOf({ passages, folded }: ReadDocument): readonly string[] {
  let heading = "";
  return passages.map(({ block, quantities }) => {
    const line = folded.slice(block.start, block.end).trim();
    const above = heading;
    if (line.length < 160 && quantities.length === 0 && !/[.;:,)]$/.test(line)) heading = line;
    return above;
  });
}

/** Where a known figure stands in a paragraph of its own report; `undefined` when no number is read there. */
export function placeOfMention({ heading, paragraph, start }: FigureMention): Place | undefined {
  const { text, folded } = normaliseText(paragraph);
  const block = { index: 0, start: 0, end: text.length, bullet: "", isTableLine: false };
  const passage = readPassage(text, folded, block, 0, 0);
  const quantity = passage.quantities.find((each) => each.start === start);
  return quantity && placeOf(folded, passage, quantity, normaliseText(heading).folded);
}

export function placeOf(folded: string, passage: Passage, quantity: Quantity, heading: string): Place {
  const from = passage.sentences[quantity.sentence]?.start ?? quantity.start;
  const before = folded.slice(Math.max(from, quantity.start - 600), quantity.start);
  const clause = /[^;:.()]*$/.exec(quantity.lead)![0];
  const title = withoutNumber(heading);
  return {
    quantity,
    unit: pairUnit(passage, quantity),
    near: wordsOf(
      `${labelOf(folded, passage, from, quantity)} ${toldBefore(passage, quantity)} ${clause} ${nounOf(quantity)}`,
    ),
    isPlanned: /(?:kế hoạch(?! hóa)|chỉ tiêu|mục tiêu|phương hướng|phấn đấu|dự kiến)/.test(
      `${title} ${clause}`,
    ),
    before: wordsOf(before),
    far: wordsOf(title),
    span: spanOf(/[^;.]*$/.exec(quantity.lead)![0], quantity.trail),
    isPart: isPart(passage, folded, quantity),
    isDenominator: isPairGap(quantity.lead),
    keys: keysOf(before, quantity, title),
  };
}

function wordsOf(folded: string): ReadonlySet<string> {
  return new Set(contentWords(folded).filter(isWord));
}

/** "Khám thai: trong tháng …": what opens the sentence up to a colon, when no number stands before it. */
function labelOf(
  folded: string,
  { bySentence }: Passage,
  from: number,
  { start, sentence }: Quantity,
): string {
  const label = /^[^:;.]{2,120}(?=:)/.exec(folded.slice(from, Math.min(start, from + 130)))?.[0] ?? "";
  const first = bySentence[sentence]?.[0];
  return first && first.start < from + label.length ? "" : label;
}

/** "dược sĩ đại học 169, đạt 2,08/vạn dân": a rate without words of its own is that of the number before it. */
function toldBefore(passage: Passage, quantity: Quantity): string {
  const previous = passage.quantities[positionIn(passage, quantity) - 1];
  const isBare = wordsOf(/[^;:.()]*$/.exec(quantity.lead)![0]).size === 0;
  return previous && isBare && quantity.kind !== "count" && previous.sentence === quantity.sentence
    ? /[^;:.()]*$/.exec(previous.lead)![0]
    : "";
}

function pairUnit(passage: Passage, quantity: Quantity): Unit {
  const position = positionIn(passage, quantity);
  return isNumerator(passage, position) ? passage.quantities[position + 1]!.unit : quantity.unit;
}

/** The noun behind a number, up to the words that compare it. */
function nounOf({ trail }: Quantity): string {
  return /^[^,;.:()\d]{0,60}/.exec(trail)![0].split(/\s(?:trên|so với|đạt|chiếm|bằng|tăng|giảm|và|là)\s/)[0]!;
}

/** Ages and doses are telling; years and the digits of other figures are not. */
function isWord(word: string): boolean {
  return !/^\d{3,}$/.test(word);
}

function spanOf(clause: string, trail: string): Place["span"] {
  if (/(?:lũy tích|lũy kế|cộng dồn|từ đầu năm)/.test(clause)) return "total";
  // "tiêm cho 720 người; lũy tích 5.040": what stands before a running total is not the running total.
  return /(?:trong|riêng) tháng(?! đầu)/.test(clause) || /(?:lũy tích|lũy kế|cộng dồn)/.test(trail) ? "month" : undefined;
} // prettier-ignore

/** Words enough to say by themselves which figure of a report is meant. */
const tellingWords = 4;

function keysOf(before: string, { lead, kind, unit, role }: Quantity, heading: string): readonly string[] {
  const title = skeleton(heading);
  const own = `${kind} ${role === "change"} ${unit.noun}`;
  const sentence = skeleton(before);
  const opening = skeleton(/^[^\d]{0,80}/.exec(before)![0]);
  const keys = [`${title}|${sentence}|${own}`, `${title}|${opening}|${skeleton(lead)}|${own}`];
  return contentWords(before).length >= tellingWords ? [...keys, `${sentence}|${own}`] : keys;
}

/** The words alone: numbers, marks and directions differ from one report to the next. */
function skeleton(folded: string): string {
  return folded
    .replace(/tăng|giảm/g, "±")
    .replace(/\d[\d.,/-]*/g, "#")
    .replace(/[^\p{L}#±]+/gu, " ")
    .trim();
}

/** "a) Tuyến tỉnh" and "1.2. Hệ thống" without their numbers. */
function withoutNumber(heading: string): string {
  return heading.replace(/^[\s*+-]*(?:(?:phần\s+)?[ivx]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)]\s*/u, "");
}
