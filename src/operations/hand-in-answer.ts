import { createHash } from "node:crypto";
import type { HandIn, HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import { isTimely } from "#domain/completeness.ts";
import { plainValues } from "#domain/form-values.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Merged } from "#domain/submission-merge.ts";
import type { SubmissionVersion } from "#store/submission-versions.ts";
import type { Submission } from "#store/submissions.ts";
import { userName } from "./context.ts";
import type { SubmissionPlace } from "./submission-place.ts";
import { publishStand } from "./submission-stand.ts";

/** The answer to a hand-in that was here before. Refuses with `hand-in-differs` when it was another one. */
export function repeatAnswer(
  { key, dataSet, dueOn }: SubmissionPlace,
  submission: Submission,
  earlier: SubmissionVersion & SubmissionKey,
  contentHash: string,
): HandInAnswer {
  const isSame =
    earlier.contentHash === contentHash &&
    earlier.dataSet === key.dataSet &&
    earlier.period === key.period &&
    earlier.orgUnit === key.orgUnit;
  if (!isSame) throw new Refusal("hand-in-differs");
  const { version, receivedAt, receivedOn, findings, merged } = earlier;
  return {
    outcome: "accepted",
    isRepeated: true,
    version,
    receivedAt,
    isTimely: isTimely({ dueOn, firstReceivedOn: submission.firstReceivedOn ?? receivedOn }),
    findings: [...findings],
    merged: [...merged],
    stand: publishStand(submission, dataSet),
  };
}

/** Both versions, for a person to decide. */
export function conflictAnswer(
  current: SubmissionVersion,
  { conflicts, taken, values }: Merged,
): HandInAnswer {
  return {
    outcome: "conflict",
    version: current.version,
    by: userName(current.by),
    at: current.receivedAt,
    conflicts: [...conflicts],
    merged: [...taken],
    values: { ...values },
  };
}

/** Of what a person handed in; the clock of the device does not belong to it. */
export function contentHashOf(input: SubmissionKey & HandIn): string {
  const { dataSet, period, orgUnit, baseVersion, values, explanations } = input;
  const reasons = Object.keys(explanations)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((cell) => [cell, explanations[cell]]);
  const content = [dataSet, period, orgUnit, baseVersion, plainValues(values), reasons];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
