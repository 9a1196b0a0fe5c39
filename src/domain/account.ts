import type { Role } from "./permission.ts";

/** A role at an org unit and below; with programmes, it acts in those only. */
export interface Grant {
  readonly role: Role;
  readonly orgUnit: string;
  /** None: every programme. */
  readonly programmes?: readonly string[];
}

/** A person, or another system, that may sign in. Never deleted: the history names it. */
export interface Account {
  /** The user name. It stands in the history of values, so it never changes and is never given to another. */
  readonly id: string;
  readonly fullName: string;
  /** The unit it belongs to, whose superiors may reset its password. */
  readonly orgUnit: string;
  readonly email?: string;
  readonly mustChangePassword: boolean;
  readonly hasTotp: boolean;
  /** One of the accounts of a demonstration. */
  readonly isDemo: boolean;
  /** ISO moment since which it may not sign in. */
  readonly disabledAt?: string;
  readonly lastSignInAt?: string;
  readonly grants: readonly Grant[];
}

/** Names that the program uses itself. */
const reserved = new Set(["machine", "catalogue", "anonymous", "system"]);

/** A user name as it is kept: small letters; people type capitals and spaces around it. */
export function normaliseUserName(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}

/** 3 to 40 of a–z, 0–9 and . - _, beginning with a letter: typed on any keyboard, read out over the telephone. */
export function isUserName(text: string): boolean {
  return /^[a-z][a-z0-9._-]{2,39}$/.test(text) && !reserved.has(text);
}

/** Two grants are one when role and unit are the same. */
export function grantName({ role, orgUnit }: Pick<Grant, "role" | "orgUnit">): string {
  return `${role}@${orgUnit}`;
}
