import { z } from "zod";

export const AuditQuery = z.object({
  account: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  before: z.coerce.number().int().positive().optional().describe("Entries before this one: the next page"),
  limit: z.coerce.number().int().positive().max(500).default(100),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntries = z.object({
  entries: z.array(
    z.object({
      id: z.number().int(),
      at: z.string(),
      account: z.string(),
      address: z.string().optional(),
      action: z.string(),
      orgUnit: z.string().optional(),
      orgUnitName: z.string().optional(),
      subject: z.string().optional(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    }),
  ),
});
export type AuditEntries = z.infer<typeof AuditEntries>;
