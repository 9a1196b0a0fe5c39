import { createContext, use, useSyncExternalStore } from "react";
import type { AnalyticsDimensions } from "#contract/analytics.ts";
import type { Period } from "#domain/period.ts";
import { useLanguage } from "../../language.tsx";
import { figuresEn } from "../../texts/figures-en.ts";
import { figuresVi, type FiguresTexts } from "../../texts/figures-vi.ts";
import type { LitUnit } from "../../figures/lit-unit.ts";
import type { UnitTree } from "../../figures/unit-tree.ts";
import type { ViewChoice } from "../../figures/view-choice.ts";

const catalogues = { vi: figuresVi, en: figuresEn };

/** The words of this page; they come with it, not with the first page of the application. */
export function useFiguresTexts(): FiguresTexts {
  return catalogues[useLanguage().language];
}

/** What every part of the page needs: what is chosen, how to change it, and what there is to choose from. */
export interface FiguresView {
  readonly choice: ViewChoice;
  readonly change: (changes: Partial<ViewChoice>) => void;
  readonly dimensions: AnalyticsDimensions;
  /** The units of the day whose tree is shown. */
  readonly tree: UnitTree;
  /** The keys that the choice means. */
  readonly items: readonly string[];
  readonly periods: readonly Period[];
  /** The day whose tree is shown. */
  readonly day: string;
  /** The end of the last period that has values. */
  readonly latestDay: string;
  readonly lit: LitUnit;
}

export const FiguresContext = createContext<FiguresView | undefined>(undefined);

export function useFiguresView(): FiguresView {
  const view = use(FiguresContext);
  if (!view) throw new Error("a part of the page Số liệu stands outside of it");
  return view;
}

/** Whether a unit is the one pointed at; redraws only when that changes. */
export function useIsLit(unit: string): boolean {
  const { lit } = useFiguresView();
  return useSyncExternalStore(lit.subscribe, () => lit.get() === unit);
}

export function useLitUnit(): string | undefined {
  const { lit } = useFiguresView();
  return useSyncExternalStore(lit.subscribe, lit.get);
}
