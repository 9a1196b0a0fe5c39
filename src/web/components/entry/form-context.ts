import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { Form } from "#contract/form.ts";
import type { BoxState, FormState, FormSummary } from "../../entry/form-state.ts";

export interface FormView {
  readonly state: FormState;
  readonly isLocked: boolean;
  readonly cellsByName: ReadonlyMap<string, Form["cells"][number]>;
  /** Brings the keyboard to a box. */
  readonly focus: (cell: string) => void;
}

export const FormContext = createContext<FormView | undefined>(undefined);

export function useFormView(): FormView {
  const view = use(FormContext);
  if (!view) throw new Error("a box stands outside a form");
  return view;
}

/** One box; redrawn when it changes and at no other time. */
export function useBox(cell: string): BoxState {
  const { state } = useFormView();
  const subscribe = useCallback((listener: () => void) => state.subscribe(cell, listener), [state, cell]);
  return useSyncExternalStore(subscribe, () => state.box(cell));
}

/** A computed cell, added up as one types. */
export function useTotal(cell: string): string | undefined {
  const { state } = useFormView();
  const subscribe = useCallback((listener: () => void) => state.subscribe(cell, listener), [state, cell]);
  return useSyncExternalStore(subscribe, () => state.total(cell));
}

export function useSummary(): FormSummary {
  const { state } = useFormView();
  const subscribe = useCallback((listener: () => void) => state.subscribeWhole(listener), [state]);
  return useSyncExternalStore(subscribe, () => state.summary());
}
