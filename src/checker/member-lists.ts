import { type ReadDocument } from "./document.ts";
import { isCount, promiseOf, type PartList } from "./lists.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isSameUnit } from "./units.ts";

const wholeBefore = /(?:^|[^\p{L}])(?:trong|trong số|trong tổng số|trên)\s?$/u;
const longestList = 40;

/** "Trong 46 trường công lập có 17 trường mầm non, 16 trường tiểu học, …": nothing but "có" opens the list. */
export function membersOf({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.quantities.flatMap((total, position) => {
    const first = passage.quantities[position + 1];
    if (!first || !wholeBefore.test(total.lead) || !isCount(total) || first.sentence !== total.sentence)
      return [];
    if (!/^[\p{L} ]{0,60}(?:\s(?:có|gồm)|,[\p{L} ]{2,30})\s?$/u.test(first.lead)) return [];
    const parts: Quantity[] = [];
    for (let at = position + 1; at < passage.quantities.length && parts.length < longestList; at += 1) {
      const each = passage.quantities[at]!;
      if (each.sentence !== total.sentence || each.lead.includes(";")) break;
      if (each.bracket === total.bracket && isCount(each) && isSameUnit(each.unit, total.unit))
        parts.push(each);
    }
    return listOf(folded, total, parts);
  });
}

const firstItem = /(?:tại|ở|gồm|trong đó|:)[^;.()]{1,60}\(\s?$/;
const nextItem = /^[^;.()]{0,12}\)[^;.()]{1,50}\(\s?$/;

/** "03 ca tử vong tại các huyện A (01 ca), B (02 ca)": every part stands alone in the bracket behind its name. */
export function bracketItems({ folded }: ReadDocument, passage: Passage): readonly PartList[] {
  return passage.quantities.flatMap((total, position) => {
    if (!isCount(total) || total.unit.noun === "") return [];
    const parts: Quantity[] = [];
    for (let at = position + 1; at < passage.quantities.length && parts.length < longestList; at += 1) {
      const each = passage.quantities[at]!;
      if (!isItem(passage, total, each) || !(parts.length === 0 ? firstItem : nextItem).test(each.lead))
        break;
      parts.push(each);
    }
    return listOf(folded, total, parts);
  });
}

function isItem({ byBracket }: Passage, total: Quantity, each: Quantity): boolean {
  return (
    each.depth === total.depth + 1 &&
    each.sentence === total.sentence &&
    byBracket[each.bracket]!.length === 1 &&
    isCount(each) &&
    isSameUnit(each.unit, total.unit)
  );
}

function listOf(folded: string, total: Quantity, parts: readonly Quantity[]): readonly PartList[] {
  if (parts.length < 2) return [];
  const words = folded.slice(total.start, parts.at(-1)!.unitEnd);
  const promise = promiseOf(folded.slice(total.end, parts[0]!.start), words, "member");
  return [
    { promise: promise === "some" ? promise : "member", totals: [total], parts, words, isAttached: false },
  ];
}
