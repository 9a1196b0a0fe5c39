import { type ReadDocument } from "./document.ts";
import { ratio } from "./formulas.ts";
import { valueOf } from "./intervals.ts";
import { agrees, judge } from "./judge.ts";
import { outsideNumber } from "./outside-numbers.ts";
import { type Quantity } from "./quantities.ts";
import { type PrintedShare } from "./shares.ts";

/** Numbers of the part's noun that are tried; more would make a match by chance likely. */
const mostCandidates = 60;

/**
 * The number of which several shares of one enumeration are shares: "huyện A 1.846 tỷ, chiếm 40,9% tổng thu; huyện B
 * 513 tỷ, chiếm 11,4%; …", or their own sum. One that all but at most one of them fit, and at least two, is no
 * coincidence.
 */
export function commonWhole(
  { countsByNoun }: ReadDocument,
  shares: readonly PrintedShare[],
): Quantity | undefined {
  const [first] = shares;
  if (!first || shares.length < 3 || shares.some(({ percent }) => percent.text.replace(/\D/g, "").length < 2))
    return undefined;
  const largest = Math.max(...shares.map(({ part }) => valueOf(part)));
  const candidates = new Map<number, Quantity>();
  for (const each of countsByNoun.get(first.part.unit.noun) ?? []) {
    if (valueOf(each) > largest && candidates.size < mostCandidates) candidates.set(valueOf(each), each);
  }
  const sum = shares.reduce((sofar, { part }) => sofar + valueOf(part), 0);
  if (!candidates.has(sum)) candidates.set(sum, outsideNumber(String(sum)));
  const needed = Math.max(2, shares.length - 1);
  const fitting = [...candidates.values()].filter(
    (whole) => shares.filter((share) => isShareOf(share, whole)).length >= needed,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isShareOf({ percent, part }: PrintedShare, whole: Quantity): boolean {
  return agrees(judge(ratio(percent.kind === "permille" ? 1000 : 100), [part, whole], percent));
}
