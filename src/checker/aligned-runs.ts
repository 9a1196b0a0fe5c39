import { type Passage, type Quantity } from "./quantities.ts";

const gap = /^(?:\s\p{L}+){0,3}\s?(?:,|;|và|,\svà)\s?(?:và\s)?$/u;
const fewest = 2;

/**
 * Numbers of one kind in a row with nothing but commas and "và" between them, first to last: "142, 211 và 712 hồ sơ",
 * "89,4%, 89,6% và 89,9%".
 */
export function runsIn(passage: Passage): readonly (readonly Quantity[])[] {
  const runs: Quantity[][] = [];
  for (const each of passage.quantities) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && goesOn(last, each)) run.push(each);
    else runs.push([each]);
  }
  return runs.filter((run) => run.length >= fewest);
}

function goesOn(last: Quantity, each: Quantity): boolean {
  return (
    each.sentence === last.sentence &&
    each.bracket === last.bracket &&
    each.kind === last.kind &&
    each.role === last.role &&
    gap.test(each.lead) &&
    (last.unit.noun === "" || each.unit.noun === last.unit.noun)
  );
}

/** Whether the text says that the members of the run belong one by one to those of another: "lần lượt". */
export function isInTurn({ folded }: { readonly folded: string }, run: readonly Quantity[]): boolean {
  const [first] = run;
  const last = run.at(-1)!;
  return (
    first !== undefined &&
    (/(?:lần lượt|theo thứ tự|tương ứng)[^;.\d]{0,40}$/.test(first.lead) ||
      /^[^;.\d]{0,40}(?:lần lượt|theo thứ tự)/.test(folded.slice(last.unitEnd, last.unitEnd + 60)))
  );
}
