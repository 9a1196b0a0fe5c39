import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Icon, type IconName } from "../icon.tsx";

interface MenuButtonProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A button that opens a short list; Esc and a press elsewhere close it. */
export function MenuButton({ label, icon, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && target.isConnected && !menu.current?.contains(target)) setOpen(false);
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
    <div className="menu" ref={menu}>
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {icon && <Icon name={icon} />}
        {label}
      </button>
      <ul id={id} className="menu-list" hidden={!isOpen}>
        {children}
      </ul>
    </div>
  );
}
