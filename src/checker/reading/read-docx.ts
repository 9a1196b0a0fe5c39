import { type Finding } from "#domain/finding.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Block } from "./document-blocks.ts";
import { readDocxPart, type DocxPart } from "./docx-body.ts";
import { type DocxContext, type DocxTally } from "./docx-flow.ts";
import { readNumbering } from "./docx-numbering.ts";
import { readStyles } from "./docx-styles.ts";
import { layOutText } from "./lay-out-text.ts";
import { convertLegacyFonts } from "./legacy-fonts.ts";
import { mainPartOf, relatedPart } from "./office-relations.ts";
import { type ReadContent } from "./read-document.ts";
import { openPackage, type OfficePackage } from "./read-package.ts";
import { decodeXml, readXml } from "./read-xml.ts";
import { type Aside, type SourcePoint } from "./text-source.ts";

/**
 * Reads a Word file: the body with its tables, numbering as text, tracked changes as accepted, text boxes behind the
 * paragraph they hang on, notes at the end. Headers, footers, comments and hidden text are left aside.
 */
export function readDocx(file: string, bytes: Uint8Array): ReadContent {
  const parts = openPackage(bytes, file);
  const main = mainPartOf(parts, file);
  const source = xmlOf(parts, main);
  if (source === undefined) throw new Refusal("document-damaged", { file });
  const part = (type: string): string | undefined => {
    const name = relatedPart(parts, main, type, file);
    return name === undefined ? undefined : xmlOf(parts, name);
  };
  const tally: DocxTally = { changes: 0, hiddenCharacters: 0, unreadParts: 0 };
  const context = (): DocxContext => ({
    file,
    tally,
    styles,
    nextLabel: readNumbering(part("numbering"), file),
  });
  const styles = readStyles(part("styles"), file);
  const body = readDocxPart(source, context());
  const notes = (["footnote", "endnote"] as const).flatMap((kind) => {
    const text = part(`${kind}s`);
    return text === undefined ? [] : notesOf(kind, text, context(), body);
  });
  const { blocks, fonts } = convertLegacyFonts([...body.blocks, ...notes]);
  const converted = fonts.map((encoding) => warning("encoding-converted", { encoding }));
  return {
    ...layOutText(blocks, file),
    findings: [...converted, ...findingsOf(tally), ...headerFindings(parts, file)],
  };
}

/** The notes that the body refers to, in the order of their numbers. */
function notesOf(kind: Aside, source: string, context: DocxContext, body: DocxPart): readonly Block[] {
  const placeOf = (note: string): SourcePoint | undefined => {
    const point = body.references.get(note);
    return point && { ...point, aside: kind };
  };
  const { notes } = readDocxPart(source, context, placeOf);
  return [...body.references.keys()].flatMap((key) => notes.get(key) ?? []);
}

function findingsOf({ changes, hiddenCharacters, unreadParts }: DocxTally): readonly Finding[] {
  return [
    ...(changes > 0 ? [warning("tracked-changes-accepted", { count: changes })] : []),
    ...(hiddenCharacters > 0 ? [warning("hidden-text-left-aside", { characters: hiddenCharacters })] : []),
    ...(unreadParts > 0 ? [warning("embedded-files-not-read", { count: unreadParts })] : []),
  ];
}

/** Words in the margins are named, so that nobody believes them checked. */
function headerFindings(parts: OfficePackage, file: string): readonly Finding[] {
  const margins = parts.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).slice(0, 60);
  const isWritten = margins.some((name) => {
    let hasWords = false;
    readXml(xmlOf(parts, name) ?? "<none/>", file, {
      open: () => undefined,
      text: (text) => (hasWords ||= /\p{L}/u.test(text)),
    });
    return hasWords;
  });
  return isWritten ? [warning("headers-left-aside", {})] : [];
}

function xmlOf(parts: OfficePackage, name: string): string | undefined {
  const bytes = parts.read(name);
  return bytes && decodeXml(bytes);
}

function warning(code: string, facts: Finding["facts"]): Finding {
  return { code, severity: "warning", facts };
}
