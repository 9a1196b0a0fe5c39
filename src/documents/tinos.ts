import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Tinos has the letter widths of Times New Roman, may be passed on (Open Font License), and holds every Vietnamese
 * letter: it stands in for Times New Roman where a file must carry its own font.
 */
const faces = {
  regular: "400Regular/Tinos_400Regular.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  italic: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  boldItalic: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const;

export type Face = keyof typeof faces;

const installed = createRequire(import.meta.url);
const read = new Map<Face, Buffer>();

/** The TrueType file of one face; read from the disk once. */
export function fontFile(face: Face): Buffer {
  const bytes = read.get(face) ?? readFileSync(installed.resolve(`@expo-google-fonts/tinos/${faces[face]}`));
  read.set(face, bytes);
  return bytes;
}

/** All four faces. */
export function fontFiles(): Buffer[] {
  return [fontFile("regular"), fontFile("bold"), fontFile("italic"), fontFile("boldItalic")];
}
