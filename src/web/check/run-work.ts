import { Refusal } from "#domain/refusal.ts";
import type { Stage, WorkNews, WorkOrder } from "./check-job.ts";

interface WorkOptions {
  readonly signal: AbortSignal;
  readonly onStage?: (stage: Stage, characters: number) => void;
}

type Result = Exclude<WorkNews, { news: "stage" | "refused" }>;

/**
 * Gives an order to a worker of its own and waits for the result. Throws a `Refusal` for what cannot be read, the
 * signal's reason when stopped, and any other error for a fault.
 */
export function runWork(order: WorkOrder, { signal, onStage }: WorkOptions): Promise<Result> {
  const worker = new Worker(new URL("check-worker.ts", import.meta.url), { type: "module" });
  const work = new Promise<Result>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("message", ({ data }: MessageEvent<WorkNews>) => {
      if (data.news === "stage") onStage?.(data.stage, data.characters);
      else if (data.news === "refused") reject(new Refusal(data.code, data.facts));
      else resolve(data);
    });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.addEventListener("messageerror", () => reject(new Error("the worker's answer cannot be read")));
  });
  worker.postMessage(order); // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker has none
  return work.finally(() => worker.terminate());
}
