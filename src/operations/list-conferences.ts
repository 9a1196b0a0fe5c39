import type { ConferenceList } from "#contract/conference.ts";
import type { Context } from "./context.ts";
import { openConferenceBook, summariseConference } from "./view-conference.ts";

/** The conferences whose conclusions concern who asks, the newest first, each with where its tasks stand. */
export async function listConferencesOf(context: Context): Promise<ConferenceList> {
  const book = await openConferenceBook(context);
  return {
    today: context.today,
    conferences: [...book.conferences.values()].map((each) => summariseConference(book, each)),
  };
}
