import { expect, test } from "vitest";
import { completed, emptyDataSet, idFrom, moved, nextVersion } from "./data-set-draft.ts";

const words = (vi: string) => ({ vi, en: "" });
const draft = () => ({
  ...emptyDataSet("2026-07-03"),
  name: words("Tiêm chủng"),
  shortName: words("Tiêm chủng"),
  programme: "Tiêm chủng mở rộng",
  assignment: { types: ["health-station"], orgUnits: [], within: [], except: [] },
  sections: [{ title: words("Trẻ"), columns: [], rows: [{ element: "epi.mr_18m" }] }],
});

test("a blank form cannot be kept", () => {
  expect(completed(emptyDataSet("2026-07-03"))).toBeUndefined();
});

test("English words and the id may be left out: they follow the Vietnamese ones", () => {
  expect(completed(draft())).toMatchObject({
    id: "tiem-chung",
    name: { vi: "Tiêm chủng", en: "Tiêm chủng" },
  });
});

test.each([
  ["nobody reports", { assignment: { types: [], orgUnits: [], within: [], except: [] } }],
  ["no element is asked for", { sections: [{ title: words("Trẻ"), columns: [], rows: [] }] }],
  ["the day is none", { validFrom: "2026-02-30" }],
])("a form is not complete while %s", (_, part) => {
  expect(completed({ ...draft(), ...part })).toBeUndefined();
});

test.each([
  ["2026-07-03", "2026-08-01"],
  ["2026-12-31", "2027-01-01"],
])("on %s the next version begins on %s and is not ended", (today, from) => {
  const next = nextVersion({ ...draft(), validFrom: "2020-01-01", validTo: "2026-12-31" }, today);
  expect([next.validFrom, next.validTo]).toEqual([from, undefined]);
});

test("an id has small letters, digits and hyphens", () => {
  expect(idFrom("Đái tháo đường (mới) 2026")).toBe("dai-thao-duong-moi-2026");
});

test("rows change places, and not beyond the ends", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});
