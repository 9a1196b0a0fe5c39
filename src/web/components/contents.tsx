import { useEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "../language.tsx";
import { pathTo } from "../report/report-outline.ts";
import { looksBySection } from "../report/section-looks.ts";
import { annexAnchor, sectionAnchor } from "../report/section-anchor.ts";
import { ContentsAnnexes, ContentsList } from "./contents-list.tsx";
import { useReader } from "./reader-context.ts";
import { useCurrentAnchor } from "./use-current-anchor.ts";

/** The report's sections with their offices; beside the sheet, or folded above it on small screens. */
export function Contents({ isWide }: { readonly isWide: boolean }) {
  const texts = useTexts();
  const { view, outline, places } = useReader();
  const [isOpen, setOpen] = useState(false);
  const anchors = useMemo(
    () => [
      ...view.sections.map((_, index) => sectionAnchor(index)),
      ...view.annexes.map((_, index) => annexAnchor(index)),
    ],
    [view],
  );
  const current = useCurrentAnchor(anchors);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current !== undefined) keepCurrentInSight(list.current);
  }, [current]);
  const looks = useMemo(() => looksBySection(view, places), [view, places]);
  const currentIndex = anchors.indexOf(current ?? "");
  const path = useMemo(() => pathTo(outline, currentIndex), [outline, currentIndex]);

  const body = (
    <div className="contents-body" ref={list}>
      <ContentsList entries={outline} path={path} looks={looks} onFollow={() => setOpen(false)} />
      <ContentsAnnexes current={current} onFollow={() => setOpen(false)} />
    </div>
  );
  if (isWide) {
    return (
      <nav className="contents" aria-label={texts.contents.title}>
        {body}
      </nav>
    );
  }
  return (
    <nav className="contents" aria-label={texts.contents.title}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{texts.contents.title}</b> <span lang="vi">{path.at(-1)?.section.title}</span>
        </summary>
        {body}
      </details>
    </nav>
  );
}

/** Scrolls the list only, never the page. */
function keepCurrentInSight(list: HTMLElement | null): void {
  const link = list?.querySelector<HTMLElement>("[aria-current]");
  if (!list || !link) return;
  const above = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (above < 0 || above > list.clientHeight - 48) list.scrollTop += above - list.clientHeight / 3;
}
