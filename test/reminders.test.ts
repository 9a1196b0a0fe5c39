import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import { Reminders, SentReminders } from "#contract/reminder.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { listReminders } from "#operations/list-reminders.ts";
import { remindUnits } from "#operations/reminder-by-hand.ts";
import { deliverReminders, signPayload } from "#operations/reminder-delivery.ts";
import { listFormNotices } from "#operations/reminder-forms.ts";
import {
  inApplicationOnly,
  readReminderSettings,
  type ReminderSettings,
} from "#operations/reminder-settings.ts";
import { keepReminding, remindAll } from "#operations/reminder-upkeep.ts";
import { previewReminders, sendReminders } from "#operations/send-reminders.ts";
import { reminderText } from "#wording/reminder-words.ts";
import { contextAs, openTestContext } from "./context.ts";
import { buildKey, handIn } from "./submission-builders.ts";

const station = "tyt-03394";
const centre = "ttyt-106";

let context: Context;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  const opened = await openTestContext("2023-07-05");
  ({ context } = opened);
  closing.push(opened.close);
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const on = (day: string): Context => ({ ...context, today: day });
const remindersOf = async (of: Context, orgUnit: string) => {
  const server = await open(of);
  const answer = await server.inject({ url: `/api/reminders?orgUnit=${orgUnit}` });
  return Reminders.parse(answer.json()).reminders;
};
async function open(of: Context): Promise<FastifyInstance> {
  const server = await buildServer({ context: of });
  closing.push(() => server.close());
  return server;
}
const linesOf = (reminders: Reminders["reminders"]) => reminders.map(({ day, notices }) => [day, ...notices.map(({ topic, period }) => `${topic} ${period}`).slice(0, 9)]); // prettier-ignore

async function employ(userName: string, orgUnit: string, email: string, role: "nhap-lieu" | "duyet" | "quan-tri" = "nhap-lieu") {
  await createAccount(context, { userName, fullName: userName, orgUnit, email, grants: [{ role, orgUnit }] });
} // prettier-ignore

interface Letter {
  readonly to: readonly string[];
  readonly text: string;
}

/** A mail server on this machine; it refuses addresses at full.example. */
async function openMailServer(): Promise<{ letters: Letter[]; url: string }> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(address.endsWith("@full.example") ? new Error("mailbox full") : null), // prettier-ignore
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: readable(Buffer.concat(pieces).toString()) }); // prettier-ignore
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(() => new Promise<void>((closed) => server.close(closed)));
  const { port } = server.server.address() as AddressInfo;
  return { letters, url: `smtp://127.0.0.1:${port}` };
}

/** The text of a letter, whichever way it is packed for the way. */
function readable(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(/content-transfer-encoding:.*/i.exec(head)?.[0] ?? "")) return Buffer.from(body, "base64").toString("utf8"); // prettier-ignore
  const joined = body.replaceAll("=\r\n", "");
  return decodeURIComponent(joined.replaceAll("%", "%25").replaceAll(/=([0-9A-F]{2})/g, "%$1"));
}

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function openWebhook(answer: (count: number) => number): Promise<{ calls: Call[]; url: string }> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      calls.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
      response.writeHead(answer(calls.length)).end("ok");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(() => new Promise((closed) => server.close(closed)));
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

