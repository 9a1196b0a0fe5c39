import { optionCombo } from "./breakdown.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue, Statement, Target } from "./data-value.ts";
import { decimal } from "./decimal.ts";
import { indexFacts, type FigureFacts } from "./figure-facts.ts";
import type { OrgUnit } from "./org-unit.ts";

/** Test support: facts with as little said as the test needs. Cells are written `"element[type=a]@2023-S1#unit"`. */
export function buildFacts({
  elements,
  values = {},
  targets = {},
  statements = [],
  orgUnits = buildProvince(),
}: {
  readonly elements: readonly DataElement[];
  readonly values?: Readonly<Record<string, string | (Partial<DataValue> & { readonly is: string })>>;
  readonly targets?: Readonly<Record<string, string>>;
  readonly statements?: readonly Statement[];
  readonly orgUnits?: readonly OrgUnit[];
}): FigureFacts {
  return indexFacts({
    elements,
    orgUnits,
    statements,
    values: Object.entries(values).map(([cell, given]): DataValue => {
      const { is, ...more } = typeof given === "string" ? { is: given } : given;
      return { ...readCell(cell), value: decimal(is), source: "reported", ...more };
    }),
    targets: Object.entries(targets).map(([cell, value]): Target => ({
      ...readCell(cell),
      value: decimal(value),
      setBy: "không nêu",
    })),
  });
}

export function buildElement(id: string, more: Partial<DataElement> = {}): DataElement {
  return {
    id,
    key: id,
    name: { vi: id, en: id },
    unit: "người",
    valueType: "integer",
    timeNature: "flow",
    orgNature: "sum",
    collected: "month",
    programme: "Thử",
    level: "xã",
    owner: "so",
    breakdowns: [],
    ...more,
  };
}

export function buildStatement(
  more: Partial<Statement> & Pick<Statement, "key" | "role" | "value">,
): Statement {
  return {
    breakdown: {},
    period: "2023-S1",
    orgUnit: "tinh",
    text: more.value.toFixed(),
    decimals: 0,
    citation: { document: "bao-cao", section: "1", quote: "…" },
    ...more,
  };
}

/** A province with two communes; a third is there until June 2025. */
export function buildProvince(): OrgUnit[] {
  const commune = (uid: string, to?: string): OrgUnit => ({
    ...buildUnit(uid),
    placements: [{ parent: "tinh", level: 3, ...(to && { to }) }],
  });
  return [
    { ...buildUnit("tinh"), placements: [{ level: 1 }] },
    commune("xa-1"),
    commune("xa-2"),
    commune("xa-3", "2025-06-30"),
  ];
}

function buildUnit(uid: string): OrgUnit {
  return { uid, name: uid, fullName: uid, type: "xa", kind: "area", aliases: [], placements: [] };
}

function readCell(cell: string): Pick<DataValue, "element" | "optionCombo" | "period" | "orgUnit"> {
  const found = /^([\w.]+)(?:\[(.*)\])?@([\w-]+)(?:#(.+))?$/u.exec(cell);
  if (!found) throw new Error(`not a cell: ${cell}`);
  const breakdown = Object.fromEntries((found[2] ?? "").split(";").filter(Boolean).map((part) => part.split("="))); // prettier-ignore
  return {
    element: found[1]!,
    optionCombo: optionCombo(breakdown),
    period: found[3]!,
    orgUnit: found[4] ?? "tinh",
  };
}
