import { type ReadDocument } from "./document.ts";
import { valueOf } from "./intervals.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { type PrintedShare } from "./shares.ts";
import { canBeWhole, candidateWhole, isAmountLike, type Whole } from "./whole.ts";

const nameBehind =
  /^\s?(?:so với |trên |trong |của )?((?:tổng số |tổng |số |toàn bộ )?[\p{L}]+(?: [\p{L}]+){0,6})(?=\s?[,;.(:)]|$)/u;
const fewestLetters = 5;
const mostNumbers = 80;
const mostPassages = 6;

/** "bằng 59% tổng mức đầu tư", "đạt 89% tổng số giáo viên": the number that the text introduced under these very words. */
export function labelledWholes(
  document: ReadDocument,
  passage: Passage,
  { percent, part }: PrintedShare,
): readonly Whole[] {
  const name = nameBehind.exec(document.folded.slice(percent.end, percent.end + 80))?.[1];
  const core = name?.replace(/^(?:tổng số|tổng|số|toàn bộ) /, "") ?? "";
  if (
    name === undefined ||
    core.length < fewestLetters ||
    /^(?:kế hoạch|dự toán|chỉ tiêu|cùng kỳ|năm|dân số)/.test(core)
  )
    return [];
  const firstBlock = document.passages[Math.max(0, passage.index - mostPassages)]!.block.index;
  const near = document.quantities
    .slice(Math.max(0, percent.index - mostNumbers), percent.index)
    .filter((each) => each.block >= firstBlock);
  const isWhole = valueOf(percent) > 100 ? isAmountLike : canBeWhole;
  const found = near.filter(
    (each) => each.index !== part.index && isCalled(each, core) && isWhole(each, part),
  );
  const distinct = new Map(found.map((each) => [valueOf(each), each]));
  const rivals = distinct.size;
  return [...distinct.values()]
    .toReversed()
    .map((quantity) => candidateWhole(quantity, { isNamed: true, isOnly: rivals === 1, rivals }));
}

/** The words stand right before the number ("giáo viên 1.174"), or right behind it ("27.416 hộ nghèo"). */
export function isCalled({ lead, unit }: Quantity, core: string): boolean {
  const before = /[^,;.()]*$/.exec(lead)![0];
  // "Khám bệnh: tổng số 186.412 lượt" is the "lượt khám bệnh" of a later line.
  const heading = before
    .replace(/^[\s\d.+*-]+/, "")
    .replace(/\s?:?\s(?:(?:tổng số|tổng|số|đạt|là|có)\s?:?\s?)*$/, "");
  const inverted = `${unit.noun} ${heading.trim()}`;
  return (
    (unit.phrase.split(" ").length >= 3 && `${core} `.startsWith(`${unit.phrase} `)) ||
    ` ${before}`.includes(` ${core} `) ||
    ` ${unit.phrase} `.includes(` ${core} `) ||
    inverted.trim() === core
  );
}
