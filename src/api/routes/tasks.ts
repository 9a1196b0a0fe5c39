import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  AddSubTask,
  EditTask,
  LetterKind,
  LetterList,
  LetterQuery,
  RecordTaskEvent,
  TaskFile,
  TaskFileParams,
  TaskFileQuery,
  TaskList,
  TaskParams,
  TaskQuery,
  TaskView,
} from "#contract/task.ts";
import { Refusal } from "#domain/refusal.ts";
import { attachTaskFile } from "#operations/attach-task-file.ts";
import { addSubTask, editTask } from "#operations/edit-task.ts";
import { mostEvidenceBytes } from "#operations/evidence-kind.ts";
import { listTasksOf } from "#operations/list-tasks.ts";
import { listLetters, printLetterTo } from "#operations/print-letters.ts";
import { letterFormats } from "#operations/print-notice.ts";
import { printTasks } from "#operations/print-tasks.ts";
import { readTaskFile } from "#operations/read-task-file.ts";
import { recordTaskEvent } from "#operations/record-task-event.ts";
import { viewTask } from "#operations/view-task.ts";
import { answerError } from "../errors.ts";
import { sendFile } from "../send-file.ts";

const tags = ["task"];
const one = "/api/tasks/:id";

/** `/api/tasks`: the work that conclusions cause, from the day it is given until it is done. */
export const taskRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  const bytes = "application/octet-stream";
  if (!server.hasContentTypeParser(bytes)) server.addContentTypeParser(bytes, { parseAs: "buffer" }, (_request, body, parsed) => parsed(null, body)); // prettier-ignore
  server.get(
    "/api/tasks",
    { schema: { summary: "Tasks, overdue first, and how many stand where", tags, querystring: TaskQuery, response: { 200: TaskList } } },
    ({ context, query }) => listTasksOf(context, query),
  );
  for (const format of ["csv", "xlsx"] as const) {
    server.get(
      `/api/tasks.${format}`,
      { schema: { summary: "The same as a file", tags, querystring: TaskQuery } },
      async ({ context, query }, reply) => sendFile(reply, await printTasks(context, query, format)),
    );
  }
  server.get(
    one,
    { schema: { summary: "A task with its history, evidence and figures then and now", tags, params: TaskParams, response: { 200: TaskView } } },
    ({ context, params }) => viewTask(context, params),
  );
  server.put(
    one,
    { schema: { summary: "Changes a task; every change keeps its reason", tags, params: TaskParams, body: EditTask, response: { 200: TaskView } } },
    ({ context, params, body }) => editTask(context, { ...body, ...params }),
  );
  server.post(
    `${one}/events`,
    { schema: { summary: "Progress, done, confirmed, returned, longer terms, reviews; sent twice, kept once", tags, params: TaskParams, body: RecordTaskEvent, response: { 200: TaskView } } },
    ({ context, params, body }) => recordTaskEvent(context, { task: params.id, event: body }),
  );
  server.post(
    `${one}/files`,
    {
      bodyLimit: mostEvidenceBytes + 1,
      errorHandler: tellTooLarge,
      schema: {
        summary: "Adds a file as evidence: pdf, docx, xlsx, png, jpg or txt, told by its content",
        tags,
        consumes: [bytes],
        params: TaskParams,
        querystring: TaskFileQuery,
        body: z.instanceof(Uint8Array),
        response: { 200: TaskFile },
      },
    },
    ({ context, params, query, body }) => attachTaskFile(context, { task: params.id, name: query.name, bytes: body }),
  );
  server.get(
    `${one}/files/:file`,
    { schema: { summary: "A file of a task", tags, params: TaskFileParams } },
    async ({ context, params }, reply) => sendFile(reply, await readTaskFile(context, { task: params.id, file: params.file })),
  );
  server.post(
    `${one}/sub-tasks`,
    { schema: { summary: "Gives a part of the task on to a unit that helps with it", tags, params: TaskParams, body: AddSubTask, response: { 200: TaskView } } },
    ({ context, params, body }) => addSubTask(context, { ...body, ...params }),
  );
  server.get(
    "/api/letters/:kind",
    { schema: { summary: "Letters to write: one for each lead unit, all its tasks in it", tags, params: z.object({ kind: LetterKind }), querystring: LetterQuery, response: { 200: LetterList } } },
    ({ context, params, query }) => listLetters(context, { ...params, ...query }),
  );
  for (const format of letterFormats) {
    server.get(
      `/api/letters/:kind/:orgUnit.${format}`,
      { schema: { summary: "One of them in the layout of the decree", tags, params: z.object({ kind: LetterKind, orgUnit: z.string() }), querystring: LetterQuery } },
      async ({ context, params, query }, reply) => sendFile(reply, await printLetterTo(context, { ...params, ...query, format })),
    );
  }
  done();
}; // prettier-ignore

/** A file that is cut off by its length gets the sentence that it would have got whole. */
const tellTooLarge: typeof answerError = (error, request, reply) => {
  const isTooLarge = "code" in error && error.code === "FST_ERR_CTP_BODY_TOO_LARGE";
  answerError(isTooLarge ? new Refusal("evidence-too-large", { file: "", megabytes: mostEvidenceBytes / 2 ** 20 }) : error, request, reply); // prettier-ignore
};