describe("what units are reminded of", () => {
  test("a form due within three days, one reminder for all forms, and not again the next day", async () => {
    expect(await remindAll(on("2023-07-02"), inApplicationOnly)).toMatchObject({ sent: 0, failed: 0 });
    const early = linesOf(await remindersOf(on("2023-07-02"), station));
    expect(early.flat()).not.toContain("form-due 2023-06");
    await remindAll(on("2023-07-05"), inApplicationOnly);
    await remindAll(on("2023-07-06"), inApplicationOnly);
    const due = (await remindersOf(on("2023-07-06"), station)).filter(({ notices }) => notices.some(({ topic, period }) => topic === "form-due" && period === "2023-06")); // prettier-ignore
    expect(due.map(({ day }) => day)).toEqual(["2023-07-05"]);
    const monthly = due[0]!.notices.filter(({ period }) => period === "2023-06");
    expect(monthly.map(({ about }) => about.split("|")[1]).join()).toBe("covid19-xa,sinh-san-xa,sot-ret-xa,tiem-chung-xa"); // prettier-ignore
    expect(monthly[0]!.text.vi).toMatch(/, tháng 6\/2023: hạn 07\/7\/2023, còn 2 ngày\.$/);
  });

  test("what is handed in is not reminded of; what is returned is", async () => {
    await handIn(context);
    const notices = await listFormNotices(on("2023-07-12"), inApplicationOnly);
    const own = notices.filter(({ orgUnit, period }) => orgUnit === station && period === "2023-06");
    expect(own.map(({ about }) => about)).not.toContain(`form|tiem-chung-xa|2023-06|${station}`);
    expect(new Set(own.map(({ topic }) => topic))).toEqual(new Set(["form-overdue"]));
    const server = await open(context);
    await server.inject({ method: "POST", url: `/api/submissions/tiem-chung-xa/2023-06/${station}/return`, body: { version: 1, reason: "Sai" } }); // prettier-ignore
    const after = await listFormNotices(on("2023-07-12"), inApplicationOnly);
    expect(after.filter(({ about }) => about === `form|tiem-chung-xa|2023-06|${station}`)).toMatchObject([{ topic: "form-returned", orgUnit: station }]); // prettier-ignore
  });

  test("the tier above hears of what is overdue by five days, of all its stations in one reminder", async () => {
    const below = async (day: string) =>
      (await listFormNotices(on(day), inApplicationOnly)).filter(({ orgUnit, topic, period }) => orgUnit === centre && topic === "form-overdue-below" && period === "2023-06"); // prettier-ignore
    expect(await below("2023-07-11")).toEqual([]);
    expect((await below("2023-07-12")).map(({ ofUnit }) => ofUnit?.uid)).toContain(station);
    await remindAll(on("2023-07-12"), inApplicationOnly);
    const [reminder, ...more] = await remindersOf(on("2023-07-12"), centre);
    expect(more).toEqual([]);
    expect(reminder!.notices.length).toBeGreaterThan(10);
    expect(reminder!.notices.find(({ ofUnit, period }) => ofUnit?.uid === station && period === "2023-06")?.text.vi).toMatch(/^TYT xã .*quá hạn 5 ngày \(hạn 07\/7\/2023\), chưa nộp\.$/); // prettier-ignore
  });

  test("overdue forms are told again after three days, until they are handed in", async () => {
    for (const day of ["2023-07-10", "2023-07-11", "2023-07-12", "2023-07-13"]) await remindAll(on(day), inApplicationOnly); // prettier-ignore
    const days = (await remindersOf(on("2023-07-13"), station)).map(({ day }) => day);
    expect(days.toReversed()).toEqual(["2023-07-10", "2023-07-13"]);
  });

  test("a trial run names all and sends nothing", async () => {
    const notices = await listFormNotices(context, inApplicationOnly);
    const previews = await previewReminders(context, notices, inApplicationOnly);
    expect(previews.length).toBeGreaterThan(100);
    expect(await remindersOf(context, station)).toEqual([]);
  });
});

