import type { Claim } from "#checker/contract.ts";
import { formulaOf, statedDirection } from "#checker/memory.ts";

/** A change drawn to scale from zero: both values, the true gap and the printed one, as parts of the whole width. */
export interface GrowthDrawing {
  readonly base: number;
  readonly current: number;
  /** Where the base would have to end for the printed change to be true. */
  readonly impliedBase: number;
  readonly isRise: boolean;
}

/** The drawing of a change between two values, or `undefined` for claims of another kind and gaps too small to see. */
export function drawGrowth(claim: Claim, text: string): GrowthDrawing | undefined {
  const { operands, printed, kind } = claim;
  const [current, base] = operands.map(({ value }) => Number(value));
  if (current === undefined || base === undefined || printed === null || operands.length !== 2)
    return undefined;
  if (kind !== "growth_abs" && kind !== "growth_percent") return undefined;
  const formula = formulaOf(claim);
  if (formula !== "difference" && formula !== "relative-change") return undefined;
  const isRise = current > base;
  // A change in the wrong direction is no matter of size: there is nothing to measure against each other.
  if (statedDirection(text, claim) === (isRise ? -1 : 1)) return undefined;
  const implied = impliedBase(current, Number(printed.value), isRise, formula === "relative-change");
  const widest = Math.max(current, base, implied);
  if (!(current >= 0 && base >= 0 && implied >= 0 && widest > 0)) return undefined;
  if (Math.abs(base - implied) / widest < smallestGap) return undefined;
  return { base: base / widest, current: current / widest, impliedBase: implied / widest, isRise };
}

/** Less than this part of the width cannot be told from nothing. */
const smallestGap = 0.004;

function impliedBase(current: number, change: number, isRise: boolean, isRelative: boolean): number {
  const signed = isRise ? change : -change;
  return isRelative ? current / (1 + signed / 100) : current - signed;
}
