import { useEffect, useState } from "react";

/** The id of the section being read: the last one that begins in the upper half of the window. */
export function useCurrentAnchor(anchors: readonly string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const inBand = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inBand.add(target.id);
          else inBand.delete(target.id);
        }
        const last = anchors.findLast((anchor) => inBand.has(anchor));
        // Between two sections the one just left stays current.
        if (last !== undefined) setCurrent(last);
      },
      { rootMargin: "0px 0px -55% 0px" },
    );
    for (const anchor of anchors) {
      const section = document.getElementById(anchor);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [anchors]);
  return current;
}
