import { decodeXml, readXml } from "#checker/reading/read-xml.ts";

/** One comment to be written; lines of its text become paragraphs. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  /** ISO 8601; without it Word shows no time. */
  readonly date: string | undefined;
  readonly text: string;
}

/** Vocabularies of the two editions of the format; a file speaks one of them throughout. */
export const vocabularies = {
  transitional: {
    words: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    comments: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
  },
  strict: {
    words: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    comments: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
  },
} as const;

/** A comments part of its own. */
export function createComments(comments: readonly Comment[], words: string): string {
  const content = comments.map((comment) => commentXml(comment, "w:")).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${words}">${content}</w:comments>`;
}

/** An existing comments part with more comments at its end; those in it stay as they are. */
export function extendComments(bytes: Uint8Array, comments: readonly Comment[], file: string): string {
  const source = decodeXml(bytes);
  const root = /<((?:[\w.-]+:)?)comments\b/.exec(source)?.[1] ?? "w:";
  const content = comments.map((comment) => commentXml(comment, root)).join("");
  return insertAtEnd(source, content, file);
}

/** The highest number of a comment, or -1. */
export function lastCommentId(bytes: Uint8Array, file: string): number {
  let last = -1;
  readXml(decodeXml(bytes), file, {
    open: ({ name, attributes }) => {
      const id = Number(attributes["id"]);
      if (name === "w:comment" && Number.isSafeInteger(id)) last = Math.max(last, id);
    },
  });
  return last;
}

/** An XML text with more content at the end of its outermost element. */
export function insertAtEnd(source: string, content: string, file: string): string {
  let [depth, end, isEmpty] = [0, source.length, false];
  readXml(source, file, {
    open: (tag) => {
      depth += 1;
      isEmpty = depth === 1 && source.slice(tag.start, tag.end).endsWith("/>");
    },
    close: (_, behind) => {
      depth -= 1;
      if (depth === 0) end = behind;
    },
  });
  const start = source.lastIndexOf("<", end - 1);
  if (!isEmpty) return source.slice(0, start) + content + source.slice(start);
  const name = /^<([^\s/>]+)/.exec(source.slice(start, end))?.[1] ?? "";
  return `${source.slice(0, start)}${source.slice(start, end - 2)}>${content}</${name}>${source.slice(end)}`;
}

/** Text as XML content, without the characters that XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function commentXml({ id, author, date, text }: Comment, w: string): string {
  const day = date === undefined ? "" : ` ${w}date="${escapeXml(date)}"`;
  const initials = author.split(/\s+/).map((word) => word.charAt(0).toUpperCase()).join(""); // prettier-ignore
  const head = `<${w}comment ${w}id="${id}" ${w}author="${escapeXml(author)}"${day} ${w}initials="${escapeXml(initials)}">`;
  const lines = text.split(/\r?\n/);
  const mark = `<${w}r><${w}annotationRef/></${w}r>`;
  const paragraphs = lines.map((line, index) => {
    const run = `<${w}r><${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r>`;
    return `<${w}p>${index === 0 ? mark : ""}${run}</${w}p>`;
  });
  return `${head}${paragraphs.join("")}</${w}comment>`;
}
