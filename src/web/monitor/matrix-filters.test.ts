import { expect, test } from "vitest";
import type { MatrixCell } from "#contract/submission.ts";
import { countLooks, listSilent, listUsual, lookOf, nextWaiting } from "./matrix-filters.ts";

const cell = (part: Partial<MatrixCell>): MatrixCell => ({ dataSet: "tiem", orgUnit: "a", status: "not-started", version: 0, approvedTiers: 0, isLate: false, warnings: 0, filled: 0, ...part }); // prettier-ignore

test.each([
  [{ status: "approved", isLate: true }, "done"],
  [{ status: "submitted" }, "waiting"],
  [{ status: "submitted", warnings: 1 }, "unusual"],
  [{ status: "returned" }, "returned"],
  [{ status: "draft", isLate: true }, "begun"],
  [{ isLate: true }, "late"],
  [{}, "none"],
] as const)("%j looks %s", (part, look) => expect(lookOf(cell(part))).toBe(look));

test("only what has nothing unusual is approved together", () => {
  const cells = [cell({ status: "submitted" }), cell({ status: "submitted", warnings: 2 }), cell({ status: "draft" })]; // prettier-ignore
  expect([listUsual(cells).length, countLooks(cells).get("unusual")]).toEqual([1, 1]);
});

test("after one form the next that waits comes, and at the end the first again", () => {
  const cells = [
    cell({ orgUnit: "a", status: "submitted" }),
    cell({ orgUnit: "b", status: "approved" }),
    cell({ orgUnit: "c", status: "submitted", warnings: 1 }),
  ];
  expect(nextWaiting(cells, cells[0])?.orgUnit).toBe("c");
  expect(nextWaiting(cells, cells[2])?.orgUnit).toBe("a");
  expect(nextWaiting([cell({})], undefined)).toBeUndefined();
});

test("a unit is reminded once however many forms it owes", () => {
  expect(listSilent([cell({ isLate: true }), cell({ isLate: true, dataSet: "khac" }), cell({ orgUnit: "b" })])).toEqual(["a"]); // prettier-ignore
});
