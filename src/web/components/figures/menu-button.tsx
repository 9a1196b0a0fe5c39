import { useId, type ReactNode } from "react";
import { Icon, type IconName } from "../icon.tsx";
import { usePopup } from "../use-popup.ts";

interface MenuButtonProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A button that opens a short list; Esc and a press elsewhere close it. */
export function MenuButton({ label, icon, children }: MenuButtonProps) {
  const { isOpen, setOpen, box, button } = usePopup();
  const id = useId();
  return (
    <div className="menu" ref={box}>
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
