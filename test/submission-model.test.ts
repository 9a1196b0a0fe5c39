import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildDataSet } from "#domain/data-set-builder.ts";
import { mergeValues } from "#domain/submission-merge.ts";
import { Refusal } from "#domain/refusal.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { approveSubmissions } from "#operations/approve-submissions.ts";
import { machineUser, type Context } from "#operations/context.ts";
import { reopenSubmission } from "#operations/reopen-submission.ts";
import { returnSubmission } from "#operations/return-submission.ts";
import { saveDraft } from "#operations/save-draft.ts";
import { submitDataSet } from "#operations/submit-data-set.ts";
import { viewSubmission } from "#operations/view-submission.ts";
import { withdrawApproval } from "#operations/withdraw-approval.ts";
import { saveDataSet } from "#store/data-sets.ts";
import type { Database, Transaction } from "#store/database.ts";
import { openTestDatabase, type TestDatabase } from "#store/test-database.ts";
import { buildDataElement, buildOrgUnit, province, saveSmallCatalogue } from "#store/test-builders.ts";
import { buildHandIn } from "./submission-builders.ts";

const cells = ["a", "b", "c"];
const tiers = 2;
let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  const unit = buildOrgUnit({ uid: "tram", type: "health-station", kind: "facility" });
  await saveSmallCatalogue(db, { elements: cells.map((id) => buildDataElement({ id })), units: [unit] });
  const approver = { name: { vi: "Tuyến trên", en: "Above" }, days: 9, approver: { orgUnit: province } };
  const dataSet = buildDataSet({
    approvals: Array.from({ length: tiers }, (_, at) => ({ ...approver, id: `tier-${at}` })),
    sections: [{ title: { vi: "A", en: "A" }, columns: [], rows: cells.map((element) => ({ element })) }],
  });
  await saveDataSet(db, province, dataSet, { origin: "people", by: "machine" });
});
afterAll(() => db.close());

/** What a person may do next; `crash` is the statement at which the power fails, and everything is sent again. */
type Act =
  | { kind: "look"; device: 0 | 1 }
  | { kind: "draft"; device: 0 | 1; cell: string; value: string }
  | { kind: "hand in"; device: 0 | 1; values: CellValues; crash?: number | undefined; again: boolean }
  | { kind: "return" | "reopen" | "withdraw"; crash?: number | undefined }
  | { kind: "approve"; tier: number; crash?: number | undefined };

/** The rules in plain words: what should be there after each act. */
interface Model {
  state: "draft" | "submitted" | "returned" | "approved";
  approved: number;
  versions: CellValues[];
  lastAct: string | undefined;
}

const device = fc.constantFrom(0 as const, 1 as const);
const values = fc.dictionary(fc.constantFrom(...cells), fc.constantFrom("0", "1", "2"), { minKeys: 1 });
const crash = fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined });
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("look" as const), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("draft" as const), device, cell: fc.constantFrom(...cells), value: fc.constantFrom("3", "4") }) }, // prettier-ignore
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("hand in" as const), device, values, crash, again: fc.boolean() }) }, // prettier-ignore
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("approve" as const), tier: fc.integer({ min: 0, max: 1 }), crash }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("return" as const, "reopen" as const, "withdraw" as const), crash }) }, // prettier-ignore
);

let month = 0;

test("whatever people do, from two devices and through power cuts, the store holds what the rules say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 18 }), async (list) => {
      const period = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      month++;
      await play(list, { dataSet: "kham-benh", period, orgUnit: "tram" });
    }),
    { numRuns: 60 },
  );
});

