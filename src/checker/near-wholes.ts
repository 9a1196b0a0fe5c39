import { type ReadDocument } from "./document.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isFraction, type PrintedShare } from "./shares.ts";
import { isDenominator, isPart, positionIn } from "./subjects.ts";
import { isSameUnit } from "./units.ts";
import { candidateWhole, canBeWhole, namesOtherWhole, type Whole } from "./whole.ts";

/** The total that the lines of a list hang on. */
export function totalAbove(
  { part }: PrintedShare,
  lineTotals: ReadonlyMap<number, Quantity>,
  behind: string,
): readonly Whole[] {
  const quantity = lineTotals.get(part.index);
  if (!quantity || !canBeWhole(quantity, part)) return [];
  return [
    candidateWhole(quantity, {
      isNamed: !namesOtherWhole(behind),
      isOnly: isSameUnit(quantity.unit, part.unit),
    }),
  ];
}

/** A whole in the part's own sentence. */
interface SentenceWhole extends Whole {
  /** A percentage of its own follows it: it is a part like the others. */
  readonly hasOwnShare: boolean;
}

/** Candidates by their place: what stands behind the percentage, before the part in its sentence, and the main numbers before. */
export function nearWholes(
  document: ReadDocument,
  passage: Passage,
  share: PrintedShare,
  noun: string | undefined,
): readonly Whole[] {
  const { percent, part } = share;
  const { folded } = document;
  const isElsewhere = noun !== undefined || namesOtherWhole(folded.slice(percent.end, percent.end + 60));
  const { inSentence, before } = numbersBefore(folded, passage, part, isElsewhere);
  const wholes = rankNamed(
    folded,
    passage,
    part,
    isElsewhere ? inSentence : nameTheOnlyOne(passage, inSentence, part),
  );
  const ranked = [...wholeBehind(passage, share), ...wholes, ...totalAtTheEnd(passage, share)];
  const earlier = [...before, ...previousHeads(document, passage, part)];
  const isTelling = percent.text.replace(/\D/g, "").length >= 2 && earlier.length <= 3;
  const rivals = ranked.length + earlier.length;
  return [
    ...ranked,
    ...earlier.slice(0, 4).map((quantity) => candidateWhole(quantity, { isStructural: isTelling, rivals })),
  ];
}

/** The larger numbers of the part's sentence, and those of the two sentences before it. */
function numbersBefore(
  folded: string,
  passage: Passage,
  part: Quantity,
  isElsewhere: boolean,
): { inSentence: readonly SentenceWhole[]; before: readonly Quantity[] } {
  const position = positionIn(passage, part);
  const isListed = isPart(passage, folded, part);
  const inSentence: SentenceWhole[] = [];
  const before: Quantity[] = [];
  for (let at = position - 1; at >= 0 && at > position - 30; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence < part.sentence - 2) break;
    if (!canBeWhole(each, part)) continue;
    if (each.sentence !== part.sentence && !isPlanBefore(each, part)) {
      before.push(each);
      continue;
    }
    const between = folded.slice(each.end, part.start);
    const isNumerator = isFraction(each, passage.quantities[at + 1]);
    if (isNumerator && !/trong đó/.test(between) && part.depth <= each.depth) continue;
    const isNamed =
      each.role !== "base" && !isElsewhere && (isNamedWhole(each, between, isListed) || each.role === "plan");
    inSentence.push({
      ...candidateWhole(each, { isNamed }),
      hasOwnShare: passage.quantities[at + 1]?.kind === "percent",
    });
  }
  return { inSentence, before };
}

/** The named ones first; a single one of the part's unit is beyond doubt. */
function rankNamed(
  folded: string,
  passage: Passage,
  part: Quantity,
  wholes: readonly SentenceWhole[],
): readonly Whole[] {
  const named = wholes.filter(
    ({ isNamed, quantity }) =>
      isNamed &&
      !(
        isDenominator(passage, positionIn(passage, quantity)) &&
        /trong đó/.test(folded.slice(quantity.end, part.start))
      ),
  );
  const judged = wholes.map((whole) => ({
    ...whole,
    isOnly: named.length === 1 && named[0] === whole && whole.quantity.unit.unitClass === part.unit.unitClass,
  }));
  return judged.toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed));
}

