import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  ChangeConference,
  Conference,
  ConferenceList,
  ConferenceParams,
  IssueNotice,
  RecordConference,
} from "#contract/conference.ts";
import { ProposedDirectives, ProposeDirectives } from "#contract/directive.ts";
import {
  CarryDirective,
  Directive,
  KeepDirectives,
  KeepTask,
  NoteOutcome,
  TaskView,
} from "#contract/task.ts";
import { carryDirective, noteOutcome } from "#operations/carry-directive.ts";
import { issueNotice } from "#operations/issue-notice.ts";
import { addTaskTo, keepDirectives } from "#operations/keep-directives.ts";
import { listConferencesOf } from "#operations/list-conferences.ts";
import { letterFormats, printNotice } from "#operations/print-notice.ts";
import { proposeDirectives, proposeDirectivesOfFile } from "#operations/propose-directives.ts";
import { changeConferenceOf, recordConference } from "#operations/record-conference.ts";
import { viewConference } from "#operations/view-conference.ts";
import { sendFile } from "../send-file.ts";

const tags = ["directive"];
const one = "/api/conferences/:id";
const directive = "/api/directives/:id";
const mostBytes = 50 * 2 ** 20;

/** `/api/conferences` and `/api/directives`: what was said, who is to do it, and what it became. */
export const conferenceRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  const bytes = "application/octet-stream";
  if (!server.hasContentTypeParser(bytes)) server.addContentTypeParser(bytes, { parseAs: "buffer" }, (_request, body, parsed) => parsed(null, body)); // prettier-ignore
  server.get(
    "/api/conferences",
    { schema: { summary: "Conferences and where their tasks stand", tags, response: { 200: ConferenceList } } },
    ({ context }) => listConferencesOf(context),
  );
  server.post(
    "/api/conferences",
    { schema: { summary: "Records a conference", tags, body: RecordConference, response: { 200: Conference } } },
    ({ context, body }) => recordConference(context, body),
  );
  server.get(
    one,
    { schema: { summary: "A conference with its conclusions, their tasks, and what was carried over to it", tags, params: ConferenceParams, response: { 200: Conference } } },
    ({ context, params }) => viewConference(context, params),
  );
  server.put(
    one,
    { schema: { summary: "Changes what is written about a conference", tags, params: ConferenceParams, body: ChangeConference, response: { 200: Conference } } },
    ({ context, params, body }) => changeConferenceOf(context, { ...body, ...params }),
  );
  server.post(
    `${one}/directives`,
    { bodyLimit: 6_000_000, schema: { summary: "Keeps directives and tasks as a person decided them", tags, params: ConferenceParams, body: KeepDirectives, response: { 200: Conference } } },
    ({ context, params, body }) => keepDirectives(context, { ...body, ...params }),
  );
  server.post(
    `${one}/issue`,
    { schema: { summary: "The notice goes out: figures of the tasks are kept as they are now", tags, params: ConferenceParams, body: IssueNotice, response: { 200: Conference } } },
    ({ context, params, body }) => issueNotice(context, { ...body, ...params }),
  );
  for (const format of letterFormats) {
    server.get(
      `${one}/notice.${format}`,
      { schema: { summary: "Thông báo kết luận in the layout of the decree, figures as they are now", tags, params: ConferenceParams } },
      async ({ context, params }, reply) => sendFile(reply, await printNotice(context, { ...params, format })),
    );
  }
  server.post(
    "/api/directives/proposals",
    { bodyLimit: 4_000_000, schema: { summary: "Reads pasted conclusions and proposes directives; keeps nothing", tags, body: ProposeDirectives, response: { 200: ProposedDirectives } } },
    ({ context, body }) => proposeDirectives(context, body),
  );
  server.post(
    "/api/directives/proposals/file",
    {
      bodyLimit: mostBytes,
      schema: {
        summary: "The same for a Word, PDF or text file",
        tags,
        consumes: [bytes],
        querystring: z.object({ name: z.string().trim().min(1).max(200) }),
        body: z.instanceof(Uint8Array),
        response: { 200: ProposedDirectives },
      },
    },
    ({ context, query, body }) => proposeDirectivesOfFile(context, { name: query.name, bytes: body }),
  );
  server.post(
    `${directive}/tasks`,
    { schema: { summary: "Makes one more task of a conclusion, of earlier documents too", tags, params: ConferenceParams, body: KeepTask, response: { 200: TaskView } } },
    ({ context, params, body }) => addTaskTo(context, { ...body, ...params }),
  );
  server.post(
    `${directive}/carry`,
    { schema: { summary: "Says it again at a later conference, open tasks included", tags, params: ConferenceParams, body: CarryDirective, response: { 200: Directive } } },
    ({ context, params, body }) => carryDirective(context, { ...body, ...params }),
  );
  server.post(
    `${directive}/outcomes`,
    { schema: { summary: "Notes what became of a challenge or recommendation", tags, params: ConferenceParams, body: NoteOutcome, response: { 200: Directive } } },
    ({ context, params, body }) => noteOutcome(context, { ...body, ...params }),
  );
  done();
}; // prettier-ignore
