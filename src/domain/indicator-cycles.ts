import type { Indicator } from "./indicator.ts";
import { indicatorsIn } from "./indicator-formula.ts";
import type { FormulaCatalogue, References } from "./indicator-references.ts";
import { Refusal } from "./refusal.ts";

/** The catalogue with indicators in place of those of the same keys, or beside the others. */
export function withIndicators(
  catalogue: FormulaCatalogue,
  indicators: readonly Indicator[],
): FormulaCatalogue {
  const keys = new Set(indicators.map(({ key }) => key));
  const others = catalogue.indicators.filter(({ key }) => !keys.has(key));
  return { ...catalogue, indicators: [...others, ...indicators] };
}

/** Nobody nests indicators so deep; it keeps hostile input off the call stack. */
const mostLevels = 50;

/** A way through indicators that are made of each other: back to where it began, or too long. */
export interface IndicatorKnot {
  readonly kind: "cycle" | "too-deep";
  readonly keys: readonly string[];
}

/**
 * A circle in which indicators are made of each other, from a key of it back to the same key, or a way that is too
 * long; `undefined` when none of the keys leads to one.
 */
export function findKnot(references: References, keys: Iterable<string>): IndicatorKnot | undefined {
  const done = new Set<string>();
  const way: string[] = [];
  const onWay = new Set<string>();

  function follow(start: string): IndicatorKnot | undefined {
    // A stack of our own: thousands of indicators in a row must not end in a stack overflow.
    const waiting: { readonly key: string; readonly isLeaving?: true }[] = [{ key: start }];
    for (let step = waiting.pop(); step; step = waiting.pop()) {
      const { key, isLeaving } = step;
      if (isLeaving) {
        onWay.delete(way.pop()!);
        done.add(key);
        continue;
      }
      if (onWay.has(key)) return { kind: "cycle", keys: [...way.slice(way.indexOf(key)), key] };
      if (done.has(key)) continue;
      way.push(key);
      onWay.add(key);
      if (way.length > mostLevels) return { kind: "too-deep", keys: way };
      waiting.push({ key, isLeaving: true });
      for (const used of usedBy(references.findIndicator(key), references)) waiting.push({ key: used });
    }
    return undefined;
  }

  for (const key of keys) {
    const knot = follow(key);
    if (knot) return knot;
  }
  return undefined;
}

/** Refuses `indicator-cycle` and `indicator-too-deep`, naming the way. */
export function requireNoKnot(references: References, keys: Iterable<string>): void {
  const knot = findKnot(references, keys);
  if (knot?.kind === "cycle") throw new Refusal("indicator-cycle", { cycle: knot.keys.join(" → ") });
  if (knot) throw new Refusal("indicator-too-deep", { first: knot.keys[0]!, most: mostLevels });
}

/** The indicators that an indicator is made of directly. */
export function usedBy(indicator: Indicator | undefined, references: Pick<References, "find">): string[] {
  if (!indicator) return [];
  const { numerator, denominator } = indicator;
  return [...new Set([...indicatorsIn(numerator, references), ...indicatorsIn(denominator, references)])];
}

/** The keys of the indicators that are made of this one directly. */
export function usersOf(key: string, references: References): string[] {
  const { indicators } = references.catalogue;
  return indicators.filter((one) => usedBy(one, references).includes(key)).map((one) => one.key);
}
