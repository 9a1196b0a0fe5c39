/** Tables that a backup leaves out, with why. Every other table is kept, those of later migrations too. */
export const leftOut: Readonly<Record<string, string>> = {
  migration: "the schema is made anew from the program's own migrations, which the header names",
  session: "who was signed in then has to sign in again; tokens of other systems are given anew",
  sign_in_failure: "failed attempts count for minutes",
};

/** What a backup says about itself, readable without unpacking it. */
export interface BackupHeader {
  readonly format: 1;
  /** ISO moment. */
  readonly madeAt: string;
  readonly province: string;
  /** The migrations applied, in their order. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** Rows by table, in the order in which they are loaded. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Of everything after the header. */
  readonly sha256: string;
  readonly bytes: number;
}

/** So much room the header takes, whatever stands in it: it is written last and stands first. */
export const headerLength = 65_536;
const mark = "TUYEN-BACKUP ";

/** Whether a file begins like a backup, of whatever format. */
export function isBackup(start: string): boolean {
  return start.startsWith(mark);
}

/** The header as it stands at the beginning of the file: one line, filled up with spaces. */
export function formatBackupHeader(header: BackupHeader): string {
  const text = mark + JSON.stringify(header);
  if (text.length >= headerLength) throw new Error("the header does not fit its room");
  return `${text.padEnd(headerLength - 1)}\n`;
}

/** Reads a header; `undefined` when it is none, or of a format that this program does not know. */
export function parseBackupHeader(text: string): BackupHeader | undefined {
  if (!isBackup(text)) return undefined;
  try {
    const found: unknown = JSON.parse(text.slice(mark.length));
    return isHeader(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(found: unknown): found is BackupHeader {
  return (
    isRecord(found) &&
    found["format"] === 1 &&
    ["madeAt", "province", "sha256"].every((name) => typeof found[name] === "string") &&
    isCount(found["bytes"]) &&
    isListOf(
      found["migrations"],
      ({ name, checksum }) => typeof name === "string" && typeof checksum === "string",
    ) && // prettier-ignore
    isListOf(found["tables"], ({ name, rows }) => typeof name === "string" && isCount(rows))
  );
}

function isListOf(found: unknown, holds: (each: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(found) && found.every((each: unknown) => isRecord(each) && holds(each));
}

function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null;
}

function isCount(found: unknown): boolean {
  return typeof found === "number" && Number.isSafeInteger(found) && found >= 0;
}
