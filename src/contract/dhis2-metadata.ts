import { z } from "zod";
import { Refusal } from "#domain/refusal.ts";

/** More than any package of metadata has; a whole national server is exported in parts. */
export const mostMegabytes = 32;

const text = z.string().max(100_000);
const uid = z.string().min(1).max(200);
const ref = z.object({ id: uid });
const refs = z.array(ref).default([]);
const translations = z
  .array(z.object({ locale: text, property: text, value: text }))
  .optional()
  .catch(undefined);

const thing = { id: uid, name: text.default(""), code: text.optional(), shortName: text.optional(), translations }; // prettier-ignore
const side = z.object({
  expression: text,
  description: text.optional(),
  missingValueStrategy: z
    .enum(["SKIP_IF_ANY_VALUE_MISSING", "SKIP_IF_ALL_VALUES_MISSING", "NEVER_SKIP"])
    .default("NEVER_SKIP"),
  slidingWindow: z.boolean().optional(),
});

/** The parts of a DHIS2 metadata file that have a place here; of everything else only the number is kept. */
const parts = {
  dataElements: z.array(
    z.object({
      ...thing,
      valueType: text.default("NUMBER"),
      aggregationType: text.default("SUM"),
      domainType: text.default("AGGREGATE"),
      categoryCombo: ref.optional(),
    }),
  ),
  categories: z.array(z.object({ ...thing, categoryOptions: refs })),
  categoryOptions: z.array(z.object(thing)),
  categoryCombos: z.array(z.object({ ...thing, categories: refs })),
  categoryOptionCombos: z.array(z.object({ ...thing, categoryCombo: ref.optional(), categoryOptions: refs })),
  categoryOptionGroups: z.array(z.object({ ...thing, categoryOptions: refs })),
  dataElementGroups: z.array(z.object({ ...thing, dataElements: refs })),
  dataSets: z.array(
    z.object({
      ...thing,
      periodType: text.default(""),
      timelyDays: z.number().optional(),
      expiryDays: z.number().optional(),
      categoryCombo: ref.optional(),
      dataSetElements: z
        .array(z.object({ dataElement: ref, categoryCombo: ref.optional() }))
        .default([]),
      organisationUnits: refs,
    }),
  ),
  sections: z.array(z.object({ ...thing, dataSet: ref.optional(), dataElements: refs, sortOrder: z.number().optional() })),
  indicatorTypes: z.array(z.object({ ...thing, factor: z.number().positive(), number: z.boolean().optional() })),
  indicators: z.array(
    z.object({
      ...thing,
      description: text.optional(),
      numerator: text,
      denominator: text,
      indicatorType: ref.optional(),
      annualized: z.boolean().optional(),
      decimals: z.number().int().min(0).max(10).optional().catch(undefined),
    }),
  ),
  validationRules: z.array(
    z.object({
      ...thing,
      description: text.optional(),
      instruction: text.optional(),
      importance: text.optional(),
      operator: text,
      periodType: text.default(""),
      leftSide: side,
      rightSide: side,
      organisationUnitLevels: z.array(z.union([z.number(), ref])).default([]),
    }),
  ),
  constants: z.array(z.object({ ...thing, value: z.number() })),
  organisationUnitGroups: z.array(z.object({ ...thing, organisationUnits: refs })),
}; // prettier-ignore
type PartName = keyof typeof parts;
const partNames = Object.keys(parts) as PartName[]; // the keys of a literal

const Parts = z.object(parts).partial();

/** A metadata file as DHIS2 exports it. */
export type Dhis2Metadata = Required<z.infer<typeof Parts>> & {
  /** What the package is about, where it says so. */
  readonly about: string;
  /** Parts without a place here, with the number of things in each. */
  readonly others: readonly { readonly part: string; readonly count: number }[];
};

/**
 * Reads a metadata file. Refuses what is too large, not JSON, not metadata, or not as DHIS2 writes it
 * (`metadata-too-large`, `metadata-not-json`, `metadata-not-dhis2`, `metadata-unreadable`).
 */
export function parseDhis2Metadata(json: string, file: string): Dhis2Metadata {
  if (json.length > mostMegabytes * 1_000_000) throw tooLarge(json.length, file);
  const content = readObject(json, file);
  const known = partNames.filter((name) => Array.isArray(content[name]));
  if (known.length === 0) throw new Refusal("metadata-not-dhis2", { file });
  const parsed = Parts.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal("metadata-unreadable", { file, place: placeOf(issue?.path ?? []), problem: issue?.message ?? "" }); // prettier-ignore
  }
  const empty = Object.fromEntries(partNames.map((name) => [name, []]));
  return {
    ...(empty as unknown as Required<z.infer<typeof Parts>>), // every part, each without things
    ...parsed.data,
    about: aboutOf(content["package"]),
    others: Object.entries(content).flatMap(([part, list]) =>
      Array.isArray(list) && list.length > 0 && !known.some((name) => name === part) ? [{ part, count: list.length }] : [],
    ),
  };
} // prettier-ignore

/** The refusal of a file of so many characters or bytes. */
export function tooLarge(size: number, file: string): Refusal {
  return new Refusal("metadata-too-large", { file, size: Math.ceil(size / 1_000_000), limit: mostMegabytes });
}

function readObject(json: string, file: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Refusal("metadata-not-json", { file, problem: problem.slice(0, 200) });
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new Refusal("metadata-not-dhis2", { file });
  }
  return { ...content };
}

/** `indicators[3].numerator`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("").slice(1); // prettier-ignore
}

function aboutOf(about: unknown): string {
  const found = z.object({ healthAreaName: z.string() }).safeParse(about);
  return found.success ? found.data.healthAreaName : "";
}

const counted = z.object({
  inserted: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
});
const sentence = z.object({ vi: z.string(), en: z.string() });

/** What a metadata file brought, or would bring. */
export const MetadataAnswer = z.object({
  isDryRun: z.boolean(),
  counts: z.object({
    elements: counted,
    dataSets: counted,
    indicators: counted,
    rules: counted,
    constants: counted,
    groups: counted,
    codes: counted,
  }),
  remarks: z
    .array(
      z.object({
        part: z.string(),
        id: z.string(),
        name: z.string(),
        code: z.string(),
        isLeftOut: z.boolean(),
        sentence,
      }),
    )
    .describe("What did not come over as it was, and why; nothing is dropped silently"),
});
export type MetadataAnswer = z.infer<typeof MetadataAnswer>;
