import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Icon } from "../icon.tsx";

interface ChooserProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  readonly done: string;
}

/** A button that names a choice and opens the ways to change it; changes hold at once, nothing is confirmed. */
export function Chooser({ label, value, children, done }: ChooserProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      // What was pressed may be gone by now: it was inside all the same.
      if (target instanceof Node && target.isConnected && !box.current?.contains(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [isOpen]);
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
            <button
              type="button"
              className="button is-primary"
              onClick={() => {
                setOpen(false);
                button.current?.focus();
              }}
            >
              {done}
            </button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
