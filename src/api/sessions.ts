import type { FastifyInstance } from "fastify";
import type { OidcConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import type { Demonstration } from "#operations/demo-accounts.ts";
import type { FirstVisit } from "#operations/first-visit.ts";
import type { SessionSettings } from "#operations/session-user.ts";
import type { SignInSetup } from "./routes/session.ts";
import { fixContext, guardSessions } from "./session-guard.ts";

/** How people sign in at this server. */
export interface SessionOptions extends SessionSettings {
  /** The day it is, asked with every request: a server runs for months. */
  readonly clock: () => string;
  readonly firstVisit?: FirstVisit;
  readonly demonstration?: Demonstration;
  /** Only this machine reaches the server: until there is an account, one may look around without. */
  readonly isOpenToVisitors?: boolean;
  /** Addresses of proxies whose word about address and encryption is taken. */
  readonly trustProxy?: string;
  /** The department's own sign-in service. */
  readonly oidc?: OidcConfig;
}

/** Every request is made by who signed in, and refused where nobody did. */
export async function registerSessions(
  server: FastifyInstance,
  context: Context,
  { clock, firstVisit, demonstration, isOpenToVisitors = false, idle, longest, oidc }: SessionOptions,
): Promise<SignInSetup> {
  const machine = () => ({ ...context, today: clock() });
  await guardSessions(server, machine, {
    idle,
    longest,
    isDemo: demonstration !== undefined,
    isOpenToVisitors: isOpenToVisitors && firstVisit !== undefined,
  });
  return { machine, idle, longest, firstVisit, demonstration, oidc };
}

const hour = 3600;

/** Every request is made by the context's own user. */
export async function fixedSessions(server: FastifyInstance, context: Context): Promise<SignInSetup> {
  await fixContext(server, context);
  return {
    machine: () => context,
    idle: hour,
    longest: hour,
    firstVisit: undefined,
    demonstration: undefined,
    oidc: undefined,
  };
}
