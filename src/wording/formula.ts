import type { Figure } from "#domain/figure.ts";
import { printWithUnit } from "./figure-text.ts";
import { formatNumber } from "./number.ts";
import { decimal } from "#domain/decimal.ts";

/** The arithmetic behind a figure as one would write it: "2.633 trẻ : 9.635 trẻ × 100"; `undefined` for a reported value. */
export function formulaInWords({ provenance }: Figure): string | undefined {
  if (provenance.kind === "parts" && provenance.over !== "org-units") {
    return provenance.parts.map(printWithUnit).join(" + ");
  }
  if (provenance.kind !== "computed") return undefined;
  const [first = "", second = "", ...rest] = provenance.operands.map(printWithUnit);
  switch (provenance.operation) {
    case "sum":
      return [first, second, ...rest].filter((text) => text !== "").join(" + ");
    case "difference":
      return [first, second, ...rest].join(" - ");
    case "change":
      return `${first} - ${second}`;
    case "relative-change":
      return `(${first} - ${second}) : ${second} × 100`;
    case "ratio":
      return `${first} : ${second}${provenance.factor === 1 ? "" : ` × ${formatNumber(decimal(provenance.factor ?? 1), 0)}`}`;
  }
}
