import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { generate } from "otplib";
import { buildServer } from "#api/server.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;

beforeAll(async () => {
  ({ context, close } = await openTestContext());
  server = await buildServer({
    context,
    sessions: {
      clock: () => context.today,
      idle: 3600,
      longest: 86_400,
      firstVisit: { code: "abcd-2345", tries: 0 },
    },
  });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly code: string } } & Record<string, unknown>;
  readonly cookie: string | undefined;
}

/** Asks as a browser does that holds the cookie. */
async function ask(
  method: "GET" | "POST" | "PUT" | "DELETE",
  url: string,
  {
    cookie = "",
    body,
    headers = {},
  }: { cookie?: string; body?: object; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const answer = await server.inject({
    method,
    url,
    headers: { cookie, origin: "http://localhost:80", host: "localhost:80", ...headers },
    ...(body && { payload: body }),
  });
  const [set] = answer.cookies;
  return { status: answer.statusCode, body: answer.json(), cookie: set && `${set.name}=${set.value}` };
}

const signIn = (userName: string, password: string, code?: string) =>
  ask("POST", "/api/session", { body: { userName, password, ...(code !== undefined && { code }) } });

async function newcomer(userName: string): Promise<string> {
  const grants = [{ role: "nhap-lieu", orgUnit: "VN12.03388-2025" }] as const;
  const { password } = await createAccount(context, {
    userName,
    fullName: "Trạm thử",
    orgUnit: "VN12.03388-2025",
    grants,
  });
  return password;
}

/** Somebody who has changed the first password already. */
async function settled(userName: string): Promise<{ cookie: string; password: string }> {
  const first = await newcomer(userName);
  const { cookie = "" } = await signIn(userName, first);
  const password = "bàn ghế lọ hoa";
  await ask("POST", "/api/session/password", { cookie, body: { current: first, next: password } });
  return { cookie, password };
}

describe("the first visit", () => {
  test("says so, takes only the printed code, and makes the administrator once", async () => {
    expect((await ask("GET", "/api/session")).body).toMatchObject({ state: "first-visit" });
    const wanted = { userName: "QuanTri", fullName: "Lê Thị Quản Trị", password: "ba cái bàn gỗ" };
    const wrong = await ask("POST", "/api/session/first-visit", { body: { ...wanted, code: "zzzz-9999" } });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: "first-visit-code-wrong" } } });
    const weak = await ask("POST", "/api/session/first-visit", { body: { ...wanted, code: "abcd-2345", password: "matkhau123" } }); // prettier-ignore
    expect(weak.body.error?.code).toBe("password-common");
    const made = await ask("POST", "/api/session/first-visit", { body: { ...wanted, code: " ABCD 2345" } });
    expect(made.status).toBe(200);
    expect((await ask("GET", "/api/session", { cookie: made.cookie ?? "" })).body).toMatchObject({
      state: "signed-in",
      user: { id: "quantri", mustChangePassword: false, grants: [{ role: "quan-tri", orgUnit: "VN12" }] },
    });
    const again = await ask("POST", "/api/session/first-visit", { body: { ...wanted, code: "abcd-2345" } });
    expect(again.body.error?.code).toBe("first-visit-over");
  });
});

describe("a new installation that only its own machine reaches", () => {
  test("shows what came with it to whoever opens it, changes nothing, and shuts with the first account", async () => {
    const own = await openTestContext();
    const door = await buildServer({
      context: own.context,
      sessions: {
        clock: () => own.context.today,
        idle: 3600,
        longest: 86_400,
        firstVisit: { code: "abcd-2345", tries: 0 },
        isOpenToVisitors: true,
      },
    });
    const knock = async (method: "GET" | "POST", url: string) =>
      (await door.inject({ method, url, headers: { origin: "http://localhost:80", host: "localhost:80" }, ...(method === "POST" && { payload: {} }) })).statusCode; // prettier-ignore
    expect(await knock("GET", "/api/reports/2023-S1")).toBe(200);
    expect(await knock("GET", "/api/accounts")).toBe(403);
    expect(await knock("GET", "/api/audit")).toBe(403);
    expect(await knock("POST", "/api/values/correct")).toBe(401);
    await createAccount(own.context, { userName: "ai.do", fullName: "Ai đó", orgUnit: "VN12", grants: [] });
    expect(await knock("GET", "/api/reports/2023-S1")).toBe(401);
    await door.close();
    await own.close();
  });
});

