import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { Refusal } from "#domain/refusal.ts";
import { refusalText } from "#wording/refusals.ts";
import { accountStatuses } from "./account-statuses.ts";

/** What a client receives in place of an answer. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: { readonly vi: string; readonly en: string } };
}

const notFound = new Set([
  "unknown-key",
  "no-template",
  "no-values",
  "unknown-page",
  "unknown-view",
  "unknown-indicator",
  "unknown-data-set",
  "unknown-approval",
  "nothing-handed-in",
  "unknown-conference",
  "unknown-directive",
  "unknown-task",
  "unknown-evidence",
]);
/** Somebody was there before. */
const conflict = new Set([
  "value-changed",
  "indicator-changed-meanwhile",
  "indicator-in-use",
  "view-name-taken",
  "submission-changed",
  "submission-locked",
  "submission-not-waiting",
  "not-this-tier",
  "hand-in-differs",
  "conference-changed",
  "conference-issued",
  "already-carried",
  "task-changed",
  "nothing-to-confirm",
]);

/** PostgreSQL's `insufficient_privilege`: row-level security held where an operation forgot to ask. */
const beyondScope = "42501";

/** The one place where failures become HTTP: refusals are the client's to mend, anything else is ours and is logged. */
export function answerError(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (error instanceof Refusal) {
    void reply.status(statusOf(error.code)).send(body(error.code, error.facts));
  } else if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    void reply.status(400).send(body("unreadable-request", { where: issue?.instancePath ?? "", problem: issue?.message ?? "" })); // prettier-ignore
  } else if (error.code === beyondScope) {
    request.log.error(error); // the operation should have refused; its question is missing
    void reply.status(403).send(body("not-permitted", { permission: "", orgUnit: "", programme: "" }));
  } else if (error.statusCode !== undefined && error.statusCode < 500) {
    void reply.status(error.statusCode).send(body("unreadable-request", { problem: error.message }));
  } else {
    request.log.error(error);
    void reply.status(500).send(body("fault", {}));
  }
}

function statusOf(code: string): number {
  if (notFound.has(code)) return 404;
  return conflict.has(code) ? 409 : (accountStatuses.get(code) ?? 400);
}

function body(code: string, facts: Readonly<Record<string, string | number>>): ErrorBody {
  return {
    error: { code, message: { vi: refusalText(code, facts, "vi"), en: refusalText(code, facts, "en") } },
  };
}
