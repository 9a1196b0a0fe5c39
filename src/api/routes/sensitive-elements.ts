import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { SensitiveElementContent, SensitiveElements } from "#contract/sensitive-element.ts";
import { listMarkedElements, markSensitiveElement, unmarkSensitiveElement } from "#operations/mark-sensitive-element.ts"; // prettier-ignore

const tags = ["catalogue"];
const params = z.object({ element: z.string().min(1).max(200) });
const done200 = { 200: z.object({ done: z.literal(true) }) };

/** `/api/sensitive-elements`: whose small counts are hidden outside the programme. */
export const sensitiveElementRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/sensitive-elements",
    { schema: { summary: "Elements whose small counts are hidden", tags, response: { 200: SensitiveElements } } }, // prettier-ignore
    ({ context }) => listMarkedElements(context),
  );
  server.put(
    "/api/sensitive-elements/:element",
    { schema: { summary: "Hides small counts of an element", tags, params, body: SensitiveElementContent, response: done200 } }, // prettier-ignore
    async ({ context, params: named, body }) => {
      await markSensitiveElement(context, { ...body, ...named });
      return { done: true as const };
    },
  );
  server.delete(
    "/api/sensitive-elements/:element",
    { schema: { summary: "Shows them again", tags, params, response: done200 } },
    async ({ context, params: named }) => {
      await unmarkSensitiveElement(context, named);
      return { done: true as const };
    },
  );
  done();
};
