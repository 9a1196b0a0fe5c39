import { createHash, randomBytes } from "node:crypto";
import { open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { formatBackupHeader, headerLength, type BackupHeader } from "#domain/backup-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { withSnapshot, type Snapshot } from "#store/backup-snapshot.ts";
import { dataFrames, endFrame, tableFrame } from "./backup-frames.ts";

/** How a backup is made: its file, whether it may take another's place, and who is told how far it is. */
export interface BackupOptions {
  readonly file: string;
  readonly force: boolean;
  readonly log: (line: string) => void;
  readonly now: Date;
}

/**
 * Writes everything of an installation, as it is at one moment, into one packed file that only its owner may read.
 * Others go on working meanwhile. The file appears under its name when it is whole. Refuses with `backup-exists`,
 * `backup-nothing` and `cannot-write`.
 */
export async function backUp(url: string, options: BackupOptions): Promise<BackupHeader> {
  const { file, force } = options;
  if (!force && (await exists(file))) throw new Refusal("backup-exists", { file });
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString("hex")}`);
  const handle = await open(draft, "wx", 0o600).catch((error: unknown) => {
    throw new Refusal("cannot-write", {
      file,
      cause: error instanceof Error ? error.message : String(error),
    });
  });
  try {
    const header = await withSnapshot(url, (snapshot) => writeAll(handle, snapshot, options));
    if (!header) throw new Refusal("backup-nothing");
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    return header;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    const isDisk = error instanceof Error && "syscall" in error && "path" in error;
    throw isDisk ? new Refusal("cannot-write", { file, cause: error.message }) : error;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The body first, then the header in the room left for it: only then are counts and sum known. */
async function writeAll(
  handle: FileHandle,
  snapshot: Snapshot,
  { log, now }: BackupOptions,
): Promise<BackupHeader> {
  const tables: { name: string; rows: number }[] = [];
  const sum = createHash("sha256");
  let at = headerLength;
  await pipeline(framesOf(snapshot, tables, log), createGzip(), async (packed: AsyncIterable<Buffer>) => {
    for await (const piece of packed) {
      sum.update(piece);
      await handle.write(piece, 0, piece.length, at);
      at += piece.length;
    }
  });
  const { province, migrations } = snapshot;
  const bytes = at - headerLength;
  const header: BackupHeader = { format: 1, madeAt: now.toISOString(), province, migrations, tables, sha256: sum.digest("hex"), bytes }; // prettier-ignore
  await handle.write(formatBackupHeader(header), 0, "utf8");
  return header;
}

async function* framesOf(
  snapshot: Snapshot,
  counted: { name: string; rows: number }[],
  log: (line: string) => void,
): AsyncGenerator<Buffer> {
  for (const table of snapshot.tables) {
    yield tableFrame(table);
    let lines = 0;
    yield* dataFrames(snapshot.rows(table), (more) => (lines += more));
    counted.push({ name: table.name, rows: lines });
    log(`  ${table.name}: ${lines}`);
  }
  yield endFrame;
}
