import { useLanguage } from "../../language.tsx";
import { checkEn } from "../../texts/check-en.ts";
import { checkVi, type CheckTexts } from "../../texts/check-vi.ts";

const catalogues = { vi: checkVi, en: checkEn };

/** The words of this page; they come with it, not with the first page of the application. */
export function useCheckTexts(): CheckTexts {
  return catalogues[useLanguage().language];
}
