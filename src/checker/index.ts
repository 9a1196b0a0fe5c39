import { type CheckedDocument, type CheckOptions, type Verdict } from "./contract.ts";
import { buildClaims } from "./claims.ts";
import { readDocument } from "./document.ts";
import { compareIssues, type Issue } from "./previous-issue.ts";
import { readers } from "./readers.ts";
import { sha256 } from "./sha256.ts";
import { findTranspositions } from "./transpositions.ts";
import { weigh } from "./weigh.ts";

export type * from "./contract.ts";
export { normaliseText, type NormalisedText } from "./normalise.ts";

/**
 * Recomputes every arithmetic claim that the text makes. Pure and deterministic; time and memory grow linearly
 * with the text. Offsets in the answer are UTF-16 units of `text`, the input in NFC.
 */
export function checkText(received: string, options: CheckOptions = {}): CheckedDocument {
  const issue = readIssue(received, options);
  const { document } = issue;
  const compared =
    options.previous === undefined ? [] : compareIssues(issue, readIssue(options.previous, {}));
  const claims = buildClaims(document, weigh([...issue.drafts, ...compared]));
  const counts: Record<Verdict, number> = { wrong: 0, suspect: 0, note: 0, unchecked: 0, consistent: 0 };
  for (const claim of claims) counts[claim.verdict] += 1;
  const { text } = document.whole;
  return {
    document: { name: options.name ?? "", characters: text.length, sha256: options.sha256 ?? sha256(text) },
    counts,
    claims,
    text,
  };
}

function readIssue(received: string, options: CheckOptions): Issue {
  const document = readDocument(received, options);
  const drafts = weigh(readers.flatMap((read) => read(document)));
  return { document, drafts: [...drafts, ...findTranspositions(document, drafts)] };
}
