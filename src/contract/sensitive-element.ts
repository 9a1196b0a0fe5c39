import { z } from "zod";

/** An element whose small counts could tell who is meant, and the number under which they are hidden. */
export const SensitiveElementContent = z.object({
  below: z.number().int().min(2).max(100).default(5).describe("Counts from 1 up to one less are hidden"),
  reason: z.string().normalize("NFC").trim().min(1).max(2000),
});
export type SensitiveElementContent = z.infer<typeof SensitiveElementContent>;

export const SensitiveElements = z.object({
  elements: z.array(
    SensitiveElementContent.extend({
      element: z.string(),
      name: z.object({ vi: z.string(), en: z.string() }),
      programme: z.string(),
      setBy: z.string(),
    }),
  ),
});
export type SensitiveElements = z.infer<typeof SensitiveElements>;
