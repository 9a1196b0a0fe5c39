import type { Decimal } from "./decimal.ts";
import { distribute, type Part } from "./largest-remainder.ts";
import { seededFraction } from "./seeded-fraction.ts";

/** Neighbouring communes differ from the average by up to this part of it. */
export const freeSpread = 0.4;

/** So narrow a spread that no commune's numerator exceeds its denominator: r·(1+s)/(1−s) ≤ 1 for s = 0,4·(1−r). */
export function spreadBelow(numerator: Decimal, denominator: Decimal): number {
  return denominator.eq(0) ? 0 : freeSpread * (1 - Number(numerator.div(denominator)));
}

/** Weights moved up or down by at most `spread`, each by what the seed says for its unit. */
export function vary(weights: readonly Part[], spread: number, seed: string): Part[] {
  return weights.map(({ orgUnit, amount }) => {
    const swing = spread * (2 * seededFraction(`${seed}|${orgUnit}`) - 1);
    return { orgUnit, amount: amount * BigInt(Math.round(10_000 * (1 + swing))) };
  });
}

/** One for each of `count` units drawn by lot, none for the rest: the more are counted, the more of the same are in. */
export function oneEach(communes: readonly Part[], count: bigint, seed: string): readonly Part[] {
  if (count > BigInt(communes.length)) return distribute(count, communes);
  const lots = new Map(communes.map(({ orgUnit }) => [orgUnit, seededFraction(`${seed}|${orgUnit}`)]));
  return communes
    .toSorted((a, b) => lots.get(a.orgUnit)! - lots.get(b.orgUnit)! || (a.orgUnit < b.orgUnit ? -1 : 1))
    .map(({ orgUnit }, rank) => ({ orgUnit, amount: rank < count ? 1n : 0n }));
}