describe("letters and calls", () => {
  test("a letter to the tier above names each form once, with the units that owe it", () => {
    const owed = ["A", "B"].map((name) => ({ topic: "form-overdue-below", orgUnit: centre, about: name, name: { vi: "Tiêm chủng", en: "Immunisation" }, period: "2023-06", ofUnit: { uid: name, name: `TYT xã ${name}` }, dueOn: "2023-07-07", daysLeft: -5 }) as const); // prettier-ignore
    const text = reminderText([{ unitName: "Trung tâm Y tế", notices: owed }], {});
    expect(text).toContain(
      "  - Tiêm chủng, tháng 6/2023: 2 đơn vị chưa nộp, quá hạn 5 ngày (hạn 07/7/2023): TYT xã A, TYT xã B.\n",
    );
    expect(reminderText([{ unitName: "Centre", notices: owed }], { language: "en" })).toContain(
      "not handed in by 2 units",
    );
  });

  test("people of a unit who enter or approve get one letter, with all forms and a link to each", async () => {
    const { letters, url } = await openMailServer();
    await employ("tram.mot", station, "Tram@Example.VN");
    await employ("tram.hai", station, "tram@example.vn");
    await employ("tram.ba", "tyt-03388", "tram@example.vn");
    await employ("quan.tri", station, "it@example.vn", "quan-tri");
    await employ("nghi.viec", station, "cu@example.vn");
    await context.db.query("update account set disabled_at = now() where id = 'nghi.viec'");
    const settings: ReminderSettings = { ...inApplicationOnly, mail: { server: url, from: "Báo cáo <baocao@syt.example>" }, address: "https://tuyen.example" }; // prettier-ignore
    expect(await remindAll(context, settings)).toMatchObject({ sent: 1, failed: 0 });
    expect(letters.map(({ to }) => to)).toEqual([["tram@example.vn"]]);
    const [{ text }] = letters as [Letter];
    expect(text).toContain("Trạm Y tế");
    expect(text).toContain("hạn 07/7/2023, còn 2 ngày.");
    expect(text).toContain(`https://tuyen.example/nhap-lieu/tiem-chung-xa/2023-06/${station}`);
    expect(text).toContain("https://tuyen.example/nhap-lieu/tiem-chung-xa/2023-06/tyt-03388");

    expect(await remindAll(context, settings)).toMatchObject({ reminded: [], sent: 0 });
    expect(letters).toHaveLength(1);
    const [reminder] = await remindersOf(context, station);
    expect(reminder!.deliveries).toMatchObject([{ channel: "email", outcome: "sent", attempts: 1, recipient: "tram@example.vn" }]); // prettier-ignore
    const someone = await contextAs(context, [{ role: "nhap-lieu", orgUnit: station }]);
    const [theirs] = (await listReminders(someone, station)).reminders;
    expect(theirs!.deliveries[0]).not.toHaveProperty("recipient");
  });

  test("a letter that is not taken is tried three times, once a round, and noted as failed", async () => {
    const { letters, url } = await openMailServer();
    await employ("tram.day", station, "tram@full.example");
    await employ("tram.khac", "tyt-03388", "khac@example.vn");
    const settings: ReminderSettings = {
      ...inApplicationOnly,
      mail: { server: url, from: "baocao@syt.example" },
    };
    expect(await remindAll(context, settings)).toMatchObject({ sent: 1, failed: 1 });
    for (let round = 0; round < 4; round += 1) {
      await context.db.query("update reminder_delivery set claimed_at = claimed_at - interval '6 minutes'");
      await deliverReminders(context, settings);
    }
    const [reminder] = await remindersOf(context, station);
    expect(reminder!.deliveries).toMatchObject([{ outcome: "failed", attempts: 3 }]);
    expect(reminder!.deliveries[0]!.problem).toContain("mailbox full");
    expect(letters).toHaveLength(1);
  });

  test("a webhook gets all of a round in one call, signed, and again when it failed", async () => {
    const { calls, url } = await openWebhook((count) => (count === 1 ? 503 : 200));
    const settings: ReminderSettings = {
      ...inApplicationOnly,
      webhooks: { addresses: [url], secret: "bí mật" },
    };
    expect(await remindAll(context, settings)).toMatchObject({ sent: 0, failed: 1 });
    expect(await deliverReminders(context, settings)).toMatchObject({ sent: 0, failed: 0 }); // not so soon
    await context.db.query("update reminder_delivery set claimed_at = claimed_at - interval '6 minutes'");
    expect(await deliverReminders(context, settings)).toMatchObject({ sent: 1, failed: 0 });
    expect(calls).toHaveLength(2);
    const { headers, body } = calls[1]!;
    const time = String(headers["x-tuyen-timestamp"]);
    expect(headers["x-tuyen-signature"]).toBe(`sha256=${signPayload("bí mật", time, body)}`);
    const payload = JSON.parse(body) as { text: string; reminders: { orgUnit: string; notices: object[] }[] };
    expect(payload.reminders.find(({ orgUnit }) => orgUnit === station)?.notices.length).toBeGreaterThan(3);
    expect(payload.text).toContain("Trạm Y tế");
  });

  test("a server that does not answer keeps nobody waiting for ever, and what it missed is told in the application", async () => {
    const settings: ReminderSettings = {
      ...inApplicationOnly,
      webhooks: { addresses: ["http://127.0.0.1:9/hook"] },
    };
    const began = performance.now();
    expect(await remindAll(context, settings)).toMatchObject({ sent: 0, failed: 1 });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await remindersOf(context, station)).toHaveLength(1);
  });
});

