import { useCallback, useState, type ComponentType } from "react";

export interface LateComponent<Props> {
  /** There once it was asked for and has come. */
  readonly Component: ComponentType<Props> | undefined;
  /** It was asked for and the line did not bring it. */
  readonly isMissing: boolean;
  readonly fetch: () => void;
}

/** A component that nobody waits for until it is asked for; a broken line takes nothing else of the page with it. */
export function useLateComponent<Props>(load: () => Promise<ComponentType<Props>>): LateComponent<Props> {
  const [late, setLate] = useState<Omit<LateComponent<Props>, "fetch">>({
    Component: undefined,
    isMissing: false,
  });
  const fetch = useCallback(() => {
    load().then(
      (Component) => setLate({ Component, isMissing: false }),
      () => setLate({ Component: undefined, isMissing: true }),
    );
  }, [load]);
  return { ...late, fetch };
}
