import { queryOptions } from "@tanstack/react-query";
import type { Accounts, CreateAccountBody, FirstPassword, ImportedAccountsShape } from "#contract/account.ts";
import type { AuditEntries } from "#contract/audit.ts";
import type { BackupCodes, OwnSessions, SessionState, SignedInUser, TotpSecret } from "#contract/session.ts";
import { ApiError, getJson, sendFile, sendJson } from "../api.ts";
import { forgetUser, rememberedUser, rememberUser } from "./known-user.ts";

/** Who is signed in. Without a line: who was, on this machine, so that work goes on. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<SessionState & { readonly isOffline?: boolean }> => {
    try {
      const session = await getJson<SessionState>("/api/session", signal);
      await (session.user ? rememberUser(session.user) : forgetUser());
      return session;
    } catch (error) {
      const known = error instanceof ApiError && error.status === 0 ? await rememberedUser() : undefined;
      if (!known) throw error;
      return { state: "signed-in", user: known, isOffline: true };
    }
  },
  staleTime: 300_000,
  refetchOnReconnect: "always",
});

export interface SignInWords {
  readonly userName: string;
  readonly password: string;
  readonly code?: string;
}

export const signIn = (words: SignInWords) => sendJson<object>("POST", "/api/session", words);

export const signOut = () => sendJson<object>("DELETE", "/api/session");

export const createAdministrator = (
  words: SignInWords & { readonly code: string; readonly fullName: string },
) => sendJson<object>("POST", "/api/session/first-visit", words);

export const changePassword = (current: string, next: string) =>
  sendJson<object>("POST", "/api/session/password", { current, next });

export const ownSessionsQuery = queryOptions({
  queryKey: ["own-sessions"],
  queryFn: ({ signal }) => getJson<OwnSessions>("/api/session/all", signal),
  staleTime: 0,
});

export const endSession = (id: string) => sendJson<object>("DELETE", `/api/session/all/${id}`);

export const beginTotp = (password: string) =>
  sendJson<TotpSecret>("POST", "/api/session/totp", { password });
export const enableTotp = (code: string) =>
  sendJson<BackupCodes>("POST", "/api/session/totp/enable", { code });
export const disableTotp = (password: string) =>
  sendJson<object>("POST", "/api/session/totp/disable", { password });

export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: ({ signal }) => getJson<Accounts>("/api/accounts", signal),
  staleTime: 0,
});

export const createAccount = (account: CreateAccountBody) =>
  sendJson<FirstPassword>("POST", "/api/accounts", account);

const of = (id: string) => `/api/accounts/${encodeURIComponent(id)}`;

export const resetPassword = (id: string) => sendJson<FirstPassword>("POST", `${of(id)}/reset`);
export const closeAccount = (id: string, isDisabled: boolean) =>
  sendJson<object>("PUT", `${of(id)}/state`, { isDisabled });

export type GrantWords = CreateAccountBody["grants"][number];

export const grantRole = (id: string, grant: GrantWords) =>
  sendJson<object>("PUT", `${of(id)}/grants`, grant);
export const withdrawRole = (id: string, { role, orgUnit }: GrantWords) =>
  sendJson<object>("DELETE", `${of(id)}/grants?${new URLSearchParams({ role, orgUnit }).toString()}`);

/** A list of accounts as a file. */
export async function importAccounts(file: File): Promise<ImportedAccountsShape> {
  const name = new URLSearchParams({ name: file.name }).toString();
  return sendFile<ImportedAccountsShape>("POST", `/api/accounts/import?${name}`, file);
}

export const auditQuery = (account: string, before?: number) =>
  queryOptions({
    queryKey: ["audit", account, before],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({
        ...(account && { account }),
        ...(before !== undefined && { before: String(before) }),
      });
      return getJson<AuditEntries>(`/api/audit?${query.toString()}`, signal);
    },
    staleTime: 0,
  });

/** Whether the user may do something somewhere: for showing what can be done. */
export function may(
  user: SignedInUser | undefined,
  permission: SignedInUser["permissions"][number],
): boolean {
  return user?.permissions.includes(permission) ?? false;
}
