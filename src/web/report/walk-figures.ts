import type { Place, Places } from "./report-places.ts";

/** Where a walk through some of the figures stops: each figure once, at its first place, in reading order. */
export function stopsOf({ list }: Places, isWanted: (figure: number) => boolean): Place[] {
  const seen = new Set<number>();
  return list.filter(({ figure }) => {
    if (seen.has(figure) || !isWanted(figure)) return false;
    seen.add(figure);
    return true;
  });
}

/**
 * The next stop after a place, or before it with −1; from nowhere the first or last. Comes round at the end;
 * never answers with the figure one stands on while there is another.
 */
export function nextStop(
  stops: readonly Place[],
  from: Place | undefined,
  direction: 1 | -1,
): Place | undefined {
  const ordered = direction === 1 ? stops : stops.toReversed();
  if (!from) return ordered[0];
  const others = ordered.filter(({ figure }) => figure !== from.figure);
  const ahead = others.find(({ number }) => (number - from.number) * direction > 0);
  return ahead ?? others[0] ?? ordered[0];
}

/** "3 of 5": which stop shows the figure, counted from one; `undefined` when the walk does not pass it. */
export function rankOf(stops: readonly Place[], figure: number): number | undefined {
  const index = stops.findIndex((stop) => stop.figure === figure);
  return index < 0 ? undefined : index + 1;
}
