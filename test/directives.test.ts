import { existsSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import type { Conference, ConferenceList } from "#contract/conference.ts";
import type { ProposedDirectives } from "#contract/directive.ts";
import type { Overview } from "#contract/overview.ts";
import type { Directive, TaskFile, TaskList, TaskView } from "#contract/task.ts";
import type { Grant } from "#domain/account.ts";
import type { Context } from "#operations/context.ts";
import { hashSecret } from "#operations/secrets.ts";
import { addAccount, saveGrant } from "#store/accounts.ts";
import { listConferences } from "#store/conferences.ts";
import { saveSuccessions } from "#store/org-units.ts";
import { listDirectives } from "#store/directives.ts";
import { addSession } from "#store/sessions.ts";
import { listTasks } from "#store/tasks.ts";
import { openTestContext } from "./context.ts";

/** From conclusion to done, through the API, on days of our own choosing. */

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
let day = "2026-07-20";
beforeAll(async () => {
  ({ context, close } = await openTestContext(day));
  server = await buildServer({ context, sessions: { clock: () => day, idle: 3600, longest: 3600 } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await close();
});

const office: Grant = { role: "tong-hop", orgUnit: "VN12" };
const leadOf = (orgUnit: string): Grant => ({ role: "duyet", orgUnit });

interface Asked<Body> {
  readonly status: number;
  readonly body: Body;
  readonly code: string | undefined;
}

/** Asks as somebody, on a day. */
async function ask<Body>(
  route: string,
  { as, on = "2026-07-20", body, bytes }: { as: Grant; on?: string; body?: object; bytes?: Uint8Array },
): Promise<Asked<Body>> {
  day = on;
  const [method = "", url = ""] = route.split(" ");
  const answer = await server.inject({
    method: method as "GET",
    url,
    headers: {
      authorization: `Bearer ${await tokenOf(as)}`,
      "x-tuyen": "1",
      ...(bytes && { "content-type": "application/octet-stream" }),
    },
    ...((body ?? bytes) !== undefined && { payload: body ?? Buffer.from(bytes!) }), // one of the two
  });
  const isJson = answer.headers["content-type"]?.includes("json") ?? false;
  const read = isJson ? answer.json<Body & { error?: { code: string } }>() : undefined;
  return { status: answer.statusCode, body: read ?? (answer.rawPayload as Body), code: read?.error?.code };
}

const tokens = new Map<string, Promise<string>>();
/** An account for each grant, with a session that never goes cold. */
function tokenOf(grant: Grant): Promise<string> {
  const id = `${grant.role}.${grant.orgUnit.toLowerCase()}`;
  const token = tokens.get(id) ?? settle(id, grant);
  tokens.set(id, token);
  return token;
}

async function settle(id: string, { role, orgUnit }: Grant): Promise<string> {
  const { db, province } = context;
  const token = `token-of-${id.replace(".", "-")}`.padEnd(30, "-");
  const account = { id, fullName: id, orgUnit, passwordHash: "-", mustChangePassword: false };
  await addAccount(db, province, account, "machine");
  await saveGrant(db, province, id, { role, orgUnit }, "machine");
  const session = { account: id, kind: "token", device: "test", address: "", seconds: 3600 } as const;
  await addSession(db, province, { ...session, tokenHash: hashSecret(token) });
  return token;
}

test("the 42 directives of both documents are facts with their source, and nobody was made to lead one", async () => {
  const { db, province } = context;
  const directives = await listDirectives(db, province);
  const kinds = (kind: string) => directives.filter((each) => each.kind === kind).length;
  expect([directives.length, kinds("task"), kinds("challenge"), kinds("recommendation")]).toEqual([42, 26, 12, 4]);
  expect(directives.every(({ citation }) => citation && citation.quote.length > 20)).toBe(true);
  expect((await listConferences(db, province)).map(({ heldOn }) => heldOn)).toEqual([undefined, "2020-07-08"]);
  const tasks = await listTasks(db, province);
  expect(tasks.map(({ number }) => number).join(" ")).toBe("1 2 3 4 5.1 5.2 5.3 6 7 8 9 10");
  expect(tasks.filter(({ lead }) => lead !== undefined)).toEqual([]);
  expect(tasks.filter(({ term }) => term).map(({ number }) => number).join(" ")).toBe("2 3 5.1 5.2 5.3 9");
}); // prettier-ignore

test("in 2023 the work of 2020 with a term is overdue, that without one belongs to none of the four statuses", async () => {
  const { body } = await ask<TaskList>("GET /api/tasks?conference=hoi-nghi-2020-s1", { as: office, on: "2023-07-20" }); // prettier-ignore
  expect(body.counts).toMatchObject({ total: 12, "open-overdue": 6, "no-term": 6, withoutLead: 12 });
  const methadone = body.tasks.find(({ number }) => number === "5.2");
  expect(methadone).toMatchObject({
    dueOn: "2020-09-30",
    now: { text: "1.906 người", period: "2023-S1" },
    gaps: ["lead"],
  });
  expect(methadone?.suggestions.map(({ unit, basis }) => `${unit.uid} ${basis}`)).toEqual([
    "phong-khtc named",
    "phong-nvy named",
    "cdc-tinh named",
  ]);
  const treatment = body.tasks.find(({ number }) => number === "3");
  expect(treatment?.suggestions[0]).toMatchObject({ basis: "indicator-owner" });
});

test("a figure is shown as it was when the task was given, and as it is now", async () => {
  const [task] = (await ask<TaskList>("GET /api/tasks?text=methadone", { as: office, on: "2023-07-20" })).body.tasks; // prettier-ignore
  const { body } = await ask<TaskView>(`GET /api/tasks/${task!.id}`, { as: office, on: "2023-07-20" });
  expect(body.evidence[0]).toMatchObject({ key: "methadone.patients", now: { value: "1906" } });
  expect(body.evidence[0]?.line.map(({ period }) => period)).toEqual(["2020-S1", "2022-S1", "2023-S1"]);
  expect(body.questions.map(({ answered }) => answered)).toEqual([true, false, true, true]);
});

const notice = `THÔNG BÁO
Ngày 10 tháng 7 năm 2026
I. KẾT LUẬN
1. Giao Trung tâm Kiểm soát bệnh tật tỉnh chủ trì, phối hợp với phòng Nghiệp vụ Y rà soát đối tượng tiêm chủng. Hoàn thành trước ngày 01/9/2026.
2. Tiếp tục thực hiện tốt công tác truyền thông.
3. Giao Trung tâm Y tế thành phố Lai Châu chủ trì xây dựng kế hoạch dự trữ thuốc. Hoàn thành trước ngày 31/02/2027.
`;

describe("a conference of our own", () => {
  let conference: Conference;
  let task: TaskView;
  const cdc = leadOf("cdc-tinh");

  test("reading its conclusions proposes units by name, and of a closed one that it is closed", async () => {
    const { body } = await ask<ProposedDirectives>("POST /api/directives/proposals", { as: office, body: { text: notice } }); // prettier-ignore
    const [first, second, third] = body.directives;
    expect(first?.leadUnits.map(({ units }) => units.map(({ uid }) => uid))).toEqual([["cdc-tinh"]]);
    expect(first?.cooperatingUnits[0]?.units[0]?.uid).toBe("phong-nvy");
    expect(first?.term?.to).toBe("2026-08-31");
    expect(second?.gaps).toContain("lead");
    expect(third?.termProblem?.problem).toBe("no-such-day");
    expect(third?.leadUnits[0]?.units[0]).toMatchObject({ uid: "ttyt-105", closedOn: "2025-06-30" });
    for (const { text, start, end } of body.directives) expect(body.text.slice(start, end)).toBe(text);
  });

  test("a name that fits several units offers them all", async () => {
    const text = "KẾT LUẬN\n1. Giao Trung tâm Kiểm chủ trì rà soát.\n2. Giao Chi cục chủ trì báo cáo.\n";
    const { body } = await ask<ProposedDirectives>("POST /api/directives/proposals", { as: office, body: { text } }); // prettier-ignore
    expect(body.directives[1]?.leadUnits[0]?.units.map(({ uid }) => uid).toSorted()).toEqual(["chi-cuc-attp", "chi-cuc-dan-so"]); // prettier-ignore
  });

  test("the office records it, keeps what was decided, and the notice goes out with today's figures", async () => {
    const head = { title: "Hội nghị sơ kết 6 tháng đầu năm 2023 (họp muộn)", period: "2023-S1", heldOn: "2026-07-10" }; // prettier-ignore
    const recorded = await ask<Conference>("POST /api/conferences", { as: office, body: head });
    expect(recorded.body).toMatchObject({ state: "draft", revision: 0, mayChange: true });
    const start = notice.indexOf("Giao Trung tâm Kiểm soát");
    const directives = [
      {
        kind: "task",
        number: "1",
        text: "Rà soát đối tượng tiêm chủng",
        start,
        end: start + 20,
        indicators: ["epi.fully_immunized_u1_rate"],
        tasks: [
          {
            number: "1",
            work: "Rà soát đối tượng tiêm chủng",
            lead: "cdc-tinh",
            cooperating: ["phong-nvy", "cdc-tinh"],
            term: { kind: "date", on: "2026-08-31" },
            indicators: ["epi.fully_immunized_u1_rate"],
          },
        ],
      },
      { kind: "task", number: "2", text: "Tiếp tục truyền thông", tasks: [{ number: "2", work: "Tiếp tục truyền thông" }] },
      { kind: "recommendation", number: "1", text: "Đề nghị bố trí tăng kinh phí", addressee: "UBND tỉnh" },
    ]; // prettier-ignore
    const { id } = recorded.body;
    const kept = await ask<Conference>(`POST /api/conferences/${id}/directives`, { as: office, body: { revision: 0, sourceText: notice, directives } }); // prettier-ignore
    expect(kept.body).toMatchObject({ conclusions: 2, recommendations: 1, gaps: { withoutLead: 1, withoutTerm: 1 } }); // prettier-ignore
    expect(kept.body.carriedOver.filter(({ kind }) => kind === "task")).toHaveLength(10);
    const stale = await ask(`POST /api/conferences/${id}/issue`, { as: office, body: { revision: 0 } });
    expect([stale.status, stale.code]).toEqual([409, "conference-changed"]);
    const issued = await ask<Conference>(`POST /api/conferences/${id}/issue`, { as: office, body: { revision: 1 } }); // prettier-ignore
    expect(issued.body).toMatchObject({ state: "issued", issuedOn: "2026-07-20" });
    conference = issued.body;
    const row = conference.directives[0]!.tasks[0]!;
    task = (await ask<TaskView>(`GET /api/tasks/${row.id}`, { as: office })).body;
    expect(task.evidence[0]?.atAssignment?.text).toBe("27,33%");
    expect(task.cooperating.map(({ uid }) => uid)).toEqual(["phong-nvy"]);
  });

  test("what is out is added to no more, and keeps the reason of every change", async () => {
    const late = await ask(`POST /api/conferences/${conference.id}/directives`, {
      as: office,
      body: { revision: conference.revision, directives: [{ kind: "task", number: "9", text: "x" }] },
    });
    expect(late.code).toBe("conference-issued");
    const silent = await ask(`PUT /api/tasks/${task.id}`, { as: office, body: { revision: task.revision, work: "Khác" } }); // prettier-ignore
    expect(silent.code).toBe("reason-missing");
    const moved = await ask(`PUT /api/tasks/${task.id}`, { as: office, body: { revision: task.revision, term: { kind: "date", on: "2027-01-01" }, reason: "x" } }); // prettier-ignore
    expect(moved.code).toBe("term-in-force");
    const added = await ask<TaskView>(`PUT /api/tasks/${task.id}`, { as: office, body: { revision: task.revision, product: "Danh sách đối tượng" } }); // prettier-ignore
    expect(added.body.happened[0]).toMatchObject({ field: "product", to: "Danh sách đối tượng", note: "Bổ sung nội dung còn thiếu" }); // prettier-ignore
    const stale = await ask(`PUT /api/tasks/${task.id}`, { as: office, body: { revision: task.revision, lead: "phong-nvy", reason: "x" } }); // prettier-ignore
    expect(stale.code).toBe("task-changed");
  });

  test("a group, a closed unit and one that does not exist cannot lead", async () => {
    const tryLead = (lead: string) => ask(`PUT /api/tasks/${task.id}`, { as: office, body: { revision: 99, lead, reason: "x" } }); // prettier-ignore
    expect((await tryLead("nhom-ttyt")).code).toBe("not-a-lead");
    expect((await tryLead("ttyt-105")).code).toBe("lead-closed");
    expect((await tryLead("khong-co")).code).toBe("unknown-org-unit");
  });

  const pdf = new TextEncoder().encode("%PDF-1.7\nbằng chứng");
  test("the lead unit reports with a file, and only the office confirms", async () => {
    const file = await ask<TaskFile>(`POST /api/tasks/${task.id}/files?name=${encodeURIComponent("../Tờ trình.pdf")}`, { as: cdc, bytes: pdf, on: "2026-09-02" }); // prettier-ignore
    expect(file.body).toMatchObject({ name: "Tờ trình.pdf", mediaType: "application/pdf" });
    const again = await ask<TaskFile>(`POST /api/tasks/${task.id}/files?name=khac.pdf`, { as: cdc, bytes: pdf, on: "2026-09-02" }); // prettier-ignore
    expect(again.body.id).toBe(file.body.id);
    const event = { id: "00000000-0000-4000-8000-00000000000a", kind: "done", doneOn: "2026-09-02", note: "Đã rà soát xong", files: [file.body.id] }; // prettier-ignore
    const said = await ask<TaskView>(`POST /api/tasks/${task.id}/events`, { as: cdc, body: event, on: "2026-09-02" }); // prettier-ignore
    expect(said.body).toMatchObject({ status: "open-overdue", awaitsConfirmation: true, daysLate: 2 });
    const twice = await ask<TaskView>(`POST /api/tasks/${task.id}/events`, { as: cdc, body: event, on: "2026-09-02" }); // prettier-ignore
    expect(twice.body.happened.length).toBe(said.body.happened.length);
    const own = await ask(`POST /api/tasks/${task.id}/events`, { as: cdc, body: { kind: "confirmed" }, on: "2026-09-03" }); // prettier-ignore
    expect([own.status, own.code]).toEqual([403, "not-your-task"]);
    const confirmed = await ask<TaskView>(`POST /api/tasks/${task.id}/events`, { as: office, body: { kind: "confirmed" }, on: "2026-09-10" }); // prettier-ignore
    expect(confirmed.body).toMatchObject({ status: "done-late", doneOn: "2026-09-02", daysLate: 2 });
    const got = await ask<Buffer>(`GET /api/tasks/${task.id}/files/${file.body.id}`, { as: cdc, on: "2026-09-10" }); // prettier-ignore
    expect(Buffer.from(got.body).equals(Buffer.from(pdf))).toBe(true);
  });

  test("files that are not what they say, empty or too large are refused with a way on", async () => {
    const send = (name: string, bytes: Uint8Array) => ask(`POST /api/tasks/${task.id}/files?name=${name}`, { as: cdc, bytes }); // prettier-ignore
    expect((await send("a.docx", pdf)).code).toBe("evidence-kind-differs");
    expect((await send("a.exe", new Uint8Array([0x4d, 0x5a, 0, 1, 2]))).code).toBe("evidence-kind-unknown");
    expect((await send("a.txt", new TextEncoder().encode("<script>alert(1)</script>"))).code).toBe("evidence-kind-unknown"); // prettier-ignore
    expect((await send("a.pdf", new Uint8Array(20 * 2 ** 20 + 2))).code).toBe("evidence-too-large");
  });

  test("a unit sees the tasks that it leads or helps with and nothing of others, files included", async () => {
    const helper = leadOf("phong-nvy");
    const stranger = leadOf("bvdk-tinh");
    const numbers = async (as: Grant) => (await ask<TaskList>("GET /api/tasks", { as })).body.tasks.map(({ number }) => number); // prettier-ignore
    expect(await numbers(helper)).toEqual(["1"]);
    expect(await numbers(stranger)).toEqual([]);
    expect((await ask<ConferenceList>("GET /api/conferences", { as: stranger })).body.conferences).toEqual(
      [],
    );
    const [file] = (await ask<TaskView>(`GET /api/tasks/${task.id}`, { as: helper })).body.files;
    const tried = await Promise.all([
      ask(`GET /api/tasks/${task.id}`, { as: stranger }),
      ask(`GET /api/tasks/${task.id}/files/${file!.id}`, { as: stranger }),
      ask(`POST /api/tasks/${task.id}/files?name=a.pdf`, { as: stranger, bytes: pdf }),
      ask(`POST /api/tasks/${task.id}/events`, { as: stranger, body: { kind: "progress", note: "x" } }),
      ask(`PUT /api/tasks/${task.id}`, { as: stranger, body: { revision: 0, work: "x" } }),
      ask(`POST /api/tasks/${task.id}/sub-tasks`, { as: stranger, body: { work: "x", lead: "phong-nvy" } }),
      ask(`GET /api/conferences/${conference.id}`, { as: stranger }),
    ]);
    expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 404));
    const helped = await ask<Conference>(`GET /api/conferences/${conference.id}`, { as: helper });
    expect(helped.body.directives.map(({ number, kind }) => `${kind} ${number}`)).toEqual(["task 1"]);
    expect(helped.body.sourceText).toBeUndefined();
    const refused = await Promise.all([
      ask("POST /api/conferences", { as: helper, body: { title: "x", period: "2026-S1", heldOn: "2026-07-01" } }),
      ask(`PUT /api/tasks/${task.id}`, { as: helper, body: { revision: 0, work: "x" } }),
      ask("POST /api/directives/proposals", { as: helper, body: { text: "x" } }),
      ask(`POST /api/directives/${conference.directives[0]!.id}/outcomes`, { as: helper, body: { state: "met", note: "x" } }),
    ]); // prettier-ignore
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => "not-permitted"));
  });

  test("the list goes out as CSV and as a workbook", async () => {
    const csv = await ask<Buffer>("GET /api/tasks.csv", { as: office, on: "2026-09-12" });
    expect(Buffer.from(csv.body).toString("utf8")).toContain("Hoàn thành quá hạn");
    const xlsx = await ask<Buffer>("GET /api/tasks.xlsx", { as: office });
    expect(Buffer.from(xlsx.body).subarray(0, 2).toString()).toBe("PK");
  });
});

