import { draftArithmetic } from "./arithmetic-draft.ts";
import { type ClaimKind } from "./contract.ts";
import { type ReadDocument } from "./document.ts";
import { type Draft, uncheckedDraft } from "./drafts.ts";
import { ratio, relativeChange, type Formula } from "./formulas.ts";
import { agrees, judge } from "./judge.ts";
import { valueOf } from "./intervals.ts";
import { type Quantity } from "./quantities.ts";
import { findRepairs, isKeystrokeFrom } from "./repairs.ts";
import { type PrintedShare } from "./shares.ts";
import { candidateWhole, type Whole } from "./whole.ts";
import { contentWords } from "./subjects.ts";

/** A rate whose whole is printed beside its part: "2.633/9.635 trẻ, đạt 27,32%". */
export function checkFraction(document: ReadDocument, share: PrintedShare, whole: Quantity): Draft {
  const { percent, part, evidence } = share;
  const change = changeBefore(document, part);
  if (change) {
    return draftArithmetic({
      kind: "growth_percent",
      formula: relativeChange,
      operands: [part, whole],
      printed: percent,
      direction: change.direction,
      evidence,
    });
  }
  const isExcess = percent.role === "change";
  const formula = isExcess ? relativeChange : formulaFor(percent);
  const operands = [inheritScale(part, whole), whole];
  const swapped = [operands[1]!, operands[0]!];
  const isMistyped = isKeystrokeFrom(percent, judge(formula, operands, percent).computed());
  const used = evidence !== "tight" && agrees(judge(formula, swapped, percent)) ? swapped : operands;
  return draftArithmetic({
    kind: kindOf(share, undefined),
    formula,
    operands: used,
    printed: percent,
    direction: isExcess ? 1 : 0,
    evidence: evidence === "loose" && isMistyped ? "firm" : evidence,
  });
}

