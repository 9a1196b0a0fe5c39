import { optionCombo } from "./breakdown.ts";
import type { Statement } from "./data-value.ts";
import { roundHalfUp, truncate, type Decimal } from "./decimal.ts";
import type { FigureFacts } from "./figure-facts.ts";
import type { Figure } from "./figure.ts";

/** What source documents print for this figure; as-of statements are matched by their day, the rest by period. */
export function listStatementsOf(facts: FigureFacts, figure: Figure): Statement[] {
  return facts
    .listStatements(figure.key, figure.role, optionCombo(figure.breakdown), figure.orgUnit)
    .filter(
      (statement) =>
        statement.against === (figure.against === "plan" ? "plan" : undefined) &&
        (statement.asOf === undefined ? statement.period === figure.period : statement.asOf === figure.asOf),
    );
}

/** Whether the printed number is the value, rounded half up or cut off at its printed decimals. Offices do both. */
export function fits(statement: Statement, value: Decimal): boolean {
  return [roundHalfUp, truncate].some((shorten) => shorten(value, statement.decimals).eq(statement.value));
}
