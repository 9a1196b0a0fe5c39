import type { SubmissionKey } from "#contract/submission.ts";
import { entryServer, Unreachable } from "../offline/entry-server.ts";
import { listCells, putCells } from "../offline/local-cells.ts";
import { formId, type LocalCell } from "../offline/local-database.ts";
import { findForm, keepForm } from "../offline/local-forms.ts";
import { FormState } from "./form-state.ts";
import { sender } from "./sender.ts";

/**
 * "Không phát sinh": writes 0 into every blank box of a form without opening it. It is not handed in by that: a person
 * looks and presses Nộp.
 */
export async function zeroForm(key: SubmissionKey, account: string): Promise<void> {
  const id = formId(key);
  const form = await fetchForm(key);
  if (!form) return;
  const written: LocalCell[] = [];
  const keeper = { keep: async (cells: readonly LocalCell[]) => void written.push(...cells) };
  const own = (await listCells(id)).filter((cell) => cell.account === account);
  const state = new FormState({ form, cells: own, account, keeper });
  state.fill(state.blanks().map((cell) => ({ cell, text: "0" })));
  await putCells(written);
  void sender.send().catch(() => undefined);
}

async function fetchForm(key: SubmissionKey) {
  try {
    const form = await entryServer.form(key);
    if (form) await keepForm(form);
    return form;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return (await findForm(formId(key)))?.form;
  }
}
