import { useCallback, useEffect } from "react";
import { sourceOf } from "../check/source-of.ts";
import { useTexts } from "../language.tsx";
import { CheckProgress } from "../components/check/check-progress.tsx";
import { CheckRefused } from "../components/check/check-refused.tsx";
import { CheckResult } from "../components/check/check-result.tsx";
import { CheckStart } from "../components/check/check-start.tsx";
import { useCheckRun } from "../components/check/use-check-run.ts";
import { useCheckTexts } from "../components/check/use-check-texts.ts";
import { useFileDrop } from "../components/check/use-file-drop.ts";
import "../styles/check.css";
import "../styles/check-text.css";
import "../styles/check-print.css";

/** Kiểm tra: a finished document is read and recomputed here, in the browser, and goes nowhere. */
export function CheckPage() {
  const common = useTexts();
  const texts = useCheckTexts();
  const { run, start, stop } = useCheckRun();
  const name = run.state === "done" ? texts.titleOf(run.check.source.name) : texts.title;
  useEffect(() => {
    document.title = `${name} · ${common.product}`;
  }, [name, common]);
  const onFile = useCallback(
    (file: File) => void sourceOf(file).then((source) => start({ source })),
    [start],
  );
  useFileDrop(undefined, onFile);
  return (
    <div className="check">
      <meta name="robots" content="noindex" />
      {run.state === "idle" && <CheckStart onStart={start} />}
      {run.state === "working" && <CheckProgress run={run} onStop={stop} />}
      {run.state === "refused" && <CheckRefused run={run} onStart={start} onAnother={stop} />}
      {run.state === "done" && (
        <CheckResult key={run.check.at.getTime()} check={run.check} onStart={start} onAnother={stop} />
      )}
    </div>
  );
}
