import { SaxesParser, type SaxesTagPlain } from "saxes";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";

/** A tag of an XML part, with where it stands in the part's text. */
export interface XmlTag {
  /** With the usual prefix of its vocabulary ("w:p"), whatever prefix the file uses. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
}

export interface XmlReader {
  open(tag: XmlTag): void;
  text?(text: string): void;
  /** `name` as in `open`; `end` is the offset behind the closing tag. */
  close?(name: string, end: number): void;
}

/** The vocabularies of Office files, in their transitional and strict editions, by their last words. */
const usualPrefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, "w"],
  [/\/officeDocument(?:\/2006)?\/math$/, "m"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/spreadsheetml(?:\/2006)?\/main$/, ""],
  [/\/officeDocument(?:\/2006)?\/relationships$/, "r"],
];

/** Reads an XML part; refuses DOCTYPE (entities are never resolved), malformed XML and endless nesting. */
export function readXml(source: string, file: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const rename = renamer();
  let depth = 0;
  parser.on("error", () => {
    throw new Refusal("document-damaged", { file });
  });
  parser.on("doctype", () => {
    throw new Refusal("document-has-doctype", { file });
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > documentLimits.depth)
      throw new Refusal("document-too-deep", { file, limit: documentLimits.depth });
    const end = parser.position;
    const start = source.lastIndexOf("<", end - 1);
    reader.open({ name: rename(tag), attributes: renamed(tag.attributes), start, end });
  });
  if (reader.text) {
    parser.on("text", (text) => reader.text?.(text));
    parser.on("cdata", (text) => reader.text?.(text));
  }
  parser.on("closetag", (tag) => {
    depth -= 1;
    reader.close?.(rename(tag), parser.position);
  });
  parser.write(source).close();
}

/** The text of a part: UTF-8, or UTF-16 with its mark. */
export function decodeXml(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(bytes);
}

/** Prefixes are declared once, on the first element, in every file that Office programs write. */
function renamer(): (tag: SaxesTagPlain) => string {
  const prefixes = new Map<string, string>();
  return ({ name, attributes }) => {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!attribute.startsWith("xmlns")) continue;
      const usual = usualPrefixes.find(([vocabulary]) => vocabulary.test(value))?.[1];
      if (usual !== undefined) prefixes.set(attribute.slice(6), usual);
    }
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const usual = prefixes.get(prefix) ?? prefix;
    return usual === "" ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`;
  };
}

/** Attribute names without their prefix: Word files prefix them, Excel files do not. */
function renamed(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) plain[name.slice(name.indexOf(":") + 1)] = value;
  return plain;
}
