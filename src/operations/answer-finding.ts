import { findingId, impossible, valuesOf, type CellPlace } from "#domain/check-values/value-finding.ts";
import type { DataSource } from "#domain/data-value.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { saveFindingAnswer } from "#store/finding-answers.ts";
import { listValidationRules } from "#store/validation-rules.ts";
import { listCellHistories } from "#store/value-histories.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

/** Which finding is answered, with the values that the person saw. */
export interface AnswerToFinding {
  readonly code: string;
  readonly rule?: string;
  readonly cells: readonly (CellPlace & { readonly value?: string })[];
  /** Why the values are right; `null` takes an answer back. */
  readonly reason: string | null;
  readonly source?: DataSource;
}

/**
 * Keeps that somebody looked at a finding and says the values are right: it stays quiet until one of them changes.
 * Refuses `value-changed-meanwhile` when one already has, and `finding-cannot-be-right`.
 */
export async function answerFinding(context: Context, answer: AnswerToFinding): Promise<void> {
  const { db, province, user } = context;
  const { cells, reason, source = "reported" } = answer;
  const [first] = cells;
  if (!first) throw new Refusal("unreadable-request", { problem: "cells" });
  const element = (await listDataElements(db, province)).find(({ id }) => id === first.element);
  allow(context, "enter-values", { orgUnit: first.orgUnit, programme: element?.programme ?? "" });
  if (reason !== null) await requirePossible({ db, province }, answer);
  await requireUnchanged({ db, province }, cells, source);
  await saveFindingAnswer(db, province, source, {
    finding: findingId(answer),
    orgUnit: first.orgUnit,
    period: first.period,
    valuesThen: valuesOf(answer),
    reason,
    answeredBy: user.id,
  });
}

/** No reason makes 7 of 5 true; a rule that forbids is only quiet once it is met or changed. */
async function requirePossible(
  { db, province }: Pick<Context, "db" | "province">,
  { code, rule }: AnswerToFinding,
): Promise<void> {
  const rules = rule === undefined ? [] : await listValidationRules(db, province);
  const forbids = rules.some(({ id, severity }) => id === rule && severity === "blocking");
  if (forbids || impossible.has(code)) throw new Refusal("finding-cannot-be-right");
}

async function requireUnchanged(
  { db, province }: Pick<Context, "db" | "province">,
  cells: AnswerToFinding["cells"],
  source: DataSource,
): Promise<void> {
  const periods = [...new Set(cells.map(({ period }) => period))];
  const histories = await listCellHistories(db, { province, source, periods }, cells);
  const now = new Map(
    histories.flatMap(({ element, optionCombo, orgUnit, values }) =>
      values.map(
        (value, index) => [`${element}|${optionCombo}|${orgUnit}|${periods[index]}`, value] as const,
      ),
    ),
  );
  // A total that is made of its parts, and what a running total added, stand in no cell of their own.
  const hasChanged = cells.some(({ element, optionCombo, orgUnit, period, value }) => {
    const kept = now.get(`${element}|${optionCombo}|${orgUnit}|${period}`);
    return kept !== undefined && value !== undefined && Number(kept) !== Number(value);
  });
  if (hasChanged) throw new Refusal("value-changed-meanwhile");
}
