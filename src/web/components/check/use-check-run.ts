import { useCallback, useEffect, useRef, useState } from "react";
import { Refusal } from "#domain/refusal.ts";
import type { CheckJob, CheckOutcome, Stage } from "../../check/check-job.ts";
import { runWork } from "../../check/run-work.ts";

export interface FinishedCheck extends CheckJob, CheckOutcome {
  readonly at: Date;
}

export type CheckRun =
  | { readonly state: "idle" }
  | { readonly state: "working"; readonly job: CheckJob; readonly stage: Stage; readonly characters: number }
  | { readonly state: "refused"; readonly job: CheckJob; readonly refusal: Refusal | undefined }
  | { readonly state: "done"; readonly check: FinishedCheck };

export interface CheckRunner {
  readonly run: CheckRun;
  readonly start: (job: CheckJob) => void;
  readonly stop: () => void;
}

/** The last result outlives a walk to another page of the application, and nothing else: it is never stored. */
let lastRun: CheckRun = { state: "idle" };

/** One check at a time; a new one stops the old. */
export function useCheckRun(): CheckRunner {
  const [run, setRun] = useState(lastRun);
  const working = useRef<AbortController>(undefined);
  const settle = useCallback((next: CheckRun) => {
    lastRun = next;
    setRun(next);
  }, []);
  const start = useCallback(
    (job: CheckJob) => {
      working.current?.abort();
      const controller = new AbortController();
      working.current = controller;
      const { signal } = controller;
      const onStage = (stage: Stage, characters: number) => setRun({ state: "working", job, stage, characters });
      onStage("reading", 0);
      runWork({ work: "check", ...job }, { signal, onStage }).then(
        (result) => {
          if (result.news === "checked" && !signal.aborted) settle({ state: "done", check: { ...job, ...result, at: new Date() } });
        },
        (error: unknown) => {
          if (signal.aborted) return;
          settle({ state: "refused", job, refusal: error instanceof Refusal ? error : undefined });
        },
      );
    },
    [settle],
  ); // prettier-ignore
  const stop = useCallback(() => {
    working.current?.abort();
    settle({ state: "idle" });
  }, [settle]);
  useEffect(() => () => working.current?.abort(), []);
  return { run, start, stop };
}
