import { z } from "zod";
import { ReturnNote, SubmissionKey, TierStand } from "./submission.ts";

const words = z.object({ vi: z.string(), en: z.string() });

/** One form of a unit that asks for something, or waits for others. */
export const TodoItem = z.object({
  key: SubmissionKey,
  name: words,
  shortName: words,
  illustrative: z.boolean(),
  kind: z
    .enum(["correct", "overdue", "due", "open", "waiting", "done"])
    .describe(
      "correct: returned; due: today or within three days; open: later; waiting: for a tier; done: approved",
    ),
  dueOn: z.string(),
  closesOn: z.string().optional(),
  daysLeft: z.int().describe("Until the due day; negative when past"),
  stand: TierStand,
  waitingFor: z.object({ tier: words, approver: z.string().optional() }).optional(),
  filled: z.int().describe("Cells filled in, in the draft or else in the latest hand-in"),
  cells: z.int(),
  draftAt: z.iso.datetime({ offset: true }).optional(),
  wasAllZero: z.boolean().describe("The period before was handed in with nothing but zeros"),
  allowsNothingToReport: z.boolean(),
  returned: ReturnNote.optional(),
  setAside: z.int().describe("Bundles of values left by people who may no longer send"),
});
export type TodoItem = z.infer<typeof TodoItem>;

/** What a unit has to do today, the most pressing first. */
export const Todo = z.object({
  orgUnit: z.object({ uid: z.string(), name: z.string(), fullName: z.string() }),
  today: z.string(),
  items: z.array(TodoItem),
  toReview: z
    .object({ waiting: z.int(), withFindings: z.int() })
    .describe("Hand-ins of other units that wait for this one"),
});
export type Todo = z.infer<typeof Todo>;
