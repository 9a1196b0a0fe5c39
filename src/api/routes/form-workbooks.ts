import type { FastifyReply } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ReadWorkbook, SentValues, WorkbookQuery } from "#contract/form-workbook.ts";
import { HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import { Refusal } from "#domain/refusal.ts";
import { printFormWorkbook } from "#operations/print-form-workbook.ts";
import {
  annotateFormWorkbook,
  formWorkbookLimits,
  readFormWorkbook,
} from "#operations/read-form-workbook.ts";
import { receiveValues } from "#operations/receive-values.ts";
import { answerError } from "../errors.ts";

const tags = ["submission"];
const one = "/api/forms/:dataSet/:period/:orgUnit";
const bytes = "application/octet-stream";
const upload = {
  bodyLimit: formWorkbookLimits.bytes + 1,
  consumes: [bytes],
  body: z.instanceof(Uint8Array).describe("The workbook as it is"),
};

/** `/api/forms/….xlsx` and `/api/workbooks`: forms filled in elsewhere, by people in Excel and by other systems. */
export const formWorkbookRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  // Also of the type that browsers give such files; no file is read before its length is known to be small.
  for (const type of [bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]) {
    if (!server.hasContentTypeParser(type)) server.addContentTypeParser(type, { parseAs: "buffer" }, (_request, body, parsed) => parsed(null, body)); // prettier-ignore
  }
  server.get(
    `${one}.xlsx`,
    {
      schema: {
        summary:
          "The form as a workbook to fill in: locked labels, validation, the period before and last year beside",
        tags,
        params: SubmissionKey,
      },
    },
    async ({ context, params }, reply) => sendFile(reply, await printFormWorkbook(context, params)),
  );
  const { bodyLimit, ...described } = upload;
  const options = { bodyLimit, errorHandler: tellTooLarge };
  server.post(
    `${one}/workbook`,
    {
      ...options,
      schema: {
        summary: "Reads this form's filled-in workbook; with save or handIn keeps it, whole or not at all",
        tags,
        params: SubmissionKey,
        querystring: WorkbookQuery,
        ...described,
        response: { 200: ReadWorkbook },
      },
    },
    ({ context, params: expected, query, body }) =>
      readFormWorkbook(context, { ...query, bytes: body, expected }),
  );
  server.post(
    `${one}/workbook/annotated`,
    {
      ...options,
      schema: {
        summary: "The same workbook with comments on the cells that something is to be said about",
        tags,
        params: SubmissionKey,
        querystring: WorkbookQuery.pick({ name: true }),
        ...described,
      },
    },
    async ({ context, params: expected, query, body }, reply) =>
      sendFile(reply, await annotateFormWorkbook(context, { ...query, bytes: body, expected })),
  );
  server.post(
    "/api/workbooks",
    {
      ...options,
      schema: {
        summary: "The same for a workbook of any form, which says itself which it is",
        tags,
        querystring: WorkbookQuery,
        ...described,
        response: { 200: ReadWorkbook },
      },
    },
    ({ context, query, body }) => readFormWorkbook(context, { ...query, bytes: body }),
  );
  server.post(
    `${one}/values`,
    {
      schema: {
        summary: "Hands in values from another system, by the same rules as people's",
        description: sendingValues,
        tags,
        params: SubmissionKey,
        body: SentValues,
        response: { 200: HandInAnswer },
      },
    },
    ({ context, params, body }) => receiveValues(context, { ...params, ...body }),
  );
  done();
};

const sendingValues = `For hospital systems. An administrator makes an account with the role of data entry at the unit and a token for it
(POST /api/accounts/{id}/tokens); the system shows it as "Authorization: Bearer …". \`values\` holds every cell that is not
blank, by the names that GET /api/forms/… lists in \`cells\`; exact decimals as text. Send the same \`id\` again until there is
an answer: it counts once. Outcomes: accepted; blocked (nothing saved, mend what \`findings\` says); conflict (only with
\`baseVersion\`: somebody changed the same cells since that version).`;

function sendFile(
  reply: FastifyReply,
  file: { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string },
) {
  return reply
    .type(file.mediaType)
    .header("content-disposition", `attachment; filename="${file.fileName}"`)
    .send(Buffer.from(file.bytes));
}

/** A body that is cut off by its length gets the sentence that the file would have got. */
const tellTooLarge: typeof answerError = (error, request, reply) => {
  const isTooLarge = "code" in error && error.code === "FST_ERR_CTP_BODY_TOO_LARGE";
  answerError(isTooLarge ? new Refusal("workbook-too-large", { file: "", megabytes: formWorkbookLimits.bytes / 2 ** 20 }) : error, request, reply); // prettier-ignore
};
