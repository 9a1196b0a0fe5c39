import { z } from "zod";
import type { ReadDirective } from "#domain/directive-reading/read-directives.ts";
import { NamedUnit } from "./task.ts";

const words = z.object({ text: z.string(), start: z.number().int(), end: z.number().int() });

/** One entry read from a notice or report. Offsets count UTF-16 code units of the document's NFC text. */
export const PublishedDirective = z.object({
  number: z.string().describe("As printed within its section"),
  section: z.string(),
  kind: z.enum(["task", "challenge", "recommendation"]),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  items: z.array(words).describe("What the entry lists: one task each"),
  leads: z.array(z.string()).describe("Units named to do it, as printed"),
  cooperating: z.array(z.string()),
  addressee: z.string().nullable().describe("Whom a recommendation asks"),
  term: z
    .object({
      text: z.string(),
      from: z.string().nullable(),
      to: z.string().describe("The last day, inclusive"),
      basis: z.enum(["explicit", "implied"]),
      start: z.number().int(),
      end: z.number().int(),
    })
    .nullable(),
  termProblem: z
    .object({ text: z.string(), problem: z.enum(["no-such-day", "before-document"]) })
    .optional()
    .describe("A term that is written but cannot be kept"),
  rhythm: z.string().nullable().describe("Words by which the work goes on instead of ending"),
  product: z.string().nullable(),
  gaps: z.array(z.enum(["lead", "several_leads", "term", "product"])),
  indicators: z.array(z.string()),
});
export type PublishedDirective = z.infer<typeof PublishedDirective>;

/** A read entry as it travels. */
export function publishDirective(read: ReadDirective): PublishedDirective {
  const { leads, cooperating, addressee, term, termProblem, rhythm, product, items, gaps, indicators } = read;
  return {
    number: read.number,
    section: read.section,
    kind: read.kind,
    text: read.text,
    start: read.start,
    end: read.end,
    items: [...items],
    leads: leads.map(({ text }) => text),
    cooperating: cooperating.map(({ text }) => text),
    addressee: addressee?.text ?? null,
    term: term ? { ...term, from: term.from ?? null } : null,
    ...(termProblem && { termProblem: { text: termProblem.text, problem: termProblem.problem } }),
    rhythm: rhythm?.text ?? null,
    product: product?.text ?? null,
    gaps: [...gaps],
    indicators: [...indicators],
  };
}

/** A name in the words and the units it may mean, the likeliest first; none when nobody is called so. */
export const MatchedName = words.extend({ units: z.array(NamedUnit) });
export type MatchedName = z.infer<typeof MatchedName>;

/** One entry read from a text, its names held against the units of the province. Nothing of it is kept yet. */
export const ProposedDirective = PublishedDirective.extend({
  leadUnits: z.array(MatchedName),
  cooperatingUnits: z.array(MatchedName),
  suggestions: z.array(NamedUnit).describe("Owners of the suggested indicators"),
});
export type ProposedDirective = z.infer<typeof ProposedDirective>;

export const ProposeDirectives = z.strictObject({ text: z.string().min(1).max(900_000) });
export const ProposedDirectives = z.object({
  text: z.string().describe("In NFC: what the offsets point into"),
  remarks: z.array(z.object({ code: z.string(), text: z.string() })),
  directives: z.array(ProposedDirective),
});
export type ProposedDirectives = z.infer<typeof ProposedDirectives>;
