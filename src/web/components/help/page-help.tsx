import "../../styles/help.css";
import { useId } from "react";
import { useTexts } from "../../language.tsx";
import type { HelpPage } from "../../texts/help-vi.ts";
import { useLateComponent } from "../use-late-component.ts";
import { usePopup } from "../use-popup.ts";

const loadCard = () => import("./help-card.tsx").then(({ HelpCard }) => HelpCard);

/** The small "?" beside a page's title: a few plain lines about this page, fetched when somebody asks. */
export function PageHelp({ page }: { readonly page: HelpPage }) {
  const texts = useTexts();
  const id = useId();
  const { isOpen, setOpen, box, button, close } = usePopup();
  const { Component: Card, isMissing, fetch } = useLateComponent(loadCard);
  return (
    <div className="page-help" ref={box}>
      <button
        ref={button}
        type="button"
        aria-label={texts.help.button}
        title={texts.help.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          fetch();
          setOpen(!isOpen);
        }}
      >
        <span aria-hidden="true">?</span>
      </button>
      <div id={id} hidden={!isOpen} className="help-card">
        {isOpen && Card && <Card page={page} onClose={close} />}
        {isOpen && isMissing && <p role="alert">{texts.help.missing}</p>}
      </div>
    </div>
  );
}
