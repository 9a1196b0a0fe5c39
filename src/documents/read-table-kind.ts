import { Refusal } from "#domain/refusal.ts";
import { readStart, readWhole, tableLimits, type TableSource } from "./read-table-source.ts";

/** Tells by its content, not by its name, how to read a file; refuses what is no table, saying what it is. */
export async function tableKind(source: TableSource): Promise<"workbook" | "text"> {
  const file = source.name;
  const start = await readStart(source, 4096);
  if (start.length === 0) throw new Refusal("file-empty", { file });
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0x50, 0x4b, 0x05, 0x06]))
    return "workbook";
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw await compoundFile(source);
  if (/\.(xls|doc)$/i.test(file)) throw new Refusal("file-old-office", { file, format: extension(file) });
  if (/\.(xlsx|xlsm)$/i.test(file)) throw new Refusal("file-damaged", { file });
  if (foreign.some((signature) => startsWith(start, signature)))
    throw new Refusal("file-not-a-table", { file });
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(Buffer.from(start).toString("latin1")))
    throw new Refusal("file-not-a-table", { file });
  return "text";
}

/** PDF, PNG, JPEG, GIF, gzip, RAR, 7z, RTF */
const foreign = ["%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x1f\x8b", "Rar!", "7z\xbc\xaf", "{\\rtf"].map(
  (text) => Array.from(Buffer.from(text, "latin1")),
);

/** Old Office files and encrypted new ones share one container; the names inside tell which it is. */
async function compoundFile(source: TableSource): Promise<Refusal> {
  const file = source.name;
  const content = Buffer.from(await readWhole(source, tableLimits.workbookBytes));
  const names = (name: string): boolean => content.includes(Buffer.from(name, "utf16le"));
  if (names("EncryptedPackage")) return new Refusal("file-encrypted", { file });
  const format = names("WordDocument") || (!names("Workbook") && extension(file) === "doc") ? "doc" : "xls";
  return new Refusal("file-old-office", { file, format });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function extension(file: string): string {
  return /\.([^.]*)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
