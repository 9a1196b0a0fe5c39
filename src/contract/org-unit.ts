import { z } from "zod";

const day = z.iso.date();

/** Which tree is asked of `/api/org-units`. */
export const OrgUnitsQuery = z.object({
  on: day.optional().describe("The day whose tree is asked for; today unless said otherwise"),
  all: z.stringbool().default(false).describe("Also units that are not in the tree of that day"),
});
export type OrgUnitsQuery = z.infer<typeof OrgUnitsQuery>;

export const PublishedOrgUnit = z.object({
  uid: z.string(),
  code: z.string().optional(),
  name: z.string(),
  fullName: z.string(),
  type: z.string().describe("tinh, huyen, xa, phuong, hospital, health-station…"),
  kind: z.enum(["area", "facility", "body", "group"]),
  generated: z.boolean().optional().describe("Named by rule, not found in a source"),
  aliases: z.array(z.string()),
  parent: z
    .string()
    .nullable()
    .describe(
      "The unit above: on that day, or where this one stood last; null for the province and outsiders",
    ),
  level: z
    .number()
    .int()
    .nullable()
    .describe("1 province, 2 district, 3 commune; null for what was never in the tree"),
  isThere: z.boolean().describe("Whether it is in the tree of that day"),
  openedOn: day.optional(),
  closedOn: day.optional(),
});
export type PublishedOrgUnit = z.infer<typeof PublishedOrgUnit>;

export const PublishedSuccession = z.object({
  predecessor: z.string(),
  successor: z.string(),
  on: day,
  share: z.number().describe("How much of the predecessor went there; the shares of one add up to 1"),
  decree: z.string().optional(),
});

/** The tree of a day, a flat list, with what became of units that ended. */
export const OrgUnitTree = z.object({
  on: day,
  orgUnits: z.array(PublishedOrgUnit),
  successions: z.array(PublishedSuccession).describe("All that are known, in the order of time"),
});
export type OrgUnitTree = z.infer<typeof OrgUnitTree>;
