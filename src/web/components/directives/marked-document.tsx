import { memo, useMemo } from "react";
import { markText } from "../../directives/marked-text.ts";
import type { Proposal } from "../../directives/proposals.ts";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface MarkedDocumentProps {
  readonly text: string;
  readonly proposals: readonly Proposal[];
  readonly shown: string | undefined;
}

/** The text as it came, with the words marked that each proposal was read from. */
export const MarkedDocument = memo(function MarkedDocument({ text, proposals, shown }: MarkedDocumentProps) {
  const { read: texts } = useDirectivesTexts();
  const runs = useMemo(() => markText(text, proposals), [text, proposals]);
  const firstOfShown = runs.findIndex(({ proposal }) => proposal !== undefined && proposal === shown);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="notice-text" aria-label={texts.document} tabIndex={0}>
      {runs.map((run, index) =>
        run.mark === undefined ? (
          run.text
        ) : (
          <mark
            key={run.start}
            className={`is-${run.mark}`}
            title={texts.marks[run.mark]}
            data-shown={run.proposal === shown || undefined}
            ref={index === firstOfShown ? scrollTo : undefined}
          >
            {run.text}
          </mark>
        ),
      )}
    </section>
  );
});

function scrollTo(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
