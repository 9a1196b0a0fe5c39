import { z } from "zod";
import { PublishedFigure } from "./figure.ts";
import { TaskCounts, TaskRow } from "./task.ts";

export const OverviewQuery = z.object({ period: z.string().describe("2023-S1") });

/** One page for the director: everything computed, nothing written by hand. */
export const Overview = z.object({
  today: z.iso.date(),
  period: z.string(),
  periodName: z.string(),
  elapsed: z.number().describe("Share of the year that has passed by the end of the period: the mark on the bars"),
  figures: z
    .object({ confirmed: z.int(), provisional: z.int(), missing: z.int() })
    .describe("Of those on this page"),
  sentences: z
    .array(z.object({ topic: z.enum(["worst", "money", "volume"]), text: z.string(), figure: PublishedFigure }))
    .describe("At most three"),
  plans: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        actual: PublishedFigure.optional(),
        plan: PublishedFigure.optional(),
        percent: PublishedFigure.describe("Share of the plan; without a plan its text says so"),
        state: z.enum(["behind", "far-behind", "fine", "no-plan"]),
        owner: z.string().describe("The unit that answers for it"),
      }),
    )
    .describe("The slowest first; those without a plan last"),
  limits: z.object({ behind: z.number(), farBehind: z.number() }).describe("Per cent of the plan"),
  changes: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        before: PublishedFigure,
        now: PublishedFigure,
        change: PublishedFigure,
      }),
    )
    .describe("The largest first"),
  smallBases: z.array(z.string()).describe("Changes of small numbers, in words: no percentages of them"),
  tasks: z.object({
    counts: TaskCounts,
    overdue: z.array(z.object({ unit: z.string(), tasks: z.array(TaskRow) })),
  }),
  notReported: z
    .array(z.object({ dataSet: z.string(), period: z.string(), name: z.string(), dueOn: z.iso.date(), expected: z.int(), received: z.int(), units: z.array(z.object({ uid: z.string(), name: z.string() })) }))
    .describe("Forms of the period's last month that are past their day"),
  report: z
    .object({ sections: z.int(), empty: z.int(), missing: z.int(), provisional: z.int() })
    .optional()
    .describe("Where the report of the period stands"),
}); // prettier-ignore
export type Overview = z.infer<typeof Overview>;