async function play(list: readonly Act[], key: { dataSet: string; period: string; orgUnit: string }) {
  const model: Model = { state: "draft", approved: 0, versions: [], lastAct: undefined };
  const seen = [0, 0];
  for (const act of list) {
    await perform(act);
    await compare();
  }

  async function perform(act: Act): Promise<void> {
    switch (act.kind) {
      case "look":
        seen[act.device] = model.versions.length;
        return;
      case "draft":
        return draft(act);
      case "hand in":
        return submit(act);
      case "approve":
        return approve(act);
      case "return": {
        const isRefused = model.state !== "submitted";
        await expectRefused(isRefused, act.crash, (context) => returnSubmission(context, { ...key, version: Math.max(1, model.versions.length), reason: "xem lại", cells: [] })); // prettier-ignore
        if (!isRefused) Object.assign(model, { state: "returned", approved: 0, lastAct: undefined });
        return;
      }
      case "reopen": {
        const isRefused = model.approved === 0;
        await expectRefused(isRefused, act.crash, (context) => reopenSubmission(context, { ...key, reason: "sai", cells: [] })); // prettier-ignore
        if (!isRefused) Object.assign(model, { state: "returned", approved: 0, lastAct: undefined });
        return;
      }
      case "withdraw": {
        const id = model.lastAct;
        if (id === undefined) return;
        const answer = await throughCrash(act.crash, (context) => withdrawApproval(context, { id }));
        expect(answer.withdrawn).toEqual([key]);
        Object.assign(model, { state: "submitted", approved: model.approved - 1, lastAct: undefined });
      }
    }
  }

  async function draft(act: Act & { kind: "draft" }): Promise<void> {
    const ops = [{ cell: act.cell, value: act.value, seen: 0 }];
    const work = (context: Context) => saveDraft(context, { ...key, device: `may-${act.device}`, deviceTime: "2023-01-01T00:00:00Z", ops }); // prettier-ignore
    await expectRefused(model.approved > 0, undefined, work); // a draft never changes what counts
  }

  async function submit(act: Act & { kind: "hand in" }): Promise<void> {
    const baseVersion = seen[act.device]!;
    const body = { ...key, ...buildHandIn({ baseVersion, values: act.values, device: `may-${act.device}` }) };
    const isLocked = model.approved > 0;
    const answer = await expectRefused(isLocked, act.crash, (context) => submitDataSet(context, body));
    if (!answer) return;
    const base = model.versions[baseVersion - 1] ?? {};
    const merged = mergeValues(base, act.values, model.versions.at(-1) ?? {});
    if (model.versions.length > 0 && merged.conflicts.length > 0) {
      expect(answer).toMatchObject({ outcome: "conflict", version: model.versions.length });
      return;
    }
    if (Object.keys(merged.values).length === 0) {
      expect(answer.outcome).toBe("blocked");
      return;
    }
    expect(answer).toMatchObject({ outcome: "accepted", version: model.versions.length + 1 });
    Object.assign(model, { state: "submitted", lastAct: undefined, versions: [...model.versions, merged.values] }); // prettier-ignore
    seen[act.device] = model.versions.length;
    if (!act.again) return;
    const repeated = await submitDataSet(contextOf(db), body);
    expect(repeated).toMatchObject({ outcome: "accepted", isRepeated: true, version: model.versions.length });
  }

  async function approve({ tier, crash: at }: Act & { kind: "approve" }): Promise<void> {
    const id = randomUUID();
    const items = [{ ...key, version: Math.max(1, model.versions.length) }];
    const work = (context: Context) => approveSubmissions(context, { id, tier: `tier-${tier}`, onlyUsual: false, items }); // prettier-ignore
    const answer = await throughCrash(at, work);
    const isRefused = model.state !== "submitted" || model.approved !== tier;
    expect(answer.approved).toHaveLength(isRefused ? 0 : 1);
    if (isRefused) return;
    const approved = tier + 1;
    Object.assign(model, { approved, state: approved === tiers ? "approved" : "submitted", lastAct: id });
  }

  async function compare(): Promise<void> {
    const view = await viewSubmission(contextOf(db), key);
    expect(view.stand).toMatchObject({ state: model.state, version: model.versions.length, approvedTiers: model.approved }); // prettier-ignore
    expect(view.versions.toReversed().map((version) => version.values)).toEqual(model.versions);
    const counted = await db.query<{ element: string; value: string; estimate: boolean }>(
      "select data_element as element, value, estimate from data_value where province = $1 and period = $2",
      [province, key.period],
    );
    const expected = Object.entries(model.versions.at(-1) ?? {}).map(([element, value]) => ({
      element,
      value,
      estimate: model.state !== "approved",
    }));
    expect(counted.toSorted(byElement)).toEqual(expected.toSorted(byElement));
  }
}

const byElement = (a: { element: string }, b: { element: string }) => (a.element < b.element ? -1 : 1);

/** Does the work, through a power cut and the sending again; a refusal is expected or not. */
async function expectRefused<T>(
  isRefused: boolean,
  at: number | undefined,
  work: (context: Context) => Promise<T>,
): Promise<T | undefined> {
  try {
    const answer = await throughCrash(at, work);
    expect(isRefused).toBe(false);
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(isRefused, error.code).toBe(true);
    return undefined;
  }
}

async function throughCrash<T>(at: number | undefined, work: (context: Context) => Promise<T>): Promise<T> {
  if (at === undefined) return work(contextOf(db));
  try {
    return await work(contextOf(failingAt(db, at)));
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    return work(contextOf(db));
  }
}

class PowerCut extends Error {}

/** A database whose transactions are lost at their n-th statement. */
function failingAt(database: Database, at: number): Database {
  return {
    query: (sql, parameters) => database.query(sql, parameters),
    copyIn: (sql, lines) => database.copyIn(sql, lines),
    within: (scope) => failingAt(database.within(scope), at),
    asOwner: () => failingAt(database.asOwner(), at),
    close: () => database.close(),
    transaction: (work) =>
      database.transaction((tx) => {
        let count = 0;
        const failing: Transaction = {
          query: (sql, parameters) => {
            if (++count === at) throw new PowerCut();
            return tx.query(sql, parameters);
          },
          copyIn: (sql, lines) => tx.copyIn(sql, lines),
          attempt: (part) => tx.attempt(part),
          asOwner: (part) => tx.asOwner(part),
        };
        return work(failing);
      }),
  };
}

function contextOf(database: Database): Context {
  return { db: database, province, today: "2030-01-15", user: machineUser };
}
