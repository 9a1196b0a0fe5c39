import {
  publishDirective,
  type MatchedName,
  type ProposedDirective,
  type ProposedDirectives,
} from "#contract/directive.ts";
import {
  readDirectives,
  type ReadDirective,
  type ReadNotice,
} from "#domain/directive-reading/read-directives.ts";
import { Refusal } from "#domain/refusal.ts";
import { remarkText } from "#wording/directives.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { readDirectivesOf } from "./read-directives.ts";
import { mayLead, nameUnit, openTaskBook, type TaskBook } from "./task-book.ts";
import { listDataElements } from "#store/data-elements.ts";

/** So many letters a notice may have; the longest known has twenty thousand. */
const mostLetters = 900_000;

/**
 * Reads pasted conclusions and proposes what to keep of them, every name held against the units of the province.
 * Nothing is kept: a person decides. Refuses with `too-much-text`.
 */
export async function proposeDirectives(context: Context, { text }: { readonly text: string }): Promise<ProposedDirectives> {
  const { book, indicators } = await prepare(context);
  const clean = text.normalize("NFC");
  if (clean.length > mostLetters) throw new Refusal("too-much-text", { file: "", limit: mostLetters });
  return propose({ text: clean, ...readDirectives(clean, indicators) }, book);
} // prettier-ignore

/** The same for a file: docx, pdf, txt, md, html. Refuses what cannot be read, as the checker does. */
export async function proposeDirectivesOfFile(
  context: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ProposedDirectives> {
  const { book, indicators } = await prepare(context);
  return propose(await readDirectivesOf(file, indicators), book);
}

async function prepare(context: Context) {
  const { db, province } = context;
  allow(context, "give-directives", { orgUnit: province });
  const [book, elements] = await Promise.all([
    openTaskBook(context, { ids: [] }),
    listDataElements(db, province),
  ]);
  return { book, indicators: elements.map(({ key, name }) => ({ key, name: name.vi })) };
}

function propose(read: ReadNotice & { readonly text: string }, book: TaskBook): ProposedDirectives {
  return {
    text: read.text,
    remarks: read.remarks.map((remark) => ({ code: remark.code, text: remarkText(remark) })),
    directives: read.directives.map((directive) => proposeOne(directive, book)),
  };
}

function proposeOne(directive: ReadDirective, book: TaskBook): ProposedDirective {
  const matched = ({ text, start, end }: ReadDirective["leads"][number]): MatchedName => ({
    text,
    start,
    end,
    units: book.match(text).map(({ uid }) => nameUnit(book, uid)),
  });
  const owners = new Set(
    directive.indicators
      .map((key) => book.figures.elementOf(key)?.owner)
      .filter((uid) => uid !== undefined && mayLead(book.units.get(uid), book.clock.today)),
  );
  return {
    ...publishDirective(directive),
    leadUnits: directive.leads.map(matched),
    cooperatingUnits: directive.cooperating.map(matched),
    suggestions: [...owners].map((uid) => nameUnit(book, uid!)), // the filter leaves none undefined
  };
}
