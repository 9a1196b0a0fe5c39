import { useEffect, useState } from "react";
import { formatNumber } from "#checker/number-format.ts";
import { decimal } from "#domain/decimal.ts";
import type { CheckRun } from "./use-check-run.ts";
import { useCheckTexts } from "./use-check-texts.ts";

interface CheckProgressProps {
  readonly run: CheckRun & { readonly state: "working" };
  readonly onStop: () => void;
}

/** What is being done and for how long; short work shows nothing that would only flicker. */
export function CheckProgress({ run: { job, stage, characters }, onStop }: CheckProgressProps) {
  const { progress } = useCheckTexts();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const words =
    stage === "checking"
      ? progress.checking(formatNumber(decimal(characters), 0))
      : progress[stage](stage === "reading" ? job.source.name : (job.previous?.name ?? ""));
  return (
    <div className="check-progress">
      <output>{words}</output>
      <div className="check-progress-bar" aria-hidden="true" />
      <p className="quiet">{seconds > 0 && progress.seconds(seconds)}</p>
      <button type="button" className="button" onClick={onStop}>
        {progress.cancel}
      </button>
    </div>
  );
}
