import { Refusal } from "#domain/refusal.ts";
import { tableKind } from "./read-table-kind.ts";
import { bytesSource } from "./read-table-source.ts";
import { openPackage, type Package } from "./read-xlsx-zip.ts";

/** What one filled-in form may cost: a form of a thousand cells takes a hundredth of it. */
export const formWorkbookLimits = {
  bytes: 4 * 2 ** 20,
  /** All parts that are read, unpacked, together. */
  unpackedBytes: 12 * 2 ** 20,
  sheets: 20,
  rows: 5_000,
  milliseconds: 4_000,
} as const;

/** Opens an uploaded workbook so that reading it costs at most so much, whatever it claims. Refuses as `tableKind`. */
export async function openFormPackage(bytes: Uint8Array, file: string): Promise<Package> {
  if (bytes.length > formWorkbookLimits.bytes) {
    throw new Refusal("workbook-too-large", { file, megabytes: formWorkbookLimits.bytes / 2 ** 20 });
  }
  if ((await tableKind(bytesSource(file, bytes))) === "text")
    throw new Refusal("workbook-not-xlsx", { file });
  const parts = openPackage(bytes, file);
  const { unpackedBytes, milliseconds } = formWorkbookLimits;
  const until = performance.now() + milliseconds;
  let left = unpackedBytes;
  return {
    names: parts.names,
    read: function* (name) {
      for (const piece of parts.read(name)) {
        left -= piece.length;
        if (left < 0) throw new Refusal("file-unpacks-too-large", { file, part: name, limit: unpackedBytes });
        if (performance.now() > until) throw new Refusal("workbook-too-slow", { file });
        yield piece;
      }
    },
  };
}
