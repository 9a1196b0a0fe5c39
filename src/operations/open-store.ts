import { openDatabase, type Database } from "#store/database.ts";
import { startEmbedded } from "#store/embedded.ts";
import type { Config } from "./config.ts";

/** The database as it is: neither migrated nor filled with a catalogue. */
export interface OpenStore {
  readonly url: string;
  readonly db: Database;
  readonly close: () => Promise<void>;
}

/** Opens the database of an installation, or the empty place where one may be made. */
export async function openStore(
  { databaseUrl, dataDirectory }: Pick<Config, "databaseUrl" | "dataDirectory">,
  log: (line: string) => void,
): Promise<OpenStore> {
  const server = databaseUrl ? undefined : await startEmbedded({ dataDirectory, log });
  const url = databaseUrl ?? server?.url ?? "";
  try {
    const db = await openDatabase(url);
    return {
      url,
      db,
      close: async () => {
        await db.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
