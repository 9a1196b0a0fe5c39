import type { SearchEntry } from "../../search/search-entry.ts";
import { useSearchTexts } from "./use-search-texts.ts";

interface SearchResultsProps {
  /** Of the field above: the list is `id-list`, its entries `id-0`, `id-1`… */
  readonly id: string;
  readonly entries: readonly SearchEntry[];
  readonly chosen: number;
  readonly onChoose: (entry: SearchEntry) => void;
}

/** What was found, one line each: its name, where it leads or what became of it, and what it is. */
export function SearchResults({ id, entries, chosen, onChoose }: SearchResultsProps) {
  const texts = useSearchTexts();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the list of a combobox (ARIA APG); a select cannot stand under a field
    <div role="listbox" id={`${id}-list`} className="search-results" aria-label={texts.results}>
      {entries.map((entry, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keyboard, also for the list
        <div
          key={entry.id}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
          role="option"
          tabIndex={-1}
          id={`${id}-${index}`}
          ref={index === chosen ? bringIntoView : undefined}
          aria-selected={index === chosen}
          className="search-result"
          onPointerDown={keepFocus}
          onClick={() => onChoose(entry)}
        >
          <span className="search-name">{entry.name}</span>
          <span className="search-kind">{texts.kinds[entry.kind]}</span>
          {entry.hint !== "" && <span className="search-place">{entry.hint}</span>}
        </div>
      ))}
    </div>
  );
}

function bringIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}

/** A press on the list leaves the keyboard in the field. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
