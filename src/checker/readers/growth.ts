import { type Draft, type Evidence, uncheckedDraft } from "#checker/drafts.ts";
import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { changeOfImpliedBase, difference, ratio, relativeChange, type Formula } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { isKeystrokeFrom } from "#checker/repairs.ts";
import { findComparison, type Comparison } from "#checker/comparisons.ts";
import { isPlausible, isTight, likeliest, rankSubjects } from "#checker/growth-subjects.ts";
import { positionIn, sharedWords } from "#checker/subjects.ts";
import { canMeet, isSameUnit } from "#checker/units.ts";
import { type ClaimKind } from "#checker/contract.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads "tăng 5,9% so với cùng kỳ (1.080)", "giảm 121 người", "tăng 23 vụ (35,4%)": every change against an earlier value or a plan. */
export function readGrowth(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quantity, position) =>
      quantity.role === "change" ? readChange(document, passage, position) : [],
    ),
  );
}

function readChange(document: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const found = findComparison(passage, position);
  if (found.isCompanion) return [];
  if (isYearly(found.change)) return readChangeOf(document, passage, position, found).flatMap(onlyAcquit);
  return readChangeOf(document, passage, position, found);
}

/** "tăng từ 68,2% lên 76,4%, bình quân mỗi năm tăng 4,1 điểm %": a share of the change, over years that nobody counted out. */
function isYearly({ lead, trail }: Quantity): boolean {
  return (
    /(?:bình quân|trung bình|mỗi|hằng|hàng) (?:mỗi |một |hằng |hàng )?(?:năm|quý|tháng)[^,;]*$/.test(lead) ||
    /^\s?\/\s?năm/.test(trail)
  );
}

function onlyAcquit(draft: Draft): readonly Draft[] {
  return draft.verdict === "consistent" || draft.verdict === "unchecked" ? [draft] : [];
}

function readChangeOf(
  document: ReadDocument,
  passage: Passage,
  position: number,
  found: Comparison,
): readonly Draft[] {
  const subjects = rankSubjects(document, passage, position, found);
  const comparison = settleBareBracket(subjects, found);
  const changes = comparison.companion ? [comparison.change, comparison.companion] : [comparison.change];
  if (comparison.base) {
    const drafts = changes.map((change) => checkAgainstBase(passage, change, subjects, comparison));
    return [...drafts.filter((draft) => draft !== undefined), ...checkAmountInBase(comparison)];
  }
  const implied = checkImpliedBase(passage, subjects, comparison);
  return implied ? [implied] : changes.map((change) => leaveOpen(change, subjects[0], comparison));
}

/** "giảm 2,5% (628.115 tấn)" prints the earlier value, "giảm 2,5% (15 vụ)" the amount: whichever is nearer to what the percentage implies. */
function settleBareBracket(subjects: readonly Quantity[], comparison: Comparison): Comparison {
  const { change, companion, base, direction } = comparison;
  if (base || companion?.kind !== "count" || companion.role !== "plain" || change.kind !== "percent")
    return comparison;
  const subject = subjects.find((each) => each.kind === "count" && isSameUnit(each.unit, companion.unit));
  const earlier = valueOf(subject ?? companion) / (1 + (direction * valueOf(change)) / 100);
  if (!subject || earlier <= 0) return comparison;
  const amount = Math.abs(valueOf(subject) - earlier);
  const distance = (expected: number) => Math.abs(Math.log(valueOf(companion) / expected));
  return distance(earlier) < distance(amount)
    ? { ...comparison, base: companion, companion: undefined }
    : comparison;
}

function checkAgainstBase(
  passage: Passage,
  change: Quantity,
  subjects: readonly Quantity[],
  comparison: Comparison,
): Draft | undefined {
  const { base } = comparison;
  if (!base) return undefined;
  const candidates = subjects.filter((each) => each.kind === base.kind && each.index !== base.index);
  if (comparison.isPair && change.kind === "percent") return checkPair(change, comparison);
  const first = likeliest(passage, candidates, base, comparison);
  if (first && change.kind === "points" && base.kind === "count")
    return checkRates(change, first, passage, comparison);
  if (!first) return leaveOpen(change, undefined, comparison);
  const formulas = formulasFor(change, base);
  for (const subject of candidates.slice(0, 6)) {
    for (const formula of formulas) {
      if (!agrees(judge(formula, [subject, base], change, comparison.direction))) continue;
      const evidence: Evidence = subject === first ? "tight" : "firm";
      return draftArithmetic(claimOf(change, [subject, base], formula, comparison, evidence));
    }
  }
  const mistyped = candidates
    .slice(0, 3)
    .find((each) => isKeystrokeFrom(change, judge(formulas[0]!, [each, base], change).computed()));
  if (mistyped && !isTight(first, candidates, base, comparison))
    return draftArithmetic(claimOf(change, [mistyped, base], formulas[0]!, comparison, "firm"));
  if (!isPlausible(first, base, change)) return leaveOpen(change, first, comparison);
  const isSure =
    first === candidates[0] || candidates.filter((each) => isPlausible(each, base, change)).length === 1;
  const evidence =
    isSure && !comparison.isFar && isTight(first, candidates, base, comparison) ? "tight" : "firm";
  return draftArithmetic(claimOf(change, [first, base], formulas[0]!, comparison, evidence));
}

