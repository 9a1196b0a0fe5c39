import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import { AnalyticsTable } from "#contract/analytics.ts";
import { Form } from "#contract/form.ts";
import {
  ApproveAnswer, HandInAnswer, SaveDraftAnswer, SubmissionComparison, SubmissionMatrix, SubmissionView, TierStand,
  WithdrawAnswer, type SubmissionKey,
} from "#contract/submission.ts"; // prettier-ignore
import { checkFilledForm } from "#contract/check-filled-form.ts";
import { ValidationRuleRecord } from "#contract/validation-rule.ts";
import { Completeness } from "#contract/completeness.ts";
import { Todo } from "#contract/todo.ts";
import type { Context } from "#operations/context.ts";
import { defineValidationRule } from "#operations/define-validation-rule.ts";
import { loadFacts } from "#operations/load-facts.ts";
import { listDataValueVersions } from "#store/data-values.ts";
import { openTestContext } from "./context.ts";
import { buildHandIn, buildKey, full, handIn, hepB, measles, tetanus } from "./submission-builders.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2023-07-05"));
  server = await buildServer({ context });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

const address = ({ dataSet, period, orgUnit }: SubmissionKey) => `${dataSet}/${period}/${orgUnit}`;

async function get(url: string, headers: Record<string, string> = {}) {
  const answer = await server.inject({ method: "GET", url, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body === "" ? null : answer.json<unknown>(),
  };
}
async function post(url: string, body: object) {
  const answer = await server.inject({ method: "POST", url, body });
  return { status: answer.statusCode, body: answer.json<unknown>() };
}
const getForm = async (key: SubmissionKey) => Form.parse((await get(`/api/forms/${address(key)}`)).body);
const sendHandIn = (key: SubmissionKey, facts: Parameters<typeof buildHandIn>[0] = {}) =>
  post(`/api/submissions/${address(key)}/hand-in`, buildHandIn(facts));
const approve = async (keys: (SubmissionKey & { version: number })[], more: object = {}) =>
  ApproveAnswer.parse((await post("/api/submissions/approvals", { id: randomUUID(), items: keys, ...more })).body); // prettier-ignore

/** The district's figure of an element for June 2023, as everybody may ask for it. */
async function districtFigure(items: string) {
  const query = new URLSearchParams({ items, periods: "2023-06", orgUnits: "VN12.106", roles: "in_month" });
  return AnalyticsTable.parse((await get(`/api/analytics?${query.toString()}`)).body).cells[0];
}

describe("from the blank form to the approved figure", () => {
  const key = buildKey();

  test("the form brings all a device needs, and nothing again under its own tag", async () => {
    const answer = await get(`/api/forms/${address(key)}`);
    const form = Form.parse(answer.body);
    expect(form.cells.map(({ cell }) => cell)).toEqual([hepB, full, measles, tetanus]);
    expect(form).toMatchObject({
      dueOn: "2023-07-07",
      canHandIn: true,
      stand: { state: "draft", version: 0 },
    });
    expect(form.tiers.map(({ id, approver }) => [id, approver?.uid])).toEqual([
      ["tuyen-huyen", "ttyt-106"],
      ["tuyen-tinh", "cdc-tinh"],
    ]);
    const tag = String(answer.headers["etag"]);
    expect((await get(`/api/forms/${address(key)}`, { "if-none-match": tag })).status).toBe(304);
  });

  test("a hand-in counts at once, provisional, and confirmed when the last tier has approved", async () => {
    const { body } = await sendHandIn(key);
    expect(HandInAnswer.parse(body)).toMatchObject({ outcome: "accepted", version: 1, isTimely: true, stand: { waitingFor: "tuyen-huyen" } }); // prettier-ignore
    expect(await districtFigure(measles)).toMatchObject({ value: "12", state: "provisional" });
    expect((await approve([{ ...key, version: 1 }])).approved).toMatchObject([{ state: "submitted" }]);
    expect(await approve([{ ...key, version: 1 }])).toMatchObject({
      approved: [{ state: "approved" }],
      left: [],
    });
    const history = await listDataValueVersions(context.db, context.province, { element: measles, optionCombo: "", period: "2023-06", orgUnit: key.orgUnit }); // prettier-ignore
    expect(history.map(({ value, reason }) => [value?.toFixed(), reason])).toEqual([
      ["12", "nộp lần 1"],
      ["12", "duyệt"],
    ]);
  });

  test("what is approved is locked; reopening takes a reason and leaves a trace", async () => {
    expect(await sendHandIn(key, { baseVersion: 1, values: { [measles]: "16" } })).toMatchObject({
      status: 409,
      body: { error: { code: "submission-locked" } },
    });
    expect((await post(`/api/submissions/${address(key)}/reopen`, {})).status).toBe(400);
    const reopened = await post(`/api/submissions/${address(key)}/reopen`, { reason: "trạm báo nhầm tháng" });
    expect(TierStand.parse(reopened.body)).toMatchObject({ state: "returned", version: 1 });
    expect((await getForm(key)).returned).toMatchObject({ kind: "reopened", reason: "trạm báo nhầm tháng" });
    const answer = await handIn(context, { key, baseVersion: 1, values: { [hepB]: "9", [full]: "2", [measles]: "16" } }); // prettier-ignore
    expect(answer).toMatchObject({ version: 2, isTimely: true });
    const view = SubmissionView.parse((await get(`/api/submissions/${address(key)}`)).body);
    expect(view.events.map(({ kind }) => kind)).toEqual(["handed-in", "approved", "approved", "reopened", "handed-in"]); // prettier-ignore
    expect(view.versions.map(({ version, values }) => [version, values[measles]])).toEqual([
      [2, "16"],
      [1, "12"],
    ]);
  });

  test("a cell made blank is not reported any more, and its history stays", async () => {
    const form = await getForm(key);
    expect(form.inForce[tetanus]).toBeUndefined();
    const cell = { element: tetanus, optionCombo: "", period: "2023-06", orgUnit: key.orgUnit };
    const versions = await listDataValueVersions(context.db, context.province, cell);
    expect(versions.at(-1)?.value).toBeUndefined();
    expect(versions[0]?.value?.toFixed()).toBe("24");
  });

  test("a version is compared with the one before, changes named", async () => {
    const { body } = await get(`/api/submissions/${address(key)}/comparison`);
    const comparison = SubmissionComparison.parse(body);
    expect(comparison.changes.map(({ cell, from, to }) => [cell, from, to])).toEqual([
      [measles, "12", "16"],
      [tetanus, "24", null],
    ]);
    expect(comparison.cells.find(({ cell }) => cell === measles)).toMatchObject({ now: "16", before: "12", hasChanged: true }); // prettier-ignore
  });
});

test("a report can leave out what waits for approval", async () => {
  const key = { dataSet: "an-toan-thuc-pham-6-thang-xa", period: "2023-S1", orgUnit: "tyt-03394" };
  const cell = { element: "food.poisoning_deaths", optionCombo: "", period: "2023-S1", orgUnit: key.orgUnit };
  await handIn(context, { key, values: { [cell.element]: "1" } });
  const values = async (approvedOnly: boolean) => {
    const facts = await loadFacts(context, "2023-S1", "reported", { approvedOnly });
    return facts.findValue(cell.element, "", cell.period, cell.orgUnit)?.value.toFixed();
  };
  expect([await values(false), await values(true)]).toEqual(["1", undefined]);
  await approve([{ ...key, version: 1 }]);
  await approve([{ ...key, version: 1 }]);
  expect([await values(false), await values(true)]).toEqual(["1", "1"]);
  expect((await get("/api/reports/2023-S1?approvedOnly=true")).status).toBe(200);
});

describe("returning", () => {
  const key = buildKey({ orgUnit: "tyt-03390" });

  test("needs a reason, and is about the version that was looked at", async () => {
    await handIn(context, { key });
    const url = `/api/submissions/${address(key)}/return`;
    expect((await post(url, { version: 1 })).status).toBe(400);
    expect(await post(url, { version: 1, cells: [{ cell: "nobody.knows", reason: "?" }] })).toMatchObject({ status: 400, body: { error: { code: "unknown-cell" } } }); // prettier-ignore
    await handIn(context, { key, baseVersion: 1, values: { [measles]: "61" } });
    expect((await post(url, { version: 1, reason: "xem lại" })).status).toBe(409);
    const cells = [{ cell: measles, reason: "Sổ của trạm là 16. Trạm xem lại giúp." }];
    expect(await post(url, { version: 2, cells })).toMatchObject({
      status: 200,
      body: { state: "returned" },
    });
  });

  test("shows first in what the unit has to do, with the reason", async () => {
    const todo = Todo.parse((await get("/api/todo?orgUnit=tyt-03390")).body);
    expect(todo.items[0]).toMatchObject({ kind: "correct", key, returned: { cells: [{ cell: measles }] } });
    expect(todo.items.map(({ kind }) => kind)).toEqual(todo.items.map(({ kind }) => kind).toSorted((a, b) => order.indexOf(a) - order.indexOf(b))); // prettier-ignore
    expect(todo.items.find((item) => item.key.dataSet === "sinh-san-xa" && item.key.period === "2023-06")).toMatchObject({ kind: "due", daysLeft: 2 }); // prettier-ignore
  });
  const order = ["correct", "overdue", "due", "open", "waiting", "done"];

  test("its values count on as provisional", async () => {
    expect((await getForm(key)).inForce[measles]).toBe("61");
  });
});

describe("the same form from two places", () => {
  const key = buildKey({ orgUnit: "tyt-03424" });

  test("cells changed at one side merge; cells changed at both are answered, and nothing is overwritten", async () => {
    await handIn(context, { key, values: { [hepB]: "9", [measles]: "12", [full]: "2" } });
    await handIn(context, { key, baseVersion: 1, device: "may-a", values: { [hepB]: "10", [measles]: "13", [full]: "2" } }); // prettier-ignore
    const mine = { baseVersion: 1, device: "may-b", values: { [hepB]: "9", [measles]: "14", [full]: "5" } };
    const answer = HandInAnswer.parse((await sendHandIn(key, mine)).body);
    expect(answer).toMatchObject({
      outcome: "conflict",
      version: 2,
      conflicts: [{ cell: measles, base: "12", mine: "14", theirs: "13" }],
      values: { [hepB]: "10", [full]: "5" },
    });
    expect((await getForm(key)).values[measles]).toBe("13");
    const merged = await handIn(context, {
      key,
      ...mine,
      values: { [hepB]: "9", [measles]: "12", [full]: "5" },
    });
    expect(merged.merged.map(({ cell, theirs }) => [cell, theirs])).toEqual([
      [hepB, "10"],
      [measles, "13"],
    ]);
    expect((await getForm(key)).values).toEqual({ [hepB]: "10", [measles]: "13", [full]: "5" });
  });

  test("a draft on one device goes on at another; a cell typed at both is answered with both", async () => {
    const url = `/api/submissions/${address(buildKey({ orgUnit: "tyt-03427" }))}/draft`;
    const send = async (device: string, ops: object[]) =>
      SaveDraftAnswer.parse((await post(url, { device, deviceTime: "2030-01-01T00:00:00Z", ops })).body);
    const first = await send("may-a", [{ cell: hepB, value: "9", seen: 0 }]);
    expect(await send("may-a", [{ cell: hepB, value: "9", seen: 0 }])).toEqual(first);
    const second = await send("may-b", [
      { cell: hepB, value: "7", seen: 0 },
      { cell: full, value: "3", seen: 0 },
    ]);
    expect(second.conflicts).toMatchObject([{ cell: hepB, mine: "7", theirs: "9", device: "may-a" }]);
    const insisting = await send("may-b", [{ cell: hepB, value: "7", seen: second.conflicts[0]!.revision }]);
    expect(insisting.conflicts).toEqual([]);
    const form = await getForm(buildKey({ orgUnit: "tyt-03427" }));
    expect(form.draft.cells.map(({ cell, value }) => [cell, value])).toEqual([
      [full, "3"],
      [hepB, "7"],
    ]);
  });

  test("handing in settles the draft it has seen and keeps what was typed since", async () => {
    const key2 = buildKey({ orgUnit: "tyt-03427" });
    const { draft } = await getForm(key2);
    const url = `/api/submissions/${address(key2)}/draft`;
    await post(url, { device: "may-c", deviceTime: "2023-07-05T00:00:00Z", ops: [{ cell: tetanus, value: "8", seen: 0 }] }); // prettier-ignore
    await handIn(context, { key: key2, values: { [hepB]: "7", [full]: "3" }, draftRevision: draft.revision });
    expect((await getForm(key2)).draft.cells.map(({ cell, value }) => [cell, value])).toEqual([
      [tetanus, "8"],
    ]);
  });
});

describe("sent again", () => {
  const key = buildKey({ orgUnit: "tyt-03405" });

  test("ten times it is saved once, even at the same moment", async () => {
    const body = buildHandIn();
    const url = `/api/submissions/${address(key)}/hand-in`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(url, body)));
    const accepted = answers.map((answer) => HandInAnswer.parse(answer.body));
    expect(accepted.every((answer) => answer.outcome === "accepted" && answer.version === 1)).toBe(true);
    expect(accepted.filter((answer) => answer.outcome === "accepted" && !answer.isRepeated)).toHaveLength(1);
    expect(SubmissionView.parse((await get(`/api/submissions/${address(key)}`)).body).versions).toHaveLength(1); // prettier-ignore
    const other = await post(url, { ...body, values: { [hepB]: "1" } });
    expect(other).toMatchObject({ status: 409, body: { error: { code: "hand-in-differs" } } });
    const elsewhere = await post(`/api/submissions/${address(buildKey({ orgUnit: "tyt-03408" }))}/hand-in`, body); // prettier-ignore
    expect(elsewhere).toMatchObject({ status: 409, body: { error: { code: "hand-in-differs" } } });
  });

  test("it is answered even when the form was locked or the period closed since", async () => {
    const body = buildHandIn();
    const unit = buildKey({ orgUnit: "tyt-03409" });
    const url = `/api/submissions/${address(unit)}/hand-in`;
    await post(url, body);
    await approve([{ ...unit, version: 1 }]);
    expect(await post(url, body)).toMatchObject({ status: 200, body: { isRepeated: true, version: 1 } });
  });

  test("an approval is done once", async () => {
    const act = { id: randomUUID(), items: [{ ...key, version: 1 }] };
    const [one, two] = await Promise.all([post("/api/submissions/approvals", act), post("/api/submissions/approvals", act)]); // prettier-ignore
    expect(one.body).toEqual(two.body);
    const view = SubmissionView.parse((await get(`/api/submissions/${address(key)}`)).body);
    expect(view.events.filter(({ kind }) => kind === "approved")).toHaveLength(1);
    expect(await post("/api/submissions/approvals", { ...act, onlyUsual: true })).toMatchObject({ body: { error: { code: "approval-differs" } } }); // prettier-ignore
  });
});

