import type { ReportView } from "#contract/report.ts";

/** Said once for the whole report, or of no matter for which figure it is. */
const leftOut = new Set(["key", "role", "illustrative"]);

/**
 * The name of a figure in the address of the page. It follows from what is asked, not from its place in the text, so
 * that a link outlives edits: `epi.fully_immunized_u1.percent`, and whatever differs from the report behind it.
 */
export function figureAddress(query: string, report: Pick<ReportView, "period" | "orgUnit">): string {
  const asked = new URLSearchParams(query);
  const different = [...asked].filter(
    ([name, value]) =>
      !leftOut.has(name) &&
      !(name === "period" && value === report.period) &&
      !(name === "orgUnit" && value === report.orgUnit),
  );
  const rest = different.map(([name, value]) => `.${name}-${value}`).join("");
  return `${asked.get("key") ?? ""}.${asked.get("role") ?? ""}${rest}`;
}

/** Finds the figure that an address names; `undefined` when the report no longer prints it. */
export function findFigureByAddress(
  view: Pick<ReportView, "period" | "orgUnit" | "figures">,
  address: string,
): number | undefined {
  const index = view.figures.findIndex(({ query }) => figureAddress(query, view) === address);
  return index < 0 ? undefined : index;
}
