import type { SubmissionKey } from "#contract/submission.ts";
import { entryServer } from "../offline/entry-server.ts";
import { formId } from "../offline/local-database.ts";
import { findForm, keepForm } from "../offline/local-forms.ts";

/** How old a kept form may be before it is fetched again. */
const freshFor = 30 * 60_000;

/** Keeps forms on this machine, one after the other so that a poor line is not blocked. What fails is tried next time. */
export async function prepareForms(keys: readonly SubmissionKey[]): Promise<void> {
  for (const key of keys) {
    try {
      const kept = await findForm(formId(key));
      if (kept && Date.now() - Date.parse(kept.fetchedAt) < freshFor) continue;
      const form = await entryServer.form(key);
      if (form) await keepForm(form);
    } catch {
      return; // the line is gone; the page says so
    }
  }
}
