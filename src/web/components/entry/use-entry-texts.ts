import { useLanguage } from "../../language.tsx";
import { entryEn } from "../../texts/entry-en.ts";
import { entryVi, type EntryTexts } from "../../texts/entry-vi.ts";

const catalogues = { vi: entryVi, en: entryEn };

/** The words of filling in forms. */
export function useEntryTexts(): EntryTexts {
  return catalogues[useLanguage().language];
}
