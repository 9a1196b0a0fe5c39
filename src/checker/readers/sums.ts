import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { bareLists, complementLists } from "#checker/complement-lists.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft, type Evidence, uncheckedDraft } from "#checker/drafts.ts";
import { ratio, total as sumOf } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { evidenceOf } from "#checker/list-evidence.ts";
import { hasCatchAll, isPartition } from "#checker/list-labels.ts";
import { contrastLists, equations, lineLists, trailingTotals } from "#checker/list-forms.ts";
import { bracketLists, runningLists, type PartList } from "#checker/lists.ts";
import { bracketItems, membersOf } from "#checker/member-lists.ts";
import { type Quantity } from "#checker/quantities.ts";
import { canMeet, isCompatible } from "#checker/units.ts";

/** Reads totals with their parts: in brackets, after "trong đó" and "gồm", in the lines below, before "tổng cộng". */
export function readSums(document: ReadDocument): readonly Draft[] {
  const inText = document.passages.flatMap((passage) =>
    passage.quantities.length < 3
      ? []
      : [
          ...bracketLists(document, passage),
          ...runningLists(document, passage),
          ...contrastLists(document, passage),
          ...trailingTotals(document, passage),
          ...equations(document, passage),
          ...membersOf(document, passage),
          ...bracketItems(document, passage),
          ...complementLists(document, passage),
          ...bareLists(document, passage),
        ],
  );
  return [...inText, ...lineLists(document)].flatMap((list) => readList(document, list));
}

function readList(document: ReadDocument, list: PartList): readonly Draft[] {
  const rowwise = readRowwise(document, list);
  if (rowwise.length > 0) return rowwise;
  for (const total of list.totals) {
    const fitting = partSets(document, list, total).find((parts) => adds(parts, total));
    if (fitting) return [draft(fitting, total, "tight")];
  }
  const total = list.totals.find((each) => partsFor(list, each).length >= 2);
  if (!total || list.promise === "some") return [];
  const parts = partsFor(list, total);
  if (haveShares(document, parts, total)) return [leaveOpen(parts, total)];
  // A list that ends with "khác" holds everything: no part of it can be left out.
  const subset = hasCatchAll(list.words) ? undefined : fittingSubset(parts, total);
  if (subset) return [draft(subset, total, "firm")];
  const closed = segments(document, parts).find((each) => isPartition({ ...list, ...each }));
  const [opening] = commaRun(document, list, parts);
  if (!closed && opening) return [judgeMismatch(document, list, opening, total)];
  const isDivided = closed !== undefined && closed.parts.length < parts.length;
  return [
    judgeMismatch(
      document,
      isDivided ? { ...list, ...closed } : list,
      isDivided ? closed.parts : parts,
      total,
    ),
  ];
}

/** "trong đó ngân sách cấp 62,4 tỷ đồng, thu sự nghiệp 123,8 tỷ đồng; chi lương 98,6": where commas part the items, a semicolon ends the list. */
function commaRun(
  document: ReadDocument,
  list: PartList,
  parts: readonly Quantity[],
): readonly (readonly Quantity[])[] {
  if (list.promise !== "member" || list.isAttached) return [];
  const runs = segments(document, parts);
  const [first] = runs;
  const isFirst = first !== undefined && first.parts[0] === parts[0] && first.parts.length < parts.length;
  return isFirst ? [first.parts] : [];
}

/** "nữ 298, nam 314; dân tộc thiểu số 405": the stretches between semicolons may each divide the total in their own way. */
function segments(
  { folded }: ReadDocument,
  parts: readonly Quantity[],
): readonly { readonly parts: readonly Quantity[]; readonly words: string }[] {
  const found: Quantity[][] = [];
  for (const [index, each] of parts.entries()) {
    const previous = parts[index - 1];
    if (previous && !folded.slice(previous.end, each.start).includes(";")) found.at(-1)!.push(each);
    else found.push([each]);
  }
  return found
    .filter((group) => group.length >= 2)
    .map((group) => {
      const from = Math.max(0, group[0]!.start - Math.min(40, group[0]!.lead.length));
      return { parts: group, words: folded.slice(from, group.at(-1)!.unitEnd) };
    });
}

function draft(parts: readonly Quantity[], total: Quantity, evidence: Evidence): Draft {
  return draftArithmetic({
    kind: "sum",
    formula: sumOf,
    operands: inheritScales(parts, total),
    printed: total,
    evidence,
  });
}

function adds(parts: readonly Quantity[], total: Quantity): boolean {
  return parts.length >= 2 && agrees(judge(sumOf, inheritScales(parts, total), total));
}

/** "12,5; 13,2 và 25,7 tỷ đồng": the scale stands once. */
function inheritScales(parts: readonly Quantity[], total: Quantity): readonly Quantity[] {
  if (total.scale === 1) return parts;
  return parts.map((each) =>
    each.scale === 1 && each.unit.noun === "" ? { ...each, scale: total.scale } : each,
  );
}

function partsFor({ parts }: PartList, total: Quantity): readonly Quantity[] {
  const compatible = parts.filter((each) => each !== total && canMeet(each.unit, total.unit));
  const known = total.unit.unitClass === undefined ? majorityClass(compatible) : compatible;
  return known.filter((each) => each.role !== "range");
}

