import { useState } from "react";
import type { ReportSection } from "#domain/report.ts";
import { useTexts } from "../language.tsx";
import { abbreviateOffice } from "../report/office-abbreviation.ts";
import type { OutlineEntry } from "../report/report-outline.ts";
import { countLooks, type SectionLooks } from "../report/section-looks.ts";
import { annexAnchor, sectionAnchor } from "../report/section-anchor.ts";
import { annexLabel } from "#wording/furniture.ts";
import { sectionLabel } from "../report/sheet-words.ts";
import { useReader } from "./reader-context.ts";

interface ContentsListProps {
  readonly entries: readonly OutlineEntry[];
  /** From the root to the section being read. */
  readonly path: readonly OutlineEntry[];
  readonly looks: SectionLooks;
  readonly onFollow: () => void;
}

/** Sections under 1.1 are many: they stay folded until one of them is read, or asked for. */
const foldedFrom = 3;

export function ContentsList({ entries, path, looks, onFollow }: ContentsListProps) {
  const shown = entries.filter(
    ({ section }) => section.layout !== "untitled" || section.number !== undefined,
  );
  if (shown.length === 0) return null;
  return (
    <ul className="contents-list">
      {shown.map((entry) => (
        <ContentsEntry key={entry.index} entry={entry} path={path} looks={looks} onFollow={onFollow} />
      ))}
    </ul>
  );
}

interface ContentsEntryProps {
  readonly entry: OutlineEntry;
  readonly path: readonly OutlineEntry[];
  readonly looks: SectionLooks;
  readonly onFollow: () => void;
}

function ContentsEntry({ entry, path, looks, onFollow }: ContentsEntryProps) {
  const texts = useTexts();
  const { section, index, depth, children } = entry;
  const isRead = path.includes(entry);
  const [chosen, setChosen] = useState<boolean>();
  const titled = children.some((child) => child.section.layout !== "untitled");
  const folds = depth >= foldedFrom && titled;
  const isOpen = !folds || (chosen ?? isRead);
  const lookCount = countLooks(entry, looks, !isOpen || !titled);
  return (
    <li data-depth={Math.min(depth, 5)}>
      <div className="contents-row">
        {folds && (
          <button
            type="button"
            className="contents-fold"
            aria-expanded={isOpen}
            aria-label={texts.contents.open(section.title)}
            onClick={() => setChosen(!isOpen)}
          />
        )}
        <a
          href={`#${sectionAnchor(index)}`}
          aria-current={isCurrent(entry, path, isOpen) ? "location" : undefined}
          onClick={onFollow}
        >
          <span className="contents-title" lang="vi">
            {sectionLabel(section)}
            {section.layout === "part" && "."} {section.title}
          </span>
          {depth > 0 && <Owners owners={section.owners} />}
          {lookCount > 0 && <span className="contents-look">{texts.contents.look(lookCount)}</span>}
        </a>
      </div>
      {isOpen && <ContentsList entries={children} path={path} looks={looks} onFollow={onFollow} />}
    </li>
  );
}

/** The section being read, or the folded one that holds it. */
function isCurrent(entry: OutlineEntry, path: readonly OutlineEntry[], isOpen: boolean): boolean {
  const below = path[path.indexOf(entry) + 1];
  const hidden = below?.section.layout === "untitled" || !isOpen;
  return path.includes(entry) && (below === undefined || hidden);
}

function Owners({ owners }: Pick<ReportSection, "owners">) {
  const { contents } = useTexts();
  const [first, ...others] = owners;
  if (!first) return null;
  const names = owners.map(({ name }) => name).join(", ");
  return (
    <span className="contents-owners" title={contents.owners(names)} lang="vi">
      {abbreviateOffice(first.name)}
      {others.length > 0 && ` ${contents.moreOwners(others.length)}`}
    </span>
  );
}

/** The annexes at the end of the contents. */
export function ContentsAnnexes({
  current,
  onFollow,
}: {
  readonly current: string | undefined;
  readonly onFollow: () => void;
}) {
  const { contents } = useTexts();
  const { view } = useReader();
  if (view.annexes.length === 0) return null;
  return (
    <>
      <p className="contents-part">{contents.annexes}</p>
      <ul className="contents-list">
        {view.annexes.map((annex, index) => (
          <li key={annex.id} data-depth="1">
            <a
              href={`#${annexAnchor(index)}`}
              aria-current={current === annexAnchor(index) ? "location" : undefined}
              onClick={onFollow}
            >
              <span className="contents-title" lang="vi">
                {annexLabel(index, view.annexes.length)}. {annex.title}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