describe("refused", () => {
  test.each([
    ["a part above its whole", "hiv-6-thang-huyen", "2023-S1", "ttyt-106", { "hiv.on_art": "5", "hiv.on_art[age=trẻ em]": "7" }, "form-part-above-whole"],
    ["a fraction of a child", "tiem-chung-xa", "2023-06", "tyt-03415", { [hepB]: "1.5" }, "value-not-whole"],
    ["less than nothing", "tiem-chung-xa", "2023-06", "tyt-03415", { [hepB]: "-1" }, "value-negative"],
    ["an empty form", "tiem-chung-xa", "2023-06", "tyt-03415", {}, "form-empty"],
    ["a cell of another form", "tiem-chung-xa", "2023-06", "tyt-03415", { "tb.smears": "3" }, "cell-not-in-form"],
    ["a total that is computed", "phong-da-lieu-6-thang-huyen", "2023-S1", "ttyt-106", { "leprosy.new_cases": "3" }, "cell-not-in-form"],
  ] as const)("%s is told and not saved", async (_, dataSet, period, orgUnit, values, code) => {
    const key = { dataSet, period, orgUnit };
    const answer = HandInAnswer.parse((await sendHandIn(key, { values })).body);
    expect(answer.outcome === "blocked" && answer.findings[0]).toMatchObject({ code, severity: "blocking" });
    expect((await getForm(key)).stand.version).toBe(0);
  }); // prettier-ignore

  test.each([
    ["a form nobody knows", { dataSet: "khong-co" }, 404, "unknown-data-set"],
    ["a form of another tier", { dataSet: "lao-huyen" }, 400, "not-expected"],
    ["a unit that did not exist then", { orgUnit: "tyt-03390-2025" }, 400, "not-expected"],
    ["a unit nobody knows", { orgUnit: "Atlantis" }, 400, "unknown-org-unit"],
    ["a quarter of a monthly form", { period: "2023-Q2" }, 400, "data-set-not-in-force"],
    ["a month before the form began", { period: "2020-03" }, 400, "data-set-not-in-force"],
    ["a month to come", { period: "2023-09" }, 400, "period-not-open"],
    ["a month long closed", { period: "2023-01" }, 400, "period-closed"],
    ["no period at all", { period: "2023-13" }, 400, "unreadable-request"],
  ] as const)("%s", async (_, facts, status, code) => {
    expect(await sendHandIn(buildKey(facts))).toMatchObject({ status, body: { error: { code } } });
  });

  test.each([
    { values: { [hepB]: "1.234,5" } },
    { values: { [hepB]: "1e9" } },
    { values: { [hepB]: "9".repeat(40) } },
    { values: { "[x]": "1" } },
    { values: { [hepB]: "--1" } },
    { id: "not-a-uuid" },
    { baseVersion: -1 },
    { deviceTime: "" },
  ] as const)("%o cannot be read", async (facts) => {
    const body = { ...buildHandIn(), ...facts };
    expect((await post(`/api/submissions/${address(buildKey())}/hand-in`, body)).status).toBe(400);
  });

  test.each(["+275760-09-13T00:00:00.000Z", "0000-01-01T00:00:00Z", "1970-01-01", "hôm qua"])(
    "a clock that says %s does not keep a form from coming in",
    async (deviceTime) => {
      const key = buildKey({ orgUnit: "tyt-03439" });
      const { version } = (await getForm(key)).stand;
      const answer = await handIn(context, { key, baseVersion: version, deviceTime });
      expect(answer).toMatchObject({ version: version + 1, isTimely: true });
    },
  );

  test("a device that knows more versions than the server is told so", async () => {
    expect(await sendHandIn(buildKey({ orgUnit: "tyt-03413" }), { baseVersion: 3 })).toMatchObject({ body: { error: { code: "hand-in-ahead" } } }); // prettier-ignore
  });
});

