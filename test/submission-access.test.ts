import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#domain/permission.ts";
import { Refusal } from "#domain/refusal.ts";
import { approveSubmissions } from "#operations/approve-submissions.ts";
import type { Context } from "#operations/context.ts";
import { getForm } from "#operations/get-form.ts";
import { listSubmissionMatrix } from "#operations/list-submissions.ts";
import { listTodo } from "#operations/list-todo.ts";
import { returnSubmission } from "#operations/return-submission.ts";
import { accessFor, contextOf } from "#operations/session-user.ts";
import { setAsideValues } from "#operations/set-aside-values.ts";
import { submitDataSet } from "#operations/submit-data-set.ts";
import { withdrawApproval } from "#operations/withdraw-approval.ts";
import { openTestContext } from "./context.ts";
import { buildHandIn, buildKey, handIn } from "./submission-builders.ts";

let machine: Context;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context: machine, close } = await openTestContext("2023-07-05"));
});
afterAll(() => close());

/** Somebody with one role at one unit, as a session would have it. */
async function contextFor(id: string, role: Role, orgUnit: string, programmes?: string[]): Promise<Context> {
  const { db, province, today } = machine;
  const grants = [{ role, orgUnit, ...(programmes && { programmes }) }];
  const access = await accessFor(db, { province, today, revision: 1 }, grants);
  return contextOf(machine, { id, name: id, access });
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "";
}

const key = buildKey();
const next = buildKey({ orgUnit: "tyt-03390" });
const approval = (...keys: (typeof key)[]) => ({
  id: randomUUID(),
  onlyUsual: false,
  items: keys.map((each) => ({ ...each, version: 1 })),
});

describe("within the scope", () => {
  test("a station hands in its own form and nobody else's", async () => {
    const station = await contextFor("tram", "nhap-lieu", key.orgUnit);
    await handIn(station, { key });
    expect((await getForm(station, key)).stand.version).toBe(1);
    expect(await refusalOf(submitDataSet(station, { ...next, ...buildHandIn() }))).toBe("not-permitted");
    expect(await refusalOf(getForm(station, next))).toBe("not-permitted");
    expect(await refusalOf(listTodo(station, { orgUnit: next.orgUnit }))).toBe("not-permitted");
    const matrix = await listSubmissionMatrix(station, { period: key.period });
    expect(new Set(matrix.cells.map(({ orgUnit }) => orgUnit))).toEqual(new Set([key.orgUnit]));
    expect((await approveSubmissions(station, approval(key))).left).toMatchObject([
      { code: "not-permitted" },
    ]);
  });

  test("the district's centre approves its tier, and not the tier above it", async () => {
    const centre = await contextFor("ttyt", "duyet", "VN12.106");
    expect((await listTodo(centre, { orgUnit: "ttyt-106" })).toReview.waiting).toBe(1);
    expect((await approveSubmissions(centre, approval(key))).approved).toHaveLength(1);
    expect((await approveSubmissions(centre, approval(key))).left).toMatchObject([{ code: "not-permitted" }]);
    const elsewhere = await contextFor("ttyt-khac", "duyet", "VN12.107");
    expect(await refusalOf(returnSubmission(elsewhere, { ...key, version: 1, reason: "?", cells: [] }))).toBe("not-permitted"); // prettier-ignore
  });

  test("the province's officer approves in the own programme only, and alone takes it back", async () => {
    const other = await contextFor("cb-lao", "chuong-trinh", "VN12", ["Lao"]);
    expect((await approveSubmissions(other, approval(key))).left).toMatchObject([{ code: "not-permitted" }]);
    const officer = await contextFor("cb-tcmr", "chuong-trinh", "VN12", ["Tiêm chủng mở rộng"]);
    const act = approval(key);
    expect((await approveSubmissions(officer, act)).approved).toMatchObject([{ state: "approved" }]);
    expect(await refusalOf(withdrawApproval(other, { id: act.id }))).not.toBe("");
    expect((await withdrawApproval(officer, { id: act.id })).withdrawn).toEqual([key]);
  });

  test("what somebody typed who was moved to another unit is kept for whoever takes over", async () => {
    const moved = await contextFor("da-chuyen", "nhap-lieu", "tyt-03400");
    const left = { id: randomUUID(), values: { "epi.mr_18m": "3" }, explanations: {}, device: "may", deviceTime: "2023-07-01T00:00:00Z" }; // prettier-ignore
    await setAsideValues(moved, { ...next, ...left });
    const station = await contextFor("tram-2", "nhap-lieu", next.orgUnit);
    expect((await getForm(station, next)).setAside).toMatchObject([{ by: "da-chuyen", values: left.values }]);
  });
});
