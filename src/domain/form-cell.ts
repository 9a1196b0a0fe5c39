import { optionCombo, parseOptionCombo, type Disaggregation } from "./breakdown.ts";

/** The name of a cell within a form: `epi.mr_18m`, or `tb.new_cases[type=Lao khác]` for one cell of a breakdown. */
export type CellName = string;

/** What a form holds: exact decimals by cell; a blank cell is absent. */
export type CellValues = Readonly<Record<CellName, string>>;

export function cellName(element: string, breakdown: Disaggregation | string = {}): CellName {
  const combo = typeof breakdown === "string" ? breakdown : optionCombo(breakdown);
  return combo === "" ? element : `${element}[${combo}]`;
}

/** Element and option combo of a cell; `undefined` when the name is none. */
export function parseCellName(name: CellName): { element: string; optionCombo: string } | undefined {
  const match = /^([^[\]]+)(?:\[([^[\]]+)\])?$/.exec(name);
  const breakdown = match && parseOptionCombo(match[2] ?? "");
  return match?.[1] === undefined || !breakdown
    ? undefined
    : { element: match[1], optionCombo: optionCombo(breakdown) };
}
