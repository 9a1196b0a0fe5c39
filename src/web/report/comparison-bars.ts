/** One bar beside others on a scale from zero; shares are of the full width. */
export interface ComparisonBar {
  readonly name: string;
  readonly text: string;
  readonly share: number;
}

export interface Comparison {
  readonly bars: readonly ComparisonBar[];
  /** Where the plan stands on the same scale. */
  readonly planShare?: number;
}

interface Compared {
  readonly name: string;
  readonly text: string;
  readonly value: number;
}

/**
 * Bars on one scale from zero; percentages up to 100 share the scale to 100, so that a half looks like a half.
 * `undefined` for negative numbers, whose bars would need another drawing.
 */
export function compareValues(
  compared: readonly Compared[],
  { unit, plan }: { readonly unit: string; readonly plan?: number | undefined },
): Comparison | undefined {
  const values = [...compared.map(({ value }) => value), ...(plan === undefined ? [] : [plan])];
  if (values.some((value) => !Number.isFinite(value) || value < 0)) return undefined;
  const full = Math.max(...values, unit === "%" ? 100 : 0);
  const shareOf = (value: number): number => (full === 0 ? 0 : value / full);
  return {
    bars: compared.map(({ name, text, value }) => ({ name, text, share: shareOf(value) })),
    ...(plan !== undefined && { planShare: shareOf(plan) }),
  };
}
