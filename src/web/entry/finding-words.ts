import type { Finding } from "#domain/finding.ts";
import { formSentences } from "#wording/findings-of-forms.ts";
import { valueSentences } from "#wording/findings-of-values.ts";

/** A finding about a box in words: what, compared with what, what to do. */
export function findingWords({ code, facts }: Finding, language: "vi" | "en"): string {
  const sentence = formSentences[`form-${code}`] ?? formSentences[code] ?? valueSentences[code];
  return sentence?.[language](facts) ?? code;
}

/** Which box a finding is about. */
export function cellOf({ facts }: Finding): string | undefined {
  const { cell } = facts;
  return typeof cell === "string" ? cell : undefined;
}

/** The number that was perhaps meant. */
export function likelyOf({ facts }: Finding): string | undefined {
  const { likely } = facts;
  return likely === undefined || likely === "" ? undefined : String(likely);
}
