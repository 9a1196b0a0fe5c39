import { useState } from "react";
import { useMediaQuery } from "../use-media-query.ts";
import { useFormView, useSummary } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

interface DockProps {
  readonly toLook: number;
  readonly onLook: () => void;
  readonly onHandIn: () => void;
  readonly isSending: boolean;
  readonly said: string;
  readonly excel: string;
}

/** At the foot: how far one is, what is still to be looked at, and handing in. */
export function Dock({ toLook, onLook, onHandIn, isSending, said, excel }: DockProps) {
  const { state, isLocked } = useFormView();
  const texts = useEntryTexts();
  const { filled, canUndo, refused } = useSummary();
  const isPhone = useMediaQuery("(max-width: 759px)");
  const [zeroed, setZeroed] = useState(0);
  const blanks = state.blanks();
  const all = filled + blanks.length + refused;
  const writeZeros = () => {
    setZeroed(blanks.length);
    state.fill(blanks.map((cell) => ({ cell, text: "0" })));
  };
  const others = (
    <>
      {canUndo && (
        <button type="button" className="button" onClick={() => state.undo()}>
          {texts.dock.undo}
        </button>
      )}
      {blanks.length > 0 && state.form.dataSet.allowsNothingToReport && (
        <button type="button" className="button" onClick={writeZeros}>
          {texts.dock.nothing}
        </button>
      )}
      <a className="button" href={excel} download>
        {texts.dock.excel}
      </a>
      <button type="button" className="button" onClick={() => window.print()}>
        {texts.dock.print}
      </button>
    </>
  );
  return (
    <div className="dock">
      <div className="dock-words">
        <b>{texts.dock.filled(filled, all)}</b>
        {blanks.length > 0 && <span> · {texts.dock.blank(blanks.length)}</span>}
        {toLook > 0 && (
          <button type="button" className="link" onClick={onLook}>
            {texts.dock.toLook(toLook)} <kbd>F8</kbd>
          </button>
        )}
        <output>{said !== "" ? said : zeroed > 0 && blanks.length === 0 ? texts.dock.nothingDone(zeroed) : ""}</output>
      </div>
      {!isLocked && (
        <div className="dock-acts">
          {isPhone ? (
            <details className="dock-more">
              <summary className="button">{texts.dock.more}</summary>
              <div>{others}</div>
            </details>
          ) : (
            others
          )}
          <button
            type="button"
            className="button is-primary"
            disabled={isSending || !state.form.canHandIn}
            onClick={onHandIn}
          >
            {isSending ? texts.dock.handingIn : state.form.stand.version > 0 ? texts.dock.handInAgain : texts.dock.handIn}
          </button>
        </div>
      )}
    </div>
  );
} // prettier-ignore
