import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type {
  ChangeConference, Conference, ConferenceList, IssueNotice, RecordConference,
} from "#contract/conference.ts"; // prettier-ignore
import type { Overview } from "#contract/overview.ts";
import type {
  AddSubTask, CarryDirective, Directive, EditTask, KeepDirectives, KeepTask, LetterList, NoteOutcome, RecordTaskEvent, TaskFile, TaskList,
  TaskView,
} from "#contract/task.ts"; // prettier-ignore
import { getJson, sendFile, sendJson } from "../api.ts";

/** Everything that an act on a task or conference may change. */
const key = "directives";

export function refreshDirectives(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: [key] });
  void queries.invalidateQueries({ queryKey: ["overview"] });
}

export const conferencesQuery = queryOptions({
  queryKey: [key, "conferences"],
  queryFn: ({ signal }) => getJson<ConferenceList>("/api/conferences", signal),
  staleTime: 5_000,
});

const conferenceAddress = (id: string) => `/api/conferences/${encodeURIComponent(id)}`;
const taskAddress = (id: string) => `/api/tasks/${encodeURIComponent(id)}`;

export const conferenceQuery = (id: string) =>
  queryOptions({
    queryKey: [key, "conference", id],
    queryFn: ({ signal }) => getJson<Conference>(conferenceAddress(id), signal),
    staleTime: 5_000,
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: [key, "task", id],
    queryFn: ({ signal }) => getJson<TaskView>(taskAddress(id), signal),
    staleTime: 5_000,
  });

/** The open tasks that a unit leads or helps with. */
export const assignedQuery = (orgUnit: string) =>
  queryOptions({
    queryKey: [key, "assigned", orgUnit],
    queryFn: ({ signal }) =>
      getJson<TaskList>(`/api/tasks?${new URLSearchParams({ orgUnit, open: "true" }).toString()}`, signal),
    enabled: orgUnit !== "",
    staleTime: 30_000,
  });

export const lettersQuery = (kind: "assignment" | "reminder", conference: string) =>
  queryOptions({
    queryKey: [key, "letters", kind, conference],
    queryFn: ({ signal }) =>
      getJson<LetterList>(`/api/letters/${kind}?${new URLSearchParams({ conference }).toString()}`, signal),
    staleTime: 5_000,
  });

export const overviewQuery = (period: string) =>
  queryOptions({
    queryKey: ["overview", period],
    queryFn: ({ signal }) =>
      getJson<Overview>(`/api/overview?${new URLSearchParams({ period }).toString()}`, signal),
  });

export const recordConference = (conference: RecordConference) =>
  sendJson<Conference>("POST", "/api/conferences", conference);
export const changeConference = (id: string, conference: ChangeConference) =>
  sendJson<Conference>("PUT", conferenceAddress(id), conference);
export const keepDirectives = (id: string, kept: KeepDirectives) =>
  sendJson<Conference>("POST", `${conferenceAddress(id)}/directives`, kept);
export const issueNotice = (id: string, issue: IssueNotice) =>
  sendJson<Conference>("POST", `${conferenceAddress(id)}/issue`, issue);
export const carryDirective = (id: string, carry: CarryDirective) =>
  sendJson<Directive>("POST", `/api/directives/${encodeURIComponent(id)}/carry`, carry);
export const noteOutcome = (id: string, outcome: NoteOutcome) =>
  sendJson<Directive>("POST", `/api/directives/${encodeURIComponent(id)}/outcomes`, outcome);

/** Gives out as work what a document says but nobody has given out yet. */
export const giveTask = (directive: string, task: KeepTask) =>
  sendJson<TaskView>("POST", `/api/directives/${encodeURIComponent(directive)}/tasks`, task);

export const recordTaskEvent = (id: string, event: RecordTaskEvent) =>
  sendJson<TaskView>("POST", `${taskAddress(id)}/events`, event);
export const editTask = (id: string, edit: EditTask) => sendJson<TaskView>("PUT", taskAddress(id), edit);

/** Keeps a file beside a task; an event then names it as evidence. */
export const addTaskFile = (id: string, file: File) =>
  sendFile<TaskFile>(
    "POST",
    `${taskAddress(id)}/files?${new URLSearchParams({ name: file.name }).toString()}`,
    file,
  );

export const taskFileAddress = (id: string, file: string) =>
  `${taskAddress(id)}/files/${encodeURIComponent(file)}`;
export const noticeAddress = (id: string, format: "docx" | "pdf") =>
  `${conferenceAddress(id)}/notice.${format}`;
export const taskTableAddress = (conference: string, format: "csv" | "xlsx") =>
  `/api/tasks.${format}?${new URLSearchParams({ conference }).toString()}`;
export const addSubTask = (id: string, part: AddSubTask) =>
  sendJson<TaskView>("POST", `${taskAddress(id)}/sub-tasks`, part);

/** Which revision a task is at now: a question is answered against what the server has, not what the list showed. */
export async function fetchTaskRevision(id: string): Promise<number> {
  const { revision } = await getJson<TaskView>(taskAddress(id), new AbortController().signal);
  return revision;
}

/** A conference as it is now, for an act that begins from elsewhere. */
export function fetchConference(id: string): Promise<Conference> {
  return getJson<Conference>(conferenceAddress(id), new AbortController().signal);
}
