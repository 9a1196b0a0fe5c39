import type { DataSet } from "./data-set.ts";

/** Test support: a monthly form of all stations, due after 5 working days; name what matters. */
export function buildDataSet(facts: Partial<DataSet> = {}): DataSet {
  return {
    id: "kham-benh",
    validFrom: "2020-01-01",
    name: { vi: "Khám bệnh", en: "Consultations" },
    shortName: { vi: "Khám", en: "Visits" },
    programme: "kcb",
    periodType: "month",
    periodRule: "calendar",
    assignment: { types: ["health-station"], orgUnits: [], within: [], except: [] },
    deadline: { days: 5, counting: "working-days" },
    approvals: [],
    sections: [{ title: { vi: "A", en: "A" }, columns: [], rows: [{ element: "care.visits" }] }],
    allowsNothingToReport: true,
    ...facts,
  };
}
