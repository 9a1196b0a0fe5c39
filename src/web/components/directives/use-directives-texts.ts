import { useLanguage } from "../../language.tsx";
import { directivesEn } from "../../texts/directives-en.ts";
import { directivesVi, type DirectivesTexts } from "../../texts/directives-vi.ts";

const catalogues = { vi: directivesVi, en: directivesEn };

/** The words of conclusions and the work that follows from them. */
export function useDirectivesTexts(): DirectivesTexts {
  return catalogues[useLanguage().language];
}
