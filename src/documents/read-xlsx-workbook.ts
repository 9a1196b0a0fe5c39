import { Refusal } from "#domain/refusal.ts";
import { tableLimits } from "./read-table-source.ts";
import { readAllXml, type XmlReader } from "./read-xlsx-xml.ts";
import type { Package } from "./read-xlsx-zip.ts";

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  /** Days are counted from 1904 in files of old Macintosh versions. */
  readonly from1904: boolean;
  readonly sharedTexts: readonly string[];
  /** By style number: how a number is shown. */
  readonly shows: readonly NumberShow[];
}

export type NumberShow = "number" | "percent" | "day" | "month";

/** Reads everything of a workbook but its sheets. */
export function readWorkbook(parts: Package, file: string): Workbook {
  const read = (name: string, reader: XmlReader): void =>
    readAllXml(parts.read(name), { file, name }, reader);
  const path = "xl/workbook.xml";
  if (!parts.names.includes(path)) throw new Refusal("file-not-a-table", { file });
  const targets = relationships(read, "xl/_rels/workbook.xml.rels");
  let from1904 = false;
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  read(path, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") from1904 = isTrue(attributes.date1904);
      const part = tag === "sheet" ? targets.get(relationshipOf(attributes)) : undefined;
      if (part === undefined) return;
      const isHidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: (attributes.name ?? "").normalize("NFC"), part: partName(part), isHidden });
    },
  });
  return { sheets, from1904, sharedTexts: sharedTexts(read, file), shows: shows(read) };
}

type Read = (name: string, reader: XmlReader) => void;

function relationships(read: Read, name: string): Map<string, string> {
  const targets = new Map<string, string>();
  read(name, {
    open: (tag, attributes) => {
      if (tag === "Relationship" && attributes.TargetMode !== "External")
        targets.set(attributes.Id ?? "", attributes.Target ?? "");
    },
  });
  return targets;
}

/** `r:id`, whatever the prefix. */
function relationshipOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => /:id$/i.test(name))?.[1] ?? "";
}

/** Targets are relative to `xl/` or absolute. */
function partName(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
}

export function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

function sharedTexts(read: Read, file: string): string[] {
  const texts: string[] = [];
  let [current, inText, inPhonetic, total] = ["", false, false, 0];
  read("xl/sharedStrings.xml", {
    open: (tag) => {
      if (tag === "si") current = "";
      if (tag === "t") inText = true;
      if (tag === "rPh") inPhonetic = true;
    },
    text: (text) => {
      if (!inText || inPhonetic) return;
      current += text;
      total += text.length;
      if (total > tableLimits.sharedCharacters)
        throw new Refusal("too-much-text", { file, limit: tableLimits.sharedCharacters });
    },
    close: (tag) => {
      if (tag === "t") inText = false;
      if (tag === "rPh") inPhonetic = false;
      if (tag === "si" && texts.push(unescapeText(current)) > 2 * tableLimits.rows)
        throw new Refusal("too-much-text", { file, limit: tableLimits.sharedCharacters });
    },
  });
  return texts;
}

/** Excel writes control characters as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

function shows(read: Read): NumberShow[] {
  const formats = new Map<number, string>();
  const found: NumberShow[] = [];
  let inCells = false;
  read("xl/styles.xml", {
    open: (tag, attributes) => {
      if (tag === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (tag === "cellXfs") inCells = true;
      const id = Number(attributes.numFmtId ?? 0);
      if (tag === "xf" && inCells && found.length < 65_536) found.push(showOf(id, formats.get(id)));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return found;
}

/** Built-in formats have numbers (ECMA-376, part 1, 18.8.30); others are told by their code. */
function showOf(id: number, code?: string): NumberShow {
  if (code === undefined) {
    if (id === 9 || id === 10) return "percent";
    if (id === 17) return "month";
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "day" : "number";
  }
  // Literals, escaped characters, colours and locales say nothing about the kind.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, "").split(";")[0] ?? "";
  if (bare.includes("%")) return "percent";
  if (/[dy]/i.test(bare)) return /d/i.test(bare) || !/m/i.test(bare) ? "day" : "month";
  return "number";
}
