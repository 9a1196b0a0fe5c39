import { useLanguage } from "../../language.tsx";
import { indicatorsEn } from "../../texts/indicators-en.ts";
import { indicatorsVi, type IndicatorTexts } from "../../texts/indicators-vi.ts";

const catalogues = { vi: indicatorsVi, en: indicatorsEn };

/** The words of these pages; they come with them, not with the first page of the application. */
export function useIndicatorTexts(): IndicatorTexts {
  return catalogues[useLanguage().language];
}
