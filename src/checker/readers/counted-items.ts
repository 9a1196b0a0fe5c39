import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { toDecimal } from "#checker/formulas.ts";
import { firstBracketFrom } from "#checker/text-structure.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Counts the items that a number announces: "03 đơn vị (A; B; C)", "03 đề án: …; …; …", "3 bệnh viện gồm:" and the lines below. */
export function readCountedItems(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quantity, position) =>
      readAnnouncement(document, passage, position, quantity),
    ),
  );
}

const unitsOfLists = new Set(["facility", "file", "item", "event", "place", "incident", "person"]);

function readAnnouncement(
  document: ReadDocument,
  passage: Passage,
  position: number,
  announced: Quantity,
): readonly Draft[] {
  const count = announced.readings[0]!.value;
  if (
    announced.kind !== "count" ||
    announced.role !== "plain" ||
    count < 2 ||
    count > 20 ||
    announced.scale !== 1 ||
    announced.approximate
  )
    return [];
  if (!unitsOfLists.has(announced.unit.unitClass ?? "")) return [];
  const list = listBehind(document, passage, position);
  if (!list) return linesBelow(document, passage, announced, count);
  const { items, span } = list;
  if (items === count) return [counted(announced, count, span)];
  return list.isSure && items >= 2 && Math.abs(items - count) <= 3
    ? [miscounted(announced, items, span)]
    : [];
}

interface Enumeration {
  readonly items: number;
  /** Parted by semicolons, so that the commas inside an item do not count. */
  readonly isSure: boolean;
  readonly span: { readonly start: number; readonly end: number };
}

/** An enumeration without numbers of its own, in the bracket or after the colon behind the number. */
function listBehind(
  { folded, text }: ReadDocument,
  passage: Passage,
  position: number,
): Enumeration | undefined {
  const announced = passage.quantities[position]!;
  const sentence = passage.sentences[announced.sentence]!;
  const next = passage.quantities[position + 1];
  const until = next && next.start < sentence.end ? next.start : sentence.end;
  const opening = /^[^.;:()]{0,60}(?:\(|:|gồm:?|là:)\s*(?:trong đó\s)?/u.exec(
    folded.slice(announced.unitEnd, until),
  );
  if (!opening) return listOfNames(text, announced, until);
  const start = announced.unitEnd + opening[0].length;
  const isBracket = opening[0].includes("(");
  const bracket = passage.brackets[firstBracketFrom(passage.brackets, announced.unitEnd)];
  const end = isBracket ? (bracket && bracket.start < start ? bracket.end - 1 : start) : sentence.end;
  if (end - start < 8 || (next && next.start < end)) return undefined;
  const content = text.slice(start, end).replace(/[.;\s]+$/, "");
  const semicolons = content.split(";").length;
  if (semicolons > 1) {
    const last = content.split(";").at(-1)!;
    const joined = /\sv[àa]\s\p{Lu}/u.test(last) ? 1 : 0;
    const isSure = !/\sv[àa]\s/u.test(last);
    return { items: semicolons + joined, isSure, span: { start: announced.start, end } };
  }
  return { items: splitNames(content), isSure: false, span: { start: announced.start, end } };
}

/** "04 đơn vị Bệnh viện Phổi, Bệnh viện Y học cổ truyền, Trung tâm …": the names follow at once. */
function listOfNames(text: string, announced: Quantity, until: number): Enumeration | undefined {
  const content = text.slice(announced.unitEnd, Math.min(until, announced.unitEnd + 300));
  if (!/^\s\p{Lu}/u.test(content)) return undefined;
  const names = content.match(facilityName)?.length ?? 0;
  return names >= 2
    ? {
        items: names,
        isSure: false,
        span: { start: announced.start, end: announced.unitEnd + content.length },
      }
    : undefined;
}

const facilityName =
  /(?:Bệnh viện|Trung tâm|Trạm|Phòng khám|Chi cục|Sở|Trường|Ban|BV|TTYT|Phòng|Công ty|Huyện|Xã)\s\p{L}/gu;

function splitNames(content: string): number {
  const facilities = content.match(facilityName)?.length ?? 0;
  if (facilities >= 2) return facilities;
  return content.split(/,|\sv[àa]\s/).filter((item) => item.trim() !== "").length;
}

/** "… với 3 bệnh viện gồm:" and then one line for each. */
function linesBelow(
  { passages, blocks, text }: ReadDocument,
  passage: Passage,
  announced: Quantity,
  count: number,
): readonly Draft[] {
  if (
    passage.quantities.at(-1) !== announced ||
    !/^[^.;]{0,80}(?::|gồm|như sau)\s*:?$/u.test(announced.trail.trimEnd())
  )
    return [];
  const noun = announced.unit.noun;
  let items = 0;
  let at = passage.block.index + 1;
  for (; at < blocks.length && items <= count; at += 1) {
    const block = blocks[at]!;
    const head = text
      .slice(block.start, block.start + 60)
      .toLowerCase()
      .replace(/^[\s+*•-]+/, "");
    if (!head.startsWith(noun)) break;
    items += 1;
  }
  return items === count && passages.length > 0
    ? [counted(announced, count, { start: announced.start, end: announced.unitEnd })]
    : [];
}

function counted(announced: Quantity, items: number, span: { start: number; end: number }): Draft {
  return remark("sum", "consistent", span, {
    vi: `Kê đủ ${items} mục như đã ghi.`,
    en: `${items} items are listed, as announced.`,
  }, { printed: announced, computed: toDecimal(items), evidence: "loose" }); // prettier-ignore
}

function miscounted(announced: Quantity, items: number, span: { start: number; end: number }): Draft {
  // One or two more or less are a slip; more, and the list names only some, or counts something else.
  const verdict = Math.abs(items - announced.readings[0]!.value) <= 2 ? "suspect" : "note";
  return remark("sum", verdict, span, {
    vi: `Ghi ${announced.text} nhưng kê ra ${items} mục.`,
    en: `${announced.text} are announced but ${items} are listed.`,
  }, { printed: announced, computed: toDecimal(items), evidence: "loose" }); // prettier-ignore
}
