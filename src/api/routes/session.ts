import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  BackupCodes, ChangePasswordBody, CodeBody, FirstVisitBody, OwnSessions, PasswordBody, SessionState, SignInBody, TotpSecret,
} from "#contract/session.ts"; // prettier-ignore
import { changePassword } from "#operations/change-password.ts";
import type { OidcConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import type { Demonstration } from "#operations/demo-accounts.ts";
import { describeUser } from "#operations/describe-session.ts";
import { createAdministrator, type FirstVisit } from "#operations/first-visit.ts";
import { listSessions } from "#operations/list-sessions.ts";
import { revokeSession } from "#operations/revoke-session.ts";
import type { SessionSettings } from "#operations/session-user.ts";
import { signIn } from "#operations/sign-in.ts";
import { signOut } from "#operations/sign-out.ts";
import { beginTotp, disableTotp, enableTotp, hasTotp } from "#operations/totp.ts";
import { deviceName } from "../device-name.ts";
import { clearSessionCookie, setSessionCookie } from "../session-cookie.ts";
import { isKnown, isVisitor } from "../session-guard.ts";

/** What signing in needs to know of the installation. */
export interface SignInSetup extends SessionSettings {
  /** The installation itself, which asks who somebody is before anybody is known. */
  readonly machine: () => Context;
  readonly firstVisit: FirstVisit | undefined;
  readonly demonstration: Demonstration | undefined;
  readonly oidc: OidcConfig | undefined;
}

const done = z.object({});
const open = { config: { access: "public" } } as const;
const unready = { config: { access: "unready" } } as const;

/** `/api/session`: signing in and out, one's password, second factor and other sessions. */
export const sessionRoutes: FastifyPluginCallbackZod<{ setup: SignInSetup }> = (server, { setup }, ready) => {
  let { firstVisit } = setup;
  const isDemo = setup.demonstration !== undefined;

  server.get(
    "/api/session",
    {
      ...open,
      schema: {
        summary: "Who asks, and how one may sign in",
        tags: ["session"],
        response: { 200: SessionState },
      },
    },
    async ({ context, signedIn }): Promise<SessionState> => {
      if (isVisitor(context)) return { state: "first-visit", user: await describeUser(context) };
      if (isKnown(context))
        return { state: "signed-in", user: await describeUser(context, signedIn?.account) };
      const { demonstration, oidc } = setup;
      return {
        state: firstVisit && !isDemo ? "first-visit" : "signed-out",
        ...(oidc && { oidc: { label: oidc.label } }),
        ...(demonstration && { demonstration: publishDemonstration(demonstration) }),
      };
    },
  );
  server.post(
    "/api/session",
    {
      ...open,
      schema: { summary: "Signs in", tags: ["session"], body: SignInBody, response: { 200: done } },
    },
    async (request, reply) => {
      const door = { device: deviceName(request.headers["user-agent"]), address: request.ip };
      const { token } = await signIn(setup.machine(), { ...setup, isDemo }, request.body, door);
      setSessionCookie(request, reply, token, setup.longest);
      return {};
    },
  );
  server.delete(
    "/api/session",
    { ...unready, schema: { summary: "Signs out", tags: ["session"], response: { 200: done } } },
    async (request, reply) => {
      await signOut(request.context);
      clearSessionCookie(request, reply);
      return {};
    },
  );
  server.post(
    "/api/session/first-visit",
    {
      ...open,
      schema: {
        summary: "Makes the first administrator, with the code that the server printed",
        tags: ["session"],
        body: FirstVisitBody,
        response: { 200: done },
      },
    },
    async (request, reply) => {
      const door = { device: deviceName(request.headers["user-agent"]), address: request.ip };
      const machine = setup.machine();
      await createAdministrator(machine, firstVisit, request.body, request.ip);
      firstVisit = undefined;
      const { token } = await signIn(machine, { ...setup, isDemo }, request.body, door);
      setSessionCookie(request, reply, token, setup.longest);
      return {};
    },
  );
  server.post(
    "/api/session/password",
    {
      ...unready,
      schema: {
        summary: "Changes one's password",
        tags: ["session"],
        body: ChangePasswordBody,
        response: { 200: done },
      },
    },
    async ({ context, body }) => {
      await changePassword(context, body);
      return {};
    },
  );
  ownSessions(server, setup);
  secondFactor(server);
  ready();
};

type Server = Parameters<typeof sessionRoutes>[0];

function ownSessions(server: Server, { idle }: SessionSettings): void {
  server.get(
    "/api/session/all",
    { schema: { summary: "Where one is signed in", tags: ["session"], response: { 200: OwnSessions } } },
    async ({ context }) => {
      const sessions = await listSessions(context, { idle });
      return {
        sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === context.user.session })),
        hasTotp: await hasTotp(context),
      };
    },
  );
  server.delete(
    "/api/session/all/:id",
    {
      schema: {
        summary: "Signs out elsewhere",
        tags: ["session"],
        params: z.object({ id: z.uuid() }),
        response: { 200: done },
      },
    },
    async ({ context, params }) => {
      await revokeSession(context, params.id);
      return {};
    },
  );
}

function secondFactor(server: Server): void {
  server.post(
    "/api/session/totp",
    {
      schema: {
        summary: "A new secret for an authenticator application",
        tags: ["session"],
        body: PasswordBody,
        response: { 200: TotpSecret },
      },
    },
    ({ context, body }) => beginTotp(context, body.password),
  );
  server.post(
    "/api/session/totp/enable",
    {
      schema: {
        summary: "Turns the second factor on; answers backup codes",
        tags: ["session"],
        body: CodeBody,
        response: { 200: BackupCodes },
      },
    },
    async ({ context, body }) => ({ codes: [...(await enableTotp(context, body.code))] }),
  );
  server.post(
    "/api/session/totp/disable",
    {
      schema: {
        summary: "Turns the second factor off",
        tags: ["session"],
        body: PasswordBody,
        response: { 200: done },
      },
    },
    async ({ context, body }) => {
      await disableTotp(context, body.password);
      return {};
    },
  );
}

function publishDemonstration({
  password,
  accounts,
}: Demonstration): NonNullable<SessionState["demonstration"]> {
  return {
    password,
    accounts: accounts.map(({ userName, fullName, grant }) => ({ userName, fullName, role: grant.role })),
  };
}
