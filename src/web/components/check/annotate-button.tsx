import { useState } from "react";
import { Refusal } from "#domain/refusal.ts";
import { refusalText } from "#wording/refusals.ts";
import { runWork } from "../../check/run-work.ts";
import { saveFile } from "../../check/save-file.ts";
import { useLanguage } from "../../language.tsx";
import { Icon } from "../icon.tsx";
import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The same Word file with a comment on every open finding; only Word files can carry them. */
export function AnnotateButton() {
  const { actions } = useCheckTexts();
  const { language } = useLanguage();
  const { check, remembered } = useCheckReader();
  const [outcome, setOutcome] = useState<"working" | Error>();
  const { source } = check;
  if (!check.isWord || !("bytes" in source)) return null;
  const annotate = () => {
    setOutcome("working");
    const order = { work: "annotate", name: source.name, bytes: source.bytes, document: remembered.document, language } as const;
    runWork(order, { signal: new AbortController().signal }).then(
      (result) => {
        if (result.news === "annotated") saveFile(actions.annotated(source.name), result.bytes, wordType);
        setOutcome(undefined);
      },
      (error: unknown) => setOutcome(error instanceof Error ? error : new Error("not annotated")),
    );
  };
  return (
    <>
      <button type="button" className="button is-primary" aria-disabled={outcome === "working"} onClick={outcome === "working" ? undefined : annotate}>
        <Icon name="download" />
        {outcome === "working" ? actions.annotating : actions.annotate}
      </button>
      {outcome instanceof Error && (
        <p role="alert" className="annotate-refused">
          {actions.annotateRefused} {outcome instanceof Refusal && refusalText(outcome.code, outcome.facts, language)}
        </p>
      )}
    </>
  );
} // prettier-ignore
