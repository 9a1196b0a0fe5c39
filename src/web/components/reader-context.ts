import { createContext, use } from "react";
import type { ReportView } from "#contract/report.ts";
import type { OutlineEntry } from "../report/report-outline.ts";
import type { Place, Places } from "../report/report-places.ts";

/** Where the reader's hands are, and so where the focus belongs after a figure was opened. */
export type OpenedBy = "pointer" | "keys" | "walk" | "panel";

/** What every part of an open report may need; it never changes while the report is read. */
export interface Reader {
  readonly view: ReportView;
  readonly places: Places;
  readonly outline: readonly OutlineEntry[];
  readonly open: (place: Place, by: OpenedBy) => void;
}

export const ReaderContext = createContext<Reader | undefined>(undefined);

export function useReader(): Reader {
  const reader = use(ReaderContext);
  if (!reader) throw new Error("no report is open around this component");
  return reader;
}
