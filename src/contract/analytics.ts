import { z } from "zod";
import { figureRoles } from "#domain/figure.ts";

const day = z.iso.date();
const role = z.enum(figureRoles);
const words = z.object({ vi: z.string(), en: z.string() });

/** A list in the address, `a,b,c`, or in a body. */
const list = z.union([z.array(z.string()), z.string().transform((text) => text.split(",").filter(Boolean))]);

/** `key`, or `key[dimension=option;…]` for one cell of its breakdown. */
const item = z.string().regex(/^[^[\]]+(\[[^[\]]*\])?$/, "key or key[dimension=option;…]");

/** What is asked of `/api/analytics`: the same words in an address (lists with commas) and in a body. */
export const AnalyticsQuery = z.object({
  items: list
    .pipe(z.array(item).min(1))
    .describe("Chỉ tiêu: key, or key[dimension=option;…] for one cell of its breakdown"),
  periods: list.describe("2023-06, 2023-W26, 2023-Q2, 2023-S1, 2023-9M, 2023"),
  orgUnits: list.optional().describe("Units by uid"),
  level: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe("All areas of a level: 1 province, 2 district, 3 commune"),
  type: z.string().optional().describe("All units of a type: xa, phuong, huyen, health-station…"),
  within: list.optional().describe("Only units at or below these"),
  roles: list
    .pipe(z.array(role).min(1))
    .default(["actual"])
    .describe("What each number is: actual, cumulative, plan, percent_of_plan, prior_year, growth_percent…"),
  tree: z
    .union([z.literal("as-it-stood"), day])
    .default("as-it-stood")
    .describe("The map: as it stood in each period, or that of a day, to which earlier figures are restated"),
  against: z
    .enum(["same_period", "previous_year", "previous_period", "plan"])
    .optional()
    .describe("What growth is held against; the same period last year unless said otherwise"),
  yearToDate: z
    .union([z.boolean(), z.stringbool()])
    .default(false)
    .describe("From January to the end of each period"),
  illustrative: z.union([z.boolean(), z.stringbool()]).default(false),
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce
    .number()
    .int()
    .positive()
    .max(100_000)
    .default(10_000)
    .describe("Cells of one answer; `page.next` says where the next one begins"),
});
export type AnalyticsQuery = z.infer<typeof AnalyticsQuery>;

export const AnalyticsCell = z.object({
  item: z.string(),
  orgUnit: z.string(),
  period: z.string(),
  role,
  value: z.string().nullable().describe("Exact decimal; changes are signed; null when there is none"),
  unit: z.string(),
  state: z.enum(["confirmed", "provisional", "missing", "overridden", "impossible", "hidden"]),
  below: z.number().int().optional().describe("A hidden small count: it is under this number"),
  reason: z
    .string()
    .optional()
    .describe(
      "Why there is no number: not-reported, base-missing, plan-missing, division-by-zero, impossible…",
    ),
  reported: z
    .number()
    .int()
    .describe("Values it is made of; of a stock, units with a value for the period's end"),
  expected: z.number().int().describe("Values there would be, had everybody reported who does"),
  carried: z.number().int().describe("Of a stock: units whose last value is older"),
  stated: z.string().optional().describe("What a document prints, where that differs"),
});
export type AnalyticsCell = z.infer<typeof AnalyticsCell>;

export const AnalyticsRestatement = z.object({
  orgUnit: z.string(),
  period: z.string(),
  tree: day.describe("The day whose map the figure is put on"),
  successions: z
    .array(
      z.object({
        predecessor: z.string(),
        successor: z.string(),
        on: day,
        share: z.number(),
        decree: z.string().optional(),
      }),
    )
    .describe("What became of the units behind the figure"),
  crossing: z
    .array(z.string())
    .describe("Units that stand on both sides of the border, for which the figure is impossible"),
});

/** A table of figures with all names it needs. */
export const AnalyticsTable = z.object({
  tree: z.string(),
  page: z.object({
    total: z.number().int().describe("Cells of the whole table"),
    offset: z.number().int(),
    count: z.number().int(),
    next: z.number().int().nullable().describe("The offset of the next page; null after the last"),
  }),
  items: z.array(
    z.object({ id: z.string(), key: z.string(), breakdown: z.record(z.string(), z.string()), name: words }),
  ),
  orgUnits: z.array(z.object({ uid: z.string(), name: z.string(), fullName: z.string(), type: z.string() })),
  periods: z.array(z.string()),
  roles: z.array(role),
  cells: z.array(AnalyticsCell),
  restatements: z.array(AnalyticsRestatement),
  names: z.record(z.string(), z.string()).describe("Full names of all units that restatements speak of"),
});
export type AnalyticsTable = z.infer<typeof AnalyticsTable>;

/** What can be asked for. */
export const AnalyticsDimensions = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      name: words,
      unit: z.string(),
      timeNature: z.enum(["flow", "stock", "cumulative", "average", "rate"]),
      programme: z.string(),
      isComputed: z.boolean(),
    }),
  ),
  periods: z.array(z.object({ period: z.string(), values: z.number().int() })),
  levels: z.array(z.object({ level: z.number().int(), orgUnits: z.number().int() })),
  types: z.array(z.object({ type: z.string(), orgUnits: z.number().int() })),
  trees: z.array(day).describe("The days on which the map changed"),
});
export type AnalyticsDimensions = z.infer<typeof AnalyticsDimensions>;
