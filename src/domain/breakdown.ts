/** One cell of a breakdown, as people write it: `{ age: "trẻ em" }`; `{}` is the total. */
export type Disaggregation = Readonly<Record<string, string>>;

/**
 * How the parts stand to the whole: the parts of a *partition* add up to it, a *subset* is at most the whole,
 * *overlapping* parts are each at most the whole but may together exceed it.
 */
export interface Breakdown {
  readonly dimensions: readonly string[];
  readonly relation: "partition" | "subset" | "overlapping";
}

/** The stable name of one cell: dimensions in alphabetical order, `""` for the total. Also the CSV spelling. */
export function optionCombo(breakdown: Disaggregation): string {
  return Object.keys(breakdown)
    .toSorted()
    .map((dimension) => `${dimension}=${breakdown[dimension]}`)
    .join(";");
}

/** Reads `type=…;age=…`; `undefined` when a piece has no `=`. */
export function parseOptionCombo(text: string): Disaggregation | undefined {
  const breakdown: Record<string, string> = {};
  for (const piece of text.split(";").filter((part) => part.trim() !== "")) {
    const at = piece.indexOf("=");
    if (at < 1) return undefined;
    breakdown[piece.slice(0, at).trim()] = piece.slice(at + 1).trim();
  }
  return breakdown;
}

/** Whether `combo` is a cell of exactly these dimensions. */
export function hasDimensions(breakdown: Disaggregation, dimensions: readonly string[]): boolean {
  return optionCombo(breakdown) !== "" && dimensionsOf(breakdown) === [...dimensions].toSorted().join(",");
}

function dimensionsOf(breakdown: Disaggregation): string {
  return Object.keys(breakdown).toSorted().join(",");
}
