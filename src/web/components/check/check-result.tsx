import { findingText } from "#wording/findings.ts";
import { useLanguage } from "../../language.tsx";
import type { CheckJob } from "../../check/check-job.ts";
import { CheckCertificate } from "./check-certificate.tsx";
import { CheckContext } from "./check-context.ts";
import { CheckCounts } from "./check-counts.tsx";
import { CheckHead } from "./check-head.tsx";
import { CheckList } from "./check-list.tsx";
import { CheckMemory } from "./check-memory.tsx";
import { CheckText } from "./check-text.tsx";
import { DecisionNotice } from "./decision-notice.tsx";
import { useCheckKeys } from "./use-check-keys.ts";
import { useCheckReaderState } from "./use-check-reader.ts";
import type { FinishedCheck } from "./use-check-run.ts";
import { useCheckTexts } from "./use-check-texts.ts";

interface CheckResultProps {
  readonly check: FinishedCheck;
  readonly onStart: (job: CheckJob) => void;
  readonly onAnother: () => void;
}

/** A checked document: what was counted, the list to work through, the text with its marks. */
export function CheckResult({ check, onStart, onAnother }: CheckResultProps) {
  const reader = useCheckReaderState(check);
  useCheckKeys(reader);
  return (
    <CheckContext value={reader}>
      <div className="check-result">
        <CheckHead onStart={onStart} onAnother={onAnother} />
        <CheckCounts />
        <ReadingNotes check={check} />
        <div className="check-columns">
          <CheckList />
          <CheckText />
        </div>
        <CheckMemory />
      </div>
      <DecisionNotice />
      <CheckCertificate />
    </CheckContext>
  );
}

/** What was read in another way than it looks: converted fonts, accepted changes, parts left aside. */
function ReadingNotes({ check: { findings } }: { readonly check: FinishedCheck }) {
  const { language } = useLanguage();
  const { readingNotes } = useCheckTexts();
  if (findings.length === 0) return null;
  return (
    <section className="reading-notes" aria-label={readingNotes}>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${JSON.stringify(finding.facts)}`}>{findingText(finding, language)}</li>
        ))}
      </ul>
    </section>
  );
}