describe("a rule in force", () => {
  const key = buildKey({ orgUnit: "tyt-03436", dataSet: "sinh-san-xa" });
  const rule = (facts: object) => ({
    key: "phu-khoa",
    name: { vi: "Điều trị không quá số khám", en: "Treated at most examined" },
    left: { expression: "#{repro.gyn_treated}" },
    operator: "less_than_or_equal_to",
    right: { expression: "#{repro.gyn_exams}" },
    explanation: { vi: "", en: "" },
    ...facts,
  });
  const keep = (facts: object) =>
    defineValidationRule(context, ValidationRuleRecord.parse({ id: "phu-khoa", ...rule(facts) }));
  const values = { "repro.gyn_exams": "5", "repro.gyn_treated": "7" };

  test("blocks where it says so, on the device in the same words as at the server", async () => {
    await keep({ severity: "blocking" });
    const form = await getForm(key);
    expect(form.rules.map(({ key: name }) => name)).toEqual(["phu-khoa"]);
    const answer = HandInAnswer.parse((await sendHandIn(key, { values })).body);
    expect(answer).toMatchObject({ outcome: "blocked", findings: [{ code: "rule-broken", severity: "blocking" }] }); // prettier-ignore
    expect(answer.outcome === "blocked" && answer.findings).toEqual(checkFilledForm(form, values));
  });

  test("else warns; the warning and its explanation stay with the version until the value changes", async () => {
    await keep({ severity: "warning", levels: [4] });
    const cell = "repro.gyn_treated";
    const answer = await handIn(context, {
      key,
      values,
      explanations: { [cell]: "có người khám từ tháng trước" },
    });
    expect(answer.findings).toMatchObject([{ code: "rule-broken", facts: { cell } }]);
    expect((await approve([{ ...key, version: 1 }], { onlyUsual: true })).left).toMatchObject([{ code: "has-findings" }]); // prettier-ignore
    await handIn(context, { key, baseVersion: 1, values: { ...values, "repro.antenatal_visits": "3" } });
    expect((await getForm(key)).explanations).toEqual({ [cell]: "có người khám từ tháng trước" });
    await handIn(context, { key, baseVersion: 2, values: { ...values, [cell]: "6" } });
    expect((await getForm(key)).explanations).toEqual({});
  });

  test("of another level, or about what is not on the form, is left to others", async () => {
    await keep({ levels: [2] });
    expect((await getForm(key)).rules).toEqual([]);
    await keep({ right: { expression: "#{malaria.tests}" } });
    expect((await getForm(key)).rules).toEqual([]);
  });
});

