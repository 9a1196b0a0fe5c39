import type { ReportView } from "#contract/report.ts";
import type { Annex, ReportSection, Span } from "#domain/report.ts";

type ViewedFigure = ReportView["figures"][number];

/** A figure for tests that name only what matters to them. */
export function buildFigure(changes: Partial<ViewedFigure> = {}): ViewedFigure {
  const key = changes.key ?? "malaria.cases";
  const role = changes.role ?? "actual";
  return {
    key,
    role,
    period: "2023-S1",
    orgUnit: "VN12",
    breakdown: {},
    value: "46",
    unit: "ca",
    text: "46",
    state: "confirmed",
    asOf: "2023-06-30",
    name: { vi: "Ca mắc sốt rét", en: "Malaria cases" },
    query: new URLSearchParams({ key, role, period: "2023-S1", orgUnit: "VN12" }).toString(),
    ...changes,
  };
}

/** A section that prints these figures, one after the other, in one sentence. */
export function buildSection(
  id: string,
  figures: readonly number[],
  changes: Partial<ReportSection> = {},
): ReportSection {
  const spans: Span[] = figures.map((figure) => ({ text: `số ${figure}`, figure }));
  return {
    id,
    number: id,
    title: `Mục ${id}`,
    layout: "decimal",
    owners: [],
    paragraphs: [{ style: "body", sentences: [{ spans: [{ text: "Có " }, ...spans] }] }],
    ...changes,
  };
}

/** An annex whose table prints these figures, a row each. */
export function buildTableAnnex(id: string, figures: readonly number[]): Annex {
  const columns = [{ title: "Số", align: "right", width: 1 }] as const;
  const rows = figures.map((figure) => ({ cells: [{ text: `số ${figure}`, figure }] }));
  return {
    id,
    title: id,
    orientation: "landscape",
    blocks: [{ kind: "table", table: { columns, rows, notes: [] } }],
  };
}
