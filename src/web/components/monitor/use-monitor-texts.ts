import { useLanguage } from "../../language.tsx";
import { monitorEn } from "../../texts/monitor-en.ts";
import { monitorVi, type MonitorTexts } from "../../texts/monitor-vi.ts";

const catalogues = { vi: monitorVi, en: monitorEn };

/** The words of following who has handed in what. */
export function useMonitorTexts(): MonitorTexts {
  return catalogues[useLanguage().language];
}