test("values of somebody who may no longer hand in are kept once, and offered until somebody settles them", async () => {
  const key = buildKey({ orgUnit: "tyt-03430" });
  const left = {
    id: randomUUID(),
    values: { [hepB]: "4" },
    device: "may-cu",
    deviceTime: "2023-07-01T00:00:00Z",
  };
  const url = `/api/submissions/${address(key)}/set-aside`;
  for (let time = 0; time < 3; time++) expect((await post(url, left)).status).toBe(200);
  expect((await getForm(key)).setAside).toMatchObject([{ id: left.id, values: { [hepB]: "4" } }]);
  expect((await getForm(key)).inForce).toEqual({});
  expect((await post(`${url}/${left.id}/settle`, {})).status).toBe(200);
  expect((await getForm(key)).setAside).toEqual([]);
  expect((await post(`${url}/${left.id}/settle`, {})).status).toBe(400);
});

describe("approving many", () => {
  const units = ["tyt-03460", "tyt-03463", "tyt-03466"];
  const keys = units.map((orgUnit) => buildKey({ orgUnit, dataSet: "sinh-san-xa" }));
  const items = keys.map((key) => ({ ...key, version: 1 }));

  test("takes what has nothing unusual, lists the others, and can be undone", async () => {
    for (const key of keys) await handIn(context, { key, values: { "repro.antenatal_visits": "10" } });
    const warned = keys[1]!;
    await context.db.query("update submission set warnings = 1 where org_unit = $1 and data_set = $2", [warned.orgUnit, warned.dataSet]); // prettier-ignore
    const id = randomUUID();
    const answer = await approve(items, { id, onlyUsual: true });
    expect(answer.approved.map(({ orgUnit }) => orgUnit)).toEqual([units[0], units[2]]);
    expect(answer.left).toMatchObject([{ orgUnit: units[1], code: "has-findings" }]);
    await approve([{ ...keys[2]!, version: 1 }]);
    const undone = WithdrawAnswer.parse((await post(`/api/submissions/approvals/${id}/withdrawal`, {})).body);
    expect(undone).toMatchObject({ withdrawn: [keys[0]], left: [{ orgUnit: units[2], code: "built-upon" }] });
    expect(WithdrawAnswer.parse((await post(`/api/submissions/approvals/${id}/withdrawal`, {})).body)).toEqual(undone); // prettier-ignore
    expect((await getForm(keys[0]!)).stand).toMatchObject({ state: "submitted", approvedTiers: 0 });
  });

  test("is too late after ten minutes", async () => {
    const id = randomUUID();
    await approve([{ ...keys[0]!, version: 1 }], { id });
    await context.db.query("update approval_act set at = at - interval '11 minutes' where id = $1", [id]);
    expect(await post(`/api/submissions/approvals/${id}/withdrawal`, {})).toMatchObject({ status: 400, body: { error: { code: "undo-too-late" } } }); // prettier-ignore
  });

  test("leaves what was handed in anew, was never handed in or is another tier's", async () => {
    await handIn(context, { key: keys[1]!, baseVersion: 1, values: { "repro.antenatal_visits": "11" } });
    const never = buildKey({ orgUnit: "tyt-03469", dataSet: "sinh-san-xa" });
    const strange = buildKey({ orgUnit: "Atlantis" });
    const answer = await approve([{ ...keys[1]!, version: 1 }, { ...never, version: 1 }, { ...strange, version: 1 }, { ...keys[0]!, version: 1 }], { tier: "tuyen-huyen" }); // prettier-ignore
    expect(answer.approved).toEqual([]);
    expect(new Set(answer.left.map(({ code }) => code))).toEqual(new Set(["submission-changed", "submission-not-waiting", "not-this-tier"])); // prettier-ignore
  });
});

