import { figuresFile, reportFile, type ReportName } from "../api.ts";
import { useTexts } from "../language.tsx";
import { Icon } from "./icon.tsx";
import { usePopup } from "./use-popup.ts";

/** The report as a file: a button that opens a short list of links. */
export function DownloadMenu({ report }: { readonly report: ReportName }) {
  const { download } = useTexts();
  const { isOpen, setOpen, box, button } = usePopup();

  const files = [
    { href: reportFile(report, "docx"), name: download.docx, hint: download.docxHint },
    { href: reportFile(report, "pdf"), name: download.pdf, hint: download.pdfHint },
    { href: figuresFile(report, "csv"), name: download.csv, hint: download.csvHint },
    { href: reportFile(report, "json"), name: download.json, hint: download.jsonHint },
  ];
  return (
    <div className="menu" ref={box}>
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
