import { SaxesParser, type SaxesTagPlain } from "saxes";
import { Refusal } from "#domain/refusal.ts";
import { tableLimits } from "./read-table-source.ts";

/** What to do at each tag; names come without their prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Parses one XML part piece by piece and yields what the reader has put into `ready` after each piece.
 * Refuses DOCTYPE (entities are never resolved), broken XML and endless texts.
 */
export function* readXml<Item>(
  pieces: Iterable<Uint8Array>,
  part: { readonly file: string; readonly name: string },
  reader: XmlReader,
  ready: Item[],
): Iterable<Item> {
  const parser = parserOf(part, reader);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let sinceTag = 0;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    const lastTag = piece.lastIndexOf(0x3c);
    sinceTag = lastTag === -1 ? sinceTag + piece.length : piece.length - lastTag;
    // The parser keeps a text until its tag ends: without this a part of spaces alone would fill the memory.
    if (sinceTag > 64 * tableLimits.cellCharacters)
      throw new Refusal("cell-too-long", { file: part.file, limit: tableLimits.cellCharacters });
    parser.write(decoder.decode(piece, { stream: true }));
    yield* ready.splice(0);
  }
  if (decoder === undefined) return;
  parser.write(decoder.decode());
  parser.close();
  yield* ready.splice(0);
}

/** Parses a small part in one go. */
export function readAllXml(
  pieces: Iterable<Uint8Array>,
  part: { readonly file: string; readonly name: string },
  reader: XmlReader,
): void {
  Array.from(readXml(pieces, part, reader, []));
}

function parserOf(
  { file, name }: { readonly file: string; readonly name: string },
  reader: XmlReader,
): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", () => {
    throw new Refusal("file-damaged", { file, part: name });
  });
  parser.on("doctype", () => {
    throw new Refusal("file-has-doctype", { file, part: name });
  });
  parser.on("opentag", (tag: SaxesTagPlain) => reader.open(local(tag.name), tag.attributes));
  if (reader.text) parser.on("text", (text) => reader.text?.(text));
  if (reader.text) parser.on("cdata", (text) => reader.text?.(text));
  if (reader.close) parser.on("closetag", (tag: SaxesTagPlain) => reader.close?.(local(tag.name)));
  return parser;
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf(piece: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  return piece[0] === 0xfe && piece[1] === 0xff ? "utf-16be" : "utf-8";
}
