import { createHash } from "node:crypto";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Form } from "#contract/form.ts";
import {
  ApproveAnswer, ApproveSubmissions, HandIn, HandInAnswer, ReopenSubmission, ReturnSubmission, SaveDraft,
  SaveDraftAnswer, SetAsideValues, SubmissionComparison, SubmissionKey, SubmissionMatrix, SubmissionView, TierStand,
  WithdrawAnswer,
} from "#contract/submission.ts"; // prettier-ignore
import { approveSubmissions } from "#operations/approve-submissions.ts";
import { compareSubmissions } from "#operations/compare-submissions.ts";
import { getForm } from "#operations/get-form.ts";
import { listSubmissionMatrix } from "#operations/list-submissions.ts";
import { reopenSubmission } from "#operations/reopen-submission.ts";
import { returnSubmission } from "#operations/return-submission.ts";
import { saveDraft } from "#operations/save-draft.ts";
import { setAsideValues, settleValuesSetAside } from "#operations/set-aside-values.ts";
import { submitDataSet } from "#operations/submit-data-set.ts";
import { viewSubmission } from "#operations/view-submission.ts";
import { withdrawApproval } from "#operations/withdraw-approval.ts";
import { readPeriod } from "./reports.ts";

const tags = ["submission"];
const one = "/api/submissions/:dataSet/:period/:orgUnit";
const params = SubmissionKey;
const done200 = z.object({ done: z.literal(true) });

/** `/api/forms` and `/api/submissions`: from the blank form to the approved figure. */
export const submissionRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/forms/:dataSet/:period/:orgUnit",
    {
      schema: {
        summary: "A form with everything needed to fill it in without a line; answers 304 to its own ETag",
        tags,
        params,
        response: { 200: Form, 304: z.null() },
      },
    },
    async (request, reply) => {
      const form = await getForm(request.context, request.params);
      const tag = `"${createHash("sha256").update(JSON.stringify(form)).digest("base64url").slice(0, 27)}"`;
      void reply.headers({ etag: tag, "cache-control": "private, no-cache" });
      return request.headers["if-none-match"] === tag ? reply.status(304).send(null) : form;
    },
  );
  server.get(
    "/api/submissions",
    {
      schema: {
        summary: "The matrix of units × forms for a period",
        tags,
        querystring: z.object({
          period: z.string(),
          within: z.string().optional(),
          dataSets: z.string().optional().describe("a,b,c"),
        }),
        response: { 200: SubmissionMatrix },
      },
    },
    ({ context, query }) =>
      listSubmissionMatrix(context, {
        period: readPeriod(query.period),
        within: query.within,
        dataSets: query.dataSets?.split(",").filter((id) => id !== ""),
      }),
  );
  server.get(
    one,
    {
      schema: {
        summary: "A submission, its versions and all that happened to it",
        tags,
        params,
        response: { 200: SubmissionView },
      },
    },
    ({ context, params: key }) => viewSubmission(context, key),
  );
  server.get(
    `${one}/comparison`,
    {
      schema: {
        summary: "A version beside the one before, last month and last year",
        tags,
        params,
        querystring: z.object({ version: z.coerce.number().int().positive().optional() }),
        response: { 200: SubmissionComparison },
      },
    },
    ({ context, params: key, query }) => compareSubmissions(context, { ...key, ...query }),
  );
  server.post(
    `${one}/draft`,
    {
      schema: {
        summary: "Keeps typed cells, so that another device can go on",
        tags,
        params,
        body: SaveDraft,
        response: { 200: SaveDraftAnswer },
      },
    },
    ({ context, params: key, body }) => saveDraft(context, { ...body, ...key }),
  );
  server.post(
    `${one}/hand-in`,
    {
      schema: {
        summary: "Hands in; sent again under the same id it counts once",
        tags,
        params,
        body: HandIn,
        response: { 200: HandInAnswer },
      },
    },
    ({ context, params: key, body }) => submitDataSet(context, { ...body, ...key }),
  );
  server.post(
    `${one}/set-aside`,
    {
      schema: {
        summary: "Keeps values of a person who may no longer hand in",
        tags,
        params,
        body: SetAsideValues,
        response: { 200: done200 },
      },
    },
    async ({ context, params: key, body }) => {
      await setAsideValues(context, { ...body, ...key });
      return { done: true as const };
    },
  );
  server.post(
    `${one}/set-aside/:id/settle`,
    {
      schema: {
        summary: "The values set aside were taken into the form, or dropped",
        tags,
        params: SubmissionKey.extend({ id: z.uuid() }),
        response: { 200: done200 },
      },
    },
    async ({ context, params: left }) => {
      await settleValuesSetAside(context, left);
      return { done: true as const };
    },
  );
  server.post(
    `${one}/return`,
    {
      schema: {
        summary: "Sends a hand-in back with a reason",
        tags,
        params,
        body: ReturnSubmission,
        response: { 200: TierStand },
      },
    },
    ({ context, params: key, body }) => returnSubmission(context, { ...body, ...key }),
  );
  server.post(
    `${one}/reopen`,
    {
      schema: {
        summary: "Gives what was approved back for correction",
        tags,
        params,
        body: ReopenSubmission,
        response: { 200: TierStand },
      },
    },
    ({ context, params: key, body }) => reopenSubmission(context, { ...body, ...key }),
  );
  server.post(
    "/api/submissions/approvals",
    {
      schema: {
        summary: "Approves one or many at the tier whose turn it is",
        tags,
        body: ApproveSubmissions,
        response: { 200: ApproveAnswer },
      },
    },
    ({ context, body }) => approveSubmissions(context, body),
  );
  server.post(
    "/api/submissions/approvals/:id/withdrawal",
    {
      schema: {
        summary: "Takes an approval back, within ten minutes and while nobody has gone on",
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: WithdrawAnswer },
      },
    },
    ({ context, params: act }) => withdrawApproval(context, act),
  );
  done();
};
