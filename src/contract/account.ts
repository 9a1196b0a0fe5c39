import { z } from "zod";
import { fullName, GrantShape } from "./session.ts";

export const CreateAccountBody = z.object({
  userName: z.string().min(1).max(100),
  fullName,
  orgUnit: z.string().min(1).max(100),
  email: z.email().max(200).optional(),
  grants: z.array(GrantShape).max(50),
});
export type CreateAccountBody = z.infer<typeof CreateAccountBody>;

/** The password to hand over: answered once, kept nowhere in the clear. */
export const FirstPassword = z.object({ userName: z.string(), password: z.string() });
export type FirstPassword = z.infer<typeof FirstPassword>;

export const AccountShape = z.object({
  id: z.string(),
  fullName: z.string(),
  orgUnit: z.string(),
  email: z.string().optional(),
  mustChangePassword: z.boolean(),
  hasTotp: z.boolean(),
  isDemo: z.boolean(),
  disabledAt: z.string().optional(),
  lastSignInAt: z.string().optional(),
  grants: z.array(GrantShape),
  mayKeep: z.boolean(),
  mayReset: z.boolean(),
});
export type AccountShape = z.infer<typeof AccountShape>;

export const Accounts = z.object({
  accounts: z.array(AccountShape),
  orgUnits: z
    .array(z.object({ uid: z.string(), fullName: z.string(), isOpen: z.boolean() }))
    .describe("Units at which the user may make accounts and give roles, and those named by the accounts"),
  programmes: z.array(z.string()),
  mayCreate: z.boolean(),
});
export type Accounts = z.infer<typeof Accounts>;

export const ImportedAccountsShape = z.object({
  created: z.array(
    FirstPassword.extend({ fullName: z.string(), orgUnit: z.string(), orgUnitName: z.string() }),
  ),
  problems: z.array(
    z.object({
      row: z.number().int(),
      code: z.string(),
      message: z.object({ vi: z.string(), en: z.string() }),
    }),
  ),
});
export type ImportedAccountsShape = z.infer<typeof ImportedAccountsShape>;

export const NewToken = z.object({ token: z.string() });
