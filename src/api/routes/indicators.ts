import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ElementCells, FormulaAnswer, FormulaItems, FormulaQuestion, IndicatorChange, IndicatorDetail, IndicatorHistory, IndicatorKey, IndicatorList } from "#contract/indicator.ts"; // prettier-ignore
import { checkFormula } from "#operations/check-formula.ts";
import { defineIndicator } from "#operations/define-indicator.ts";
import { deleteIndicator } from "#operations/delete-indicator.ts";
import { getIndicator, listElementCells, listFormulaItems, listIndicators, viewIndicatorHistory } from "#operations/list-indicators.ts"; // prettier-ignore

const tags = ["indicators"];
const params = z.object({ key: IndicatorKey });

/** `/api/indicators`: what is computed from data elements, defined and checked while it is typed. */
export const indicatorRoutes: FastifyPluginCallbackZod = (
  server,
  _options,
  done,
) => {
  server.get(
    "/api/indicators",
    { schema: { summary: "All indicators with their formulas in words", tags, response: { 200: IndicatorList } } },
    async ({ context }) => ({ indicators: await listIndicators(context) }),
  );
  server.get(
    "/api/indicators/:key",
    { schema: { summary: "One indicator and who uses it", tags, params, response: { 200: IndicatorDetail } } },
    ({ context, params: { key } }) => getIndicator(context, key),
  );
  server.get(
    "/api/indicators/:key/history",
    { schema: { summary: "Who changed it when and why", tags, params, response: { 200: IndicatorHistory } } },
    ({ context, params: { key } }) => viewIndicatorHistory(context, key),
  );
  server.put(
    "/api/indicators/:key",
    {
      schema: {
        summary: "Defines an indicator, or changes the version that was read",
        tags,
        params,
        body: IndicatorChange,
        response: { 200: IndicatorDetail },
      },
    },
    ({ context, params: { key }, body }) => defineIndicator(context, key, body),
  );
  server.delete(
    "/api/indicators/:key",
    {
      schema: {
        summary: "Deletes an indicator that nothing else is made of; its history stays",
        tags,
        params,
        querystring: z.object({
          version: z.coerce.number().int().positive(),
          reason: z.string().trim().min(1).max(1000),
        }),
        response: { 200: z.object({ key: z.string() }) },
      },
    },
    async ({ context, params: { key }, query }) => {
      await deleteIndicator(context, key, query);
      return { key };
    },
  );
  server.post(
    "/api/indicators/check",
    {
      schema: {
        summary: "What a formula says, what is wrong with it and where, and what it gives",
        tags,
        body: FormulaQuestion,
        response: { 200: FormulaAnswer },
      },
    },
    ({ context, body }) => checkFormula(context, body),
  );
  server.get(
    "/api/formulas/items",
    { schema: { summary: "Everything that can be put into a formula", tags, response: { 200: FormulaItems } } },
    async ({ context }) => ({ items: await listFormulaItems(context) }),
  );
  server.get(
    "/api/formulas/items/:element/cells",
    {
      schema: {
        summary: "The cells of a data element, as formulas spell them",
        tags,
        params: z.object({ element: z.string() }),
        response: { 200: ElementCells },
      },
    },
    async ({ context, params: { element } }) => ({ cells: await listElementCells(context, element) }),
  );
  done();
}; // prettier-ignore