/** "26% trên tổng số 500 em", "85,3% so với số quản lý là 6.972 người". */
function wholeBehind(passage: Passage, { percent, part }: PrintedShare): readonly Whole[] {
  const behind = passage.quantities[positionIn(passage, percent) + 1];
  if (
    !behind ||
    behind.sentence !== percent.sentence ||
    !leadOfWhole.test(behind.lead) ||
    !canBeWhole(behind, part)
  )
    return [];
  return [candidateWhole(behind, { isNamed: true })];
}

/** "186 cơ sở đạt (75%), 62 cơ sở không đạt (25%) trên tổng số 248 cơ sở". */
function totalAtTheEnd(passage: Passage, { percent, part }: PrintedShare): readonly Whole[] {
  const position = positionIn(passage, percent);
  const later = passage.quantities
    .slice(position + 1, position + 20)
    .find((each) => each.sentence === percent.sentence && /(?:trên|trong) tổng số\s?$/.test(each.lead));
  return later && isSameUnit(later.unit, part.unit) && canBeWhole(later, part)
    ? [candidateWhole(later, { isNamed: true })]
    : [];
}

/** "Kiểm tra 45 cơ sở, phát hiện 12 cơ sở vi phạm, chiếm …": one number of the same noun stands before, so it is the whole. */
function nameTheOnlyOne(
  passage: Passage,
  wholes: readonly SentenceWhole[],
  part: Quantity,
): readonly SentenceWhole[] {
  if (wholes.length === 0 || wholes.length > 4 || wholes.some((whole) => whole.isNamed)) return wholes;
  const inClause = wholes.filter(({ quantity }) => !startsClauseBetween(passage, quantity, part));
  const alike = (inClause.length > 0 ? inClause : wholes).filter(
    ({ quantity, hasOwnShare }) =>
      !hasOwnShare &&
      quantity.unit.noun !== "" &&
      isSameUnit(quantity.unit, part.unit) &&
      quantity.bracket === part.bracket,
  );
  return alike.length === 1
    ? wholes.map((whole) => (whole === alike[0] ? { ...whole, isNamed: true } : whole))
    : wholes;
}

function startsClauseBetween(passage: Passage, from: Quantity, to: Quantity): boolean {
  return passage.quantities
    .slice(positionIn(passage, from) + 1, positionIn(passage, to) + 1)
    .some((each) => each.lead.includes(";"));
}

const leadOfWhole =
  /^\s?tổng số\s?$|^\s(?:trên|trong|của)\s$|^\s?(?:trên|trong|so với|của)\s(?:tổng )?số(?!\p{L})(?!.*(?:cùng kỳ|năm trước))[^,;.()%]{0,60}$|^\s?(?:so với |trên |trong |của )?(?:tổng|toàn bộ|dân số|số)[^,;.()%]{0,60}\(\s?$/u;

/** "Kế hoạch năm: 2.500 ca. Thực hiện: 1.320 ca. Đạt 52,8%." */
function isPlanBefore(each: Quantity, part: Quantity): boolean {
  return (
    each.role === "plan" && isSameUnit(each.unit, part.unit) && /thực hiện|kết quả|đã|đạt/.test(part.lead)
  );
}

/** "trong tổng số T … A", "T …, trong đó A", "T … (A". */
function isNamedWhole(whole: Quantity, between: string, isListed: boolean): boolean {
  if (
    /(?:trong|trên) (?:tổng )?số[^,;.]{0,60}$/.test(whole.lead) ||
    /(?:^|[^\p{L}])tổng(?: số)?[^,;.]{0,60}$/u.test(whole.lead)
  )
    return !/[.;]\s/.test(between);
  return (
    isListed &&
    /(?:trong đó|trong số đó|gồm|\()/.test(between) &&
    !/;[^()]*\d[^()]*$/.test(between.slice(0, between.search(/trong đó|gồm|\(/) + 1))
  );
}

/** The main numbers of the paragraph before, for a paragraph that goes on about them. */
function previousHeads(document: ReadDocument, passage: Passage, part: Quantity): readonly Quantity[] {
  if (part.sentence !== 0 && positionIn(passage, part) !== 0) return [];
  const at = passage.index;
  const heads: Quantity[] = [];
  for (const previous of document.passages.slice(Math.max(0, at - 2), at)) {
    for (const each of previous.quantities) if (each.depth === 0 && canBeWhole(each, part)) heads.push(each);
  }
  return heads.slice(-4);
}
