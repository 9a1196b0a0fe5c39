import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { Refusal } from "#domain/refusal.ts";
import { refusalText } from "#wording/refusals.ts";

/** What a client receives in place of an answer. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: { readonly vi: string; readonly en: string } };
}

const notFound = new Set(["unknown-key", "no-template", "no-values", "unknown-page"]);

/** The one place where failures become HTTP: refusals are the client's to mend, anything else is ours and is logged. */
export function answerError(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (error instanceof Refusal) {
    void reply.status(notFound.has(error.code) ? 404 : 400).send(body(error.code, error.facts));
  } else if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    void reply.status(400).send(body("unreadable-request", { where: issue?.instancePath ?? "", problem: issue?.message ?? "" })); // prettier-ignore
  } else if (error.statusCode !== undefined && error.statusCode < 500) {
    void reply.status(error.statusCode).send(body("unreadable-request", { problem: error.message }));
  } else {
    request.log.error(error);
    void reply.status(500).send(body("fault", {}));
  }
}

function body(code: string, facts: Readonly<Record<string, string | number>>): ErrorBody {
  return {
    error: { code, message: { vi: refusalText(code, facts, "vi"), en: refusalText(code, facts, "en") } },
  };
}
