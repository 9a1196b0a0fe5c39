import type { Form } from "#contract/form.ts";
import type { CellValues } from "#domain/form-cell.ts";
import type { Finding } from "#domain/finding.ts";
import { checkHandIn } from "#domain/hand-in-check.ts";

/** What the checks need to know of a form; worked out once for as long as it is open. */
export type FormToCheck = Omit<Parameters<typeof checkHandIn>[0], "values">;

export function formToCheck(form: Form): FormToCheck {
  return {
    layout: form,
    elements: new Map(form.elements.map((element) => [element.id, element])),
    rules: form.rules,
    orgUnit: form.key.orgUnit,
    period: form.key.period,
    history: new Map(form.earlier.history.map(({ period, values }) => [period, values])),
  };
}

/** The checks that the server will make, made here, with or without a line. An empty form is not told before it is handed in. */
export function checkOnDevice(form: FormToCheck, values: CellValues): Finding[] {
  return checkHandIn({ ...form, values }).filter(({ code }) => code !== "form-empty");
}
