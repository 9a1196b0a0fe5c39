import { useLanguage } from "../../language.tsx";
import { dataSetsEn } from "../../texts/data-sets-en.ts";
import { dataSetsVi, type DataSetTexts } from "../../texts/data-sets-vi.ts";

const catalogues: Readonly<Record<"vi" | "en", DataSetTexts>> = { vi: dataSetsVi, en: dataSetsEn };

/** The words of defining forms. */
export function useDataSetTexts(): DataSetTexts {
  return catalogues[useLanguage().language];
}
