import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  AccountShape,
  Accounts,
  CreateAccountBody,
  FirstPassword,
  ImportedAccountsShape,
  NewToken,
} from "#contract/account.ts";
import { GrantShape, ListedSession } from "#contract/session.ts";
import { createAccount } from "#operations/create-account.ts";
import { createToken } from "#operations/create-token.ts";
import { disableAccount } from "#operations/disable-account.ts";
import { grantRole, withdrawRole } from "#operations/grant-role.ts";
import { accountList, importAccounts } from "#operations/import-accounts.ts";
import { listSessions } from "#operations/list-sessions.ts";
import { publishAccounts, publishImported } from "#operations/publish-accounts.ts";
import { resetPassword } from "#operations/reset-password.ts";

const done = z.object({});
const account = z.object({ id: AccountShape.shape.id });
const tags = ["account"];
/** A list of five thousand accounts is a tenth of this. */
const longestList = 4_000_000;

/** `/api/accounts`: who may sign in, and what for. */
export const accountRoutes: FastifyPluginCallbackZod<{ idle: number }> = (server, { idle }, ready) => {
  server.get(
    "/api/accounts",
    { schema: { summary: "Accounts that one keeps or may reset", tags, response: { 200: Accounts } } },
    ({ context }) => publishAccounts(context),
  );
  server.post(
    "/api/accounts",
    {
      schema: {
        summary: "Makes an account; answers its first password, once",
        tags,
        body: CreateAccountBody,
        response: { 200: FirstPassword },
      },
    },
    ({ context, body }) => createAccount(context, body),
  );
  if (!server.hasContentTypeParser("application/octet-stream")) {
    server.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, parsed) =>
      parsed(null, body),
    );
  }
  server.post(
    "/api/accounts/import",
    {
      bodyLimit: longestList,
      schema: {
        summary:
          "Makes accounts from a list (.csv or .xlsx as application/octet-stream): all, or with a problem none",
        tags,
        querystring: z.object({ name: z.string().max(200).default("danh-sach.csv") }),
        consumes: ["application/octet-stream"],
        body: z.instanceof(Uint8Array),
        response: { 200: ImportedAccountsShape },
      },
    },
    async ({ context, body, query }) =>
      publishImported(context, await importAccounts(context, accountList(query.name, body))),
  );
  server.post(
    "/api/accounts/:id/reset",
    {
      schema: {
        summary: "A new first password, answered once; ends all sessions",
        tags,
        params: account,
        response: { 200: FirstPassword },
      },
    },
    ({ context, params }) => resetPassword(context, params.id),
  );
  server.put(
    "/api/accounts/:id/state",
    {
      schema: {
        summary: "Closes an account or opens it again",
        tags,
        params: account,
        body: z.object({ isDisabled: z.boolean() }),
        response: { 200: done },
      },
    },
    async ({ context, params, body }) => {
      await disableAccount(context, params.id, body.isDisabled);
      return {};
    },
  );
  server.put(
    "/api/accounts/:id/grants",
    {
      schema: {
        summary: "Gives a role at a unit and below",
        tags,
        params: account,
        body: GrantShape,
        response: { 200: done },
      },
    },
    async ({ context, params, body }) => {
      await grantRole(context, params.id, body);
      return {};
    },
  );
  server.delete(
    "/api/accounts/:id/grants",
    {
      schema: {
        summary: "Takes a role at a unit away",
        tags,
        params: account,
        querystring: GrantShape.pick({ role: true, orgUnit: true }),
        response: { 200: done },
      },
    },
    async ({ context, params, query }) => {
      await withdrawRole(context, params.id, query);
      return {};
    },
  );
  server.get(
    "/api/accounts/:id/sessions",
    {
      schema: {
        summary: "Where an account is signed in",
        tags,
        params: account,
        response: { 200: z.object({ sessions: z.array(ListedSession) }) },
      },
    },
    async ({ context, params }) => {
      const sessions = await listSessions(context, { account: params.id, idle });
      return {
        sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === context.user.session })),
      };
    },
  );
  server.post(
    "/api/accounts/:id/tokens",
    {
      schema: {
        summary: "A token with which another system asks as this account; answered once",
        tags,
        params: account,
        body: z.object({ system: z.string().trim().min(1).max(100) }),
        response: { 200: NewToken },
      },
    },
    async ({ context, params, body }) => ({ token: await createToken(context, params.id, body.system) }),
  );
  ready();
};
