import { useEffect } from "react";

interface FindingsKeys {
  readonly walk: (step: 1 | -1) => void;
  /** Opens the form for a reason at the selected finding. */
  readonly startAnswer: () => boolean;
  /** Closes the form; false when there was none. */
  readonly cancel: () => boolean;
}

/** F8 and Shift F8 from finding to finding, X to write a reason, Esc to leave it. */
export function useFindingsKeys({ walk, startAnswer, cancel }: FindingsKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "F8") {
        walk(event.shiftKey ? -1 : 1);
        event.preventDefault();
      } else if (event.key === "Escape") {
        if (cancel()) event.preventDefault();
      } else if (event.key.toLowerCase() === "x" && !isInField(event.target) && startAnswer()) {
        event.preventDefault();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [walk, startAnswer, cancel]);
}

/** In a field the same keys are letters. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("select, input, textarea") !== null;
}
