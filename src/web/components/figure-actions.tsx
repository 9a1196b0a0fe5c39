import { useState } from "react";
import { useTexts } from "../language.tsx";
import { Icon } from "./icon.tsx";

/** Passing the figure on: its link, copied or shown where the browser does not let pages copy. */
export function FigureActions() {
  const { panel } = useTexts();
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  const address = window.location.href.replace(/#.*$/, "");
  const copy = () => {
    // Outside HTTPS and localhost there is no clipboard at all.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (!clipboard) return setOutcome("refused");
    clipboard.writeText(address).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  };
  return (
    <section className="panel-actions">
      <button type="button" className="button" onClick={copy}>
        <Icon name="link" />
        {panel.copyLink}
      </button>
      <output className="quiet">
        {outcome === "copied" && panel.copied}
        {outcome === "refused" && (
          <label>
            {panel.copyYourself}
            <input readOnly value={address} onFocus={(event) => event.target.select()} />
          </label>
        )}
      </output>
    </section>
  );
}
