import type { OrgUnit, Succession } from "#domain/org-unit.ts";
import type { Catalogue } from "./catalogue.ts";
import { listRepeated, type BrokenReference } from "./catalogue-problem.ts";

/** What is wrong in the tree itself: unknown units, units in two places at once, shares that do not add up to 1. */
export function* listTreeProblems(catalogue: Catalogue): Generator<BrokenReference> {
  const { orgUnits, province } = catalogue;
  const names = orgUnits.map((unit) => unit.uid);
  const uids = new Set(names);
  yield* listRepeated("org-units.json", names);
  if (!uids.has(province)) yield { file: "catalogue.json", entry: province, problem: "no such org unit" };
  for (const unit of orgUnits) {
    const problem = placementProblem(unit, uids);
    if (problem !== undefined) yield { file: "org-units.json", entry: unit.uid, problem };
  }
  yield* listSuccessionProblems(catalogue, uids);
  for (const { id, byOrgUnit } of catalogue.populations) {
    const stranger = Object.keys(byOrgUnit).find((uid) => !uids.has(uid));
    if (stranger !== undefined) {
      yield { file: "population.json", entry: id, problem: `no such org unit: ${stranger}` };
    }
  }
}

function placementProblem({ placements }: OrgUnit, uids: ReadonlySet<string>): string | undefined {
  const stranger = placements.find(({ parent }) => parent !== undefined && !uids.has(parent));
  if (stranger) return `no such parent: ${stranger.parent}`;
  return isInTwoPlaces(placements) ? "placements overlap" : undefined;
}

/** Both days are inclusive; an absent day is as early, or as late, as can be. */
function isInTwoPlaces(placements: OrgUnit["placements"]): boolean {
  const inOrder = placements.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  return inOrder.some((placement, index) => {
    const next = inOrder[index + 1];
    const ends = placement.to ?? "9999-12-31";
    return (placement.from ?? "") > ends || (next !== undefined && (next.from ?? "") <= ends);
  });
}

function* listSuccessionProblems(
  { successions }: Catalogue,
  uids: ReadonlySet<string>,
): Generator<BrokenReference> {
  const file = "successions.json";
  for (const entry of new Set(successions.map((succession) => succession.predecessor))) {
    const into = successions.filter((succession) => succession.predecessor === entry);
    const stranger = [entry, ...into.map((succession) => succession.successor)].find((uid) => !uids.has(uid));
    if (stranger !== undefined) yield { file, entry, problem: `no such org unit: ${stranger}` };
    if (!addsUpToOne(into)) yield { file, entry, problem: "shares do not add up to 1" };
  }
}

/** Shares such as 1/3 cannot be written exactly. */
function addsUpToOne(into: readonly Succession[]): boolean {
  return Math.abs(into.reduce((total, { share }) => total + share, 0) - 1) < 1e-6;
}