describe("who has handed in what", () => {
  test("the matrix names every station of the district on the tree of the period", async () => {
    const { body } = await get("/api/submissions?period=2023-06&within=VN12.106");
    const matrix = SubmissionMatrix.parse(body);
    expect(matrix.orgUnits.filter(({ uid }) => uid.startsWith("tyt-"))).toHaveLength(13);
    const cell = (dataSet: string, orgUnit: string) => matrix.cells.find((each) => each.dataSet === dataSet && each.orgUnit === orgUnit); // prettier-ignore
    expect(cell("tiem-chung-xa", "tyt-03390")).toMatchObject({
      status: "returned",
      version: 2,
      isLate: false,
    });
    expect(cell("tiem-chung-xa", "tyt-03394")).toMatchObject({ status: "submitted", waitingFor: "tuyen-huyen" }); // prettier-ignore
    expect(cell("sot-ret-xa", "tyt-03390")).toMatchObject({ status: "not-started", version: 0 });
    expect(cell("lao-huyen", "tyt-03390")).toBeUndefined();
    expect(cell("lao-huyen", "ttyt-106")).toBeDefined();
  });

  test("completeness counts what is expected on the tree of each period, by unit, period or form", async () => {
    const of = async (query: string) => Completeness.parse((await get(`/api/completeness?${query}`)).body);
    const byPeriod = await of("from=2023-05&to=2023-06&dataSet=tiem-chung-xa&by=period");
    expect(byPeriod.rows.map(({ by, expected }) => [by, expected])).toEqual([
      ["2023-05", 106],
      ["2023-06", 106],
    ]);
    expect(byPeriod.rows[0]).toMatchObject({ received: 0, due: 106 });
    expect(byPeriod.rows[1]!.received).toBe(byPeriod.rows[1]!.timely);
    const after = await of("from=2025-07&to=2025-07&dataSet=tiem-chung-xa");
    expect(after.total.expected).toBe(38);
    expect((await get("/api/completeness?from=2023-06&to=2023-S1")).status).toBe(400);
    expect((await get("/api/completeness?from=2000-01&to=2023-06")).status).toBe(400);
  });
});

