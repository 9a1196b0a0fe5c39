import type { Words } from "./directive.ts";

/** How a line of a notice begins. */
export type Marker =
  | { readonly kind: "part"; readonly label: string }
  | { readonly kind: "section"; readonly label: string }
  | { readonly kind: "number"; readonly label: string }
  | { readonly kind: "sub"; readonly label: string }
  | { readonly kind: "plain" };

/** A line without its marker and without the stars and hashes of plain-text files. */
export interface NoticeLine extends Words {
  readonly marker: Marker;
}

const decoration = String.raw`[\s#>]*(?:\*\*|__)?\s*`;
const closing = /[\s*_]+$/;
const markers: readonly {
  readonly kind: Exclude<Marker["kind"], "plain">;
  readonly pattern: RegExp;
}[] = [
  { kind: "part", pattern: new RegExp(`^${decoration}(?:PHẦN|Phần)\\s+([IVX]+|\\d+)\\b[.:]?`, "u") },
  { kind: "section", pattern: new RegExp(`^${decoration}([IVX]{1,5})\\s*[.)/-]\\s*`, "u") },
  { kind: "sub", pattern: new RegExp(`^${decoration}(\\d{1,2}(?:\\.\\d{1,2})+)[.)]?\\s+`, "u") },
  { kind: "number", pattern: new RegExp(`^${decoration}(\\d{1,3})\\s*[.)/]\\s*(?=\\D)`, "u") },
  { kind: "sub", pattern: new RegExp(`^${decoration}([a-zđ])[.)]\\s+`, "u") },
  { kind: "sub", pattern: /^\s*([-–—+•*])\s+/u },
];

/** The lines of a document that say something, each with how it begins. */
export function readNoticeLines(text: string): NoticeLine[] {
  const lines: NoticeLine[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const read = readLine(line, at);
    if (read.text !== "") lines.push(read);
    at += line.length + 1;
  }
  return lines;
}

function readLine(line: string, at: number): NoticeLine {
  for (const { kind, pattern } of markers) {
    const found = pattern.exec(line);
    if (found) return { marker: { kind, label: found[1]! }, ...trimmed(line, found[0].length, at) };
  }
  return { marker: { kind: "plain" }, ...trimmed(line, /^[\s#*_>]*/u.exec(line)![0].length, at) };
}

/** The words from a place to the end of the line; emphasis that opens inside stays, so that the words are the document's. */
function trimmed(line: string, from: number, at: number): Words {
  const body = line.slice(from);
  const lead = /^\s*/u.exec(body)![0].length;
  const text = body.slice(lead).replace(/\s+$/u, "");
  const isEmphasisLeftOpen = (text.match(/\*\*/gu)?.length ?? 0) % 2 === 1;
  const clean = isEmphasisLeftOpen ? text.replace(closing, "") : text;
  return { text: clean, start: at + from + lead, end: at + from + lead + clean.length };
}

/** A line of capitals, or a short one that is no sentence: it names what comes. */
export function isHeading({ text, marker }: NoticeLine): boolean {
  if (marker.kind === "part") return true;
  const letters = text.replace(/[^\p{L}]/gu, "");
  const capitals = letters.replace(/[^\p{Lu}]/gu, "").length;
  if (letters.length >= 4 && capitals > 0.7 * letters.length) return true;
  return marker.kind === "section" && text.length <= 120 && !/[.;]$/u.test(text);
}
