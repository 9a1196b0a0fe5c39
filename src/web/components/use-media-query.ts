import { useCallback, useSyncExternalStore } from "react";

/** Room for contents, sheet and panel side by side; `styles/report.css` draws the line at the same width. */
export const wideScreen = "(min-width: 1100px)";

/** Whether a media query holds now, and again whenever that changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
