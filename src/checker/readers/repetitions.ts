import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { oneKeystrokeAway } from "#checker/repairs.ts";
import { contentWords } from "#checker/subjects.ts";
import { isSameUnit } from "#checker/units.ts";

/** A number under the words that say what it is. */
interface Mention {
  readonly quantity: Quantity;
  readonly words: ReadonlySet<string>;
  readonly passage: number;
}

/** Labels must say enough to be the same thing, and not be a row of a repeated form. */
const fewestWords = 4;
const mostMentions = 6;

/** Reads numbers that the text gives twice under the same words: they must be the same number. */
export function readRepetitions(document: ReadDocument): readonly Draft[] {
  const mentions = document.passages.flatMap((passage) => mentionsIn(document, passage));
  const drafts: Draft[] = [];
  for (const group of groupAlike(mentions)) drafts.push(...compareGroup(group));
  return drafts;
}

function mentionsIn({ folded }: ReadDocument, passage: Passage): readonly Mention[] {
  return passage.quantities.flatMap((quantity) => {
    if (
      quantity.role === "base" ||
      quantity.role === "range" ||
      quantity.role === "plan" ||
      quantity.approximate
    )
      return [];
    const sentence = passage.sentences[quantity.sentence];
    if (!sentence) return [];
    const words = new Set([
      ...labelWords(folded, sentence.start, quantity),
      quantity.role === "change" ? `thay đổi ${quantity.direction}` : "",
      quantity.kind,
    ]);
    return words.size >= fewestWords + 2 ? [{ quantity, words, passage: passage.index }] : [];
  });
}

/** The words that open the sentence and those right around the number; periods and ages stay in as words. */
function labelWords(folded: string, start: number, quantity: Quantity): readonly string[] {
  const clause = contentWords(
    /[^;:.]*$/.exec(folded.slice(Math.max(start, quantity.start - 160), quantity.start))![0],
  );
  if (clause.length >= fewestWords) return [...clause.slice(-10), quantity.unit.noun].filter(isLabelWord);
  const opening = folded.slice(start, Math.min(quantity.start, start + 90)).split(/\d[\d.,]*\s?%/)[0]!;
  const near = `${quantity.lead.slice(-60)} ${quantity.unit.noun}`;
  return [...contentWords(opening).slice(0, 12), ...contentWords(near)].filter(isLabelWord);
}

/** Not the digits of other figures; years and ages stay. */
function isLabelWord(word: string): boolean {
  return !/^\d{3,}$/.test(word) || /^(?:19|20)\d\d$/.test(word);
}

/** Mentions with the same words; found by their three rarest words, so that no two lists are compared in full. */
function groupAlike(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const frequency = new Map<string, number>();
  for (const { words } of mentions)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const rarest = [...mention.words]
      .toSorted((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1))
      .slice(0, 3);
    const key = rarest.toSorted().join(" ");
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].filter((group) => group.length >= 2 && group.length <= mostMentions);
}

function compareGroup(group: readonly Mention[]): readonly Draft[] {
  return group.flatMap((later, index) => {
    const earlier = group
      .slice(0, index)
      .find((each) => each.passage !== later.passage && isSameThing(each, later));
    return earlier ? compareTwo(earlier, later) : [];
  });
}

function isSameThing(a: Mention, b: Mention): boolean {
  if (
    a.quantity.kind !== b.quantity.kind ||
    a.quantity.scale !== b.quantity.scale ||
    !isSameUnit(a.quantity.unit, b.quantity.unit)
  )
    return false;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared >= 0.8 * Math.max(a.words.size, b.words.size);
}

function compareTwo({ quantity: first }: Mention, { quantity: second }: Mention): readonly Draft[] {
  const details = { printed: second, operands: [first] };
  if (first.readings.some((a) => second.readings.some((b) => a.value === b.value))) {
    if (valueOf(first) < 10) return [];
    return [
      remark(
        "repetition",
        "consistent",
        second,
        { vi: `${second.text} ghi hai lần như nhau.`, en: `${second.text} is given twice alike.` },
        details,
      ),
    ];
  }
  const isSlip =
    oneKeystrokeAway(first.text).includes(second.text) && second.text.replace(/\D/g, "").length >= 3;
  if (!isSlip) return [];
  return [remark("repetition", "suspect", second, {
    vi: `Cùng một số liệu ghi hai cách: ${first.text} và ${second.text}.`,
    en: `The same figure is given in two ways: ${first.text} and ${second.text}.`,
  }, details)]; // prettier-ignore
}