/** "giảm 21 vụ (112/133 vụ = 15,8%)": behind a change the pair is now and then, and the percentage their change. */
function changeBefore({ quantities }: ReadDocument, part: Quantity): Quantity | undefined {
  const before = quantities[part.index - 1];
  const isChange = before?.role === "change" && before.block === part.block && before.kind === "count";
  return isChange && part.depth === before.depth + 1 && /^[\p{L} ]{0,40}\($/u.test(part.lead.trim())
    ? before
    : undefined;
}

/** In "1.250/2.000 tỷ đồng" the scale stands once, for both. */
export function inheritScale(part: Quantity, whole: Quantity): Quantity {
  return part.scale === 1 && part.unit.noun === "" && whole.scale > 1
    ? { ...part, scale: whole.scale }
    : part;
}

function formulaFor(percent: Quantity): Formula {
  return ratio(percent.kind === "permille" ? 1000 : 100);
}

/** The claim that a share is one of this whole. */
export function claimOf(share: PrintedShare, whole: Whole, evidence: Draft["evidence"]) {
  const operands = [inheritScale(share.part, whole.quantity), whole.quantity];
  return {
    kind: kindOf(share, whole),
    formula: formulaFor(share.percent),
    operands,
    printed: share.percent,
    evidence,
  } as const;
}

/** Whether the share holds of this whole, and not by chance. */
export function fits(share: PrintedShare, whole: Whole): boolean {
  if (
    !agrees(
      judge(
        formulaFor(share.percent),
        [inheritScale(share.part, whole.quantity), whole.quantity],
        share.percent,
      ),
    )
  )
    return false;
  return whole.isStructural || isTelling(share, whole);
}

/** A match found by searching must be unlikely by chance: enough digits, few candidates, no round share. */
function isTelling({ percent, part }: PrintedShare, { rivals, quantity }: Whole): boolean {
  const value = valueOf(percent);
  if (value === 0 || value === 50 || value === 100 || part.index === quantity.index) return false;
  const unit = 10 ** -percent.readings[0]!.decimals;
  return percent.text.replace(/\D/g, "").length >= 2 && (rivals * unit) / value < 0.05;
}

/** Where "100%" is printed beside a smaller part of the whole than this, it is 100% of something else. */
const fewestForAll = 0.8;

/** No whole fits. The nearest one convicts if the wording names it; if its other shares hold, beyond doubt. */
export function convict(
  document: ReadDocument,
  share: PrintedShare,
  found: readonly Whole[],
  supported: ReadonlyMap<number, number>,
): Draft {
  const wholes = found.filter(({ quantity }) => !isCalledOtherwise(document, share, quantity));
  const twin = wholes.find(({ quantity }) => quantity !== share.part && isSameLabel(quantity, share.part));
  const first =
    (twin && { ...twin, isNamed: true }) ??
    wholes.find((whole) => supported.has(whole.quantity.index) && whole.isStructural && !whole.isPlan) ??
    wholes.find((whole) => whole.isNamed && isTypo(share, whole)) ??
    wholes.find((whole) => whole.isNamed) ??
    wholes[0];
  const value = valueOf(share.percent);
  const exceeded = exceededBefore(document, share);
  if (exceeded) return draftArithmetic(claimOf(share, candidateWhole(exceeded), "firm"));
  const isSupported =
    first !== undefined && supported.has(first.quantity.index) && first.isStructural && !first.isPlan;
  if (!first?.isNamed && !isSupported) {
    const misread = wholes.find((whole) => whole.isStructural && isTypo(share, whole));
    return misread && share.evidence !== "loose"
      ? draftArithmetic(claimOf(share, misread, "firm"))
      : leaveShareOpen(share, first);
  }
  // "trong đó miền Bắc 1.117 nghìn ha, bằng 99,1%" goes on comparing with the year before.
  if (
    !first.isPlan &&
    /bằng\s?$/.test(share.percent.lead) &&
    !/^\s?(?:so|của|kế|dự|chỉ|tổng|cùng|năm)/.test(share.percent.trail)
  )
    return leaveShareOpen(share, undefined);
  const operands = [inheritScale(share.part, first.quantity), first.quantity];
  if (share.evidence === "loose")
    return isTypo(share, first)
      ? draftArithmetic(claimOf(share, first, "firm"))
      : leaveShareOpen(share, first);
  const actual = valueOf(operands[0]!) / valueOf(first.quantity);
  // "trong đó trẻ 5 tuổi 736 trẻ, đạt 100%": all of their own kind.
  const isAllOfOwn = value === 100 && actual < fewestForAll;
  if (isAllOfOwn || !(isTypo(share, first) || isWithinReach(actual, value / 100)))
    return leaveShareOpen(share, first);
  const isSure = share.evidence === "tight" && (supported.has(first.quantity.index) || first.isOnly);
  return draftArithmetic(claimOf(share, first, isSure ? "tight" : "firm"));
}

/** "chiếm 2,91% số phải thu": the whole is called by words that the number at hand does not bear. */
function isCalledOtherwise(
  { folded }: ReadDocument,
  { percent, part }: PrintedShare,
  whole: Quantity,
): boolean {
  const named = /^\s?(?:trên |trong |của |so với )?số (\p{L}+ [\p{L} ]{2,40})/u.exec(
    folded.slice(percent.end, percent.end + 70),
  )?.[1];
  if (named === undefined || part.index === whole.index) return false;
  const known = new Set(contentWords(`${whole.lead} ${whole.unit.phrase} ${whole.trail}`));
  return !contentWords(named).some((word) => known.has(word));
}

/** "kế hoạch: vốn đầu tư 812,4, vốn sự nghiệp 600,2; giải ngân vốn đầu tư 642,8 …, vốn sự nghiệp 343,4 (57,2%)": each in the one of its own name. */
function isSameLabel(a: Quantity, b: Quantity): boolean {
  const [first, second] = [a, b].map(({ lead }) => /(?:^|[,;:(.])\s*([\p{L} ]{6,40})\s$/u.exec(lead)?.[1]);
  return first !== undefined && first === second;
}

/** "phát hiện 35 ổ dịch, đã xử lý 36 ổ (94,7%)": the number before is too small to be the whole, but for one keystroke. */
function exceededBefore({ quantities }: ReadDocument, { percent, part }: PrintedShare): Quantity | undefined {
  const whole = quantities
    .slice(Math.max(0, part.index - 4), part.index)
    .find(
      (each) =>
        each.block === part.block &&
        each.sentence === part.sentence &&
        each.role === "plain" &&
        each.kind === "count" &&
        each.depth === part.depth &&
        each.unit.noun !== "" &&
        each.unit.noun === part.unit.noun,
    );
  const isExceeded = whole && valueOf(whole) < valueOf(part) && valueOf(percent) < 100;
  return isExceeded && findRepairs(formulaFor(percent), [part, whole], percent, 0).length > 0
    ? whole
    : undefined;
}

function isTypo(share: PrintedShare, { quantity }: Whole): boolean {
  const operands = [inheritScale(share.part, quantity), quantity];
  return isKeystrokeFrom(share.percent, judge(formulaFor(share.percent), operands, share.percent).computed());
}

/** A share that is off by a factor was taken of something else. */
function isWithinReach(actual: number, printed: number): boolean {
  return actual > 0 && actual <= 1.5 && printed / actual < 4 && actual / printed < 4;
}

function kindOf({ percent }: PrintedShare, whole: Whole | undefined): ClaimKind {
  const behind = percent.trail.slice(0, 60);
  if (
    whole?.isPlan ||
    /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|kh(?!\p{L})|nhiệm vụ|số giao|mục tiêu)/u.test(behind)
  )
    return "percent_of_plan";
  if (whole || /^\s?(?:trên |trong |của |so với )?(?:tổng|số|toàn|dân số)/.test(behind)) return "share";
  return "ratio";
}

function leaveShareOpen(share: PrintedShare, nearest: Whole | undefined): Draft {
  const kind = kindOf(share, nearest);
  const isPlan = kind === "percent_of_plan";
  const implied = valueOf(share.part) / (valueOf(share.percent) / 100);
  const about = Number.isFinite(implied)
    ? Math.round(implied / share.part.scale).toLocaleString("de-DE")
    : "?";
  return uncheckedDraft(kind, share.percent, [share.part], isPlan ? "missing-plan" : "missing-denominator", {
    vi: `Chưa kiểm được ${share.percent.text}: văn bản không ghi ${isPlan ? "kế hoạch" : "mẫu số"} (suy ra khoảng ${about}).`,
    en: `${share.percent.text} cannot be checked: its ${isPlan ? "plan" : "denominator"} is not printed (implied: about ${about}).`,
  });
}

/** Whether a percentage states a rate by itself. */
export function isOpenRate(quantity: Quantity): boolean {
  return (
    (quantity.kind === "percent" || quantity.kind === "permille") &&
    (quantity.role === "plain" || quantity.role === "level")
  );
}

/** A rate without any number that it could be the rate of. */
export function leaveRateOpen(percent: Quantity): Draft {
  const isPlan = /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|kh(?!\p{L}))/u.test(percent.trail);
  return uncheckedDraft(
    isPlan ? "percent_of_plan" : "ratio",
    percent,
    [],
    isPlan ? "missing-plan" : "missing-denominator",
    {
      vi: `Chưa kiểm được ${percent.text}: văn bản không ghi tử số và mẫu số.`,
      en: `${percent.text} cannot be checked: numerator and denominator are not printed.`,
    },
  );
}