/** Where the total has no unit of its own, the parts must at least agree among themselves. */
function majorityClass(parts: readonly Quantity[]): readonly Quantity[] {
  const first = parts.find((each) => each.unit.unitClass !== undefined)?.unit.unitClass;
  return first === undefined ? parts : parts.filter((each) => isCompatible(each.unit.unitClass, first));
}

/** The ways to pick the parts: all that fit the unit, one for each item, those with the very noun of the total. */
function partSets(document: ReadDocument, list: PartList, total: Quantity): readonly (readonly Quantity[])[] {
  const all = partsFor(list, total);
  const onePerItem = all.filter(
    (each, index) => index === 0 || startsItem(document.folded, all[index - 1]!, each),
  );
  const sameNoun = total.unit.noun === "" ? [] : all.filter((each) => each.unit.noun === total.unit.noun);
  const samePhrase = all.filter(
    (each) => each.unit.phrase.split(" ", 2).join(" ") === total.unit.phrase.split(" ", 2).join(" "),
  );
  const anyUnit = list.parts.filter((each) => each !== total && each.scale === total.scale);
  const anyRole = [...all, ...(list.leftOut ?? [])].toSorted((a, b) => a.index - b.index);
  return [
    all,
    onePerItem,
    sameNoun,
    samePhrase,
    anyUnit,
    anyRole,
    ...segments(document, all).map((each) => each.parts),
  ];
}

function startsItem(folded: string, previous: Quantity, each: Quantity): boolean {
  return /[,;]|\.\s|\sv[àa]\s|\n|\s-\s|\+/.test(folded.slice(previous.end, each.start));
}

/** "02 vụ với 28 người (01 vụ, 21 người; 01 vụ, 07 người)": each column adds up by itself. */
function readRowwise(document: ReadDocument, list: PartList): readonly Draft[] {
  const rows: Quantity[][] = [];
  for (const [index, each] of list.parts.entries()) {
    const previous = list.parts[index - 1];
    const isNew = !previous || /;|\.\s|\n/.test(document.folded.slice(previous.end, each.start));
    if (isNew) rows.push([each]);
    else rows.at(-1)!.push(each);
  }
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 2 || list.totals.length < width || rows.some((row) => row.length !== width))
    return [];
  const heads = list.totals.slice(0, width).toReversed();
  const columns = heads.map((_, column) => rows.map((row) => row[column]!));
  if (columns.some((column, index) => !column.every((each) => canMeet(each.unit, heads[index]!.unit))))
    return [];
  const held = columns.filter((column, index) => adds(column, heads[index]!)).length;
  if (held === 0) return [];
  return columns.map((column, index) => draft(column, heads[index]!, held * 2 >= width ? "tight" : "firm"));
}

/** Some of the parts that make up the total, while the others lie in them: 366 = 22 + 344 beside 72. */
function fittingSubset(parts: readonly Quantity[], total: Quantity): readonly Quantity[] | undefined {
  // The sentence may go on with other numbers after its list: the first few of them make the total.
  for (let length = 2; length < Math.min(parts.length, 12); length += 1) {
    if (adds(parts.slice(0, length), total)) return parts.slice(0, length);
  }
  if (parts.length < 3 || parts.length > 8) return undefined;
  for (const left of parts) {
    const rest = parts.filter((each) => each !== left);
    // A part so small that it is lost in the others proves nothing by being left out.
    if (valueOf(left) >= 0.03 * valueOf(total) && adds(rest, total)) return rest;
  }
  return undefined;
}

function judgeMismatch(
  { text }: ReadDocument,
  list: PartList,
  parts: readonly Quantity[],
  total: Quantity,
): Draft {
  const sum = parts.reduce((sofar, each) => sofar + valueOf(each), 0);
  const coverage = sum / valueOf(total);
  const evidence = evidenceOf(text, list, parts, total, coverage);
  const isSure = evidence === "tight" && !list.isGuessed && (list.leftOut ?? []).length === 0;
  return evidence ? draft(parts, total, isSure ? "tight" : "firm") : leaveOpen(parts, total);
}

/** "chi đầu tư 214,9 tỷ đồng (chiếm 26,4%), chi thường xuyên 583,2 tỷ đồng (chiếm 71,8%)": every part has its share, and one that holds bears out the total, so the list is partial. */
function haveShares({ quantities }: ReadDocument, parts: readonly Quantity[], total: Quantity): boolean {
  const shares = parts.map((part) => {
    const percent = quantities[part.index + 1];
    return percent?.kind === "percent" && percent.block === part.block ? percent : undefined;
  });
  const known = shares.filter((each) => each !== undefined);
  const sum = known.reduce((sofar, each) => sofar + valueOf(each), 0);
  // Shares that fill a hundred say that the list is complete.
  return (
    known.length === parts.length &&
    Math.abs(sum - 100) > 1 &&
    known.some((percent, index) => agrees(judge(ratio(100), [parts[index]!, total], percent)))
  );
}

function leaveOpen(parts: readonly Quantity[], total: Quantity): Draft {
  return uncheckedDraft("sum", total, parts, "missing-part", {
    vi: `Các phần đã kê cộng lại chưa phải toàn bộ ${total.text}: không kiểm tra được phép cộng.`,
    en: `The listed parts are not all of ${total.text}: the sum cannot be checked.`,
  });
}
