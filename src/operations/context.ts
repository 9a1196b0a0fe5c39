import type { Access } from "#domain/access.ts";
import type { Database } from "#store/database.ts";

/** What an operation works with; put together once, at the door. */
export interface Context {
  /** Under a person's session it shows and takes only what the person's grants reach (`rowScopeOf`). */
  readonly db: Database;
  /** The uid of the province's org unit: the key under which everything is kept. */
  readonly province: string;
  /** ISO day. */
  readonly today: string;
  readonly user: User;
}

/** Who asks, and what they may do. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly access: Access;
  /** The session through which a person asks; the machine has none. */
  readonly session?: string;
  /** The network address asked from, for the audit. */
  readonly address?: string;
}

/** Who stands behind an id in the history. */
export function userName(id: string): string {
  return { machine: "Máy chủ", catalogue: "Danh mục của tỉnh" }[id] ?? id;
}

/** The command line on the machine itself, and work that nobody in particular asked for: it may do everything. */
export const machineUser: User = { id: "machine", name: "Máy chủ", access: "everything" };
