import { type ReadDocument } from "./document.ts";
import { isCount, isListed, promiseOf, type PartList } from "./lists.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isDenominator, positionIn } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

/** "Tổng số 120 cán bộ, trong đó:" with one part on each of the lines below. */
export function lineLists(document: ReadDocument): readonly PartList[] {
  return document.passages.flatMap((passage, index) => {
    const tail = document.folded
      .slice(Math.max(passage.block.start, passage.block.end - 80), passage.block.end)
      .trimEnd();
    const last = passage.quantities.at(-1);
    const isHeading = /^[\s*+-]*tổng(?!\p{L})/u.test(
      document.folded.slice(passage.block.start, passage.block.start + 20),
    );
    if (!last || !(isHeading || /(?:[:;]|trong đó|gồm|như sau|cụ thể)$/.test(tail))) return [];
    const totals = passage.bySentence[last.sentence]!.filter(
      (each) => each.depth === 0 && isCount(each) && !isDenominator(passage, positionIn(passage, each)),
    );
    const items = itemsBelow(document, index);
    const parts = items.flatMap(
      (item) => item.quantities.find((each) => isCount(each) && each.sentence === 0) ?? [],
    );
    if (totals.length === 0 || parts.length < 2 || parts.length < items.length) return [];
    const words = document.folded.slice(items[0]!.block.start, items.at(-1)!.block.end);
    const isOpen = tail.endsWith(";") || !/(?:[:;]|trong đó|gồm|như sau|cụ thể)$/.test(tail);
    const promise = isOpen ? "member" : promiseOf(tail, "", "whole");
    return [{ promise, totals: totals.toReversed().slice(0, 4), parts, words, isAttached: true }];
  });
}

/** The items of one bullet that follow a block, at most 40; a deeper bullet belongs to its item. */
function itemsBelow({ passages }: ReadDocument, index: number): readonly Passage[] {
  const bullet = passages[index + 1]?.block.bullet ?? "";
  const own = passages[index]!.block.bullet;
  if (bullet === "" || bullet === own) return [];
  const items: Passage[] = [];
  for (let at = index + 1; at < passages.length && items.length < 40; at += 1) {
    const passage = passages[at]!;
    if (passage.block.bullet === bullet) items.push(passage);
    else if (passage.block.bullet === own || passage.block.bullet === "") break;
  }
  return items;
}

