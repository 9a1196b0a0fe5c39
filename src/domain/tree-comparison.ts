import type { OrgUnit, Succession } from "./org-unit.ts";
import { divisions, periodEnd, type Period } from "./period.ts";
import { shareWith, successionsBetween } from "./tree-comparison-shares.ts";
import { indexTrees } from "./tree-comparison-tree.ts";

/** The tree a figure is put on: as it stood in each period, or that of one ISO day. */
export type TreeChoice = "as-it-stood" | (string & {});

/** One unit and period whose figure, times the share, goes into another figure. */
export interface TreeTerm {
  readonly unit: string;
  readonly period: Period;
  readonly share: number;
  /** Only what the unit itself reported; the units below it are terms of their own, or belong elsewhere. */
  readonly ownOnly?: boolean;
}

/** What a figure is made of on a tree, or why it cannot be made. */
export type Composition =
  | { readonly kind: "terms"; readonly terms: readonly TreeTerm[]; readonly successions: readonly Succession[] }
  /** Units that stand on both sides of the border: nobody knows which part of their figure belongs here. */
  | { readonly kind: "impossible"; readonly crossing: readonly string[] }
  /** The unit is not on that tree. */
  | { readonly kind: "absent" }; // prettier-ignore

export interface TreeComparison {
  /**
   * What makes up the figure of a unit and period on a tree. Of a stock (`carries`) each unit's last value counts, so
   * the units are those at the period's end.
   */
  compose(unit: string, period: Period, tree: TreeChoice, carries: boolean): Composition;
  childrenOn(unit: string, day: string): readonly string[];
  /** Whether what stands below a unit is not the same throughout a period. */
  isChanging(unit: string, period: Period): boolean;
  isSameTree(day: string, otherDay: string): boolean;
}

/** Puts figures of one time on the tree of another, through what became of units that ended. */
export function compareTrees(units: readonly OrgUnit[], successions: readonly Succession[]): TreeComparison {
  const trees = indexTrees(units);
  const sharesFor = shareWith(trees, successions);
  const composed = new Map<string, Composition>();
  const mostComposed = 100_000; // the comparison may be kept as long as the tree stays the same

  /** A day of each tree in force at the end of some month of the period. */
  function daysOf(period: Period): string[] {
    const ends = (divisions(period).at(-1) ?? [period]).map((part) => periodEnd(part));
    return [...new Map(ends.map((end) => [trees.beginningOf(end), end])).values()];
  }

  function isChanging(unit: string, period: Period): boolean {
    const days = daysOf(period);
    return days.length > 1 && new Set(days.map((day) => trees.on(day).signatureOf(unit))).size > 1;
  }

  function compose(unit: string, period: Period, tree: TreeChoice, carries: boolean): Composition {
    const name = `${unit}|${period}|${tree}|${carries}`;
    let found = composed.get(name);
    if (composed.size > mostComposed) composed.clear();
    if (!found) composed.set(name, (found = tree === "as-it-stood" ? asItStood(unit, period, carries) : restate(unit, period, tree, carries))); // prettier-ignore
    return found;
  }

  function asItStood(unit: string, period: Period, carries: boolean): Composition {
    if (!carries || !isChanging(unit, period)) return termsOf([{ unit, period, share: 1 }]);
    const day = periodEnd(period);
    const below = trees.on(day).subtreeOf(unit);
    const shareOf = (uid: string) => (below.has(uid) ? 1 : 0);
    return termsOf(cover(day, period, shareOf, (uid) => !isChanging(uid, period)));
  }

  function restate(unit: string, period: Period, to: string, carries: boolean): Composition {
    if (!trees.on(to).all.has(unit)) return { kind: "absent" };
    const end = periodEnd(period);
    const covers = (carries ? [end] : daysOf(period)).map((from) => {
      const { shareOf, crossing } = sharesFor(unit, from, to);
      const mayTakeWhole = (uid: string) => !carries || !isChanging(uid, period);
      return { crossing, terms: cover(from, period, shareOf, mayTakeWhole) };
    });
    const crossing = [...new Set(covers.flatMap((one) => one.crossing))].toSorted();
    if (crossing.length > 0) return { kind: "impossible", crossing };
    const [first, ...rest] = covers.map(({ terms }) => terms);
    const isAlike = rest.every((terms) => JSON.stringify(terms) === JSON.stringify(first));
    if (isAlike) return termsOf(first!, behind(first!, unit, end, to));
    // The tree changed within the period: each part of it is put together by itself.
    const parts = divisions(period)[0]!.map((part) => compose(unit, part, to, carries));
    return termsOf(
      parts.flatMap((part) => (part.kind === "terms" ? part.terms : [])),
      [...new Set(parts.flatMap((part) => (part.kind === "terms" ? part.successions : [])))],
    );
  }

  /** The fewest units whose figures, times their shares, make up the whole: from the top, as far as shares agree. */
  function cover(
    day: string,
    period: Period,
    shareOf: (uid: string) => number,
    mayTakeWhole: (uid: string) => boolean,
  ): TreeTerm[] {
    const tree = trees.on(day);
    const terms: TreeTerm[] = [];
    const known = new Map<string, boolean>();
    const isUniform = (uid: string): boolean => {
      let found = known.get(uid);
      if (found === undefined) {
        found = tree.childrenOf(uid).every((child) => shareOf(child) === shareOf(uid) && isUniform(child));
        known.set(uid, found);
      }
      return found;
    };
    const take = (uid: string): void => {
      const share = shareOf(uid);
      if (isUniform(uid) && share === 0) return;
      if (isUniform(uid) && mayTakeWhole(uid)) {
        terms.push({ unit: uid, period, share });
        return;
      }
      if (share > 0) terms.push({ unit: uid, period, share, ownOnly: true });
      for (const child of tree.childrenOf(uid)) take(child);
    };
    for (const root of tree.roots) take(root);
    return terms;
  }

  /** The successions by which the units taken came into the target. */
  function behind(terms: readonly TreeTerm[], target: string, from: string, to: string): Succession[] {
    const steps = successionsBetween(successions, from, to);
    if (steps.length === 0) return [];
    const inside = trees.on(to).subtreeOf(target);
    const used = new Set(terms.flatMap(({ unit }) => [...trees.on(from).subtreeOf(unit)]));
    return steps.filter(({ predecessor, successor }) =>
      from <= to
        ? used.has(predecessor) && inside.has(successor)
        : used.has(successor) && inside.has(predecessor),
    );
  }

  return {
    compose,
    isChanging,
    childrenOn: (unit, day) => trees.on(day).childrenOf(unit),
    isSameTree: (day, other) => trees.beginningOf(day) === trees.beginningOf(other),
  };
}

function termsOf(terms: readonly TreeTerm[], successions: readonly Succession[] = []): Composition {
  return { kind: "terms", terms, successions };
}