describe("time goes on", () => {
  /** A task of a fresh conference held on Friday 2026-04-24. */
  async function give(term: object | undefined, more: object = {}): Promise<TaskView> {
    const head = { title: `Hội nghị ${Math.random()}`, period: "2026-Q1", heldOn: "2026-04-24" };
    const { body } = await ask<Conference>("POST /api/conferences", { as: office, body: head, on: "2026-04-24" }); // prettier-ignore
    const tasks = [{ number: "1", work: "Lập kế hoạch", lead: "bv-phoi", cooperating: ["bv-yhct"], ...(term && { term }), ...more }]; // prettier-ignore
    await ask(`POST /api/conferences/${body.id}/directives`, { as: office, on: "2026-04-24", body: { revision: 0, directives: [{ kind: "task", number: "1", text: "Lập kế hoạch", tasks }] } }); // prettier-ignore
    const issued = await ask<Conference>(`POST /api/conferences/${body.id}/issue`, { as: office, on: "2026-04-24", body: { revision: 1 } }); // prettier-ignore
    const { id } = issued.body.directives[0]!.tasks[0]!;
    return (await ask<TaskView>(`GET /api/tasks/${id}`, { as: office, on: "2026-04-24" })).body;
  }
  const lead = leadOf("bv-phoi");
  const stand = async (id: string, on: string) => (await ask<TaskView>(`GET /api/tasks/${id}`, { as: office, on })).body; // prettier-ignore
  const tell = (id: string, as: Grant, on: string, body: object) => ask<TaskView>(`POST /api/tasks/${id}/events`, { as, on, body }); // prettier-ignore

  test("five working days over weekends, the day in lieu of Giỗ Tổ and the holidays of 30/4 and 1/5 end on 6 May", async () => {
    const { id, dueOn } = await give({ kind: "days", count: 5, counting: "working-days", from: "2026-04-24" }); // prettier-ignore
    expect(dueOn).toBe("2026-05-06");
    expect((await stand(id, "2026-05-06")).status).toBe("open-in-term");
    expect(await stand(id, "2026-05-07")).toMatchObject({ status: "open-overdue", daysLate: 1 });
  });

  test("what was done in time stays in time, however late it is confirmed; what is returned is open again", async () => {
    const { id } = await give({ kind: "month", month: "2026-05" });
    await tell(id, lead, "2026-06-03", { kind: "done", doneOn: "2026-05-31", note: "Xong" });
    expect(await stand(id, "2026-06-20")).toMatchObject({ status: "open-in-term", awaitsConfirmation: true });
    await tell(id, office, "2026-06-20", { kind: "returned", reason: "Thiếu phụ lục" });
    expect(await stand(id, "2026-06-20")).toMatchObject({ status: "open-overdue", daysLate: 20 });
    await tell(id, lead, "2026-06-22", { kind: "done", doneOn: "2026-05-31", note: "Đã bổ sung" });
    await tell(id, office, "2026-07-01", { kind: "confirmed" });
    expect(await stand(id, "2026-07-01")).toMatchObject({ status: "done-on-time", doneOn: "2026-05-31" });
  });

  test("a longer term replaces the old one, which stays to be seen; it must be longer, and is asked for first", async () => {
    const { id } = await give({ kind: "date", on: "2026-05-15" });
    const term = { kind: "date", on: "2026-06-15" };
    expect((await tell(id, office, "2026-05-10", { kind: "extended", term, reason: "x" })).code).toBe("no-extension-asked"); // prettier-ignore
    expect((await tell(id, lead, "2026-05-10", { kind: "extension-asked", term: { kind: "date", on: "2026-05-15" }, reason: "x" })).code).toBe("extension-not-longer"); // prettier-ignore
    const asked = await tell(id, lead, "2026-05-10", { kind: "extension-asked", term, reason: "Chờ thẩm định" });
    expect(asked.body).toMatchObject({ awaitsExtension: true, dueOn: "2026-05-15" });
    expect((await tell(id, lead, "2026-05-11", { kind: "extended" })).code).toBe("not-your-task");
    const granted = await tell(id, office, "2026-05-11", { kind: "extended" });
    expect(granted.body).toMatchObject({ dueOn: "2026-06-15", firstDueOn: "2026-05-15", awaitsExtension: false });
    expect(granted.body.happened[0]).toMatchObject({ note: "Chờ thẩm định" });
    expect((await stand(id, "2026-06-15")).status).toBe("open-in-term");
    expect((await stand(id, "2026-06-16")).status).toBe("open-overdue");
    expect((await tell(id, lead, "2026-06-16", { kind: "progress", note: "x", on: "2026-05-01" })).code).toBe("event-out-of-order"); // prettier-ignore
  }); // prettier-ignore

  test("regular work is reviewed, never overdue", async () => {
    const { id } = await give(undefined, { rhythm: { every: "quarter", from: "2026-07-15" } });
    expect(await stand(id, "2026-07-20")).toMatchObject({ status: "open-in-term", isReviewDue: true });
    await tell(id, lead, "2026-07-20", { kind: "reviewed", note: "Đã rà soát" });
    expect(await stand(id, "2026-07-21")).toMatchObject({ isReviewDue: false, nextReviewOn: "2026-10-15" });
  });

  test("work that is given up is in none of the four, and can be taken up again", async () => {
    const { id } = await give({ kind: "date", on: "2026-05-15" });
    await tell(id, office, "2026-05-20", { kind: "stopped", reason: "Đề án đã gộp" });
    expect((await stand(id, "2026-06-01")).status).toBe("stopped");
    expect((await tell(id, lead, "2026-06-01", { kind: "progress", note: "x" })).code).toBe("task-stopped");
    await tell(id, office, "2026-06-02", { kind: "resumed", reason: "Tách lại" });
    expect((await stand(id, "2026-06-02")).status).toBe("open-overdue");
  });

  test("a part is given to a unit that helps, which reports; the lead unit confirms its part", async () => {
    const { id } = await give({ kind: "date", on: "2026-05-15" });
    const helper = leadOf("bv-yhct");
    const wrong = await ask(`POST /api/tasks/${id}/sub-tasks`, { as: lead, on: "2026-04-27", body: { work: "Số liệu", lead: "cdc-tinh" } }); // prettier-ignore
    expect(wrong.code).toBe("not-helping");
    const { body } = await ask<TaskView>(`POST /api/tasks/${id}/sub-tasks`, { as: lead, on: "2026-04-27", body: { work: "Số liệu", lead: "bv-yhct", term: { kind: "date", on: "2026-05-05" } } }); // prettier-ignore
    const [part] = body.subTasks;
    expect(part).toMatchObject({ number: "1.1", lead: { uid: "bv-yhct" } });
    await tell(part!.id, helper, "2026-05-04", { kind: "done", doneOn: "2026-05-04", note: "Gửi rồi" });
    const confirmed = await tell(part!.id, lead, "2026-05-05", { kind: "confirmed" });
    expect(confirmed.body.status).toBe("done-on-time");
  });

  test("a lead that is merged is told with its successors, and the office names one of them", async () => {
    const { db, province } = context;
    await saveSuccessionsOf(db, province);
    const head = { title: "Hội nghị năm 2024", period: "2024-S1", heldOn: "2024-07-10" };
    const { body } = await ask<Conference>("POST /api/conferences", {
      as: office,
      body: head,
      on: "2024-07-10",
    });
    const tasks = [{ number: "1", work: "Dự trữ thuốc", lead: "ttyt-105", term: { kind: "date", on: "2025-12-31" } }]; // prettier-ignore
    await ask(`POST /api/conferences/${body.id}/directives`, { as: office, on: "2024-07-10", body: { revision: 0, directives: [{ kind: "task", number: "1", text: "Dự trữ thuốc", tasks }] } }); // prettier-ignore
    await ask(`POST /api/conferences/${body.id}/issue`, {
      as: office,
      on: "2024-07-10",
      body: { revision: 1 },
    });
    const [task] = (await ask<TaskList>(`GET /api/tasks?conference=${body.id}`, { as: office, on: "2025-08-01" })).body.tasks; // prettier-ignore
    expect(task).toMatchObject({
      gaps: ["lead-closed", "product"],
      lead: { uid: "ttyt-105", successors: [{ uid: "ttyt-laichau" }] },
      suggestions: [{ basis: "successor", unit: { uid: "ttyt-laichau" } }],
    });
    const named = await ask<TaskView>(`PUT /api/tasks/${task!.id}`, { as: office, on: "2025-08-01", body: { revision: 1, lead: "ttyt-laichau", reason: "Sáp nhập" } }); // prettier-ignore
    expect(named.body).toMatchObject({ lead: { uid: "ttyt-laichau" } });
    expect((await tell(task!.id, leadOf("ttyt-laichau"), "2025-08-02", { kind: "progress", note: "Đã nhận" })).status).toBe(200); // prettier-ignore
  });

  test("what is not done is carried to a later conference, counted, and told since when", async () => {
    const { body: list } = await ask<TaskList>("GET /api/tasks?conference=hoi-nghi-2020-s1&text=methadone", { as: office }); // prettier-ignore
    const old = list.tasks[0]!;
    const head = { title: "Hội nghị tổng kết", period: "2026-9M", heldOn: "2026-10-10" };
    const { body: target } = await ask<Conference>("POST /api/conferences", { as: office, body: head });
    const carried = await ask<Directive>(`POST /api/directives/${old.directive}/carry`, { as: office, body: { into: target.id } }); // prettier-ignore
    expect(carried.body).toMatchObject({ times: 2, since: "2020-S1" });
    expect(carried.body.tasks).toHaveLength(3);
    expect(carried.body.tasks.every(({ status }) => status === "no-term")).toBe(true);
    const twice = await ask(`POST /api/directives/${old.directive}/carry`, { as: office, body: { into: target.id } }); // prettier-ignore
    expect(twice.code).toBe("already-carried");
    const back = await ask(`POST /api/directives/${carried.body.id}/carry`, { as: office, body: { into: "hoi-nghi-2020-s1" } }); // prettier-ignore
    expect(back.code).toBe("conference-not-later");
    const noted = await ask<Directive>("POST /api/directives/bc-2023-s1.d041/outcomes", { as: office, body: { state: "partly", note: "Đã bố trí một phần" } }); // prettier-ignore
    expect(noted.body.outcome).toMatchObject({ state: "partly", on: "2026-07-20" });
  });
});

