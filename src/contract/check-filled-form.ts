import type { CellValues } from "#domain/form-cell.ts";
import type { Finding } from "#domain/finding.ts";
import { checkHandIn } from "#domain/hand-in-check.ts";
import type { Form } from "./form.ts";

/** What the server will say about these values of a form, said on the device without a line. */
export function checkFilledForm(form: Form, values: CellValues): Finding[] {
  return checkHandIn({
    layout: form,
    elements: new Map(form.elements.map((element) => [element.id, element])),
    rules: form.rules,
    orgUnit: form.key.orgUnit,
    period: form.key.period,
    values,
    history: new Map(form.earlier.history.map((each) => [each.period, each.values])),
  });
}
