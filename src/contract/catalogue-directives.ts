import { z } from "zod";
import type { Conference, Directive } from "#domain/conference.ts";
import { isPeriod } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Catalogue } from "./catalogue.ts";
import { NoticeContent } from "./conference.ts";
import { Term } from "./task.ts";

const text = z.string().normalize("NFC").min(1);
const texts = z.array(text).default([]);

const conference = z.strictObject({
  id: text,
  title: text,
  period: z.string().refine(isPeriod),
  heldOn: z.iso.date().optional(),
  form: text.optional(),
  document: text,
  rooms: texts,
  attending: texts,
  notice: NoticeContent,
});

const task = z.strictObject({
  number: text,
  work: text,
  product: text.optional(),
  term: Term.optional(),
  indicators: texts,
});

const directive = z.strictObject({
  id: text,
  conference: text,
  kind: z.enum(["task", "challenge", "recommendation"]),
  section: text,
  number: text,
  text,
  origin: z.enum(["conclusion", "section", "embedded", "lead-in", "closing"]),
  addressee: text.optional(),
  named: texts,
  readTerm: z.strictObject({ text, to: z.iso.date(), basis: z.enum(["explicit", "implied"]) }).optional(),
  indicators: texts,
  citation: z.strictObject({ document: text, section: text, quote: text }),
  tasks: z.array(task).default([]),
});

const file = z.strictObject({ conferences: z.array(conference), directives: z.array(directive) });

export interface CatalogueDirectives {
  readonly conferences: readonly Omit<Conference, "revision">[];
  readonly directives: readonly (Directive & {
    readonly tasks: readonly z.infer<typeof task>[];
  })[];
}

/**
 * Reads `directives.json`: what the province's documents say is to be done, as facts with their source. Refuses
 * (`catalogue-invalid`) what is misspelt or names a document, conference or indicator that is not there.
 */
export function parseDirectives(content: unknown, { documents, elements }: Catalogue): CatalogueDirectives {
  const read = file.safeParse(content);
  if (!read.success) throw invalid("", read.error.issues[0]?.message ?? "");
  const { conferences, directives } = read.data;
  const sections = new Set(documents.flatMap(({ id, sections: of }) => of.map((one) => `${id} ${one.id}`)));
  const known = {
    documents: new Set(documents.map(({ id }) => id)),
    conferences: new Set(conferences.map(({ id }) => id)),
    keys: new Set(elements.map(({ key }) => key)),
  };
  for (const { id, document } of conferences)
    if (!known.documents.has(document)) throw invalid(id, `no such document: ${document}`);
  for (const { id, conference: of, citation, indicators, tasks } of directives) {
    if (!known.conferences.has(of)) throw invalid(id, `no such conference: ${of}`);
    if (!sections.has(`${citation.document} ${citation.section}`)) throw invalid(id, `no such section: ${citation.section}`); // prettier-ignore
    const stranger = [...indicators, ...tasks.flatMap((one) => one.indicators)].find((key) => !known.keys.has(key)); // prettier-ignore
    if (stranger !== undefined) throw invalid(id, `no such indicator: ${stranger}`);
  }
  const heldOn = new Map(conferences.map((one) => [one.id, one.heldOn]));
  return {
    conferences: conferences.map(({ document, heldOn: on, form, ...rest }) => ({
      ...rest,
      ...(on !== undefined && { heldOn: on }),
      ...(form !== undefined && { form }),
      sourceDocument: document,
      origin: "catalogue",
    })),
    directives: directives.map((one, index) => {
      const { addressee, readTerm, ...rest } = one;
      const saidOn = heldOn.get(one.conference);
      return {
        ...rest,
        position: index + 1,
        ...(saidOn !== undefined && { saidOn }),
        ...(addressee !== undefined && { addressee }),
        ...(readTerm !== undefined && { readTerm }),
      };
    }),
  };
}

function invalid(entry: string, problem: string): Refusal {
  return new Refusal("catalogue-invalid", { file: "directives.json", entry, problem });
}
