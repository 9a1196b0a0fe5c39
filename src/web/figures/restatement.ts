import type { AnalyticsTable } from "#contract/analytics.ts";

type Restatement = AnalyticsTable["restatements"][number];

/** What stands behind the numbers of a unit on the map of another day. */
export interface UnitRestatement {
  /** Whether it is another area than before: merged, divided, or impossible to put together. */
  readonly isChanged: boolean;
  readonly predecessors: readonly { readonly name: string; readonly share: number }[];
  readonly decrees: readonly string[];
  readonly on: string | undefined;
  /** Made of units that lay in different units above: totals of those above cannot be had from it. */
  readonly isStraddling: boolean;
  /** The full names of the units that stand on both sides of the border. */
  readonly crossing: readonly string[];
}

/**
 * Of each unit of a table what its restated numbers were made of. A unit that only took over from the one before
 * under a new name or code, whole, is the same area: it is not marked.
 */
export function describeRestatements(
  { restatements, names }: Pick<AnalyticsTable, "restatements" | "names">,
  parentOf: (unit: string) => string | undefined = () => undefined,
): ReadonlyMap<string, UnitRestatement> {
  const byUnit = new Map<string, Restatement[]>();
  for (const one of restatements) byUnit.set(one.orgUnit, [...(byUnit.get(one.orgUnit) ?? []), one]);
  return new Map([...byUnit].map(([unit, found]) => [unit, describe(unit, found, names, parentOf)]));
}

function describe(
  unit: string,
  found: readonly Restatement[],
  names: Readonly<Record<string, string>>,
  parentOf: (unit: string) => string | undefined,
): UnitRestatement {
  const steps = found.flatMap(({ successions }) => successions);
  const ways = new Map(steps.map((step) => [`${step.predecessor}|${step.successor}|${step.on}`, step]));
  const direct = [...ways.values()].filter(({ successor }) => successor === unit);
  const behind = direct.length > 0 ? direct : [...ways.values()];
  const crossing = [...new Set(found.flatMap((one) => one.crossing))];
  const predecessors = new Map(behind.map(({ predecessor, share }) => [predecessor, share]));
  return {
    isChanged: crossing.length > 0 || predecessors.size > 1 || behind.some(({ share }) => share < 1),
    predecessors: [...predecessors].map(([uid, share]) => ({ name: names[uid] ?? uid, share })),
    decrees: [...new Set(behind.flatMap(({ decree }) => decree ?? []))],
    on: behind.map(({ on }) => on).toSorted().at(-1), // prettier-ignore
    isStraddling: new Set([...predecessors.keys()].map(parentOf)).size > 1,
    crossing: crossing.map((uid) => names[uid] ?? uid),
  };
}