describe("signing in", () => {
  test("needs the first password to be changed before anything else", async () => {
    const password = await newcomer("tyt.moi");
    const { cookie = "" } = await signIn(" TYT.moi ", password);
    expect((await ask("GET", "/api/analytics/dimensions", { cookie })).body.error?.code).toBe(
      "must-change-password",
    );
    const changed = await ask("POST", "/api/session/password", { cookie, body: { current: password, next: "bàn ghế lọ hoa" } }); // prettier-ignore
    expect(changed.status).toBe(200);
    expect((await ask("GET", "/api/analytics/dimensions", { cookie })).status).toBe(200);
    expect((await signIn("tyt.moi", password)).body.error?.code).toBe("sign-in-wrong");
  });

  test("answers the same for a wrong password and for a name that nobody has", async () => {
    await newcomer("tyt.coma");
    const [wrong, unknown] = [
      await signIn("tyt.coma", "sai mật khẩu rồi"),
      await signIn("khong.co", "sai mật khẩu rồi"),
    ];
    expect(wrong).toEqual(unknown);
    expect(wrong.status).toBe(401);
  });

  test("makes a name rest after five failures, whether anybody has it or not, and nobody else", async () => {
    const password = await newcomer("tyt.quen");
    for (const name of ["tyt.quen", "khong.ai"]) {
      for (let i = 0; i < 5; i++) expect((await signIn(name, "sai")).body.error?.code).toBe("sign-in-wrong");
      expect(await signIn(name, password)).toMatchObject({
        status: 429,
        body: { error: { code: "sign-in-wait" } },
      });
    }
    const other = await newcomer("tyt.khac");
    expect((await signIn("tyt.khac", other)).status).toBe(200);
  });

  test("gives a cookie that no script reads, and keeps only its hash", async () => {
    const password = await newcomer("tyt.banh");
    const answer = await server.inject({
      method: "POST",
      url: "/api/session",
      headers: { origin: "http://localhost:80", host: "localhost:80" },
      payload: { userName: "tyt.banh", password },
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    const tables = await context.db.query<{ text: string }>(
      "select row_to_json(session)::text as text from session union all select row_to_json(account)::text from account union all select row_to_json(audit)::text from audit",
    );
    expect(tables.some(({ text }) => text.includes(cookie!.value) || text.includes(password))).toBe(false);
  });
});

describe("a session", () => {
  test("ends when the password is changed elsewhere, when it is revoked, and when the account is closed", async () => {
    const { cookie, password } = await settled("tyt.phien");
    const second = (await signIn("tyt.phien", password)).cookie ?? "";
    const third = (await signIn("tyt.phien", password)).cookie ?? "";
    const all = (await ask("GET", "/api/session/all", { cookie })).body as unknown as { sessions: { id: string; isCurrent: boolean }[] }; // prettier-ignore
    expect(all.sessions).toHaveLength(3);
    const other = (await ask("GET", "/api/session/all", { cookie: third })).body as unknown as typeof all;
    const current = other.sessions.find(({ isCurrent }) => isCurrent)!;
    expect((await ask("DELETE", `/api/session/all/${current.id}`, { cookie })).status).toBe(200);
    expect((await ask("GET", "/api/session/all", { cookie: third })).status).toBe(401);

    await ask("POST", "/api/session/password", {
      cookie,
      body: { current: password, next: "ba ấm chè xanh" },
    });
    expect((await ask("GET", "/api/session/all", { cookie: second })).status).toBe(401);
    expect((await ask("GET", "/api/session/all", { cookie })).status).toBe(200);

    const admin = (await signIn("quantri", "ba cái bàn gỗ")).cookie ?? "";
    expect((await ask("PUT", "/api/accounts/tyt.phien/state", { cookie: admin, body: { isDisabled: true } })).status).toBe(200); // prettier-ignore
    expect((await ask("GET", "/api/session/all", { cookie })).status).toBe(401);
  });

  test("of somebody else is neither seen nor ended", async () => {
    const { cookie } = await settled("tyt.mot");
    const other = await settled("tyt.hai");
    const theirs = (await ask("GET", "/api/session/all", { cookie: other.cookie })).body as unknown as { sessions: { id: string }[] }; // prettier-ignore
    const answer = await ask("DELETE", `/api/session/all/${theirs.sessions[0]!.id}`, { cookie });
    expect(answer.body.error?.code).toBe("unknown-session");
    expect((await ask("GET", "/api/session/all", { cookie: other.cookie })).status).toBe(200);
  });

  test("does not write for a page of another site", async () => {
    const { cookie } = await settled("tyt.csrf");
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "" }]) {
      const answer = await ask("DELETE", "/api/session", { cookie, headers });
      expect(answer.body.error?.code).toBe("cross-site");
    }
    expect((await ask("GET", "/api/session/all", { cookie })).status).toBe(200);
  });

  test("that was left unused ends", async () => {
    const { cookie } = await settled("tyt.nghi");
    await context.db.query(
      "update session set last_used_at = now() - interval '2 hours' where account = 'tyt.nghi'",
    );
    expect((await ask("GET", "/api/session/all", { cookie })).body.error?.code).toBe("not-signed-in");
  });
});

