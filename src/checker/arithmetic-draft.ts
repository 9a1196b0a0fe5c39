import { type Decimal } from "#domain/decimal.ts";
import { type Claim, type ClaimKind, type Proposal, type Verdict } from "./contract.ts";
import { type Draft, type Evidence } from "./drafts.ts";
import { type Formula } from "./formulas.ts";
import { agrees, judge, type Judgement } from "./judge.ts";
import { formatComputed, formatNumber } from "./number-format.ts";
import { type Quantity } from "./quantities.ts";
import { findRepairs, repairProposal } from "./repairs.ts";

export interface ArithmeticClaim {
  readonly kind: ClaimKind;
  readonly formula: Formula;
  readonly operands: readonly Quantity[];
  readonly printed: Quantity;
  readonly direction?: -1 | 0 | 1;
  readonly evidence: Evidence;
  /** The verdict when the arithmetic fails; by default what the evidence allows. */
  readonly otherwise?: Verdict;
}

/** Recomputes one claim and words the result. A failing claim with loose evidence is `unchecked`. */
export function draftArithmetic(claim: ArithmeticClaim): Draft {
  const judgement = judge(claim.formula, claim.operands, claim.printed, claim.direction ?? 0);
  const verdict = verdictOf(claim, judgement);
  const computed = judgement.computed();
  return {
    kind: claim.kind,
    verdict,
    evidence: claim.evidence,
    printed: claim.printed,
    operands: claim.operands,
    computed: computed ?? null,
    reason: verdict === "unchecked" ? (isEstimate(claim) ? "estimate" : "missing-denominator") : null,
    message: wordResult(claim, { ...judgement, computed }, verdict),
    proposals:
      verdict === "wrong" || verdict === "suspect" ? proposalsFor(claim, { ...judgement, computed }) : [],
    recompute: { formula: claim.formula, direction: claim.direction ?? 0 },
  };
}

function isEstimate({ operands, printed }: ArithmeticClaim): boolean {
  return printed.approximate || operands.some((each) => each.approximate);
}

function verdictOf(claim: ArithmeticClaim, judgement: Judgement): Verdict {
  if (agrees(judgement)) return "consistent";
  if (judgement.agreement === "slip" && !judgement.isReversed && claim.evidence !== "loose") return "note";
  if (isEstimate(claim) || claim.evidence === "loose") return "unchecked";
  return claim.otherwise ?? (claim.evidence === "tight" ? "wrong" : "suspect");
}

const suffixes = {
  count: "",
  percent: "%",
  permille: "‰",
  points: " điểm %",
  times: " lần",
  per: "",
} as const;

type Result = Omit<Judgement, "computed"> & { readonly computed: Decimal | undefined };

function wordResult(
  claim: ArithmeticClaim,
  { computed, agreement, isReversed }: Result,
  verdict: Verdict,
): Claim["message"] {
  const { printed, formula, operands } = claim;
  const decimals = printed.readings[0]!.decimals;
  const suffix = suffixes[printed.kind];
  const result = computed
    ? `${formatComputed(isReversed ? computed : computed.abs(), decimals)}${suffix}`
    : "?";
  const line = `${formula.show(operands.map((each) => each.text))} = ${result}`;
  const text = printed.text;
  switch (verdict) {
    case "consistent":
      return agreement === "truncated"
        ? {
            vi: `${line}; ghi ${text}: khớp (cắt bỏ phần lẻ).`,
            en: `${line}; printed ${text}: agrees (cut off, not rounded).`,
          }
        : { vi: `${line}; ghi ${text}: khớp.`, en: `${line}; printed ${text}: agrees.` };
    case "note":
      return {
        vi: `${line}; ghi ${text}: lệch ở chữ số cuối.`,
        en: `${line}; printed ${text}: off by one in the last digit.`,
      };
    case "unchecked":
      return { vi: `Chưa kiểm được ${text}.`, en: `${text} could not be checked.` };
    default:
      return isReversed
        ? {
            vi: `Tính lại: ${line}: tăng hay giảm bị ghi ngược.`,
            en: `Recomputed: ${line}: the direction of the change is reversed.`,
          }
        : { vi: `Tính lại: ${line}, không phải ${text}.`, en: `Recomputed: ${line}, not ${text}.` };
  }
}

function proposalsFor(claim: ArithmeticClaim, { computed, isReversed }: Result): readonly Proposal[] {
  const { printed, formula, operands, direction } = claim;
  const proposals: Proposal[] = [];
  if (computed && !isReversed) {
    const replacement =
      formatNumber(computed.abs(), printed.readings[0]!.decimals) +
      printed.text.replace(/^[\d.,\u00a0\u202f ]*\d/, "");
    proposals.push({
      start: printed.start, end: printed.end, replacement,
      message: { vi: `Sửa thành ${replacement}`, en: `Change to ${replacement}` },
    }); // prettier-ignore
  }
  const repairs = findRepairs(formula, operands, printed, direction ?? 0);
  return [...proposals, ...repairs.slice(0, 3).map(repairProposal)];
}
