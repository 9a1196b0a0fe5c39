import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { LoadedOutlines, Outlines, OutlinesQuery, OutlinesToLoad } from "#contract/outline.ts";
import { Refusal } from "#domain/refusal.ts";
import { listOutlines } from "#operations/list-outlines.ts";
import { loadOutlines, mostBytes } from "#operations/load-outlines.ts";
import { answerError } from "../errors.ts";

const accepted = ["application/json", "application/geo+json", "application/topo+json", "application/octet-stream"]; // prettier-ignore

/** `/api/outlines`: where units lie, as the province loaded it. */
export const outlineRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  // The file is handed over as it is: what is wrong with it gets a sentence of its own.
  server.removeContentTypeParser("application/json");
  server.addContentTypeParser(accepted, { parseAs: "buffer" }, (_request, body, next) => next(null, body));

  server.get(
    "/api/outlines",
    {
      schema: {
        summary: "Outlines of the areas of a level on a day, as GeoJSON",
        tags: ["outline"],
        querystring: OutlinesQuery,
        response: { 200: Outlines },
      },
    },
    ({ context, query }) => listOutlines(context, query),
  );
  server.post(
    "/api/outlines",
    {
      bodyLimit: mostBytes,
      errorHandler: (error, request, reply) => {
        const isTooLarge = "code" in error && error.code === "FST_ERR_CTP_BODY_TOO_LARGE";
        answerError(isTooLarge ? new Refusal("outlines-too-large", { megabytes: mostBytes / 1_000_000 }) : error, request, reply); // prettier-ignore
      },
      schema: {
        summary: "Loads outlines from a file of GeoJSON or TopoJSON, all or none",
        tags: ["outline"],
        consumes: accepted,
        querystring: OutlinesToLoad,
        body: z.unknown().describe("The file as it is; properties tell code and name of each unit"),
        response: { 200: LoadedOutlines },
      },
    },
    ({ context, body, query }) => {
      if (!(body instanceof Uint8Array)) throw new Refusal("outlines-not-json");
      return loadOutlines(context, body, query);
    },
  );
  done();
};
