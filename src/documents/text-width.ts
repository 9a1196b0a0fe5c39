import { fontFile, type Face } from "./tinos.ts";

interface Metrics {
  readonly unitsPerEm: number;
  readonly advance: (codePoint: number) => number;
}

const measured = new Map<Face, Metrics>();

/** Width in points of one line of text in Times New Roman, from the advance widths of its metric twin. */
export function textWidth(text: string, size: number, face: Face): number {
  const metrics = measured.get(face) ?? readMetrics(fontFile(face));
  measured.set(face, metrics);
  let units = 0;
  for (const character of text) units += metrics.advance(character.codePointAt(0) ?? 0);
  return (units / metrics.unitsPerEm) * size;
}

/** Width in points of the longest line when the text is set in a column. */
export function longestLine(text: string, size: number, face: Face, columnWidth: number): number {
  const widths: number[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, face) > columnWidth) {
      widths.push(textWidth(line, size, face));
      line = word;
    } else line = longer;
  }
  return Math.min(columnWidth, Math.max(...widths, textWidth(line, size, face)));
}

/** Reads the tables `head`, `hhea`, `hmtx` and `cmap` of a TrueType file (OpenType specification 1.9). */
function readMetrics(file: Buffer): Metrics {
  const tables = readTables(file);
  const unitsPerEm = file.readUInt16BE(table(tables, "head") + 18);
  const longMetrics = file.readUInt16BE(table(tables, "hhea") + 34);
  const widths = table(tables, "hmtx");
  const glyphOf = readCharacterMap(file, table(tables, "cmap"));
  return {
    unitsPerEm,
    advance: (codePoint) => file.readUInt16BE(widths + 4 * Math.min(glyphOf(codePoint), longMetrics - 1)),
  };
}

function readTables(file: Buffer): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const record = 12 + 16 * index;
    tables.set(file.toString("latin1", record, record + 4), file.readUInt32BE(record + 8));
  }
  return tables;
}

function table(tables: ReadonlyMap<string, number>, name: string): number {
  const offset = tables.get(name);
  if (offset === undefined) throw new Error(`The font has no table ${name}.`);
  return offset;
}

/** Code point → glyph by the Unicode table for the Basic Multilingual Plane (format 4); 0 is "no such letter". */
function readCharacterMap(file: Buffer, cmap: number): (codePoint: number) => number {
  const map = findUnicodeMap(file, cmap);
  const segments = file.readUInt16BE(map + 6) / 2;
  const ends = map + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (codePoint > file.readUInt16BE(ends + 2 * segment)) continue;
      const start = file.readUInt16BE(starts + 2 * segment);
      if (codePoint < start) return 0;
      const delta = file.readUInt16BE(deltas + 2 * segment);
      const place = offsets + 2 * segment;
      const offset = file.readUInt16BE(place);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = file.readUInt16BE(place + offset + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function findUnicodeMap(file: Buffer, cmap: number): number {
  for (let index = 0; index < file.readUInt16BE(cmap + 2); index += 1) {
    const record = cmap + 4 + 8 * index;
    const map = cmap + file.readUInt32BE(record + 4);
    if (file.readUInt16BE(record) === 3 && file.readUInt16BE(map) === 4) return map;
  }
  throw new Error("The font has no Unicode character map.");
}
