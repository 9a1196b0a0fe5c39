import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import {
  CorrectedValue, CorrectValue, ReportedValues, ValueDetail, ValueQuery, ValuesQuery,
} from "#contract/data-value.ts"; // prettier-ignore
import { correctDataValue } from "#operations/correct-data-value.ts";
import { listDataValues } from "#operations/list-data-values.ts";
import { viewDataValue } from "#operations/view-data-value.ts";

/** `/api/values`: reported values, one with its history, and corrections. */
export const dataValueRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/values",
    {
      schema: {
        summary: "The reported values that a figure is made of",
        tags: ["value"],
        querystring: ValuesQuery,
        response: { 200: ReportedValues },
      },
    },
    ({ context, query }) => listDataValues(context, query),
  );
  server.get(
    "/api/values/detail",
    {
      schema: {
        summary: "One cell with all that was ever in it",
        tags: ["value"],
        querystring: ValueQuery,
        response: { 200: ValueDetail },
      },
    },
    ({ context, query }) => viewDataValue(context, query),
  );
  server.post(
    "/api/values/correct",
    {
      schema: {
        summary: "Puts a value, with a reason, in the place of what a cell holds",
        description: "409 when the cell changed since `version`: the sentence says who changed it and when",
        tags: ["value"],
        body: CorrectValue,
        response: { 200: CorrectedValue },
      },
    },
    ({ context, body }) => correctDataValue(context, body),
  );
  done();
};