describe("the second factor", () => {
  test("is asked for once it is on; no code counts twice; a backup code stands in, once", async () => {
    const { cookie, password } = await settled("tyt.haibuoc");
    const begun = (await ask("POST", "/api/session/totp", { cookie, body: { password } }))
      .body as unknown as { secret: string };
    const code = await generate({ secret: begun.secret });
    const { codes } = (await ask("POST", "/api/session/totp/enable", { cookie, body: { code } })).body as unknown as { codes: string[] }; // prettier-ignore
    expect(codes).toHaveLength(8);
    expect((await signIn("tyt.haibuoc", password)).body.error?.code).toBe("code-needed");
    expect((await signIn("tyt.haibuoc", password, code)).body.error?.code).toBe("code-wrong");
    expect((await signIn("tyt.haibuoc", password, codes[0]!.toUpperCase())).status).toBe(200);
    expect((await signIn("tyt.haibuoc", password, codes[0])).body.error?.code).toBe("code-wrong");
    const next = await generate({ secret: begun.secret, epoch: Date.now() / 1000 + 30 });
    expect((await signIn("tyt.haibuoc", password, next)).status).toBe(200);
  });
});

test("a token of another system asks as its account, and writes without an origin", async () => {
  const admin = (await signIn("quantri", "ba cái bàn gỗ")).cookie ?? "";
  await settled("his.bvdk");
  const { token } = (await ask("POST", "/api/accounts/his.bvdk/tokens", { cookie: admin, body: { system: "HIS" } })).body as unknown as { token: string }; // prettier-ignore
  const asked = await server.inject({ url: "/api/session", headers: { authorization: `Bearer ${token}` } });
  expect(asked.json()).toMatchObject({ state: "signed-in", user: { id: "his.bvdk" } });
  expect((await server.inject({ url: "/api/reports/2023-S1", headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(403); // prettier-ignore
  const out = await server.inject({
    method: "DELETE",
    url: "/api/session",
    headers: { authorization: `Bearer ${token}` },
  });
  expect(out.statusCode).toBe(200);
});