/** "2.864 hộ nghèo (9,12%), cuối năm còn 2.216 hộ (6,98%), giảm 648 hộ, tương ứng 2,14 điểm %": the points part the rates beside the numbers. */
function checkRates(change: Quantity, subject: Quantity, passage: Passage, comparison: Comparison): Draft {
  const rates = [subject, comparison.base!].map((each) => passage.quantities[positionIn(passage, each) + 1]);
  const [now, before] = rates;
  if (now?.kind !== "percent" || before?.kind !== "percent") return leaveOpen(change, subject, comparison);
  return draftArithmetic(claimOf(change, [now, before], difference, comparison, "firm"));
}

/** "thấp hơn 38,4 tỷ so với cùng kỳ (524,6 tỷ), tức giảm 7,3%": the amount in the earlier value, whatever the current one is. */
function checkAmountInBase({ change, companion, base, direction }: Comparison): readonly Draft[] {
  const [amount, percent] = change.kind === "count" ? [change, companion] : [companion, change];
  if (!amount || !base || amount.kind !== "count" || percent?.kind !== "percent" || base.kind !== "count")
    return [];
  if (!isSameUnit(amount.unit, base.unit) || direction === 0) return [];
  return [
    draftArithmetic({
      kind: "growth_percent",
      formula: ratio(100),
      operands: [amount, base],
      printed: percent,
      evidence: "firm",
    }),
  ];
}

/** "giảm 5/50 vụ (10%)": the amount in the earlier value. */
function checkPair(percent: Quantity, { change, base }: Comparison): Draft {
  return draftArithmetic({
    kind: "growth_percent",
    formula: ratio(100),
    operands: [change, base!],
    printed: percent,
    evidence: "tight",
  });
}

function claimOf(
  printed: Quantity,
  operands: readonly Quantity[],
  formula: Formula,
  comparison: Comparison,
  evidence: Evidence,
) {
  return {
    kind: kindOf(printed, comparison),
    formula,
    operands,
    printed,
    direction: comparison.direction,
    evidence,
  } as const;
}

function kindOf(change: Quantity, { against }: Comparison): ClaimKind {
  if (change.kind === "points") return "growth_points";
  if (against === "plan") return change.kind === "percent" ? "percent_of_plan" : "difference";
  return change.kind === "count" ? "growth_abs" : "growth_percent";
}

/** The ways to state this change; between two rates both points and relative change are common usage. */
function formulasFor(change: Quantity, base: Quantity): readonly Formula[] {
  if (change.kind === "times")
    return change.changeWord === "gấp" ? [ratio(1), timesMore] : [timesMore, ratio(1)];
  if (change.kind === "count" || change.kind === "points") return [difference];
  if (base.kind === "count") return [relativeChange];
  return [difference, relativeChange];
}

const timesMore: Formula = {
  bounds: (operands) => {
    const bounds = ratio(1).bounds(operands);
    return bounds && { low: bounds.low - 1, high: bounds.high - 1 };
  },
  exact: (operands) => ratio(1).exact(operands)?.minus(1),
  show: ([a, b]) => `${a} : ${b} − 1`,
};

/** "45 vụ, giảm 5 vụ (10%)": the base follows from current value and change, so the percentage can be checked without it. */
function checkImpliedBase(
  passage: Passage,
  subjects: readonly Quantity[],
  comparison: Comparison,
): Draft | undefined {
  const { change, companion, direction } = comparison;
  if (!companion || direction === 0) return undefined;
  const [amount, percent] = change.kind === "count" ? [change, companion] : [companion, change];
  if (amount.kind !== "count" || percent.kind !== "percent") return undefined;
  const formula = changeOfImpliedBase(direction);
  const counts = subjects.filter(
    (each) => each.kind === "count" && (direction < 0 || valueOf(each) > valueOf(amount)),
  );
  const claim = (subject: Quantity, evidence: Evidence) =>
    draftArithmetic({
      kind: "growth_percent",
      formula,
      operands: [subject, amount],
      printed: percent,
      evidence,
    });
  const fitting = counts.slice(0, 6).find((subject) => agrees(judge(formula, [subject, amount], percent)));
  if (fitting) return claim(fitting, fitting === counts[0] ? "tight" : "firm");
  const [first, second] = counts;
  if (!first) return undefined;
  const sameUnit = isSameUnit(first.unit, amount.unit);
  const isAlone =
    !second || sharedWords(first, amount) > sharedWords(second, amount) || !canMeet(second.unit, amount.unit);
  // "2.214 hộ chiếm 17,2%; giảm 486 hộ, tương ứng giảm 3,8%" may speak of the points between two rates.
  if (passage.quantities[positionIn(passage, first) + 1]?.kind === "percent" && companion === percent)
    return claim(first, "loose");
  const isSure =
    sameUnit && (isAlone || first.sentence !== second?.sentence || first.unit.noun !== second.unit.noun);
  return claim(first, isSure ? "tight" : sameUnit ? "firm" : "loose");
}

function leaveOpen(change: Quantity, subject: Quantity | undefined, comparison: Comparison): Draft {
  const reason = comparison.against === "plan" ? "missing-plan" : "missing-previous-period";
  const missing =
    comparison.against === "plan" ? ["kế hoạch", "plan"] : ["giá trị kỳ trước", "earlier value"];
  return uncheckedDraft(kindOf(change, comparison), change, subject ? [subject] : [], reason, {
    vi: `Chưa kiểm được ${change.text}: văn bản không ghi ${missing[0]}.`,
    en: `${change.text} cannot be checked: the ${missing[1]} is not printed.`,
  });
}
