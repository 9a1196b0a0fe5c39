import { useEffect, useRef, useState } from "react";
import { figuresFile, reportFile, type ReportName } from "../api.ts";
import { useTexts } from "../language.tsx";
import { Icon } from "./icon.tsx";

/** The report as a file: a button that opens a short list of links. */
export function DownloadMenu({ report }: { readonly report: ReportName }) {
  const { download } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // this Esc closes the list, not the figure behind it
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, [isOpen]);

  const files = [
    { href: reportFile(report, "docx"), name: download.docx, hint: download.docxHint },
    { href: reportFile(report, "pdf"), name: download.pdf, hint: download.pdfHint },
    { href: figuresFile(report, "csv"), name: download.csv, hint: download.csvHint },
    { href: reportFile(report, "json"), name: download.json, hint: download.jsonHint },
  ];
  return (
    <div className="menu" ref={menu}>
      <button
        ref={button}
        type="button"
        className="button is-primary"
        aria-expanded={isOpen}
        aria-controls="tep-tai-ve"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="download" />
        {download.button}
      </button>
      <ul id="tep-tai-ve" className="menu-list" hidden={!isOpen}>
        {files.map(({ href, name, hint }) => (
          <li key={href}>
            <a href={href} download onClick={() => setOpen(false)}>
              <b>{name}</b> <span>{hint}</span>
            </a>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              window.print();
            }}
          >
            <b>{download.print}</b>
          </button>
        </li>
      </ul>
    </div>
  );
}
