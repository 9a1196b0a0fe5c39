import type { FastifyReply, FastifyRequest } from "fastify";

const sessionName = "tuyen_session";

/** Whether the browser came over HTTPS, as far as a trusted proxy tells. */
function isSecure(request: FastifyRequest): boolean {
  return request.protocol === "https";
}

/** Under HTTPS the name promises the browser that no other host and no unencrypted page set it. */
function nameFor(request: FastifyRequest): string {
  return isSecure(request) ? `__Host-${sessionName}` : sessionName;
}

/** Hands the browser its token; no script can read it, and other sites' writes come without it. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  seconds: number,
): void {
  void reply.setCookie(nameFor(request), token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(request),
    maxAge: seconds,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: "/", secure: isSecure(request) });
}

/** The token that a request shows: of another system in its `Authorization`, of a browser in its cookie. */
export function tokenOf(request: FastifyRequest): { token: string; isCookie: boolean } | undefined {
  const [, bearer] = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? "") ?? [];
  if (bearer !== undefined) return { token: bearer, isCookie: false };
  const cookie = request.cookies[nameFor(request)];
  return cookie ? { token: cookie, isCookie: true } : undefined;
}

/**
 * Whether a write comes from a page of our own. Browsers name the page's origin with every write; what names none is no
 * browser of today, and must show a header that no page of another site can send along.
 */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return request.headers["x-tuyen"] !== undefined;
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}

/** Without the port that goes without saying, as an origin is written. */
function hostOf({ protocol, host }: FastifyRequest): string | undefined {
  const address = `${protocol}://${host}`;
  return URL.canParse(address) ? new URL(address).host : undefined;
}
