import { type ClaimKind, type Verdict } from "./contract.ts";
import { type Draft } from "./drafts.ts";

/** Kinds that read the same printed number in different ways: one reading that holds acquits it in all of them. */
const families: Readonly<Partial<Record<ClaimKind, string>>> = {
  ratio: "share", share: "share", percent_of_plan: "share",
  growth_percent: "growth", growth_abs: "growth", growth_points: "growth",
  sum: "sum", difference: "sum", rate_per_population: "rate", threshold: "threshold", repetition: "repetition",
}; // prettier-ignore

const gravity: Readonly<Record<Verdict, number>> = {
  consistent: 5,
  wrong: 4,
  suspect: 3,
  note: 2,
  unchecked: 1,
};
const firmness = { tight: 2, firm: 1, loose: 0 } as const;

/**
 * Keeps one verdict per printed number and family. A reading that holds outweighs all that fail: the text is
 * believed until every plausible reading of it is wrong.
 */
export function weigh(drafts: readonly Draft[]): readonly Draft[] {
  const groups = new Map<string, Draft[]>();
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const family = draft.printed && families[draft.kind];
    if (!family || !draft.printed) {
      kept.push(draft);
      continue;
    }
    const key = `${family} ${draft.printed.index} ${draft.printed.start} ${draft.along ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  for (const group of groups.values()) kept.push(...strongest(group));
  return kept;
}

function strongest(group: readonly Draft[]): readonly Draft[] {
  const best = group.reduce((winner, draft) => (strength(draft) > strength(winner) ? draft : winner));
  // Two sums may hold for one number: 28 = 21 + 7 in one place and 28 = 20 + 8 in another.
  // A total that adds up elsewhere does not excuse the list that hangs on it.
  if (best.verdict === "consistent" && best.kind === "sum") {
    const convicted = group.filter(
      (draft) =>
        draft.verdict === "wrong" &&
        draft.evidence === "tight" &&
        !draft.operands.some((each) => best.operands.includes(each)),
    );
    if (convicted.length > 0) return [best, convicted[0]!];
  }
  // Printed twice alike, a number may still differ from the figure store: only the store's draft has no operand in the text.
  const fromOutside = group.find(
    (draft) => draft.kind === "repetition" && draft.verdict === "suspect" && draft.operands.length === 0,
  );
  if (fromOutside && best.operands.length > 0) return [fromOutside];
  return group.filter(
    (draft) =>
      draft === best ||
      (draft.verdict === "consistent" && best.verdict === "consistent" && draft.kind !== best.kind),
  );
}

function strength(draft: Draft): number {
  return gravity[draft.verdict] * 10 + firmness[draft.evidence];
}
