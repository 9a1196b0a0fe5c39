import type { FigureDetail, FigureOrigin, Source } from "#contract/figure.ts";
import { useTexts } from "../language.tsx";
import { Icon } from "./icon.tsx";
import { SourceQuote } from "./origin-words.tsx";

/** What documents print for the figure, as far as its origin has not said so already. */
export function StatementsSection({ detail }: { readonly detail: FigureDetail }) {
  const { panel } = useTexts();
  const said = sourceOf(detail.figure.origin);
  const statements = detail.statements.filter(({ agrees, source }) => !agrees || !isSame(source, said));
  if (statements.length === 0) return null;
  return (
    <section>
      <h3>{panel.statements}</h3>
      {statements.map(({ text, agrees, note, source }, index) => (
        <div key={index} className="told">
          <p className="told-title">
            <span lang="vi">{text}</span>{" "}
            <span className="verdict" data-agrees={agrees}>
              <Icon name={agrees ? "confirmed" : "deviating"} />
              {agrees ? panel.agrees : panel.differs}
            </span>
          </p>
          {note !== undefined && (
            <p className="quiet" lang="vi">
              {note}
            </p>
          )}
          <SourceQuote source={source} />
        </div>
      ))}
    </section>
  );
}

function sourceOf(origin: FigureOrigin): Source | undefined {
  return "source" in origin ? origin.source : undefined;
}

function isSame(one: Source, other: Source | undefined): boolean {
  return other !== undefined && one.document === other.document && one.section === other.section && one.quote === other.quote; // prettier-ignore
}
