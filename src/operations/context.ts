import type { Database } from "#store/database.ts";

/** What an operation works with; put together once, at the door. */
export interface Context {
  readonly db: Database;
  /** The uid of the province's org unit: the key under which everything is kept. */
  readonly province: string;
  /** ISO day. */
  readonly today: string;
  readonly user: User;
}

export interface User {
  readonly id: string;
  readonly name: string;
}

/** Who stands behind an id in the history. */
export function userName(id: string): string {
  return { machine: "Máy chủ", catalogue: "Danh mục của tỉnh" }[id] ?? id;
}

/** The command line on the machine itself, and the server until accounts exist. */
export const machineUser: User = { id: "machine", name: "Máy chủ" };
