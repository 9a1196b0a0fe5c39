import { useLanguage } from "../../language.tsx";
import { searchEn } from "../../texts/search-en.ts";
import { searchVi, type SearchTexts } from "../../texts/search-vi.ts";

const catalogues = { vi: searchVi, en: searchEn };

/** The words of the search. */
export function useSearchTexts(): SearchTexts {
  return catalogues[useLanguage().language];
}
