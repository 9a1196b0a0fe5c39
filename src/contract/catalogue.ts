import { z } from "zod";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSet } from "#domain/data-set.ts";
import type { DataValue, Statement, Target } from "#domain/data-value.ts";
import type { PopulationSeries } from "#domain/illustrative-values.ts";
import type { OrgUnit, Succession } from "#domain/org-unit.ts";
import { Refusal } from "#domain/refusal.ts";
import { dataSetsSchema, type CalendarDay } from "./catalogue-data-sets.ts";
import { findBrokenReference } from "./catalogue-references.ts";
import {
  dataElementSchema,
  factSchema,
  headerSchema,
  orgUnitSchema,
  populationSchema,
  sourceDocumentSchema,
  statementSchema,
  successionSchema,
  targetSchema,
} from "./catalogue-schemas.ts";

/** A document that facts and statements were read from. */
export type SourceDocument = Readonly<z.infer<typeof sourceDocumentSchema>>;

/** A province as data: its units, what it counts, and what its documents say. */
export interface Catalogue {
  readonly id: string;
  readonly name: string;
  /** The uid of the province's own org unit. */
  readonly province: string;
  readonly version: string;
  /** The day from which the tree of org units is complete. */
  readonly begins: string;
  readonly orgUnits: readonly OrgUnit[];
  readonly successions: readonly Succession[];
  readonly elements: readonly DataElement[];
  readonly documents: readonly SourceDocument[];
  readonly values: readonly DataValue[];
  readonly targets: readonly Target[];
  readonly statements: readonly Statement[];
  readonly populations: readonly PopulationSeries[];
  readonly dataSets: readonly DataSet[];
  /** Days off and days worked in exchange, which deadlines in working days need. */
  readonly calendar: readonly CalendarDay[];
}

/** The files of a catalogue folder, in the order in which a reader needs them. */
export const catalogueFiles = [
  "catalogue.json", "org-units.json", "successions.json", "data-elements.json", "documents.json",
  "facts.json", "targets.json", "statements.json", "population.json", "data-sets.json",
] as const; // prettier-ignore
export type CatalogueFile = (typeof catalogueFiles)[number];

/**
 * Reads a catalogue from its parsed JSON files. Refuses (`catalogue-invalid`, with `file`, `entry` and `problem`) what is
 * missing, misspelt, written twice or refers to something that is not there.
 */
export function parseCatalogue(files: Readonly<Partial<Record<CatalogueFile, unknown>>>): Catalogue {
  const read = <T>(file: CatalogueFile, schema: z.ZodType<T>): T => readFile(file, files[file], schema);
  const { id, name, province, version, begins } = read("catalogue.json", headerSchema);
  const catalogue: Catalogue = {
    id,
    name,
    province,
    version,
    begins,
    orgUnits: read("org-units.json", z.array(orgUnitSchema)),
    successions: read("successions.json", z.array(successionSchema)),
    elements: read("data-elements.json", z.array(dataElementSchema)),
    documents: read("documents.json", z.array(sourceDocumentSchema)),
    values: read("facts.json", z.strictObject({ values: z.array(factSchema) })).values,
    targets: read("targets.json", z.array(targetSchema)),
    statements: read("statements.json", z.array(statementSchema)),
    populations: read("population.json", z.strictObject({ series: z.array(populationSchema) })).series,
    ...read("data-sets.json", dataSetsSchema),
  };
  const broken = findBrokenReference(catalogue);
  if (broken) throw new Refusal("catalogue-invalid", { ...broken });
  return catalogue;
}

function readFile<T>(file: CatalogueFile, content: unknown, schema: z.ZodType<T>): T {
  if (content === undefined) {
    throw new Refusal("catalogue-invalid", { file, entry: "", problem: "the file is missing" });
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal("catalogue-invalid", {
    file,
    entry: nameEntry(content, issue?.path ?? []),
    problem: `${issue?.path.filter((step) => typeof step === "string").join(".")}: ${issue?.message}`,
  });
}

const nameFields = ["uid", "id", "element", "key", "predecessor"] as const;

/** The entry a problem lies in, as its reader would find it: `12 hfmd.cases` is the twelfth of its list. */
function nameEntry(content: unknown, path: readonly PropertyKey[]): string {
  let inside = content;
  for (const step of path) {
    if (typeof inside !== "object" || inside === null) return "";
    inside = (inside as Record<PropertyKey, unknown>)[step]; // an object may be asked for any property
    if (typeof step === "number") return `${step + 1} ${nameOf(inside)}`.trim();
  }
  return "";
}

function nameOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return "";
  const fields = new Map<string, unknown>(Object.entries(entry));
  const name = nameFields.map((field) => fields.get(field)).find((value) => typeof value === "string");
  return typeof name === "string" ? name : "";
}
