import type { MissingValueStrategy } from "./expression/evaluation.ts";
import type { ValidationOperator } from "./expression/validation-operator.ts";
import type { Finding } from "./finding.ts";
import type { PeriodType } from "./period.ts";

/** A condition that values of one org unit and period should meet: left side, operator, right side. */
export interface ValidationRule {
  /** Unique; of an imported rule its uid there. */
  readonly id: string;
  /** The name that people write in files and addresses; unique too. */
  readonly key: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly left: RuleSide;
  readonly operator: ValidationOperator;
  readonly right: RuleSide;
  /** The periods it is about; none: those of any type. */
  readonly periodTypes: readonly PeriodType[];
  /** The levels of the tree it is about (1 province, 2 district, 3 commune…); none: all. */
  readonly levels: readonly number[];
  readonly severity: Finding["severity"];
  /** What to look at and to do when it is broken. */
  readonly explanation: { readonly vi: string; readonly en: string };
  /** Where it came from: the uid or code in the other system, or the catalogue's own mark. */
  readonly externalId?: string;
}

/** One side: an expression, what becomes of it when values are missing, and how people call it. */
export interface RuleSide {
  readonly expression: string;
  readonly missing: MissingValueStrategy;
  readonly description?: { readonly vi: string; readonly en: string };
}

/** A rule as it is kept: the number of its version, and who wrote it when. */
export interface KeptValidationRule extends ValidationRule {
  readonly version: number;
  readonly changedBy: string;
  /** ISO moment in UTC. */
  readonly changedAt: string;
}
