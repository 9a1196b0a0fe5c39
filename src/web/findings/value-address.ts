import type { FindingCell } from "#contract/check-values.ts";
import { noUnits, readChoice, writeChoice } from "../figures/view-choice.ts";

/** Where the page Số liệu shows a cell, opened. */
export function valueAddress(cell: FindingCell, isIllustrative: boolean): string {
  const { key, optionCombo, orgUnit, period, role } = cell;
  const item = optionCombo === "" ? key : `${key}[${optionCombo}]`;
  const search = writeChoice({
    ...readChoice({}),
    items: [item],
    periods: [period],
    units: { ...noUnits, uids: [orgUnit] },
    roles: [role],
    isIllustrative,
    open: { item, orgUnit, period, role },
  });
  return `/so-lieu?${new URLSearchParams(search)}`;
}
