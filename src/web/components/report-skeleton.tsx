import { useTexts } from "../language.tsx";

const paragraphs = [4, 3, 5, 2, 4];

/** The shape of the page while the report is on its way; it appears only when the wait is felt. */
export function ReportSkeleton() {
  const texts = useTexts();
  return (
    <div className="report skeleton" aria-busy="true">
      <div aria-live="polite" className="visually-hidden">
        <h1>{texts.report.loading}</h1>
      </div>
      <div className="skeleton-line is-title" />
      <div className="skeleton-line is-short" />
      <div className="skeleton-sheet">
        {paragraphs.map((lines, paragraph) => (
          <div key={paragraph} className="skeleton-paragraph">
            {Array.from({ length: lines }, (_, line) => (
              <div key={line} className="skeleton-line" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
