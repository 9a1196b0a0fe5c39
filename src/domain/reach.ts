import type { OrgUnit, Placement, Succession } from "./org-unit.ts";

/** The org units that a grant at one unit reaches: to act on today, and to look at, history included. */
export interface Reach {
  readonly acts: ReadonlySet<string>;
  readonly looks: ReadonlySet<string>;
}

/**
 * Answers what a grant at a unit reaches on a day.
 *
 * To act: what stands below it now, or stood below it last before it closed, and what came of those by merger or
 * division, so that a grant over a district outlives the district. To look: what stood below it at any time, what came
 * of that, and the predecessors of all this, because who answers for a commune answers for its history.
 */
export function findReach(
  units: readonly OrgUnit[],
  successions: readonly Succession[],
  today: string,
): (root: string) => Reach {
  const everBelow = childrenBy(units, ({ placements }) => placements);
  const nowBelow = childrenBy(units, (unit) => lastPlacement(unit, today));
  const successors = indexBy(successions, "predecessor", "successor");
  const predecessors = indexBy(successions, "successor", "predecessor");
  return (root) => {
    const ever = closure([root], [everBelow, successors]);
    return { acts: closure([root], [nowBelow, successors]), looks: closure(ever, [predecessors, everBelow]) };
  };
}

type Steps = ReadonlyMap<string, readonly string[]>;

/** Everything that can be reached from the roots by any of the steps, circles included. */
function closure(roots: Iterable<string>, steps: readonly Steps[]): Set<string> {
  const found = new Set(roots);
  for (const uid of found) {
    for (const step of steps) for (const next of step.get(uid) ?? []) found.add(next); // a set also visits what is added
  }
  return found;
}

function childrenBy(units: readonly OrgUnit[], placementsOf: (unit: OrgUnit) => readonly Placement[]): Steps {
  const children = new Map<string, string[]>();
  for (const unit of units) {
    for (const { parent } of placementsOf(unit)) {
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), unit.uid]);
    }
  }
  return children;
}

/** The placement in force on the day, else the last one before it; of a unit still to come, its first. */
function lastPlacement({ placements }: OrgUnit, day: string): Placement[] {
  const inOrder = placements.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
  const begun = inOrder.findLast(({ from }) => from === undefined || from <= day);
  const chosen = begun ?? inOrder[0];
  return chosen ? [chosen] : [];
}

function indexBy(
  successions: readonly Succession[],
  from: "predecessor" | "successor",
  to: "predecessor" | "successor",
): Steps {
  const index = new Map<string, string[]>();
  for (const one of successions) index.set(one[from], [...(index.get(one[from]) ?? []), one[to]]);
  return index;
}
