import type { Succession } from "./org-unit.ts";
import type { Trees } from "./tree-comparison-tree.ts";

/** How much of each unit of one day belongs to a unit of another day. */
export interface Shares {
  readonly shareOf: (uid: string) => number;
  /** Units that belong to it with a part that nobody knows; of nested ones the highest. */
  readonly crossing: readonly string[];
}

/** Where a unit of one day belongs on another: shares of one or several units. */
type Destination = ReadonlyMap<string, number>;

/** Pairs of days whose units are remembered; days are asked for freely. */
const mostKnown = 500;

/** Follows what became of units that ended, forwards with its shares, backwards as far as whole units go. */
export function shareWith(trees: Trees, successions: readonly Succession[]) {
  const known = new Map<string, ReadonlyMap<string, Destination>>();

  function destinationsOf(from: string, to: string): ReadonlyMap<string, Destination> {
    const name = `${from}|${to}`;
    let found = known.get(name);
    if (known.size > mostKnown) known.clear();
    if (!found) known.set(name, (found = mapUnits(from, to)));
    return found;
  }

  function mapUnits(from: string, to: string): Map<string, Destination> {
    const isForward = from <= to;
    const [source, target] = [trees.on(from), trees.on(to)];
    const steps = successionsBetween(successions, from, to);
    const found = new Map<string, Destination>();

    const moved = (uid: string, seen: readonly string[]): Destination => {
      const before = found.get(uid);
      if (before) return before;
      const destination = seen.includes(uid) ? new Map<string, number>() : move(uid, [...seen, uid]);
      found.set(uid, destination);
      return destination;
    };
    const move = (uid: string, seen: readonly string[]): Destination => {
      const isThere = target.all.has(uid);
      const mine = steps.filter(
        ({ predecessor, successor }) => (isForward ? predecessor : successor) === uid,
      );
      if (mine.length > 0) {
        const parts = mine.map(({ predecessor, successor, share }): [Destination, number] =>
          isForward ? [moved(successor, seen), share] : [moved(predecessor, seen), 1],
        );
        const given = isForward ? mine.reduce((total, { share }) => total + share, 0) : 0;
        return addUp(isThere && given < 1 ? [[new Map([[uid, 1]]), 1 - given], ...parts] : parts);
      }
      if (isThere) return new Map([[uid, 1]]);
      const parent = source.parentOf(uid); // a station goes where its commune goes
      return parent === undefined ? new Map<string, number>() : moved(parent, seen);
    };
    for (const uid of source.all) moved(uid, []);
    return found;
  }

  /** How much of each unit of the day `from` belongs to `target` on the tree of the day `to`. */
  return function sharesFor(target: string, from: string, to: string): Shares {
    const inside = trees.on(to).subtreeOf(target);
    const source = trees.on(from);
    const shares = new Map<string, number>();
    const crossing = new Set<string>();
    for (const uid of source.all) {
      const parts = [...(destinationsOf(from, to).get(uid) ?? [])];
      const within = parts.filter(([part]) => inside.has(part));
      if (from <= to) shares.set(uid, round(within.reduce((total, [, share]) => total + share, 0)));
      else if (within.length > 0 && within.length === parts.length) shares.set(uid, 1);
      else if (within.length > 0) crossing.add(uid);
    }
    return {
      shareOf: (uid) => shares.get(uid) ?? 0,
      crossing: [...crossing].filter((uid) => !crossing.has(source.parentOf(uid) ?? "")).toSorted(),
    };
  };
}

/** The successions that lie between two days, whichever comes first. */
export function successionsBetween(
  successions: readonly Succession[],
  one: string,
  other: string,
): Succession[] {
  const [early, late] = one <= other ? [one, other] : [other, one];
  return successions.filter(({ on }) => early < on && on <= late);
}

function addUp(parts: readonly (readonly [Destination, number])[]): Destination {
  const total = new Map<string, number>();
  for (const [destination, factor] of parts) {
    for (const [uid, share] of destination) total.set(uid, (total.get(uid) ?? 0) + share * factor);
  }
  return total;
}

/** Shares are given with few decimals; adding them must not leave 0,30000000000000004. */
function round(share: number): number {
  return Math.round(share * 1e12) / 1e12;
}
