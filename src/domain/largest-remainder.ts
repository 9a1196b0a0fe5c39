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

/**
 * Divides `total` by weight like `distribute`, but gives no unit more than its cap (none named: no cap); what is over
 * goes to the others by weight. `undefined` when all caps together are less than `total`.
 */
export function distributeWithin(
  total: bigint,
  weights: readonly Part[],
  caps: ReadonlyMap<string, bigint>,
): Part[] | undefined {
  const full = new Map<string, bigint>();
  for (;;) {
    const left = [...full.values()].reduce((rest, amount) => rest - amount, total);
    const open = weights.filter(({ orgUnit }) => !full.has(orgUnit));
    if (left < 0n || (left > 0n && open.length === 0)) return undefined;
    const parts = new Map(distribute(left, open).map(({ orgUnit, amount }) => [orgUnit, amount]));
    const above = [...parts].filter(([orgUnit, amount]) => amount > (caps.get(orgUnit) ?? amount));
    if (above.length === 0)
      return weights.map(({ orgUnit }) => ({
        orgUnit,
        amount: full.get(orgUnit) ?? parts.get(orgUnit) ?? 0n,
      }));
    for (const [orgUnit, amount] of above) full.set(orgUnit, caps.get(orgUnit) ?? amount);
  }
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
