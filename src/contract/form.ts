import { z } from "zod";
import { dataElementSchema } from "./catalogue-schemas.ts";
import { ApprovalTier, DataSet } from "./data-set.ts";
import { ValidationRuleRecord } from "./validation-rule.ts";
import { CellValues, DraftCell, ReturnNote, SetAside, SubmissionKey, TierStand } from "./submission.ts";

const words = z.object({ vi: z.string(), en: z.string() });

/** One box of a form. */
export const FormCell = z.object({
  cell: z.string().describe("Its name in values: element, or element[dimension=option;…]"),
  kind: z.enum(["entry", "computed"]),
  element: z.string(),
  optionCombo: z.string(),
  name: words.describe("Row and column in words, for messages and screen readers"),
  unit: z.string(),
  valueType: z.enum(["integer", "decimal", "percent", "permille", "money"]),
  timeNature: z.enum(["flow", "stock", "cumulative", "average", "rate"]),
  sumOf: z.array(z.string()).optional().describe("computed: the cells to add up"),
  wholes: z.array(z.string()).optional().describe("Cells that this one may not exceed"),
});
export type FormCell = z.infer<typeof FormCell>;

export const FormLayoutRow = z.object({
  name: words,
  help: words.optional(),
  indent: z.int(),
  unit: z.string(),
  cells: z.array(z.string().nullable()).describe("One per column; null where there is no such cell"),
  denominator: z.string().optional().describe("Đối tượng năm, where it is known"),
});

export const FormLayoutSection = z.object({
  title: words,
  note: words.optional(),
  columns: z.array(words).describe("Heads; a single column without a head has empty words"),
  rows: z.array(FormLayoutRow),
});

/** Everything a device needs to fill in, check and hand in one form without a line. */
export const Form = z.object({
  key: SubmissionKey,
  dataSet: DataSet.pick({
    id: true,
    validFrom: true,
    name: true,
    shortName: true,
    programme: true,
    periodType: true,
    periodRule: true,
    allowsNothingToReport: true,
    illustrative: true,
    basis: true,
  }),
  orgUnit: z.object({ uid: z.string(), name: z.string(), fullName: z.string() }),
  span: z.object({ from: z.string(), to: z.string() }).describe("First and last day of the period"),
  dueOn: z.string(),
  closesOn: z.string().optional().describe("The last day on which it can be handed in"),
  tiers: z.array(
    ApprovalTier.pick({ id: true, name: true }).extend({
      approver: z.object({ uid: z.string(), name: z.string() }).optional(),
      dueOn: z.string(),
    }),
  ),
  sections: z.array(FormLayoutSection),
  cells: z.array(FormCell),
  elements: z.array(dataElementSchema).describe("What the cells count; `check-filled-form.ts` needs them"),
  rules: z.array(ValidationRuleRecord).describe("Those that this form alone can break"),
  earlier: z.object({
    lastPeriod: z.object({ period: z.string(), values: CellValues }),
    lastYear: z.object({ period: z.string(), values: CellValues }),
    sinceJanuary: CellValues.describe("Flows from January to the period before this one; add the own value"),
    history: z
      .array(z.object({ period: z.string(), values: CellValues }))
      .describe(
        "Earlier periods, oldest first, as far as checks look back (months: two years); empty ones are left out",
      ),
  }),
  stand: TierStand,
  canHandIn: z.boolean(),
  whyNot: z.string().optional().describe("A refusal code: submission-locked, period-closed, period-not-open"),
  values: CellValues.describe("Of the latest hand-in"),
  inForce: CellValues.describe("What counts now for this period, however it came in (import included)"),
  explanations: z.record(z.string(), z.string()).describe("Of the latest hand-in, by cell"),
  returned: ReturnNote.optional(),
  draft: z.object({ revision: z.int(), cells: z.array(DraftCell) }),
  setAside: z
    .array(SetAside)
    .describe("Values of people who may no longer send: to be taken over or dropped"),
});
export type Form = z.infer<typeof Form>;
