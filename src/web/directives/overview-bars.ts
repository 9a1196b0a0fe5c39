import type { Overview } from "#contract/overview.ts";
import { printValue } from "../figures/cell-text.ts";

/** How long a bar is, in per cent of its track: what goes beyond the plan fills it, nothing goes below. */
export function barLength(value: string | null): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? Math.min(100, Math.max(0, number)) : 0;
}

export interface ChangeBar {
  /** In per cent of the whole width; half of it is the most to either side. */
  readonly from: number;
  readonly length: number;
}

/** Bars to both sides of one middle, to one scale: the largest change reaches an end. */
export function changeBars(changes: Overview["changes"]): readonly ChangeBar[] {
  const sizes = changes.map(({ change }) => Number(change.value ?? 0));
  const most = Math.max(...sizes.map(Math.abs), Number.MIN_VALUE);
  return sizes.map((size) => {
    const length = (Math.abs(size) / most) * 50;
    return { from: size < 0 ? 50 - length : 50, length };
  });
}

/** A change with its sign: "+10,5%", "−8,2%"; the minus is a real one. */
export function signedChange({
  value,
  unit,
}: {
  readonly value: string | null;
  readonly unit: string;
}): string {
  if (value === null) return "–";
  return printValue(value, unit, true).replace("-", "−");
}

/** The period before or after in the list that there is, oldest first; `undefined` at its ends. */
export function neighbour(periods: readonly string[], period: string, step: -1 | 1): string | undefined {
  const index = periods.indexOf(period);
  return index < 0 ? undefined : periods[index + step];
}

/** Units that lack one form or another, each once, in the order of the forms. */
export function silentUnits(notReported: Overview["notReported"]): readonly string[] {
  return [
    ...new Map(
      notReported.flatMap(({ units }) => units.map(({ uid, name }) => [uid, name] as const)),
    ).values(),
  ];
}

/** The number as printed, without its unit, where the unit stands once for several: "192.278 triệu đồng" → "192.278". */
export function withoutUnit({ text, unit }: { readonly text: string; readonly unit: string }): string {
  return unit !== "" && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
}
