import type { DataElement } from "#domain/data-element.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { buildDataElement, buildOrgUnit, province } from "./test-builders.ts";

/** Test support: a small province whose map and elements know every kind of behaviour. */

function unit(uid: string, parent: string, more: Partial<OrgUnit> = {}): OrgUnit {
  return buildOrgUnit({ uid, placements: [{ parent, level: 3 }], ...more });
}

/** Two districts until 30/6/2025, then the communes stand below the province; a station below a commune. */
export const units: readonly OrgUnit[] = [
  ...["huyen-a", "huyen-b"].map((uid) =>
    buildOrgUnit({ uid, type: "huyen", placements: [{ parent: province, level: 2, to: "2025-06-30" }] }),
  ),
  ...[
    ["xa-1", "huyen-a"],
    ["xa-2", "huyen-a"],
    ["xa-3", "huyen-b"],
    ["xa-4", "huyen-b"],
  ].map(([uid = "", parent = ""]) =>
    buildOrgUnit({
      uid,
      placements: [
        { parent, level: 3, to: "2025-06-30" },
        { parent: province, level: 3, from: "2025-07-01" },
      ],
    }),
  ),
  unit("tram-1", "xa-1", { kind: "facility" }),
];

export const elements: readonly DataElement[] = [
  buildDataElement({ id: "flow" }),
  buildDataElement({ id: "parted", breakdowns: [{ dimensions: ["sex"], relation: "partition" }, { dimensions: ["age", "place"], relation: "partition" }] }), // prettier-ignore
  buildDataElement({ id: "stock", timeNature: "stock" }),
  buildDataElement({ id: "stock-parted", timeNature: "stock", breakdowns: [{ dimensions: ["sex"], relation: "partition" }] }), // prettier-ignore
  buildDataElement({ id: "total", timeNature: "cumulative" }),
  buildDataElement({ id: "average", timeNature: "average" }),
  buildDataElement({ id: "alone", orgNature: "none" }),
];

export const combosOf: Readonly<Record<string, readonly string[]>> = {
  flow: ["", "sex=nữ"],
  parted: ["", "sex=nam", "sex=nữ", "age=<5;place=xã", "age=≥5;place=xã", "drug=ARV"],
  stock: [""],
  "stock-parted": ["", "sex=nam", "sex=nữ"],
  total: [""],
  average: [""],
  alone: [""],
};
