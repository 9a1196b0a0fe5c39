/** The unit that is pointed at, in table and map alike: kept outside the pages' state, so that only its row redraws. */
export interface LitUnit {
  readonly get: () => string | undefined;
  readonly set: (unit: string | undefined) => void;
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createLitUnit(): LitUnit {
  let current: string | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (unit) => {
      if (unit === current) return;
      current = unit;
      for (const listener of listeners) listener();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
