import { useId, useRef } from "react";
import { formatNumber } from "#checker/number-format.ts";
import { decimal } from "#domain/decimal.ts";
import { sourceOf } from "../../check/source-of.ts";
import type { CheckJob } from "../../check/check-job.ts";
import { AnnotateButton } from "./annotate-button.tsx";
import { useCheckReader } from "./check-context.ts";
import { documentFiles, FileButton } from "./file-button.tsx";
import { useCheckTexts } from "./use-check-texts.ts";
import { useFileDrop } from "./use-file-drop.ts";

interface CheckHeadProps {
  readonly onStart: (job: CheckJob) => void;
  readonly onAnother: () => void;
}

/** Which document this is, that it stays here, and what can be made of the result. */
export function CheckHead({ onStart, onAnother }: CheckHeadProps) {
  const texts = useCheckTexts();
  const { check } = useCheckReader();
  const { source, previous, checked, at } = check;
  return (
    <header className="check-head">
      <div className="check-name">
        <h1>{texts.titleOf(source.name)}</h1>
        <p className="facts">
          <span>{texts.characters(formatNumber(decimal(checked.document.characters), 0))}</span>
          <span>{texts.checkedAt(texts.clock(at))}</span>
          <span>{texts.staysHere}</span>
          {previous && (
            <span>
              {texts.previous.with(previous.name)}{" "}
              <button type="button" className="link" onClick={() => onStart({ source })}>
                {texts.previous.remove}
              </button>
            </span>
          )}
        </p>
      </div>
      <div className="check-actions">
        <AnnotateButton />
        <button type="button" className="button" onClick={() => window.print()}>
          {texts.actions.certificate}
        </button>
        {!previous && <PreviousButton onPrevious={(file) => void sourceOf(file).then((issue) => onStart({ source, previous: issue }))} />}
        <button type="button" className="button" onClick={onAnother}>
          {texts.actions.another}
        </button>
      </div>
    </header>
  ); // prettier-ignore
}

function PreviousButton({ onPrevious }: { readonly onPrevious: (file: File) => void }) {
  const { previous, start } = useCheckTexts();
  const id = useId();
  const button = useRef<HTMLLabelElement>(null);
  const isOver = useFileDrop(button, onPrevious);
  return (
    <FileButton ref={button} isOver={isOver} accept={documentFiles} describedBy={id} onFile={onPrevious}>
      {previous.add}
      <span id={id} className="visually-hidden">
        {start.previousHint}
      </span>
    </FileButton>
  );
}
