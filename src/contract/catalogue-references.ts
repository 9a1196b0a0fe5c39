import { optionCombo, parseOptionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { Citation } from "#domain/data-value.ts";
import type { Catalogue, CatalogueFile } from "./catalogue.ts";
import { listDataSetEntryProblems } from "./catalogue-data-sets.ts";
import { isCellOf, listElementProblems } from "./catalogue-elements.ts";
import { listRepeated, type BrokenReference } from "./catalogue-problem.ts";
import { listTreeProblems } from "./catalogue-tree.ts";

/** The first entry of a catalogue that does not fit the others, or `undefined` when all fit. */
export function findBrokenReference(catalogue: Catalogue): BrokenReference | undefined {
  for (const problem of listProblems(catalogue)) return problem;
  return undefined;
}

function* listProblems(catalogue: Catalogue): Generator<BrokenReference> {
  yield* listTreeProblems(catalogue);
  yield* listElementProblems(catalogue);
  yield* listDocumentProblems(catalogue);
  yield* listFactProblems(catalogue);
  yield* listDataSetEntryProblems(catalogue);
}

function* listDocumentProblems({ documents, orgUnits }: Catalogue): Generator<BrokenReference> {
  const file = "documents.json";
  const ids = documents.map((document) => document.id);
  yield* listRepeated(file, ids);
  for (const { id, issuedBy } of documents) {
    if (!orgUnits.some((unit) => unit.uid === issuedBy)) {
      yield { file, entry: id, problem: `no such org unit: ${issuedBy}` };
    }
  }
}

/** A value, target or statement, as far as it refers to something else. */
interface Entry {
  readonly file: CatalogueFile;
  readonly name: string;
  readonly elements: readonly DataElement[];
  readonly breakdown: Disaggregation;
  readonly orgUnits: readonly string[];
  readonly citation: Citation | undefined;
}

function* listFactProblems(catalogue: Catalogue): Generator<BrokenReference> {
  const entries = entriesOf(catalogue);
  for (const file of ["facts.json", "targets.json"] as const) {
    const names = entries.filter((entry) => entry.file === file).map((entry) => entry.name);
    yield* listRepeated(file, names);
  }
  const uids = new Set(catalogue.orgUnits.map((unit) => unit.uid));
  const sections = new Set(
    catalogue.documents.flatMap((document) => document.sections.map(({ id }) => `${document.id} ${id}`)),
  );
  for (const entry of entries) {
    const problem = entryProblem(entry, uids, sections);
    if (problem !== undefined) yield { file: entry.file, entry: entry.name, problem };
  }
}

function entriesOf({ elements, values, targets, statements }: Catalogue): Entry[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const found = (id: string): DataElement[] => [byId.get(id)].filter((element) => element !== undefined);
  return [
    ...values.map(({ element, optionCombo: combo, period, orgUnit, reportedBy, citation }) => ({
      file: "facts.json" as const,
      name: nameOf(element, combo, period, orgUnit),
      elements: found(element),
      breakdown: parseOptionCombo(combo) ?? {},
      orgUnits: [orgUnit, reportedBy ?? orgUnit],
      citation,
    })),
    ...targets.map(({ element, optionCombo: combo, period, orgUnit, setBy, citation }) => ({
      file: "targets.json" as const,
      name: nameOf(element, combo, period, orgUnit, setBy),
      elements: found(element),
      breakdown: parseOptionCombo(combo) ?? {},
      orgUnits: [orgUnit],
      citation,
    })),
    ...statements.map(({ key, role, text, breakdown, orgUnit, citation }) => ({
      file: "statements.json" as const,
      name: nameOf(key, role, text),
      elements: elements.filter((element) => element.key === key),
      breakdown,
      orgUnits: [orgUnit],
      citation,
    })),
  ];
}

function nameOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

function entryProblem(
  { elements, breakdown, orgUnits, citation }: Entry,
  uids: ReadonlySet<string>,
  sections: ReadonlySet<string>,
): string | undefined {
  if (elements.length === 0) return "no such element";
  if (!elements.some((element) => isCellOf(element, breakdown))) {
    return `no such breakdown: ${optionCombo(breakdown)}`;
  }
  const stranger = orgUnits.find((uid) => !uids.has(uid));
  if (stranger !== undefined) return `no such org unit: ${stranger}`;
  return citation && !sections.has(`${citation.document} ${citation.section}`)
    ? `no such section: ${citation.document} ${citation.section}`
    : undefined;
}
