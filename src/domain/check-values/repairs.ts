import { decimal, sum } from "#domain/decimal.ts";
import { oneDigitOther, swappedNeighbours } from "./slips.ts";
import type { Repair } from "./value-finding.ts";

/** So many ways out are no hint any more. */
const mostRepairs = 3;

/**
 * Which single slip of typing would make the parts add up: two digits swapped, a zero more or less, one digit another.
 * The likelier slips first; none when too many would do. Cell 0 is the total, the parts follow.
 */
export function findRepairs(total: string, parts: readonly string[]): Repair[] {
  const added = sum(parts.map((part) => decimal(part)));
  if (added === undefined || [total, ...parts].some((value) => !/^\d+$/.test(value))) return [];
  const wanted = [
    { cell: 0, from: total, to: added },
    ...parts.map((part, index) => ({
      cell: index + 1,
      from: part,
      to: decimal(total).minus(added.minus(part)),
    })),
  ].filter(({ to }) => to.gte(0));
  const found = wanted.flatMap(({ cell, from, to }): Repair[] => {
    const slip = slipBetween(from, to.toFixed());
    return slip ? [{ cell, to: to.toFixed(), slip }] : [];
  });
  const ranked = found.toSorted((a, b) => order.indexOf(a.slip) - order.indexOf(b.slip));
  const likeliest = ranked.filter(({ slip }) => slip !== "one-digit");
  const listed = likeliest.length > 0 ? likeliest : ranked;
  return listed.length > mostRepairs ? [] : listed;
}

const order: readonly Repair["slip"][] = ["digits-swapped", "zero-more", "zero-less", "one-digit"];

/** The slip that turned the right number into the written one. */
function slipBetween(written: string, right: string): Repair["slip"] | undefined {
  if (swappedNeighbours(written).includes(right)) return "digits-swapped";
  if (right !== "0" && written === `${right}0`) return "zero-more";
  if (written !== "0" && right === `${written}0`) return "zero-less";
  return written.length > 1 && oneDigitOther(written).includes(right) ? "one-digit" : undefined;
}
