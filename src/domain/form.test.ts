import { describe, expect, test } from "vitest";
import type { DataElement } from "./data-element.ts";
import type { FormSection } from "./data-set.ts";
import { cellName, parseCellName } from "./form-cell.ts";
import { entryCells, layOutForm, listFormProblems } from "./form.ts";

const words = (vi: string) => ({ vi, en: vi });

function buildElement(id: string, facts: Partial<DataElement> = {}): DataElement {
  return {
    id,
    key: id,
    name: words(id),
    unit: "người",
    valueType: "integer",
    timeNature: "flow",
    orgNature: "sum",
    collected: "month",
    programme: "p",
    level: "xã",
    owner: "o",
    breakdowns: [],
    ...facts,
  };
}

const elements = new Map(
  [
    buildElement("visits"),
    buildElement("tb", { breakdowns: [{ dimensions: ["type"], relation: "partition" }] }),
    buildElement("art", { breakdowns: [{ dimensions: ["age"], relation: "subset" }] }),
    buildElement("rate", { formula: { kind: "org-unit-count", level: 3 } }),
    buildElement("both", { breakdowns: [{ dimensions: ["sex", "age"], relation: "partition" }] }),
  ].map((element) => [element.id, element]),
);

const lay = (...sections: FormSection[]) => layOutForm({ sections }, elements);
const section = (facts: Partial<FormSection>): FormSection => ({ title: words("A"), columns: [], rows: [], ...facts }); // prettier-ignore
const column = (vi: string, breakdown = {}) => ({ name: words(vi), breakdown });

describe("a form", () => {
  test("has one box for an element without a breakdown", () => {
    const form = lay(section({ rows: [{ element: "visits" }] }));
    expect(form.cells).toMatchObject([{ cell: "visits", kind: "entry", optionCombo: "", unit: "người" }]);
    expect(form.sections[0]!.rows[0]!.cells).toEqual(["visits"]);
  });

  test("computes the total of a partition from the cells beside it", () => {
    const columns = [column("Tổng"), column("AFB", { type: "AFB" }), column("Khác", { type: "khác" })];
    const form = lay(section({ columns, rows: [{ element: "tb" }] }));
    expect(form.cells.map(({ cell, kind }) => [cell, kind])).toEqual([
      ["tb", "computed"],
      ["tb[type=AFB]", "entry"],
      ["tb[type=khác]", "entry"],
    ]);
    expect(form.cells[0]!.sumOf).toEqual(["tb[type=AFB]", "tb[type=khác]"]);
    expect(form.cells[1]!.name.vi).toBe("tb, AFB");
  });

  test("leaves the total to be filled in where its parts are not on the form", () => {
    expect(lay(section({ rows: [{ element: "tb" }] })).cells).toMatchObject([{ cell: "tb", kind: "entry" }]);
  });

  test("holds a subset against its whole, and has no such cell where the element has no such breakdown", () => {
    const columns = [column("Tổng"), column("Trẻ em", { age: "trẻ em" })];
    const form = lay(section({ columns, rows: [{ element: "art" }, { element: "visits" }] }));
    expect(form.cells.find(({ cell }) => cell === "art[age=trẻ em]")).toMatchObject({ kind: "entry", wholes: ["art"] }); // prettier-ignore
    expect(form.sections[0]!.rows[1]!.cells).toEqual(["visits", null]);
  });

  test("names dimensions in one order, whatever the row and the column give", () => {
    const columns = [column("Nam", { sex: "nam" })];
    const form = lay(section({ columns, rows: [{ element: "both", breakdown: { age: "0-4" } }] }));
    expect(form.cells[0]!.cell).toBe("both[age=0-4;sex=nam]");
  });

  test("adds cells up, totals of partitions by their parts", () => {
    const columns = [column("Tổng"), column("AFB", { type: "AFB" })];
    const total = { name: words("Tất cả"), sumOf: ["visits", "tb"] };
    const form = lay(section({ rows: [{ element: "visits" }] }), section({ columns, rows: [{ element: "tb" }] }), section({ rows: [total] })); // prettier-ignore
    expect(form.cells.at(-1)).toMatchObject({ kind: "computed", sumOf: ["visits", "tb[type=AFB]"] });
    expect(entryCells(form).map(({ cell }) => cell)).toEqual(["visits", "tb[type=AFB]"]);
  });
});

describe("a form is refused", () => {
  const problems = (...sections: FormSection[]) => [...listFormProblems({ sections }, elements)];

  test.each([
    [[{ element: "nobody" }], /no such element/],
    [[{ element: "rate" }], /computed/],
    [[{ element: "visits", breakdown: { age: "0" } }], /no such cell/],
    [[{ element: "visits" }, { element: "visits" }], /written twice/],
    [[{ element: "visits", denominator: "nobody" }], /no such element/],
    [[{ element: "visits" }, { name: words("T"), sumOf: ["tb"] }], /no such cell to add up/],
    [[{ name: words("T"), sumOf: ["visits"] }], /nothing to fill in/],
  ])("%j", (rows, problem) => {
    expect(problems(section({ rows })).join("\n")).toMatch(problem);
  });

  test("and not otherwise", () => {
    expect(problems(section({ rows: [{ element: "visits" }, { element: "tb" }] }))).toEqual([]);
  });
});

test.each([
  ["visits", "visits", ""],
  ["tb[type=AFB (+)]", "tb", "type=AFB (+)"],
  ["both[sex=nam;age=0-4]", "both", "age=0-4;sex=nam"],
])("the cell %s is read and written", (name, element, combo) => {
  expect(parseCellName(name)).toEqual({ element, optionCombo: combo });
  expect(parseCellName(cellName(element, combo))).toEqual({ element, optionCombo: combo });
});

test.each(["", "[a=b]", "x[", "x[]", "x[a]", "x[a=b", "x]", "x[a=b][c=d]"])("%j is no cell", (name) => {
  expect(parseCellName(name)).toBeUndefined();
});