/** "Kiểm tra 65 cơ sở, 45 cơ sở đạt, 20 cơ sở chưa đạt": three numbers of one noun, the first the largest. */
export function contrastLists({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.bySentence.flatMap((members, sentence) => {
    const counts = members.filter((each) => each.depth === 0 && isListed(passage, each));
    const [total, first, second] = counts;
    if (!total || !first || !second || counts.length !== 3 || total.unit.noun === "") return [];
    if (
      ![first, second].every(
        (each) => each.unit.noun === total.unit.noun && each.readings[0]!.value <= total.readings[0]!.value,
      )
    )
      return [];
    const words = folded.slice(first.start, Math.min(passage.sentences[sentence]!.end, second.unitEnd + 50));
    const negated =
      /(?:giải quyết|hoàn thành|xử lý|thực hiện)[^;]*[,;][^,;]*đang (?:giải quyết|thực hiện|xử lý|tiến hành)/.test(
        folded.slice(total.end, second.unitEnd),
      ) ||
      /(đạt|hoàn thành|giải quyết|vi phạm|đúng hạn|biết|tham gia)[^,;]{0,40}[,;][^,;]*(?:không|chưa|còn)[^,;]{0,10} \1/.test(
        words,
      );
    return negated
      ? [{ promise: "whole" as const, totals: [total], parts: [first, second], words, isAttached: false }]
      : [];
  });
}

const sumLead =
  /(?:^|[^\p{L}])(?:tổng cộng|tổng số|cộng|tổng|tất cả|cả thảy|cả năm|tính chung)(?:\s(?!trong)[\p{L}\d]+){0,5}\s?(?:là|có|:|=)?\s?$/u;

/** "Viện phí 12,5 tỷ, BHYT 45,8 tỷ, thu khác 1,7 tỷ. Tổng thu 60 tỷ."; numbers of other units between are passed over. */
function totalOfSentenceBefore(
  { folded }: ReadDocument,
  passage: Passage,
  position: number,
): readonly PartList[] {
  const total = passage.quantities[position]!;
  const previous = passage.quantities[position - 1]!;
  if (
    previous.sentence !== total.sentence - 1 ||
    !/^\s*(?:tổng|cộng|cả)(?!\p{L})[^,;.]{0,60}$/u.test(total.lead) ||
    !isCount(total)
  )
    return [];
  const counts = passage.bySentence[previous.sentence]!.filter(
    (each) => each.depth === 0 && each.kind === "count",
  );
  const parts = counts.filter(
    (each) => each.unit.noun !== "" && isSameUnit(each.unit, total.unit) && each.scale === total.scale,
  );
  if (parts.length < 2 || !parts.every((each) => isListed(passage, each))) return [];
  const isSum = /^\s*(?:tổng )?cộng(?!\p{L})/u.test(total.lead);
  return [
    {
      promise: isSum ? "whole" : "member",
      totals: [total],
      parts,
      words: folded.slice(parts[0]!.start, total.start),
      isAttached: false,
    },
  ];
}

/** "nam 20, nữ 25, tổng cộng 45" and "12 + 15 = 27": the total comes last. */
export function trailingTotals(document: ReadDocument, passage: Passage): readonly PartList[] {
  const { folded } = document;
  return passage.quantities.flatMap((total, position) => {
    if (total.kind !== "count" || position < 2) return [];
    if (passage.quantities[position - 1]!.sentence !== total.sentence)
      return totalOfSentenceBefore(document, passage, position);
    const isEquation = /^[\p{L} ]{0,20}=\s?$/u.test(total.lead);
    if (!isEquation && !(sumLead.test(total.lead) && /[,;:(]|là/.test(total.lead))) return [];
    const parts: Quantity[] = [];
    let skipped = false;
    for (let at = position - 1; at >= 0; at -= 1) {
      const each = passage.quantities[at]!;
      if (each.sentence === total.sentence && each.kind === "percent" && !isEquation) {
        skipped = true;
        continue;
      }
      if (each.sentence !== total.sentence || !isCount(each)) break;
      if (
        each.bracket !== total.bracket &&
        !(each.bracket === parentOf(passage, total) && isAlone(passage, total))
      )
        break;
      if (isEquation && at < position - 1 && !/\+\s?$/.test(passage.quantities[at + 1]!.lead)) break;
      parts.unshift(each);
    }
    if (parts.length < 2) return [];
    return [
      {
        promise:
          skipped || /(?:cả năm|tính chung)[^,;]*$/.test(total.lead)
            ? ("member" as const)
            : ("whole" as const),
        totals: [total],
        parts,
        words: folded.slice(parts[0]!.start, total.start),
        isAttached: !skipped,
      },
    ];
  });
}

function parentOf({ brackets }: Passage, { bracket }: Quantity): number {
  return bracket < 0 ? -2 : brackets[bracket]!.parent;
}

/** "48 xã loại I, 62 xã loại II, 31 xã loại III (tổng 141 xã)". */
function isAlone({ byBracket }: Passage, { bracket }: Quantity): boolean {
  return byBracket[bracket]?.length === 1;
}

/** "412 hộ = 286 hộ nghèo + 126 hộ cận nghèo": the total comes first. */
export function equations({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.quantities.flatMap((total, position) => {
    const parts: Quantity[] = [];
    for (let at = position + 1; at < passage.quantities.length; at += 1) {
      const each = passage.quantities[at]!;
      const sign = at === position + 1 ? /^[\p{L} ]{0,40}=\s?$/u : /^[\p{L} ]{0,40}\+\s?$/u;
      if (!sign.test(each.lead) || !isCount(each)) break;
      parts.push(each);
    }
    if (parts.length < 2 || !isCount(total)) return [];
    const words = folded.slice(total.start, parts.at(-1)!.unitEnd);
    return [{ promise: "whole" as const, totals: [total], parts, words, isAttached: true }];
  });
}
