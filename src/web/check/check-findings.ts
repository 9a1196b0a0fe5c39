import type { Claim, UncheckedReason } from "#checker/contract.ts";
import type { RememberedDocument } from "#checker/memory.ts";

/** One row of the list: a claim to look at, with the other places that say word for word the same. */
export interface NumberedFinding {
  readonly number: number;
  readonly claim: Claim;
  readonly alike: readonly Claim[];
}

export interface CheckFindings {
  /** Wrong, then doubtful, then worth a note; within each the largest gap first. */
  readonly findings: readonly NumberedFinding[];
  /** How things are written: folded away, numbered on. */
  readonly style: readonly NumberedFinding[];
  readonly unchecked: readonly (readonly [UncheckedReason | "other", readonly Claim[]])[];
  readonly agreed: readonly Claim[];
}

const gravity = { wrong: 0, suspect: 1, note: 2, unchecked: 3, consistent: 4 } as const;

/** Puts the claims of a document in the order in which somebody should look at them. */
export function arrangeFindings({ document }: RememberedDocument): CheckFindings {
  const { claims } = document;
  const open = claims.filter(({ verdict }) => gravity[verdict] <= gravity.note);
  const ranked = open.toSorted(
    (a, b) => gravity[a.verdict] - gravity[b.verdict] || gapOf(b) - gapOf(a) || a.start - b.start,
  );
  const findings = numbered(ranked.filter(({ kind }) => kind !== "format"), 1); // prettier-ignore
  return {
    findings,
    style: numbered(ranked.filter(({ kind }) => kind === "format"), findings.length + 1),
    unchecked: groupByReason(claims.filter(({ verdict }) => verdict === "unchecked")),
    agreed: claims.filter(({ verdict }) => verdict === "consistent"),
  }; // prettier-ignore
}

/** How far the printed number is from the recomputed one, in parts of the larger; 0 where nothing was recomputed. */
function gapOf({ printed, computed }: Claim): number {
  if (printed === null || computed === null) return 0;
  const [said, is] = [Math.abs(Number(printed.value)), Math.abs(Number(computed))];
  return Math.abs(said - is) / Math.max(said, is, Number.MIN_VALUE);
}

/** "Thirty letters typed with loose marks" stands in thirty places and is one thing to say. */
function numbered(claims: readonly Claim[], from: number): readonly NumberedFinding[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const name = `${claim.kind} ${claim.verdict} ${claim.message.vi}`;
    const group = groups.get(name);
    if (group) group.push(claim);
    else groups.set(name, [claim]);
  }
  return Array.from(groups.values(), ([claim, ...alike], index) => ({ number: from + index, claim: claim!, alike }));
} // prettier-ignore

function groupByReason(claims: readonly Claim[]): CheckFindings["unchecked"] {
  const groups = new Map<UncheckedReason | "other", Claim[]>();
  for (const claim of claims) {
    const reason = claim.reason ?? "other";
    const group = groups.get(reason);
    if (group) group.push(claim);
    else groups.set(reason, [claim]);
  }
  return Array.from(groups).toSorted(([, a], [, b]) => b.length - a.length);
}
