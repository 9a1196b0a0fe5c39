import { describe, expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import { catalogueFiles, parseCatalogue, type CatalogueFile } from "./catalogue.ts";

type Json = Record<string, unknown>;

describe("reading a catalogue", () => {
  test("values are exact decimals and breakdowns become option combos", () => {
    const { values, targets, statements } = parseCatalogue(buildFiles());
    expect(values[0]).toMatchObject({
      element: "tb.new_cases",
      optionCombo: "type=AFB (+)",
      source: "reported",
    });
    expect(values[0]!.value.toFixed()).toBe("95");
    expect(targets[0]).toMatchObject({ optionCombo: "", setBy: "UBND" });
    expect(statements[0]).toMatchObject({ breakdown: {}, text: "116", decimals: 0 });
  });

  test("letters written with combining marks are read as the same letters", () => {
    const files = change("org-units.json", 1, { name: "Phòng Kế hoạch".normalize("NFD") });
    expect(parseCatalogue(files).orgUnits[1]!.name).toBe("Phòng Kế hoạch".normalize("NFC"));
  });

  test.each<[string, CatalogueFile, number, Json, string, RegExp]>([
    ["a misspelt field", "facts.json", 0, { valeu: "1" }, "1 tb.new_cases", /valeu/],
    ["a number instead of a decimal text", "facts.json", 0, { value: 95 }, "1 tb.new_cases", /value/],
    [
      "a decimal comma",
      "facts.json",
      0,
      { value: "9,5" },
      "1 tb.new_cases",
      /not a decimal with a point/,
    ],
    ["a period that is none", "facts.json", 0, { period: "2023-S3" }, "1 tb.new_cases", /not a period/],
    ["a day that is none", "facts.json", 0, { asOf: "2023-06-31" }, "1 tb.new_cases", /not a day/],
    ["an option that would break its combo", "facts.json", 0, { breakdown: { type: "a;b=c" } }, "1 tb.new_cases", /";"/],
    ["an unknown element", "facts.json", 0, { element: "tb.newcases" }, "tb.newcases type=AFB (+) 2023-S1 T", /no such element/],
    ["a breakdown the element has not", "facts.json", 0, { breakdown: { sex: "nữ" } }, "tb.new_cases sex=nữ 2023-S1 T", /no such breakdown: sex=nữ/],
    ["an unknown reporter", "facts.json", 0, { reportedBy: "ai" }, "tb.new_cases type=AFB (+) 2023-S1 T", /no such org unit: ai/],
    ["a section the document has not", "facts.json", 0, { citation: { document: "bc", section: "9", quote: "95" } }, "tb.new_cases type=AFB (+) 2023-S1 T", /no such section: bc 9/],
    ["a fact written twice", "facts.json", 1, { breakdown: { type: "AFB (+)" } }, "tb.new_cases type=AFB (+) 2023-S1 T", /written twice/],
    ["an unknown parent", "org-units.json", 1, { placements: [{ parent: "X", level: 2 }] }, "phong", /no such parent: X/],
    ["a unit in two places at once", "org-units.json", 1, { placements: [{ level: 2, to: "2025-07-01" }, { level: 3, from: "2025-07-01" }] }, "phong", /placements overlap/],
    ["a placement that ends before it begins", "org-units.json", 1, { placements: [{ level: 2, from: "2025-07-01", to: "2025-06-30" }] }, "phong", /placements overlap/],
    ["a uid used twice", "org-units.json", 1, { uid: "T" }, "T", /written twice/],
    ["shares below 1", "successions.json", 0, { share: 0.5 }, "old", /shares do not add up to 1/],
    ["a successor nobody knows", "successions.json", 0, { successor: "?" }, "old", /no such org unit: \?/],
    ["two elements for one key", "data-elements.json", 1, { key: "tb.new_cases" }, "tb.new_cases, any role", /written twice/],
    ["an owner nobody knows", "data-elements.json", 0, { owner: "?" }, "tb.new_cases", /no such owner/],
    ["a formula that leads back to itself", "data-elements.json", 1, { formula: { kind: "ratio", numerator: { element: "tb.rate" }, denominator: { element: "tb.new_cases" }, factor: 100 } }, "tb.rate", /leads back/],
    ["an operand nobody knows", "data-elements.json", 1, { formula: { kind: "ratio", numerator: { element: "tb.new_cases", breakdown: { sex: "nữ" } }, denominator: { element: "tb.new_cases" }, factor: 1 } }, "tb.rate", /no such operand: tb.new_cases sex=nữ/],
    ["a target set twice by the same body", "targets.json", 1, { setBy: "UBND" }, "tb.new_cases 2023 T UBND", /written twice/],
    ["a statement about nothing", "statements.json", 0, { key: "?" }, "? cumulative 116", /no such element/],
    ["people in a commune nobody knows", "population.json", 0, { byOrgUnit: { "?": 3 } }, "dân số", /no such org unit/],
  ])("%s is refused, naming file and entry", (_, file, index, fields, entry, problem) => {
    const refusal = refusalOf(change(file, index, fields));
    expect(refusal.code).toBe("catalogue-invalid");
    expect(refusal.facts).toMatchObject({ file, entry });
    expect(refusal.facts["problem"]).toMatch(problem);
  }); // prettier-ignore

  test.each(catalogueFiles)("a catalogue without %s is refused", (file) => {
    const { [file]: _, ...rest } = buildFiles();
    expect(refusalOf(rest).facts).toMatchObject({ file, problem: "the file is missing" });
  });

  test("a file that holds something else is refused", () => {
    for (const content of [null, 7, "[]", [null], { values: {} }]) {
      expect(refusalOf({ ...buildFiles(), "facts.json": content }).facts["file"]).toBe("facts.json");
    }
  });
});

function buildFiles(): Record<CatalogueFile, unknown> {
  const citation = { document: "bc", section: "1", quote: "116" };
  const cell = { element: "tb.new_cases", period: "2023-S1", orgUnit: "T" };
  const fact = { ...cell, reportedBy: "phong", basis: "text", citation };
  const target = { ...cell, period: "2023", value: "200" };
  return {
    "catalogue.json": { id: "t", name: "T", province: "T", version: "1", begins: "2019-01-01", sources: [], notes: [] },
    "org-units.json": [unit("T", { placements: [{ level: 1 }] }), unit("phong", { kind: "body" }), unit("old"), unit("new")],
    "successions.json": [{ predecessor: "old", successor: "new", on: "2025-07-01", share: 1 }],
    "data-elements.json": [
      element("tb.new_cases", { breakdowns: [{ dimensions: ["type"], relation: "partition" }] }),
      element("tb.rate"),
    ],
    "documents.json": [
      { id: "bc", title: "BC", kind: "Báo cáo", issuedBy: "phong", period: "2023-S1", sections: [{ id: "1", title: "Lao" }] },
    ],
    "facts.json": {
      values: [
        { ...fact, breakdown: { type: "AFB (+)" }, value: "95" },
        { ...fact, breakdown: { type: "khác" }, value: "21" },
      ],
    },
    "targets.json": [{ ...target, setBy: "UBND" }, { ...target, setBy: "HĐND" }],
    "statements.json": [
      { key: "tb.new_cases", role: "cumulative", period: "2023-S1", orgUnit: "T", value: "116", text: "116", decimals: 0, citation },
    ],
    "data-sets.json": {},
    "population.json": {
      series: [{ id: "dân số", tree: "2019-01-01", kind: "census", countedOn: "2019-04-01", source: "s", byOrgUnit: { old: 3 } }],
    },
  };
} // prettier-ignore

function unit(uid: string, fields: Json = {}): Json {
  const placements = [{ parent: "T", level: 3 }];
  return { uid, name: uid, fullName: uid, type: "xa", kind: "area", aliases: [], placements, ...fields };
}

function element(id: string, fields: Json = {}): Json {
  return {
    id, key: id, name: { vi: id, en: id }, unit: "ca", valueType: "integer", timeNature: "flow", orgNature: "sum",
    collected: "half-year", programme: "Lao", level: "xã", owner: "phong", breakdowns: [], ...fields,
  };
} // prettier-ignore

/** The fixture with some fields of one entry replaced. */
function change(file: CatalogueFile, index: number, fields: Json): Record<CatalogueFile, unknown> {
  const files = structuredClone(buildFiles());
  const content = files[file];
  const entries = (Array.isArray(content) ? content : Object.values(content as Json)[0]) as Json[]; // our own fixture
  Object.assign(entries[index]!, fields);
  return files;
}

function refusalOf(files: Parameters<typeof parseCatalogue>[0]): Refusal {
  try {
    parseCatalogue(files);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("was not refused");
}
