import { randomUUID } from "node:crypto";
import type { HandIn, HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import type { CellValues } from "#domain/form-cell.ts";
import type { Context } from "#operations/context.ts";
import { submitDataSet } from "#operations/submit-data-set.ts";

/** The immunisation form of a station of Tam Đường for June 2023; name what matters. */
export function buildKey(facts: Partial<SubmissionKey> = {}): SubmissionKey {
  return { dataSet: "tiem-chung-xa", period: "2023-06", orgUnit: "tyt-03394", ...facts };
}

export const hepB = "epi.hepb_birth_24h";
export const full = "epi.fully_immunized_u1";
export const measles = "epi.mr_18m";
export const tetanus = "epi.tt2plus_pregnant";

/** A first hand-in from one device; name what matters. */
export function buildHandIn(facts: Partial<HandIn> = {}): HandIn {
  return {
    id: randomUUID(),
    baseVersion: 0,
    draftRevision: 0,
    values: { [hepB]: "9", [full]: "2", [measles]: "12", [tetanus]: "24" },
    explanations: {},
    device: "may-tram",
    deviceTime: "2023-07-04T09:41:00+07:00",
    ...facts,
  };
}

/** Hands in and insists that it was accepted. */
export async function handIn(
  context: Context,
  { key = buildKey(), ...facts }: Partial<HandIn> & { key?: SubmissionKey; values?: CellValues } = {},
): Promise<HandInAnswer & { outcome: "accepted" }> {
  const answer = await submitDataSet(context, { ...key, ...buildHandIn(facts) });
  if (answer.outcome !== "accepted") throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer;
}
