import { randomUUID } from "node:crypto";
import type {
  ChangeConference,
  Conference as PublishedConference,
  RecordConference,
} from "#contract/conference.ts";
import type { Conference } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { parseSentence, TemplateError } from "#domain/sentence-template.ts";
import { addConference, changeConference, findConference } from "#store/conferences.ts";
import type { Queryable } from "#store/database.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";
import { viewConference } from "./view-conference.ts";

/** Writes down a conference. Refuses with `sentence-unreadable` where a figure in the summary cannot be read. */
export async function recordConference(context: Context, input: RecordConference): Promise<PublishedConference> {
  const { db, province, user } = context;
  allow(context, "give-directives", { orgUnit: province });
  requireSentences(input);
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await addConference(tx, province, { ...headOf(input), id, origin: "people" }, user.id);
    await recordAudit(tx, context, { action: "conference-recorded", orgUnit: province, subject: id });
  });
  return viewConference(context, { id });
} // prettier-ignore

/** Changes what is written about a conference. Refuses with `conference-changed` when somebody else did meanwhile. */
export async function changeConferenceOf(
  context: Context,
  { id, revision, ...input }: ChangeConference & { readonly id: string },
): Promise<PublishedConference> {
  const { db, province } = context;
  allow(context, "give-directives", { orgUnit: province });
  requireSentences(input);
  await db.transaction(async (tx) => {
    const conference = await getConference(tx, province, id);
    const { heldOn: _, form: __, ...kept } = conference;
    await saveConference(tx, province, { ...kept, ...headOf(input), revision });
    await recordAudit(tx, context, { action: "conference-changed", orgUnit: province, subject: id });
  });
  return viewConference(context, { id });
}

/** The conference; refuses with `unknown-conference`. */
export async function getConference(db: Queryable, province: string, id: string): Promise<Conference> {
  const conference = await findConference(db, province, id);
  if (!conference) throw new Refusal("unknown-conference", { conference: id });
  return conference;
}

/** Saves from the revision that was seen; refuses with `conference-changed`. */
export async function saveConference(
  db: Queryable,
  province: string,
  conference: Parameters<typeof changeConference>[2],
): Promise<void> {
  const isSaved = await changeConference(db, province, conference);
  if (!isSaved) throw new Refusal("conference-changed", { conference: conference.title });
}

function headOf({ form, ...input }: RecordConference) {
  return { ...input, ...(form !== undefined && { form }) };
}

/** A figure in braces that cannot be read is told at once, not when the notice is printed. */
function requireSentences({ notice }: RecordConference): void {
  for (const sentence of notice.summary.flatMap(({ sentences }) => sentences)) {
    try {
      parseSentence(sentence);
    } catch (error) {
      if (error instanceof TemplateError) throw new Refusal("sentence-unreadable", { sentence, problem: error.message }); // prettier-ignore
      throw error;
    }
  }
}
