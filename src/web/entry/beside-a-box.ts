import type { Form } from "#contract/form.ts";
import { decimal, divide, sum } from "#domain/decimal.ts";
import { formatRate } from "#wording/number.ts";

/** Exact decimals added up. */
export function sumOfTexts(values: readonly string[]): string | undefined {
  return sum(values.map((value) => decimal(value)))?.toFixed();
}

/** What a cell held in an earlier period; a computed one that was not kept is added up from its parts. */
export function earlierValue(
  form: Pick<Form, "cells">,
  values: Readonly<Record<string, string>>,
  cell: string,
): string | undefined {
  const own = values[cell];
  if (own !== undefined) return own;
  const parts = form.cells.find((each) => each.cell === cell)?.sumOf ?? [];
  const known = parts.map((part) => values[part]).filter((value) => value !== undefined);
  return known.length === 0 ? undefined : sumOfTexts(known);
}

/** From January to the end of this period, with what stands in the box now. Only what adds up over time has one. */
export function sinceJanuary(form: Form, cell: string, value: string | undefined): string | undefined {
  if (form.cells.find((each) => each.cell === cell)?.timeNature !== "flow") return undefined;
  const before = earlierValue(form, form.earlier.sinceJanuary, cell);
  const known = [before, value].filter((each) => each !== undefined);
  return known.length === 0 ? undefined : sumOfTexts(known);
}

/** "60,4%": how much of the year's target group was reached so far. */
export function reachedShare(since: string | undefined, denominator: string | undefined): string | undefined {
  if (since === undefined || denominator === undefined) return undefined;
  const share = divide(decimal(since).times(decimal(100)), decimal(denominator));
  return share && `${formatRate(share)}%`;
}
