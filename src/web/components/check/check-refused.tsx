import { refusalText } from "#wording/refusals.ts";
import { useLanguage } from "../../language.tsx";
import type { CheckJob } from "../../check/check-job.ts";
import { PasteBox } from "./check-start.tsx";
import type { CheckRun } from "./use-check-run.ts";
import { useCheckTexts } from "./use-check-texts.ts";

interface CheckRefusedProps {
  readonly run: CheckRun & { readonly state: "refused" };
  readonly onAnother: () => void;
  readonly onStart: (job: CheckJob) => void;
}

/** Why the file cannot be read, and every way round it. */
export function CheckRefused({ run: { refusal }, onAnother, onStart }: CheckRefusedProps) {
  const texts = useCheckTexts();
  const { language } = useLanguage();
  return (
    <div className="check-start">
      <div role="alert" className="check-refused">
        <h1>{texts.refusal.title}</h1>
        <p>{refusal ? refusalText(refusal.code, refusal.facts, language) : texts.refusal.fault}</p>
      </div>
      <p>{texts.refusal.advice}</p>
      <p>
        <button type="button" className="button is-primary" onClick={onAnother}>
          {texts.refusal.another}
        </button>
      </p>
      <PasteBox onPaste={(text) => onStart({ source: { name: texts.pastedName, text } })} />
    </div>
  );
}
