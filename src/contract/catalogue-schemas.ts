import { z } from "zod";
import { optionCombo } from "#domain/breakdown.ts";
import { isDay } from "#domain/calendar.ts";
import { decimal } from "#domain/decimal.ts";
import { figureRoles } from "#domain/figure.ts";
import { isPeriod } from "#domain/period.ts";

/** Text is kept in NFC: editors and old fonts write the same Vietnamese letter in two ways. */
const text = z.string().normalize("NFC").min(1);
const day = z.string().refine(isDay, "not a day (YYYY-MM-DD)");
const period = z.string().refine(isPeriod, "not a period (2023-06, 2023-Q2, 2023-S1, 2023)");
const decimalText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'not a decimal with a point ("12.70")')
  .transform((written) => decimal(written));

/** `;` and `=` are the spelling of an option combo. */
const cellPart = text.regex(/^[^;=]+$/, 'must not contain ";" or "="');
const breakdown = z.record(cellPart, cellPart);

const citation = z.strictObject({ document: text, section: text, quote: text });

export const headerSchema = z.strictObject({
  id: text,
  name: text,
  province: text,
  version: text,
  begins: day,
  sources: z.array(z.strictObject({ what: text, from: text, licence: text })),
  notes: z.array(text),
});

const placement = z.strictObject({
  parent: text.optional(),
  level: z.int().positive(),
  from: day.optional(),
  to: day.optional(),
});

export const orgUnitSchema = z.strictObject({
  uid: text,
  code: text.optional(),
  name: text,
  fullName: text,
  type: text,
  kind: z.enum(["area", "facility", "body", "group"]),
  openedOn: day.optional(),
  closedOn: day.optional(),
  aliases: z.array(text),
  placements: z.array(placement),
  generated: z.boolean().optional(),
  note: text.optional(),
});

export const successionSchema = z.strictObject({
  predecessor: text,
  successor: text,
  on: day,
  share: z.number().positive().max(1),
  decree: text.optional(),
});

const item = z.strictObject({ element: text, breakdown: breakdown.optional() });

const formula = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ratio"),
    numerator: item,
    denominator: item,
    factor: z.number().positive(),
  }),
  z.strictObject({
    kind: z.literal("sum"),
    terms: z.array(z.strictObject({ item, sign: z.literal([1, -1]) })).min(2),
  }),
  z.strictObject({ kind: z.literal("org-unit-count"), level: z.int().positive() }),
]);

export const dataElementSchema = z.strictObject({
  id: text,
  key: text,
  onlyRoles: z.array(z.enum(figureRoles)).min(1).optional(),
  name: z.strictObject({ vi: text, en: text }),
  unit: text,
  valueType: z.enum(["integer", "decimal", "percent", "permille", "money"]),
  timeNature: z.enum(["flow", "stock", "cumulative", "average", "rate"]),
  orgNature: z.enum(["sum", "min", "distinct", "none", "recompute"]),
  collected: z.enum(["month", "quarter", "half-year", "year"]),
  programme: text,
  level: text,
  owner: text,
  planOf: text.optional(),
  breakdowns: z.array(
    z.strictObject({
      dimensions: z.array(cellPart).min(1),
      relation: z.enum(["partition", "subset", "overlapping"]),
    }),
  ),
  unitsByOption: z.array(z.strictObject({ breakdown, unit: text })).optional(),
  formula: formula.optional(),
});

export const sourceDocumentSchema = z.strictObject({
  id: text,
  title: text,
  kind: text,
  issuedBy: text,
  period,
  note: text.optional(),
  sections: z.array(z.strictObject({ id: text, title: text })),
});

const cell = { element: text, breakdown: breakdown.optional(), period, orgUnit: text, value: decimalText };

/** A fact as people write it: `breakdown` is an object, and everything in the file was reported. */
export const factSchema = z
  .strictObject({
    ...cell,
    asOf: day.optional(),
    qualifier: z.enum([">", "<", "≈"]).optional(),
    estimate: z.boolean().optional(),
    derived: z.boolean().optional(),
    note: text.optional(),
    reportedBy: text,
    basis: z.enum(["text", "implied"]),
    citation,
  })
  .transform(({ breakdown: options, ...fact }) => ({
    ...fact,
    optionCombo: optionCombo(options ?? {}),
    source: "reported" as const,
  }));

export const targetSchema = z
  .strictObject({
    ...cell,
    setBy: text,
    derived: z.boolean().optional(),
    note: text.optional(),
    citation: citation.optional(),
  })
  .transform(({ breakdown: options, ...target }) => ({ ...target, optionCombo: optionCombo(options ?? {}) }));

export const statementSchema = z
  .strictObject({
    key: text,
    role: z.enum(figureRoles),
    breakdown: breakdown.default({}),
    period,
    orgUnit: text,
    asOf: day.optional(),
    against: z.literal("plan").optional(),
    value: decimalText,
    text,
    decimals: z.int().nonnegative(),
    estimate: z.boolean().optional(),
    verbal: z.boolean().optional(),
    note: text.optional(),
    citation,
  })
  .readonly();

export const populationSchema = z.strictObject({
  id: text,
  tree: day,
  kind: text,
  countedOn: day,
  source: text,
  note: text.optional(),
  byOrgUnit: z.record(text, z.int().nonnegative()),
});
