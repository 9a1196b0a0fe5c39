import { useRouter } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { SignedInUser } from "#contract/session.ts";
import { findEntries } from "../../search/find-entries.ts";
import type { SearchEntry } from "../../search/search-entry.ts";
import { Icon } from "../icon.tsx";
import { SearchResults } from "./search-results.tsx";
import { useSearchEntries } from "./use-search-entries.ts";
import { useSearchTexts } from "./use-search-texts.ts";

interface SearchPaletteProps {
  readonly user: SignedInUser;
  readonly onClose: () => void;
}

/** More than this nobody reads; what was typed says too little then. */
const most = 40;

/** Finds any unit, form, indicator, report and page. The keyboard stays in the field; arrows walk the list under it. */
export function SearchPalette({ user, onClose }: SearchPaletteProps) {
  const texts = useSearchTexts();
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { pages, index, isLoading, isPartial } = useSearchEntries(user);
  const asked = useDeferredValue(typed);
  const found = useMemo(() => (asked.trim() === "" ? pages : findEntries(index, asked)), [asked, pages, index]);
  const shown = found.slice(0, most);
  const chosen = Math.min(at, shown.length - 1);
  useEffect(() => {
    const sheet = dialog.current;
    // A press beside the sheet lands on the dialog itself.
    const onPress = (event: MouseEvent) => event.target === sheet && sheet?.close();
    sheet?.showModal();
    sheet?.addEventListener("click", onPress);
    return () => sheet?.removeEventListener("click", onPress);
  }, []);

  const open = ({ address }: SearchEntry) => {
    dialog.current?.close();
    router.history.push(address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const entry = shown[chosen];
    const next = stepFrom(chosen, shown.length, event.key);
    if (next !== undefined) setAt(next);
    else if (event.key === "Enter" && entry) open(entry);
    else return;
    event.preventDefault();
  };
  const state = found.length > 0 ? texts.count(found.length) : isLoading ? texts.loading : texts.none(typed.trim()); // prettier-ignore
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label={texts.title}
      onClose={onClose}
    >
      <div className="search-sheet">
        <div className="search-field">
          <input
            type="text"
            role="combobox"
            aria-label={texts.title}
            aria-describedby={`${id}-hint`}
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
          />
          <button type="button" className="search-close" aria-label={texts.close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        <p className="search-hint" id={`${id}-hint`}>
          {texts.hint}
        </p>
        <SearchResults id={id} entries={shown} chosen={chosen} onChoose={open} />
        <output className={found.length === 0 ? "search-none" : "visually-hidden"}>
          {state}
        </output>
        <div className="search-foot">
          {isPartial && <p className="search-partial">{texts.offline}</p>}
          {found.length > most && <p>{texts.more(found.length - most)}</p>}
          <p className="search-keys">
            {texts.keys.map(([key, words]) => (
              <span key={key}>
                <kbd>{key}</kbd> {words}
              </span>
            ))}
          </p>
        </div>
      </div>
    </dialog>
  );
} // prettier-ignore

/** Where an arrow leads in a list that goes round; `undefined` for other keys. */
function stepFrom(at: number, length: number, key: string): number | undefined {
  if (length === 0) return undefined;
  if (key === "ArrowDown") return (at + 1) % length;
  if (key === "ArrowUp") return (at + length - 1) % length;
  if (key === "PageDown") return Math.min(at + 8, length - 1);
  return key === "PageUp" ? Math.max(at - 8, 0) : undefined;
}
