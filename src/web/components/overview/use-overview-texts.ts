import { useLanguage } from "../../language.tsx";
import { overviewEn } from "../../texts/overview-en.ts";
import { overviewVi, type OverviewTexts } from "../../texts/overview-vi.ts";

const catalogues = { vi: overviewVi, en: overviewEn };

/** The words of the director's page. */
export function useOverviewTexts(): OverviewTexts {
  return catalogues[useLanguage().language];
}
