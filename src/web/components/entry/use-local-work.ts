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
  /** Typed by others at this machine and never sent: how many boxes. */
  readonly others: ReadonlyMap<FormId, number>;
}

const nothing: LocalWork = { unsent: new Map(), queued: new Map(), others: new Map() };

export function useLocalWork(account: string, turn: number): LocalWork {
  const [work, setWork] = useState(nothing);
  const { unsentCells, waitingHandIns, lastSentAt } = useSending();
  const moment = `${turn} ${unsentCells} ${waitingHandIns} ${lastSentAt}`;
  useEffect(() => {
    let isCurrent = true;
    Promise.all([listUnsentCells(), listWaiting()]).then(
      ([cells, handIns]) => {
        if (!isCurrent || moment === "") return;
        const unsent = new Map<FormId, number>();
        const others = new Map<FormId, number>();
        for (const { form, account: by } of cells) {
          const whose = by === account ? unsent : others;
          whose.set(form, (whose.get(form) ?? 0) + 1);
        }
        const own = handIns.filter((handIn) => handIn.account === account);
        setWork({ unsent, others, queued: new Map(own.map(({ form, madeAt }) => [form, madeAt])) });
      },
      () => undefined, // a machine that keeps nothing has nothing waiting
    );
    return () => {
      isCurrent = false;
    };
  }, [moment, account]);
  return work;
}
