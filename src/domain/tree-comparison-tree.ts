import { addDays } from "./calendar.ts";
import { placementOn, type OrgUnit } from "./org-unit.ts";

/** The tree of org units as it stands on one day. */
export interface Tree {
  readonly all: ReadonlySet<string>;
  /** Units without a parent that is there. */
  readonly roots: readonly string[];
  parentOf(uid: string): string | undefined;
  childrenOf(uid: string): readonly string[];
  /** The unit and all below it. */
  subtreeOf(uid: string): ReadonlySet<string>;
  /** What stands below a unit and where, as one text that changes when anything of it does. */
  signatureOf(uid: string): string;
}

/** Answers the tree of any day; days between two changes share one. */
export interface Trees {
  on(day: string): Tree;
  /** The day on which the tree of a day began to be as it is. */
  beginningOf(day: string): string;
}

export function indexTrees(units: readonly OrgUnit[]): Trees {
  const changeDays = listChangeDays(units);
  const trees = new Map<string, Tree>();
  const beginningOf = (day: string) => changeDays.findLast((change) => change <= day) ?? "0001-01-01";
  return {
    beginningOf,
    on: (day) => {
      const beginning = beginningOf(day);
      let tree = trees.get(beginning);
      if (!tree) trees.set(beginning, (tree = buildTree(units, beginning)));
      return tree;
    },
  };
}

function listChangeDays(units: readonly OrgUnit[]): string[] {
  const days = units.flatMap(({ placements }) =>
    placements.flatMap(({ from, to }) => [
      ...(from === undefined ? [] : [from]),
      ...(to === undefined ? [] : [addDays(to, 1)]),
    ]),
  );
  return [...new Set(days)].toSorted();
}

function buildTree(units: readonly OrgUnit[], day: string): Tree {
  const parents = new Map<string, string | undefined>();
  for (const unit of units) {
    const placement = placementOn(unit, day);
    if (placement) parents.set(unit.uid, placement.parent);
  }
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const [uid, parent] of parents) {
    if (parent === undefined || !parents.has(parent)) roots.push(uid);
    else children.set(parent, [...(children.get(parent) ?? []), uid]);
  }
  const childrenOf = (uid: string) => children.get(uid) ?? [];
  const subtreeOf = remember((uid: string): ReadonlySet<string> => collect(uid, childrenOf));
  return {
    all: new Set(parents.keys()),
    roots,
    parentOf: (uid) => parents.get(uid),
    childrenOf,
    subtreeOf,
    signatureOf: remember((uid) => [...subtreeOf(uid)].map((below) => (below === uid ? "" : `${below}<${parents.get(below)}`)).toSorted().join()), // prettier-ignore
  };
}

function collect(root: string, childrenOf: (uid: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let uid = waiting.pop(); uid !== undefined; uid = waiting.pop()) {
    if (found.has(uid)) continue; // parents in a circle
    found.add(uid);
    waiting.push(...childrenOf(uid));
  }
  return found;
}

function remember<T>(compute: (uid: string) => T): (uid: string) => T {
  const known = new Map<string, T>();
  return (uid) => {
    const before = known.get(uid);
    if (before !== undefined) return before;
    const found = compute(uid);
    known.set(uid, found);
    return found;
  };
}
