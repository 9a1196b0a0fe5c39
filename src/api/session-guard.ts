import { setTimeout } from "node:timers/promises";
import cookie from "@fastify/cookie";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "#domain/refusal.ts";
import type { Context, User } from "#operations/context.ts";
import { contextOf, findSignedIn, type SessionSettings, type SignedIn } from "#operations/session-user.ts";
import { clearSessionCookie, isOwnOrigin, tokenOf } from "./session-cookie.ts";
import { hasPeople } from "#operations/first-visit.ts";
import { RequestLimits } from "./request-limits.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Of whoever asks: every route works with this one, and reaches what this user reaches. */
    context: Context;
    signedIn: SignedIn | undefined;
  }
  interface FastifyContextConfig {
    /** Who may ask: `public` anybody; `unready` also who must change the password first. */
    readonly access?: "public" | "unready";
  }
}

/** A page loads some thirty things at once; another system hands in hundreds. Only floods are meant. */
const perSession = { burst: 2_000, perSecond: 200 };
/** A whole office stands behind one address, and everybody there may open the sign-in page at eight sharp. */
const perAddress = { burst: 600, perSecond: 30 };
/** Failures of an address beyond which each further one waits: successes never do, nor does anybody's next try. */
const failures = { burst: 100, perSecond: 0.1 };
const failureWait = 2_000;

const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Gives every request its context, from the session it shows; refuses what needs a session and has none. */
export async function guardSessions(
  server: FastifyInstance,
  machine: () => Context,
  settings: SessionSettings & { readonly isDemo: boolean; readonly isOpenToVisitors: boolean },
): Promise<void> {
  const sessions = new RequestLimits(perSession);
  const addresses = new RequestLimits(perAddress);
  const failing = new RequestLimits(failures);
  await server.register(cookie);
  decorate(server);

  server.addHook("onRequest", async (request, reply) => {
    if (!isApi(request)) return;
    const shown = tokenOf(request);
    if (writing.has(request.method) && shown?.isCookie !== false && !isOwnOrigin(request))
      throw new Refusal("cross-site");
    const found = shown && (await findSignedIn(machine(), shown.token, settings, request.ip));
    const isShut = found?.account.isDemo === true && !settings.isDemo;
    const signedIn = isShut ? undefined : found;
    if (shown?.isCookie && !signedIn) clearSessionCookie(request, reply);
    requireSlowness(
      signedIn ? sessions.take(signedIn.context.user.session ?? "") : addresses.take(request.ip),
      reply,
    );
    request.signedIn = signedIn;
    const isLookingRound = !signedIn && settings.isOpenToVisitors && !(await hasPeople(machine()));
    request.context = signedIn?.context ?? contextOf(machine(), { ...(isLookingRound ? visitor : nobody), address: request.ip }); // prettier-ignore
    const { access } = request.routeOptions.config;
    if (access === "public" || (isLookingRound && onlyAsks(request))) return;
    if (!signedIn) throw new Refusal("not-signed-in");
    if (signedIn.account.mustChangePassword && access !== "unready")
      throw new Refusal("must-change-password");
  });

  server.addHook("onSend", async (request, reply) => {
    if (isApi(request) && !reply.hasHeader("cache-control"))
      reply.header("cache-control", "private, no-store");
    if (reply.statusCode === 401 && request.method === "POST" && failing.take(request.ip) > 0)
      await setTimeout(failureWait);
  });
}

/** Without sessions: every request is the given context's user's. */
export async function fixContext(server: FastifyInstance, context: Context): Promise<void> {
  await server.register(cookie);
  decorate(server);
  server.addHook("onRequest", async (request) => {
    request.context = context;
  });
}

const nobody: User = { id: "anonymous", name: "", access: [] };

/**
 * Whoever opens a new installation on its own machine before anybody has an account: looks at what came with the
 * catalogue, and changes nothing.
 */
const visitor: User = {
  id: "visitor",
  name: "Xem thử",
  access: [{ permissions: new Set(["read-figures"]), acts: new Set(), looks: "all", programmes: "all" }],
};

/** Tables may be asked for with lists too long for an address. */
function onlyAsks({ method, routeOptions }: FastifyRequest): boolean {
  return !writing.has(method) || (routeOptions.url?.startsWith("/api/analytics") ?? false);
}

export function isVisitor({ user }: Context): boolean {
  return user.id === visitor.id;
}

/** Whether anybody stands behind a request. */
export function isKnown({ user }: Context): boolean {
  return user.id !== nobody.id;
}

function decorate(server: FastifyInstance): void {
  server.decorateRequest("signedIn");
  server.decorateRequest("context");
}

function isApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith("/api/") ?? false;
}

function requireSlowness(seconds: number, reply: FastifyReply): void {
  if (seconds === 0) return;
  reply.header("retry-after", String(seconds));
  throw new Refusal("too-many-requests", { seconds });
}
