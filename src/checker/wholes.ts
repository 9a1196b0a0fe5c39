import { type ReadDocument } from "./document.ts";
import { valueOf } from "./intervals.ts";
import { labelledWholes } from "./labelled-wholes.ts";
import { nearWholes, totalAbove } from "./near-wholes.ts";
import { plansBeside, planWholes, wholeInBracket } from "./plan-wholes.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { type PrintedShare } from "./shares.ts";
import { readUnit } from "./units.ts";
import { candidateWhole, type Whole } from "./whole.ts";

const planBehind =
  /^\s?(?:so với |của )?(?:kế hoạch|chỉ tiêu|dự toán|kh(?!\p{L})|mục tiêu|nghị quyết|nhiệm vụ|số giao|hạn mức)/u;
const earlierBehind =
  /^\s?(?:so với |so )?(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|năm (?:19|20)\d\d)/;
const namedBehind =
  /^\s?(?:so với |trên |trong |của )?(?:tổng số |tổng |số |toàn bộ |tổng cộng )?((?:các )?[\p{L}]+(?: [\p{L}]+){0,3})/u;

/** Candidates for the whole of a share, the likeliest first. */
export function findWholes(
  document: ReadDocument,
  passage: Passage,
  share: PrintedShare,
  lineTotals: ReadonlyMap<number, Quantity>,
): readonly Whole[] {
  const behind = document.folded.slice(share.percent.end, share.percent.end + 80);
  if (planBehind.test(behind)) return planWholes(passage, share, "plan");
  if (earlierBehind.test(behind)) return planWholes(passage, share, "base");
  const noun = namedNoun(behind, share);
  const near = [
    ...wholeInBracket(passage, share),
    ...plansBeside(passage, share),
    ...labelledWholes(document, passage, share),
    ...totalAbove(share, lineTotals, behind),
    ...nearWholes(document, passage, share, noun),
  ];
  const far = searchedWholes(
    document,
    share,
    noun ?? share.part.unit.noun,
    near,
    namesAllOfNoun(behind, share),
  );
  return [...near, ...far];
}

/** The noun that the text puts behind the percentage, when it is not the end of the matter. */
function namedNoun(behind: string, share: PrintedShare): string | undefined {
  const match = namedBehind.exec(behind);
  if (!match || /^\s?[,;.)]/.test(behind)) return undefined;
  const explicit = /^\s?(?:so với |trên |trong |của )?(?:tổng|số|toàn)/.test(behind);
  const words = match[1]!.replace(/^các /, "");
  const unit = readUnit(words, 0, words.length);
  if (!explicit && unit.unitClass === undefined && !/^(?:dân số|dmkt|danh mục)/.test(words)) return undefined;
  return unit.noun === share.part.unit.noun ? undefined : unit.noun;
}

/** "88,67% tổng số xã": the whole is all there are of the part's own noun. */
function namesAllOfNoun(behind: string, { part }: PrintedShare): boolean {
  const named = /^\s?(?:so với |trên |trong |của )?tổng số (\p{L}+)/u.exec(behind)?.[1];
  return named !== undefined && part.unit.noun.split(" ")[0] === named;
}

/** Every count with that noun, anywhere in the document; `isAll` makes the one that the document repeats the named whole. */
function searchedWholes(
  document: ReadDocument,
  { part }: PrintedShare,
  noun: string,
  near: readonly Whole[],
  isAll: boolean,
): readonly Whole[] {
  if (noun === "") return [];
  const known =
    noun === "dân số" || noun === "dân" ? document.populations : (document.countsByNoun.get(noun) ?? []);
  const distinct = new Map<number, Quantity>();
  const times = new Map<number, number>();
  for (const each of known) {
    const value = valueOf(each);
    times.set(value, (times.get(value) ?? 0) + 1);
    if (value > valueOf(part) && distinct.size < 60 && !distinct.has(value)) distinct.set(value, each);
  }
  const rivals = distinct.size + near.length;
  const most = Math.max(0, ...[...distinct.keys()].map((value) => times.get(value)!));
  const isRepeated = (quantity: Quantity) => isAll && most >= 2 && times.get(valueOf(quantity)) === most;
  const found = [...distinct.values()].toSorted((a, b) => Number(isRepeated(b)) - Number(isRepeated(a)));
  // "… 92,9% dân số" in a text that knows one or two populations.
  const isPopulation = noun === "dân số" && distinct.size <= 2;
  return found.map((quantity) =>
    candidateWhole(quantity, { isStructural: isPopulation, isNamed: isRepeated(quantity), rivals }),
  );
}
