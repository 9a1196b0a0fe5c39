import { useEffect } from "react";
import type { FigureSelection } from "./use-figure-selection.ts";

/** Alt ↓/↑ next and previous figure, F8 and Shift F8 the next that needs a look, Esc closes. */
export function useReaderKeys({ place, walk, walkToLook, close }: FigureSelection): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInField(event.target)) return;
      const step = stepOf(event);
      if (event.key === "Escape" && place) close();
      else if (event.key === "F8") walkToLook(event.shiftKey ? -1 : 1);
      else if (step !== undefined) walk(step, "walk");
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [place, walk, walkToLook, close]);
}

function stepOf({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): 1 | -1 | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : undefined;
}

/** In a list or a field the same keys have a meaning of their own. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("select, input, textarea") !== null;
}
