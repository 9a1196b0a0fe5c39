import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { buildServer } from "#api/server.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { disableAccount } from "#operations/disable-account.ts";
import { openTestContext } from "./context.ts";

/** A real sign-in service on this machine, whose people are `tyt.hoa` and whoever else is asked for. */

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
let service: Server;
let address: string;

beforeAll(async () => {
  ({ context, close } = await openTestContext());
  service = createServer();
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const { port } = await freeServer();
  address = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "tuyen",
        client_secret: "a secret",
        redirect_uris: [`${address}/api/session/oidc/callback`],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: `${id}@syt.example` }),
    }),
  });
  service.on("request", provider.callback());
  server = await buildServer({
    context,
    sessions: {
      clock: () => context.today,
      idle: 3600,
      longest: 3600,
      oidc: {
        issuer,
        clientId: "tuyen",
        clientSecret: "a secret",
        publicAddress: address,
        claim: "preferred_username",
        label: "Sở",
      },
    },
  });
  await server.listen({ host: "127.0.0.1", port });
  const account = { fullName: "Lò Thị Hoa", orgUnit: "VN12", grants: [] };
  for (const userName of ["tyt.hoa", "tyt.lan"]) await createAccount(context, { ...account, userName });
});
afterAll(async () => {
  await server.close();
  service.closeAllConnections();
  service.close();
  await close();
});

async function freeServer(): Promise<AddressInfo> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const found = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return found;
}

/** A browser that follows redirects, keeps cookies by host, and fills the service's own forms as `person`. */
class Wanderer {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #person: string;

  constructor(person: string) {
    this.#person = person;
  }

  async visit(start: string): Promise<URL> {
    let next: { url: URL; form?: URLSearchParams } = { url: new URL(start) };
    for (let step = 0; step < 20; step++) {
      const answer = await this.#fetch(next.url, next.form);
      const location = answer.headers.get("location");
      if (location !== null) next = { url: new URL(location, next.url) };
      else if (next.url.pathname.startsWith("/interaction/"))
        next = { url: next.url, form: this.#fill(await answer.text()) };
      else return next.url;
      if (next.url.origin === address && !next.url.pathname.startsWith("/api/")) return next.url;
    }
    throw new Error("went in circles");
  }

  async session(): Promise<{ state: string; user?: { id: string } }> {
    const answer = await this.#fetch(new URL("/api/session", address));
    return (await answer.json()) as { state: string };
  }

  #fill(html: string): URLSearchParams {
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? "";
    return new URLSearchParams({ prompt, login: this.#person, password: "x" });
  }

  async #fetch(url: URL, form?: URLSearchParams): Promise<Response> {
    const jar = this.#cookies.get(url.origin) ?? new Map<string, string>();
    this.#cookies.set(url.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = form ? { method: "POST", body: form } : {};
    const answer = await fetch(url, { ...request, redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  }
}

test("somebody of the department's service comes in as the account of the same name", async () => {
  const browser = new Wanderer("tyt.hoa");
  const end = await browser.visit(`${address}/api/session/oidc`);
  expect(end.href).toBe(`${address}/`);
  expect(await browser.session()).toMatchObject({ state: "signed-in", user: { id: "tyt.hoa" } });
});

test("somebody without an account is told so and not let in", async () => {
  const browser = new Wanderer("khong.co");
  const end = await browser.visit(`${address}/api/session/oidc`);
  expect(end.search).toBe("?loi=oidc-no-account&ten=khong.co");
  expect(await browser.session()).toMatchObject({ state: "signed-out" });
});

test("an account stays with the person it was first tied to, and a closed one stays closed", async () => {
  await context.db.query(
    "update account set oidc_issuer = 'https://elsewhere', oidc_subject = '7' where id = 'tyt.lan'",
  );
  expect((await new Wanderer("tyt.lan").visit(`${address}/api/session/oidc`)).search).toContain(
    "oidc-no-account",
  );
  await disableAccount(context, "tyt.hoa", true);
  expect((await new Wanderer("tyt.hoa").visit(`${address}/api/session/oidc`)).search).toContain(
    "oidc-no-account",
  );
});

test("whoever comes back without having left from this browser is not let in", async () => {
  const end = await new Wanderer("tyt.hoa").visit(`${address}/api/session/oidc/callback?code=stolen&state=x`);
  expect(end.search).toContain("oidc-failed");
});
