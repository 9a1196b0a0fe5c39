export const entryKinds = ["page", "unit", "form", "item", "report"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One thing that can be found, and where choosing it leads. */
export interface SearchEntry {
  /** Unlike every other entry's. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Where it is, what became of it, which page opens; "" when the name says all. */
  readonly hint: string;
  /** Other names of its own: short ones, old spellings, codes, the other language. */
  readonly also: readonly string[];
  /** What has to do with it without being its name: units that became this one, words about it. */
  readonly loosely?: readonly string[];
  /** It is no longer there: what is there now comes first. */
  readonly isPast?: boolean;
  /** The address inside this application. */
  readonly address: string;
}

/** An address with what it says after `?`. */
export function writeAddress(path: string, search: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(search).toString();
  return query === "" ? path : `${path}?${query}`;
}
