import { z } from "zod";
import { permissions, roles } from "#domain/permission.ts";

export const GrantShape = z.object({
  role: z.enum(roles),
  orgUnit: z.string().min(1).max(100),
  programmes: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(100)
    .optional()
    .describe("None: every programme"),
});

const password = z.string().min(1).max(400);
const userName = z.string().min(1).max(100);
export const fullName = z.string().trim().min(1).max(200);

export const SignInBody = z.object({
  userName,
  password,
  code: z.string().max(40).optional().describe("Of the authenticator application, or a backup code"),
});

export const FirstVisitBody = z.object({ code: z.string().max(40), userName, fullName, password });
export const ChangePasswordBody = z.object({ current: password, next: password });
export const PasswordBody = z.object({ password });
export const CodeBody = z.object({ code: z.string().min(1).max(40) });

export const SignedInUser = z.object({
  id: z.string(),
  fullName: z.string(),
  orgUnit: z.string(),
  orgUnitName: z.string(),
  mustChangePassword: z.boolean(),
  isDemo: z.boolean(),
  permissions: z.array(z.enum(permissions)).describe("What the user may do somewhere"),
  grants: z.array(GrantShape.extend({ orgUnitName: z.string() })),
});
export type SignedInUser = z.infer<typeof SignedInUser>;

/** Who asks, and how somebody may sign in. */
export const SessionState = z.object({
  state: z.enum(["first-visit", "signed-out", "signed-in"]),
  user: SignedInUser.optional(),
  oidc: z.object({ label: z.string() }).optional().describe("The department's own sign-in service"),
  demonstration: z
    .object({
      password: z.string(),
      accounts: z.array(z.object({ userName: z.string(), fullName: z.string(), role: z.enum(roles) })),
    })
    .optional()
    .describe("Accounts to try everything with; only while a demonstration is running"),
});
export type SessionState = z.infer<typeof SessionState>;

export const ListedSession = z.object({
  id: z.string(),
  kind: z.enum(["browser", "token"]),
  device: z.string(),
  address: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  expiresAt: z.string(),
  isCurrent: z.boolean(),
});
export type ListedSession = z.infer<typeof ListedSession>;

export const OwnSessions = z.object({ sessions: z.array(ListedSession), hasTotp: z.boolean() });
export type OwnSessions = z.infer<typeof OwnSessions>;

export const TotpSecret = z.object({
  secret: z.string(),
  address: z.string().describe("otpauth://… for an authenticator application"),
});
export type TotpSecret = z.infer<typeof TotpSecret>;

export const BackupCodes = z.object({ codes: z.array(z.string()) });
export type BackupCodes = z.infer<typeof BackupCodes>;
