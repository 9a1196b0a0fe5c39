import { useId, type ReactNode } from "react";
import { Icon } from "../icon.tsx";
import { usePopup } from "../use-popup.ts";

interface ChooserProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  readonly done: string;
}

/** A button that names a choice and opens the ways to change it; changes hold at once, nothing is confirmed. */
export function Chooser({ label, value, children, done }: ChooserProps) {
  const { isOpen, setOpen, box, button, close } = usePopup();
  const id = useId();
  return (
    <div className="chooser" ref={box}>
      <button
        ref={button}
        type="button"
        className="chooser-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="chooser-label">{label}</span> <b>{value}</b>
        <Icon name="next" />
      </button>
      {isOpen && (
        <fieldset id={id} className="chooser-box" aria-label={label}>
          {children}
          <div className="chooser-foot">
            <button type="button" className="button is-primary" onClick={close}>
              {done}
            </button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
