import { strToU8, zipSync, type Zippable } from "fflate";
import { Refusal } from "#domain/refusal.ts";
import { mainPartOf, relatedPart, relationsOf, relationsPart } from "#checker/reading/office-relations.ts";
import { type ReadDocument } from "#checker/reading/read-document.ts";
import { openPackage, type OfficePackage } from "#checker/reading/read-package.ts";
import { decodeXml } from "#checker/reading/read-xml.ts";
import { locate, type Aside } from "#checker/reading/text-source.ts";
import { findAnchor } from "./comment-anchor.ts";
import {
  createComments,
  escapeXml,
  extendComments,
  insertAtEnd,
  lastCommentId,
  vocabularies,
  type Comment,
} from "./comments-part.ts";
import { insertionList } from "./insertions.ts";

/** A remark on the text from `start` to `end` of the document as it was read. */
export interface Note {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly author?: string;
}

export interface AnnotateOptions {
  /** Written on every comment, ISO 8601; without it the comments carry no time and the same notes give the same bytes. */
  readonly date?: string;
}

export const noteAuthor = "Kiểm số liệu";

const commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** What a comment says first when it cannot stand on the words themselves. */
const asides: Readonly<Record<Aside, string>> = {
  footnote: "Ở chú thích cuối trang",
  endnote: "Ở chú thích cuối văn bản",
  "text-box": "Trong hộp chữ",
};

/**
 * The same Word file with a comment on the exact words of every note. The text stays as it is: only marks are put in,
 * and runs are cut where a note begins or ends within one. Comments that are there stay. Notes on footnotes stand at
 * the sign that refers to them: the format lets the main part alone use the comments (ECMA-376, part 1, 11.3.2).
 */
export function annotateDocx(
  bytes: Uint8Array,
  notes: readonly Note[],
  read: ReadDocument,
  options: AnnotateOptions = {},
): Uint8Array {
  const file = read.name;
  if (read.kind !== "docx") throw new Refusal("annotate-needs-docx", { file });
  const parts = openPackage(bytes, file);
  const main = mainPartOf(parts, file);
  const source = decodeXml(parts.read(main) ?? new Uint8Array());
  const known = relatedPart(parts, main, "comments", file);
  const knownBytes = known === undefined ? undefined : parts.read(known);
  const firstId = knownBytes === undefined ? 0 : lastCommentId(knownBytes, file) + 1;
  const { comments, marked } = placeNotes(source, notes, read, firstId, options);
  const instead = new Map<string, string>();
  if (comments.length > 0) {
    instead.set(main, inUtf8(marked));
    if (known !== undefined && knownBytes)
      instead.set(known, inUtf8(extendComments(knownBytes, comments, file)));
    else addCommentsPart(parts, main, source, comments, file, instead);
  }
  return zipParts(parts, instead);
}

/** Puts the marks of every note into the XML of the body; notes on nothing that the file says are left out. */
function placeNotes(
  source: string,
  notes: readonly Note[],
  read: ReadDocument,
  firstId: number,
  { date }: AnnotateOptions,
): { readonly comments: readonly Comment[]; readonly marked: string } {
  const insertions = insertionList();
  const comments: Comment[] = [];
  const w = /<((?:[\w.-]+:)?)body\b/.exec(source)?.[1] ?? "w:";
  for (const { start, end, text, author = noteAuthor } of notes) {
    const place = locate(read.spans, start, end);
    if (place === undefined) continue;
    const from = findAnchor(source, place.from, "start", place.until);
    const until = findAnchor(source, place.until, "end", place.from);
    // A note may not end before it begins, as one would that leads from the body into the notes behind it.
    const last = until.offset > from.offset ? until : findAnchor(source, place.from, "end");
    const id = firstId + comments.length;
    const aside =
      place.from.aside === undefined ? "" : `${asides[place.from.aside]}: “${read.text.slice(start, end)}”\n`;
    insertions.start(from, `<${w}commentRangeStart ${w}id="${id}"/>`);
    insertions.end(
      last,
      `<${w}commentRangeEnd ${w}id="${id}"/>`,
      `<${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`,
    );
    comments.push({ id, author, date, text: aside + text });
  }
  return { comments, marked: insertions.applyTo(source) };
}

/** A new comments part, with the relation and the content type that make it known. */
function addCommentsPart(
  parts: OfficePackage,
  main: string,
  source: string,
  comments: readonly Comment[],
  file: string,
  instead: Map<string, string>,
): void {
  const edition = source.includes(vocabularies.strict.words)
    ? vocabularies.strict
    : vocabularies.transitional;
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const name = freeName("comments", (one) => parts.names.includes(`${folder}${one}.xml`));
  const ids = new Set(relationsOf(parts, main, file).map(({ id }) => id));
  const relations = textOf(parts, relationsPart(main)) ?? emptyRelations;
  const used = (id: string): boolean => ids.has(id) || relations.includes(`"${id}"`);
  const relation = `Id="${freeName("rIdComments", used)}" Type="${edition.comments}" Target="${name}.xml"`;
  const types = textOf(parts, "[Content_Types].xml");
  if (types === undefined) throw new Refusal("document-damaged", { file });
  const override = `PartName="/${escapeXml(folder)}${name}.xml" ContentType="${commentsType}"`;
  instead.set(`${folder}${name}.xml`, createComments(comments, edition.words));
  instead.set(
    relationsPart(main),
    insertAtEnd(relations, emptyTag(relations, "Relationships", "Relationship", relation), file),
  );
  instead.set(
    "[Content_Types].xml",
    insertAtEnd(types, emptyTag(types, "Types", "Override", override), file),
  );
}

const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** An element with the prefix that the outermost element of the part has. */
function emptyTag(source: string, root: string, name: string, attributes: string): string {
  const prefix = new RegExp(`<((?:[\\w.-]+:)?)${root}\\b`).exec(source)?.[1] ?? "";
  return `<${prefix}${name} ${attributes}/>`;
}

function freeName(wish: string, isTaken: (name: string) => boolean): string {
  let name = wish;
  for (let number = 2; isTaken(name); number += 1) name = `${wish}${number}`;
  return name;
}

function textOf(parts: OfficePackage, name: string): string | undefined {
  const bytes = parts.read(name);
  return bytes && inUtf8(decodeXml(bytes));
}

/** Parts are written in UTF-8, whatever their declaration said before. */
function inUtf8(source: string): string {
  return source.replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, "$1$2UTF-8$2");
}

function zipParts(parts: OfficePackage, instead: ReadonlyMap<string, string>): Uint8Array {
  // Zip times have no zone and are read from local clock fields, so a local date gives the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  const zipped: Zippable = {};
  for (const name of new Set([...parts.names, ...instead.keys()])) {
    const text = instead.get(name);
    const content = text === undefined ? parts.read(name) : strToU8(text);
    if (content) zipped[name] = [content, { mtime }];
  }
  return zipSync(zipped, { level: 6, mtime });
}
