import { readDocument } from "#checker/reading/read-document.ts";
import type { NamedIndicator } from "#domain/directive-reading/indicator-matching.ts";
import { readDirectives, type ReadNotice } from "#domain/directive-reading/read-directives.ts";

export type { ReadDirective, ReadNotice } from "#domain/directive-reading/read-directives.ts";

/**
 * Reads the tasks, challenges and recommendations of a notice or report that comes as a file (docx, pdf, txt, md,
 * html). Offsets are those of `text`. Refuses what cannot be read, as the checker does.
 */
export async function readDirectivesOf(
  file: { readonly name: string; readonly bytes: Uint8Array },
  indicators: readonly NamedIndicator[],
): Promise<ReadNotice & { readonly text: string }> {
  const { text } = await readDocument(file.name, file.bytes);
  return { text, ...readDirectives(text, indicators) };
}