describe("once", () => {
  test("several servers and people at the same moment remind a unit once", async () => {
    const notices = (await listFormNotices(context, inApplicationOnly)).filter(({ orgUnit }) => orgUnit < "tyt-034"); // prettier-ignore
    const rounds = await Promise.all(Array.from({ length: 4 }, () => sendReminders(context, notices, { settings: inApplicationOnly, repeatAfter: 1 }))); // prettier-ignore
    const told = rounds.flatMap(({ reminded }) => reminded);
    expect(told.length).toBe(new Set(told).size);
    expect(told.length).toBe(new Set(notices.map(({ orgUnit }) => orgUnit)).size);
  });

  test("the server makes its round once a day, from seven in the morning in Vietnam", async () => {
    let now = new Date("2023-07-04T23:30:00Z"); // 6:30 on the 5th
    await employ("tram.mot", station, "tram@example.vn");
    const errors: unknown[] = [];
    const stop = keepReminding(context, { settings: inApplicationOnly, now: () => now, pause: 20, tell: (error) => errors.push(error) }); // prettier-ignore
    const count = async () => (await context.db.query<{ count: number }>("select count(*)::int as count from reminder where org_unit = $1", [station]))[0]!.count; // prettier-ignore
    await setTimeout(300);
    expect(await count()).toBe(0);
    now = new Date("2023-07-05T00:10:00Z");
    await expect.poll(count, { timeout: 10_000 }).toBe(1);
    await setTimeout(200);
    now = new Date("2023-07-08T01:00:00Z");
    await expect.poll(count, { timeout: 10_000 }).toBe(2);
    await stop();
    expect(errors).toEqual([]);
  });
});

describe("by hand", () => {
  const post = async (of: Context, body: object) => {
    const server = await open(of);
    const answer = await server.inject({ method: "POST", url: "/api/reminders", body });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  };

  test("a centre reminds its stations of a period, once a day, and nobody beyond them", async () => {
    const sender = await contextAs(context, [{ role: "duyet", orgUnit: "VN12.106" }], "truong.phong");
    const ask = (orgUnits: string[]) =>
      remindUnits(sender, { period: "2023-06", orgUnits }, inApplicationOnly);
    expect(await ask([station])).toEqual({ reminded: 1, already: 0, nothing: 0 });
    expect(await ask([station])).toEqual({ reminded: 0, already: 1, nothing: 0 });
    await expect(ask([station, "tyt-03388"])).rejects.toMatchObject({ code: "not-permitted" });
    const [reminder] = await remindersOf(context, station);
    expect(reminder).toMatchObject({ by: "truong.phong", day: "2023-07-05" });
    const [note] = await context.db.query<{ action: string }>(
      "select action from audit order by id desc limit 1",
    );
    expect(note?.action).toBe("reminders-sent");
  });

  test("counts units with nothing left to hand in, and refuses what is no period", async () => {
    await handIn(context, { key: buildKey() });
    const answer = await post(context, { period: "2023-06", orgUnits: [station, "VN12"] });
    expect(SentReminders.parse(answer.body)).toEqual({ reminded: 1, already: 0, nothing: 1 });
    expect((await post(context, { period: "tháng 6", orgUnits: [station] })).status).toBe(400);
  });
});

test("settings are read strictly, and a password is never repeated", () => {
  expect(readReminderSettings({})).toEqual(inApplicationOnly);
  const whole = readReminderSettings({ TUYEN_SMTP: "smtps://a:b@mail.example", TUYEN_SMTP_FROM: "x@y.vn", TUYEN_WEBHOOKS: "https://a.example/1, https://b.example/2", TUYEN_REMIND_HOUR: "6", TUYEN_ADDRESS: "https://t.example/" }); // prettier-ignore
  expect(whole).toMatchObject({ hour: 6, address: "https://t.example", webhooks: { addresses: ["https://a.example/1", "https://b.example/2"] } }); // prettier-ignore
  for (const bad of [
    { TUYEN_SMTP: "mail.example" },
    { TUYEN_SMTP: "smtp://user:secret@x" },
    { TUYEN_WEBHOOKS: "file:///etc" },
    { TUYEN_REMIND_DUE_DAYS: "ba" },
  ]) {
    // prettier-ignore
    try {
      readReminderSettings(bad);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(String(error)).not.toContain("secret");
    }
  }
});
