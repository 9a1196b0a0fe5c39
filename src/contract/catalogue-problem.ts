import type { CatalogueFile } from "./catalogue.ts";

/** Something that single entries cannot show: a name written twice or leading nowhere, two places at once. */
export interface BrokenReference {
  readonly file: CatalogueFile;
  readonly entry: string;
  readonly problem: string;
}

/** Every name that was used before in the same list. */
export function* listRepeated(file: CatalogueFile, names: readonly string[]): Generator<BrokenReference> {
  const seen = new Set<string>();
  for (const entry of names) {
    if (seen.has(entry)) yield { file, entry, problem: "written twice" };
    seen.add(entry);
  }
}
