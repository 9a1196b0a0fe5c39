import type { FastifyError } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { MetadataAnswer, mostMegabytes, tooLarge } from "#contract/dhis2-metadata.ts";
import { importMetadata } from "#operations/import-metadata.ts";
import { publishMetadataOutcome } from "#operations/import-metadata-publish.ts";
import { answerError } from "../errors.ts";

const sentFile = "metadata.json";

/** `/api/metadata`: the metadata of other systems. */
export const metadataRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  // The operation reads the text itself, so that it can say what is wrong with it.
  server.removeContentTypeParser("application/json");
  server.addContentTypeParser(
    "application/json",
    { parseAs: "string", bodyLimit: mostMegabytes * 1_000_000 },
    (_request, body, parsed) => parsed(null, body),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const isTooLarge = error.statusCode === 413;
    answerError(isTooLarge ? tooLarge(Number(request.headers["content-length"] ?? 0), sentFile) : error, request, reply); // prettier-ignore
  });
  server.post(
    "/api/metadata/dhis2",
    {
      schema: {
        summary: "Brings in DHIS2 metadata as exported from there; the same again changes nothing",
        description: `JSON of ${mostMegabytes} MB at most: data elements, categories, data sets, indicators, validation rules, constants, groups of units`,
        tags: ["metadata"],
        querystring: z.object({ dryRun: z.stringbool().default(false) }),
        body: z.string(),
        response: { 200: MetadataAnswer },
      },
    },
    async ({ context, body, query: { dryRun } }) =>
      publishMetadataOutcome(await importMetadata(context, { json: body, file: sentFile, dryRun })),
  );
  done();
};
