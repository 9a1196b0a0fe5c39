import type { Claim } from "#checker/contract.ts";
import { spanOf } from "./text-marks.ts";

const context = 90;

/** The stretch of whole words around a finding, within its own line. */
export function excerptBounds(text: string, claim: Claim): { readonly start: number; readonly end: number } {
  const { start, end } = spanOf(claim);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", end);
  const lineEnd = found < 0 ? text.length : found;
  const from = Math.max(lineStart, Math.min(claim.start, start) - context);
  const until = Math.min(lineEnd, Math.max(claim.end, end) + context);
  return {
    start: from === lineStart ? from : from + Math.max(0, text.slice(from, start).search(/(?<=\s)\S/u)),
    end: until === lineEnd ? until : end + text.slice(end, until).search(/\s*\S*$/u),
  };
}
