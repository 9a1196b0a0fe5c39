import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Refusal } from "#domain/refusal.ts";
import type { OidcConfig } from "#operations/config.ts";
import { beginOidc, finishOidc, oidcCallback, type OidcErrand } from "#operations/oidc.ts";
import { startSession } from "#operations/sign-in.ts";
import { deviceName } from "../device-name.ts";
import { setSessionCookie } from "../session-cookie.ts";
import type { SignInSetup } from "./session.ts";

const errandName = "tuyen_oidc";
const errandPath = "/api/session/oidc";
const Errand = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** `/api/session/oidc`: signing in with the department's own service; the browser goes there and comes back. */
export const oidcRoutes: FastifyPluginCallbackZod<{ setup: SignInSetup; oidc: OidcConfig }> = (
  server,
  { setup, oidc },
  ready,
) => {
  const schema = { hide: true }; // addresses for browsers, not for programs
  const config = { access: "public" } as const;
  server.get(errandPath, { schema, config }, async (request, reply) => {
    const { address, errand } = await beginOidc(oidc);
    const secure = request.protocol === "https";
    void reply.setCookie(errandName, encode(errand), {
      path: errandPath,
      httpOnly: true,
      sameSite: "lax",
      secure,
      maxAge: 600,
    });
    return reply.redirect(address);
  });
  server.get(oidcCallback, { schema, config }, async (request, reply) => {
    void reply.clearCookie(errandName, { path: errandPath });
    try {
      const errand = decode(request.cookies[errandName]);
      const account = await finishOidc(setup.machine(), oidc, errand, request.url.split("?")[1] ?? "");
      const door = { device: deviceName(request.headers["user-agent"]), address: request.ip };
      const { token } = await startSession(setup.machine(), setup, account, door);
      setSessionCookie(request, reply, token, setup.longest);
      return await reply.redirect("/");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reply.redirect(
        `/?${new URLSearchParams({ loi: error.code, ten: String(error.facts["userName"] ?? "") }).toString()}`,
      );
    }
  });
  ready();
};

function encode(errand: OidcErrand): string {
  return Buffer.from(JSON.stringify(errand)).toString("base64url");
}

/** Whoever comes back without having left from this browser was sent by somebody else. */
function decode(cookie: string | undefined): OidcErrand {
  try {
    return Errand.parse(JSON.parse(Buffer.from(cookie ?? "", "base64url").toString("utf8")));
  } catch {
    throw new Refusal("oidc-failed", { reason: "state" });
  }
}