describe("a new version of a form, without code", () => {
  test("holds from its day on, and says what changed", async () => {
    const [first] = (await get("/api/data-sets/sinh-san-xa")).body as {
      validFrom: string;
      sections: object[];
    }[];
    const section = { title: { vi: "Thêm", en: "More" }, rows: [{ element: "population.births" }] };
    const next = { ...first, validFrom: "2023-07-01", sections: [...first!.sections, section] };
    expect(await post("/api/data-sets", next)).toMatchObject({ status: 200, body: { added: ["population.births"], removed: [] } }); // prettier-ignore
    const key = buildKey({ dataSet: "sinh-san-xa", orgUnit: "tyt-03390" });
    expect((await getForm(key)).cells).toHaveLength(3);
    expect((await getForm({ ...key, period: "2023-07" })).cells).toHaveLength(4);
  });

  test.each([
    ["an element nobody knows", { rows: [{ element: "khong.co" }] }, /khong\.co/],
    ["a rate, which is computed", { rows: [{ element: "epi.mr_18m_rate" }] }, /computed/],
    ["a cell that another form asks for", { rows: [{ element: measles }] }, /tiem-chung-xa/],
    ["a breakdown the element has not", { rows: [{ element: "population.births", breakdown: { age: "0" } }] }, /no such cell/],
  ])("%s is refused", async (_, section, problem) => {
    const [first] = (await get("/api/data-sets/sot-ret-xa")).body as object[];
    const sections = [{ title: { vi: "A", en: "A" }, ...section }];
    const { status, body } = await post("/api/data-sets", { ...first, validFrom: "2024-01-01", sections });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(problem);
  }); // prettier-ignore
});

test("the description of the API speaks of all of it", async () => {
  const { paths } = (await get("/api/openapi.json")).body as { paths: object };
  const one = "/api/submissions/{dataSet}/{period}/{orgUnit}";
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      "/api/data-sets",
      "/api/data-sets/{id}",
      "/api/forms/{dataSet}/{period}/{orgUnit}",
      "/api/submissions",
      "/api/submissions/approvals",
      "/api/submissions/approvals/{id}/withdrawal",
      one,
      ...["comparison", "draft", "hand-in", "set-aside", "set-aside/{id}/settle", "return", "reopen"].map((end) => `${one}/${end}`), // prettier-ignore
      "/api/todo",
      "/api/completeness",
    ]),
  );
});
