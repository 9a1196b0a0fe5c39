import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { SubmissionKey } from "#contract/submission.ts";
import { ApiError } from "../../api.ts";
import { FormState } from "../../entry/form-state.ts";
import { sender } from "../../entry/sender.ts";
import { listenToCells, tellOtherTabs } from "../../offline/cell-news.ts";
import { entryServer, Unreachable } from "../../offline/entry-server.ts";
import { listCells, putCell, putCells } from "../../offline/local-cells.ts";
import { formId, type LocalCell, type LocalHandIn } from "../../offline/local-database.ts";
import { findForm, keepForm } from "../../offline/local-forms.ts";
import { findHandIn } from "../../offline/outbox.ts";

/** A form on its way to the screen. `since`: it comes from this machine and was fetched then. */
export interface OpenForm {
  readonly state: FormState | undefined;
  readonly handIn: LocalHandIn | undefined;
  readonly since: string | undefined;
  readonly error: Error | undefined;
  /** Boxes that somebody else typed on this machine and that were not sent. */
  readonly others: readonly LocalCell[];
  readonly reload: () => void;
}

/**
 * Opens a form: from the server when it answers, else from this machine. What was typed here is put on top before the
 * form is shown, so that nobody ever sees a form without it.
 */
export function useForm(key: SubmissionKey, account: string): OpenForm {
  const [opened, setOpened] = useState<Omit<OpenForm, "reload">>(nothingYet);
  const [turn, setTurn] = useState(0);
  const queries = useQueryClient();
  const id = formId(key);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Omit<OpenForm, "reload">) => {
      if (isCurrent) setOpened(next);
    };
    openForm(key, account).then(show, (error: unknown) =>
      show({ ...nothingYet, error: error instanceof Error ? error : new Error(String(error)) }),
    );
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key is told by its id
  }, [id, account, turn]);
  const { state } = opened;
  useEffect(() => {
    if (!state) return;
    const look = () => void listCells(state.id).then((cells) => state.takeIn(cells), () => undefined); // prettier-ignore
    look(); // something may have happened between reading and showing
    return listenToCells(state.id, look);
  }, [state]);
  const reload = () => {
    void queries.invalidateQueries();
    setTurn((now) => now + 1);
  };
  return { ...opened, reload };
}

const nothingYet: Omit<OpenForm, "reload"> = {
  state: undefined,
  handIn: undefined,
  since: undefined,
  error: undefined,
  others: [],
};

async function openForm(key: SubmissionKey, account: string): Promise<Omit<OpenForm, "reload">> {
  const id = formId(key);
  const { form, since } = await fetchForm(key);
  const [cells, handIn] = await Promise.all([listCells(id), findHandIn(id)]);
  const own = cells.filter((cell) => cell.account === account);
  const others = cells.filter((cell) => cell.account !== account && cell.sent < cell.revision);
  const state = new FormState({ form, cells: own, account, keeper });
  return { state, handIn: handIn?.account === account ? handIn : undefined, since, error: undefined, others };
}

async function fetchForm(key: SubmissionKey) {
  try {
    const form = await entryServer.form(key);
    if (!form) throw new ApiError("no-such-form", 404);
    await keepForm(form).catch(() => undefined); // a machine that keeps nothing still fills in forms with a line
    return { form, since: undefined };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const local = await findForm(formId(key));
    if (!local) throw new ApiError("unreachable", 0);
    return { form: local.form, since: local.fetchedAt };
  }
}

const keeper = {
  async keep(cells: readonly LocalCell[]) {
    sender.noteTyped();
    await (cells.length === 1 ? putCell(cells[0]!) : putCells(cells));
    if (cells[0]) tellOtherTabs(cells[0].form);
  },
};
