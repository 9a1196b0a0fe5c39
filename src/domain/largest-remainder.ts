/** One org unit's part of something, in whole units. */
export interface Part {
  readonly orgUnit: string;
  readonly amount: bigint;
}

/**
 * Divides `total` by weight so that the parts add up to it exactly (largest remainder): every part is its quota rounded
 * down or up. Equal remainders go to the first uid. Nothing to weigh by: equal weights; nobody to give to: no parts.
 */
export function distribute(total: bigint, weights: readonly Part[]): Part[] {
  const sum = weights.reduce((all, { amount }) => all + amount, 0n);
  if (sum === 0n && weights.length > 0) {
    return distribute(total, weights.map(({ orgUnit }) => ({ orgUnit, amount: 1n }))); // prettier-ignore
  }
  const quotas = weights.map(({ orgUnit, amount }) => ({
    orgUnit,
    amount: (total * amount) / sum,
    remainder: (total * amount) % sum,
  }));
  const left = total - quotas.reduce((all, { amount }) => all + amount, 0n);
  const favoured = new Set(
    quotas
      .toSorted((a, b) => compare(b.remainder, a.remainder) || compare(a.orgUnit, b.orgUnit))
      .slice(0, Number(left))
      .map(({ orgUnit }) => orgUnit),
  );
  return quotas.map(({ orgUnit, amount }) => ({
    orgUnit,
    amount: favoured.has(orgUnit) ? amount + 1n : amount,
  }));
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
