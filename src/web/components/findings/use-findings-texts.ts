import { useLanguage } from "../../language.tsx";
import { findingsEn } from "../../texts/findings-en.ts";
import { findingsVi, type FindingsTexts } from "../../texts/findings-vi.ts";

const catalogues = { vi: findingsVi, en: findingsEn };

/** The words of this page; they come with it, not with the first page of the application. */
export function useFindingsTexts(): FindingsTexts {
  return catalogues[useLanguage().language];
}
