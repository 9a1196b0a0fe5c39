import { setTimeout } from "node:timers/promises";
import { foldRollup } from "#store/rollup-fold.ts";
import { checkRollup, type RollupCheck } from "#store/rollup-check.ts";
import type { Context } from "./context.ts";

const pause = 2_000;

/**
 * Folds what writers changed, again and again, until stopped; one of several servers does it at a time. A failure is
 * told and tried again: numbers stay right meanwhile, only slower to read.
 */
export function keepFolding({ db, province }: Context, tell: (error: unknown) => void): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = async () => {
    while (!signal.aborted) {
      await foldRollup(db, province, { wait: false }).catch(tell);
      await setTimeout(pause, undefined, { signal }).catch(() => undefined); // woken up to stop
    }
  };
  const working = work();
  return async () => {
    stopping.abort();
    await working;
  };
}

/** Compares the rollup with the raw values and, when asked, makes anew what differs. */
export function verifyRollup({ db, province }: Context, { repair = false } = {}): Promise<RollupCheck> {
  return checkRollup(db, province, { repair });
}
