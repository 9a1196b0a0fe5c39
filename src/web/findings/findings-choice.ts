import { checkKinds, type CheckKind } from "#domain/check-values/value-finding.ts";

/** What was chosen on the page; the address says all of it. */
export interface FindingsChoice {
  readonly period?: string | undefined;
  /** Only units at or below this one. */
  readonly within?: string | undefined;
  readonly kind?: CheckKind | undefined;
  readonly state: "open" | "answered";
  readonly isIllustrative: boolean;
}

/** What stands in the address, all of it text. */
export type FindingsSearch = Readonly<Record<string, string>>;

/** Reads an address; what it does not say, or says wrongly, is left at its default. */
export function readFindingsChoice(search: FindingsSearch): FindingsChoice {
  return {
    period: search["ky"] || undefined,
    within: search["trong"] || undefined,
    kind: checkKinds.find((kind) => kind === search["loai"]),
    state: search["xem"] === "da-tra-loi" ? "answered" : "open",
    isIllustrative: search["minh-hoa"] === "1",
  };
}

/** Writes the address that `readFindingsChoice` reads back; defaults are left out. */
export function writeFindingsChoice(choice: FindingsChoice): FindingsSearch {
  const { period, within, kind, state, isIllustrative } = choice;
  const words: readonly (readonly [string, string | undefined])[] = [
    ["ky", period],
    ["trong", within],
    ["loai", kind],
    ["xem", state === "answered" ? "da-tra-loi" : undefined],
    ["minh-hoa", isIllustrative ? "1" : undefined],
  ];
  return Object.fromEntries(words.flatMap(([name, text]) => (text ? [[name, text]] : [])));
}
