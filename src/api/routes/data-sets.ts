import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { DataSet, DataSetSummary, DefinedDataSet } from "#contract/data-set.ts";
import { FormElements, FormPreview } from "#contract/form-preview.ts";
import { isDay } from "#domain/calendar.ts";
import { defineDataSet } from "#operations/define-data-set.ts";
import { getDataSetVersions, listDataSets } from "#operations/list-data-sets.ts";
import { listFormElements, previewDataSet } from "#operations/preview-data-set.ts";

const tags = ["data set"];

/** `/api/data-sets`: what is reported together, by whom, due when; a new version without code. */
export const dataSetRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/data-sets",
    {
      schema: {
        summary: "The data sets in force on a day",
        tags,
        querystring: z.object({ on: z.string().refine(isDay, "not a day (YYYY-MM-DD)").optional() }),
        response: { 200: z.array(DataSetSummary) },
      },
    },
    ({ context, query }) => listDataSets(context, query),
  );
  server.get(
    "/api/data-sets/:id",
    {
      schema: {
        summary: "All versions of a data set",
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: z.array(DataSet) },
      },
    },
    ({ context, params }) => getDataSetVersions(context, params),
  );
  server.post(
    "/api/data-sets",
    {
      schema: {
        summary: "Defines a data set, or a new version of one from a day on",
        tags,
        body: DataSet,
        response: { 200: DefinedDataSet },
      },
    },
    ({ context, body }) => defineDataSet(context, body),
  );
  server.post(
    "/api/data-sets/preview",
    {
      schema: {
        summary:
          "A data set as its units will see it, what changes, and why it could not be kept; keeps nothing",
        tags,
        body: DataSet,
        response: { 200: FormPreview },
      },
    },
    ({ context, body }) => previewDataSet(context, body),
  );
  server.get(
    "/api/form-elements",
    {
      schema: { summary: "What a form can ask for", tags, response: { 200: FormElements } },
    },
    async ({ context }) => ({ elements: await listFormElements(context) }),
  );
  done();
};
