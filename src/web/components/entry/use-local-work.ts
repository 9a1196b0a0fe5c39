import { useEffect, useState } from "react";
import { listUnsentCells } from "../../offline/local-cells.ts";
import type { FormId } from "../../offline/local-database.ts";
import { listWaiting } from "../../offline/outbox.ts";
import { useSending } from "./use-sending.ts";

/** What waits on this machine, by form. */
export interface LocalWork {
  readonly unsent: ReadonlyMap<FormId, number>;
  /** Handed in here, not yet at the server: since when. */
  readonly queued: ReadonlyMap<FormId, string>;
}

const nothing: LocalWork = { unsent: new Map(), queued: new Map() };

export function useLocalWork(turn: number): LocalWork {
  const [work, setWork] = useState(nothing);
  const { unsentCells, waitingHandIns, lastSentAt } = useSending();
  const moment = `${turn} ${unsentCells} ${waitingHandIns} ${lastSentAt}`;
  useEffect(() => {
    let isCurrent = true;
    Promise.all([listUnsentCells(), listWaiting()]).then(
      ([cells, handIns]) => {
        if (!isCurrent || moment === "") return;
        const unsent = new Map<FormId, number>();
        for (const { form } of cells) unsent.set(form, (unsent.get(form) ?? 0) + 1);
        setWork({ unsent, queued: new Map(handIns.map(({ form, madeAt }) => [form, madeAt])) });
      },
      () => undefined, // a machine that keeps nothing has nothing waiting
    );
    return () => {
      isCurrent = false;
    };
  }, [moment]);
  return work;
}
