import "../../styles/search.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "../../accounts/accounts-api.ts";
import { useTexts } from "../../language.tsx";
import { useLateComponent } from "../use-late-component.ts";

const loadPalette = () => import("./search-palette.tsx").then(({ SearchPalette }) => SearchPalette);

/** The magnifying glass of the bar; Ctrl K does the same from anywhere. For who is signed in. */
export function SearchButton() {
  const texts = useTexts();
  const { data: session } = useQuery(sessionQuery);
  const [isOpen, setOpen] = useState(false);
  const { Component: Palette, isMissing, fetch } = useLateComponent(loadPalette);
  const user = session?.state === "signed-in" && !session.user?.mustChangePassword ? session.user : undefined;
  const isAllowed = user !== undefined;
  useEffect(() => {
    if (!isAllowed) return;
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k"; // prettier-ignore
      if (!isAsked || event.isComposing) return;
      event.preventDefault(); // or the browser's own bar opens
      if (document.querySelector("dialog[open]")) return; // a question is being asked already
      fetch();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isAllowed, fetch]);
  if (!user) return null;
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-label={texts.search.button}
        title={texts.search.button}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={() => {
          fetch();
          setOpen(true);
        }}
      >
        <svg className="icon" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
          <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4l3.1 3.1" />
        </svg>
      </button>
      {isOpen && Palette && <Palette user={user} onClose={() => setOpen(false)} />}
      {isOpen && isMissing && (
        <p className="late-notice" role="alert">
          {texts.search.missing}
        </p>
      )}
    </>
  );
}
