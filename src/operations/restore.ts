import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { headerLength, isBackup, parseBackupHeader, type BackupHeader } from "#domain/backup-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { isEmptyDatabase, loadBackup } from "#store/backup-loading.ts";
import type { Database } from "#store/database.ts";
import { migrate } from "#store/migrate.ts";
import { readFrames } from "./backup-frames.ts";

/** What came out of restoring. */
export interface Restored {
  readonly header: BackupHeader;
  /** Migrations of this program that the backup was made before. */
  readonly upgraded: readonly string[];
}

/**
 * Puts a backup into an empty database, whole or not at all, and brings it up to this program's schema. The file is
 * checked to its last byte before anything is touched; sums come from the same moment as their values. Refuses with
 * `backup-not-ours`, `backup-damaged`, `backup-newer`, `restore-not-empty` and `file-not-found`.
 */
export async function restore(db: Database, file: string, log: (line: string) => void): Promise<Restored> {
  const header = await readHeader(file);
  if (!(await isEmptyDatabase(db))) throw new Refusal("restore-not-empty");
  log("Đang kiểm tra tệp sao lưu…");
  await requireWhole(file, header);
  log("Đang khôi phục…");
  await loadBackup(db, header, tablesIn(file), (table, rows) => log(`  ${table}: ${rows}`)).catch(toRefusal);
  const upgraded = await migrate(db);
  return { header, upgraded };
}

async function readHeader(file: string): Promise<BackupHeader> {
  const handle = await open(file, "r").catch(() => {
    throw new Refusal("file-not-found", { file });
  });
  try {
    const room = Buffer.alloc(headerLength);
    const { bytesRead } = await handle.read(room, 0, headerLength, 0);
    const text = room.toString("utf8", 0, bytesRead);
    if (!isBackup(text)) throw new Refusal("backup-not-ours", { file });
    const header = parseBackupHeader(text);
    if (!header || bytesRead < headerLength) throw damaged("phần đầu tệp");
    return header;
  } finally {
    await handle.close();
  }
}

async function requireWhole(file: string, { sha256, bytes }: BackupHeader): Promise<void> {
  const { size } = await stat(file);
  if (size !== headerLength + bytes) throw damaged("tệp bị cắt hoặc thêm vào");
  const sum = createHash("sha256");
  for await (const piece of bodyOf(file)) sum.update(piece);
  if (sum.digest("hex") !== sha256) throw damaged("tổng kiểm SHA-256 không khớp");
}

function bodyOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { start: headerLength, highWaterMark: 2 ** 20 });
}

async function* tablesIn(file: string): ReturnType<typeof readFrames> {
  const packed = createReadStream(file, { start: headerLength, highWaterMark: 2 ** 20 });
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  try {
    yield* readFrames(packed.pipe(unpacked) as AsyncIterable<Buffer>);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

/** Bytes that cannot be unpacked are the file's fault. */
function toRefusal(error: unknown): never {
  const isZip = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
  throw isZip ? damaged(error.message) : error;
}

function damaged(problem: string): Refusal {
  return new Refusal("backup-damaged", { problem });
}