async function saveSuccessionsOf(db: Context["db"], province: string): Promise<void> {
  await db.transaction((tx) =>
    saveSuccessions(tx, province, [
      { predecessor: "ttyt-105", successor: "ttyt-laichau", on: "2025-07-01", share: 1 },
    ]),
  );
}

const source = "../shared/source/thong-bao-ket-luan-2020.txt";
describe.skipIf(!existsSync(source))("the notice of 2020 as it was written", () => {
  test("three units are named for conclusion 5, and each is found", async () => {
    const bytes = existsSync(source) ? readFileSync(source) : new Uint8Array();
    const { body } = await ask<ProposedDirectives>("POST /api/directives/proposals/file?name=thong-bao.txt", { as: office, bytes }); // prettier-ignore
    const fifth = body.directives.find(({ kind, number }) => kind === "task" && number === "5");
    expect(fifth?.leadUnits.map(({ units }) => units.map(({ uid }) => uid))).toEqual([["phong-khtc"], ["phong-nvy"], ["cdc-tinh"]]); // prettier-ignore
  });
});

test("the director's page is made of figures: the slowest plan first, small numbers in words, overdue work by unit", async () => {
  const { body } = await ask<Overview>("GET /api/overview?period=2023-S1", { as: { role: "lanh-dao", orgUnit: "VN12" }, on: "2023-07-20" }); // prettier-ignore
  expect(body).toMatchObject({ elapsed: 0.5, limits: { behind: 45, farBehind: 35 } });
  const reached = body.plans.flatMap(({ percent }) =>
    percent.value === null ? [] : [Number(percent.value)],
  );
  expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  expect(body.plans.find(({ key }) => key === "finance.budget_disbursed")).toMatchObject({ state: "behind", percent: { text: "41,06%" } }); // prettier-ignore
  expect(body.plans[0]).toMatchObject({ key: "epi.fully_immunized_u1_rate", state: "far-behind", percent: { text: "27,33%" }, actual: { text: "2.633 trẻ" } }); // prettier-ignore
  expect(body.sentences.map(({ topic }) => topic)).toEqual(["worst", "money", "volume"]);
  expect(body.sentences[0]?.text).toBe("Tỷ lệ trẻ dưới 1 tuổi tiêm chủng đầy đủ 27,33%, giảm 20,8 điểm phần trăm so với cùng kỳ năm 2022."); // prettier-ignore
  expect(body.changes.map(({ key }) => key)).toContain("rabies.pep_recipients");
  expect(body.smallBases.join("; ")).toContain("06 → 11");
  expect(body.tasks.counts["open-overdue"]).toBeGreaterThanOrEqual(6);
  expect(body.report).toMatchObject({ missing: 0 });
  const station = await ask("GET /api/overview?period=2023-S1", { as: leadOf("cdc-tinh"), on: "2023-07-20" });
  expect(station.code).toBe("not-permitted");
});
