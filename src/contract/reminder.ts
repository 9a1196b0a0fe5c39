import { z } from "zod";

const words = z.object({ vi: z.string(), en: z.string() });

export const NoticeShape = z.object({
  topic: z.enum(["form-due", "form-overdue", "form-returned", "form-overdue-below", "task-due", "task-overdue"]),
  orgUnit: z.string(),
  about: z.string(),
  name: words,
  period: z.string().optional(),
  ofUnit: z.object({ uid: z.string(), name: z.string() }).optional(),
  dueOn: z.string(),
  daysLeft: z.int(),
  page: z.string().optional(),
  text: words.describe("The notice as a sentence"),
}); // prettier-ignore

/** `GET /api/reminders`: what a unit was reminded of, the latest first. */
export const Reminders = z.object({
  orgUnit: z.string(),
  reminders: z.array(
    z.object({
      id: z.string(),
      day: z.string(),
      at: z.iso.datetime({ offset: true }),
      by: z.string(),
      notices: z.array(NoticeShape),
      deliveries: z
        .array(
          z.object({
            channel: z.enum(["email", "webhook"]),
            recipient: z.string().optional().describe("Only for those who may send reminders to the unit"),
            outcome: z.enum(["pending", "sent", "failed"]),
            attempts: z.int(),
            at: z.iso.datetime({ offset: true }).optional(),
            problem: z.string().optional(),
          }),
        )
        .describe("What went out beside the notice in the application"),
    }),
  ),
});
export type Reminders = z.infer<typeof Reminders>;

/** `POST /api/reminders`: one merged reminder to each unit, of its forms for a period that are not handed in. */
export const SendReminders = z.object({
  period: z.string(),
  orgUnits: z.array(z.string().min(1)).min(1).max(2000),
});
export type SendReminders = z.infer<typeof SendReminders>;

export const SentReminders = z.object({
  reminded: z.int().describe("Units that were told just now"),
  already: z.int().describe("Units that had been told of all of it today"),
  nothing: z.int().describe("Units that have nothing to hand in for the period"),
});
export type SentReminders = z.infer<typeof SentReminders>;
