import { documentLimits } from "#checker/reading/document-limits.ts";
import type { Source } from "./check-job.ts";

/** A chosen file as the worker takes it; folders, vanished files and very large ones are not taken into memory. */
export async function sourceOf(file: File): Promise<Source> {
  const { name, size } = file;
  const limit = documentLimits.fileBytes;
  if (size > limit) return { name, refusal: { code: "file-too-large", facts: { file: name, limit } } };
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { name, refusal: { code: "file-not-found", facts: { file: name } } };
  }
}
