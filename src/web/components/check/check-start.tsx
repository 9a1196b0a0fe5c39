import { useId, useState } from "react";
import { sourceOf } from "../../check/source-of.ts";
import type { CheckJob, Source } from "../../check/check-job.ts";
import { DropZone } from "./drop-zone.tsx";
import { useCheckTexts } from "./use-check-texts.ts";

interface CheckStartProps {
  readonly onStart: (job: CheckJob) => void;
}

/** What the page does, and every way to begin. */
export function CheckStart({ onStart }: CheckStartProps) {
  const texts = useCheckTexts();
  const { start } = texts;
  const [previous, setPrevious] = useState<Source>();
  const begin = (source: Source) => onStart({ source, ...(previous && { previous }) });
  return (
    <div className="check-start">
      <h1>{texts.title}</h1>
      <p className="check-lead">{start.lead}</p>
      <p className="check-privacy">{start.privacy}</p>
      <DropZone
        label={start.file}
        words={start.drop}
        button={start.choose}
        hint={start.formats}
        onFile={(file) => void sourceOf(file).then(begin)}
      />
      {previous ? (
        <p className="previous-chosen">
          {start.previousChosen(previous.name)}{" "}
          <button type="button" className="link" onClick={() => setPrevious(undefined)}>
            {start.removePrevious}
          </button>
        </p>
      ) : (
        <DropZone
          isSmall
          label={start.previous}
          words={start.drop}
          button={start.choose}
          hint={start.previousHint}
          onFile={(file) => void sourceOf(file).then(setPrevious)}
        />
      )}
      <PasteBox onPaste={(text) => begin({ name: texts.pastedName, text })} />
      <section className="check-sample">
        <h2>{start.sampleTitle}</h2>
        <blockquote lang="vi">{start.sample}</blockquote>
        <button
          type="button"
          className="button"
          onClick={() => begin({ name: texts.sampleName, text: start.sample })}
        >
          {start.trySample}
        </button>
      </section>
    </div>
  );
}

/** Text from anywhere: a message, a web page, a program whose files cannot be read. */
export function PasteBox({ onPaste }: { readonly onPaste: (text: string) => void }) {
  const { start } = useCheckTexts();
  const id = useId();
  const [text, setText] = useState("");
  return (
    <form
      className="paste-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") onPaste(text);
      }}
    >
      <label htmlFor={id}>{start.paste}</label>
      <textarea id={id} rows={4} value={text} onChange={({ target }) => setText(target.value)} />
      <button type="submit" className="button" disabled={text.trim() === ""}>
        {start.check}
      </button>
    </form>
  );
}
