import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "./refusal.ts";
import {
  afterApproval, afterHandIn, afterReopening, afterReturn, afterWithdrawal, isOpen, untouched, type SubmissionStand,
} from "./submission.ts"; // prettier-ignore

const tiers = 2;
type Act = "hand in" | "approve 0" | "approve 1" | "return" | "withdraw" | "reopen";
const acts: readonly Act[] = ["hand in", "approve 0", "approve 1", "return", "withdraw", "reopen"];

function perform(stand: SubmissionStand, act: Act): SubmissionStand {
  const { version } = stand;
  switch (act) {
    case "hand in":
      return afterHandIn(stand, tiers);
    case "approve 0":
      return afterApproval(stand, { tier: 0, tiers, version });
    case "approve 1":
      return afterApproval(stand, { tier: 1, tiers, version });
    case "return":
      return afterReturn(stand, version);
    case "withdraw":
      return afterWithdrawal(stand);
    case "reopen":
      return afterReopening(stand);
  }
}

function performAll(...list: readonly Act[]): SubmissionStand {
  return list.reduce(perform, untouched);
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "";
}

describe("the life of a submission", () => {
  test.each([
    [["hand in"], "submitted", 0],
    [["hand in", "approve 0"], "submitted", 1],
    [["hand in", "approve 0", "approve 1"], "approved", 2],
    [["hand in", "return"], "returned", 0],
    [["hand in", "approve 0", "return"], "returned", 0],
    [["hand in", "return", "hand in"], "submitted", 0],
    [["hand in", "approve 0", "approve 1", "withdraw"], "submitted", 1],
    [["hand in", "approve 0", "withdraw"], "submitted", 0],
    [["hand in", "approve 0", "approve 1", "reopen"], "returned", 0],
    [["hand in", "approve 0", "approve 1", "reopen", "hand in", "approve 0"], "submitted", 1],
  ] as const)("after %j it is %s with %d approvals", (list, state, approvedTiers) => {
    expect(performAll(...list)).toMatchObject({ state, approvedTiers });
  });

  test.each([
    [["hand in", "approve 0"], "hand in", "submission-locked"],
    [["hand in", "approve 0", "approve 1"], "hand in", "submission-locked"],
    [["hand in"], "approve 1", "not-this-tier"],
    [["hand in", "approve 0"], "approve 0", "not-this-tier"],
    [[], "approve 0", "submission-not-waiting"],
    [[], "return", "submission-not-waiting"],
    [["hand in", "return"], "return", "submission-not-waiting"],
    [["hand in", "approve 0", "approve 1"], "return", "submission-not-waiting"],
    [["hand in"], "withdraw", "submission-not-approved"],
    [["hand in"], "reopen", "submission-not-approved"],
  ] as const)("after %j, to %s is refused: %s", (list, act, code) => {
    expect(refusalOf(() => perform(performAll(...list), act))).toBe(code);
  });

  test("what was seen must be what is approved or returned", () => {
    const stand = performAll("hand in", "hand in");
    expect(refusalOf(() => afterApproval(stand, { tier: 0, tiers, version: 1 }))).toBe("submission-changed");
    expect(refusalOf(() => afterReturn(stand, 1))).toBe("submission-changed");
  });

  test("without anybody to approve, a hand-in counts at once and can be corrected until it is not", () => {
    const stand = afterHandIn(untouched, 0);
    expect(stand).toEqual({ state: "approved", version: 1, approvedTiers: 0 });
    expect(afterReopening(stand).state).toBe("returned");
  });

  test("whatever happens, only what every tier approved is locked, and every version is a hand-in", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 30 }), (list) => {
        let stand = untouched;
        let handIns = 0;
        for (const act of list) {
          const before = stand;
          const code = refusalOf(() => (stand = perform(before, act)));
          if (code !== "") expect(stand).toBe(before);
          else if (act === "hand in") handIns++;
          expect(stand.version).toBe(handIns);
          expect(stand.approvedTiers === tiers).toBe(stand.state === "approved");
          expect(isOpen(stand)).toBe(stand.approvedTiers === 0);
          if (stand.state === "draft" || stand.state === "returned") expect(stand.approvedTiers).toBe(0);
        }
      }),
    );
  });
});
