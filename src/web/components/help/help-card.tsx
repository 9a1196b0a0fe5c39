import { useLanguage } from "../../language.tsx";
import { helpEn } from "../../texts/help-en.ts";
import { helpVi, type HelpLine, type HelpPage } from "../../texts/help-vi.ts";
import { Icon } from "../icon.tsx";

const catalogues = { vi: helpVi, en: helpEn };

interface HelpCardProps {
  readonly page: HelpPage;
  readonly onClose: () => void;
}

/** What one does on a page, and its keys. */
export function HelpCard({ page, onClose }: HelpCardProps) {
  const texts = catalogues[useLanguage().language];
  const { title, lines } = texts.pages[page];
  return (
    <section aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label={texts.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ul>
        {lines.map((line) => (
          <Line key={line.text} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line: { keys, text } }: { readonly line: HelpLine }) {
  return (
    <li>
      {keys?.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      <span>{text}</span>
    </li>
  );
}
