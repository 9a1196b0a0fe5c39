import type { FrozenFigure, GivenTask } from "#domain/conference.ts";
import type { Task, TaskEvent } from "#domain/task.ts";
import type { Queryable, Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

export type NewTask = Omit<GivenTask, "events" | "revision" | "baseline">;

/** Adds tasks; those whose ids are there already stay as they are. */
export async function addTasks(
  db: Queryable,
  province: string,
  tasks: readonly NewTask[],
  by: string,
): Promise<void> {
  await db.query(
    `insert into task (province, id, conference, directive, number, position, work, product, lead, cooperating, given_by,
                       parent, assigned_on, term, rhythm, indicators, words_start, words_end, created_by)
     select $1, id, conference, directive, number, position, work, product, lead, cooperating, "givenBy", parent,
            "assignedOn", term, rhythm, indicators, start, "end", $3
     from jsonb_to_recordset($2) as one (id text, conference text, directive text, number text, position integer,
       work text, product text, lead text, cooperating text[], "givenBy" text, parent text, "assignedOn" date,
       term jsonb, rhythm jsonb, indicators text[], start integer, "end" integer)
     on conflict (province, id) do nothing`,
    [province, JSON.stringify(tasks), by],
  );
}

/** Writes a task as it was decided, from the revision that was seen; `false` when that is not the latest. */
export async function changeTask(db: Queryable, province: string, task: GivenTask): Promise<boolean> {
  const { id, revision, work, product, lead, cooperating, assignedOn, term, rhythm, indicators, baseline } =
    task;
  const json = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value));
  const changed = await db.query(
    `update task set work = $4, product = $5, lead = $6, cooperating = $7, assigned_on = $8, term = $9, rhythm = $10,
       indicators = $11, baseline = $12, revision = revision + 1
     where province = $1 and id = $2 and revision = $3 returning id`,
    [
      province, id, revision, work, product ?? null, lead ?? null, cooperating, assignedOn, json(term), json(rhythm),
      indicators, JSON.stringify(baseline),
    ], // prettier-ignore
  );
  return changed.length > 0;
}

export interface TaskSelection {
  readonly ids?: readonly string[];
  readonly conferences?: readonly string[];
  readonly directives?: readonly string[];
  readonly parents?: readonly string[];
}

/** Tasks with all that happened to them, in the order of their conference. */
export async function listTasks(
  db: Queryable,
  province: string,
  { ids, conferences, directives, parents }: TaskSelection = {},
): Promise<GivenTask[]> {
  const rows = await db.query<Row>(
    `select id, conference, directive, number, position, work, product, lead, cooperating, given_by as "givenBy", parent,
            assigned_on as "assignedOn", term, rhythm, indicators, baseline, words_start as start, words_end as "end",
            revision,
            (select coalesce(jsonb_agg(event.body || jsonb_build_object(
                      'kind', event.kind, 'on', event.happened_on, 'by', event.by) order by event.number), '[]')
             from task_event event where event.province = task.province and event.task = task.id) as events
     from task where province = $1 and ($2::text[] is null or id = any($2))
       and ($3::text[] is null or conference = any($3)) and ($4::text[] is null or directive = any($4))
       and ($5::text[] is null or parent = any($5))
     order by conference, position, created_at, id`,
    [province, ids ?? null, conferences ?? null, directives ?? null, parents ?? null],
  );
  return rows.map(withoutNulls);
}

/** Keeps others from adding to a task until the transaction ends. Whoever asks must be allowed to see it. */
export async function lockTask(tx: Transaction, province: string, id: string): Promise<void> {
  await tx.asOwner(() => tx.query("select 1 from task where province = $1 and id = $2 for update", [province, id])); // prettier-ignore
}

/** Whether an act of this id is kept already. */
export async function hasTaskEvent(
  db: Queryable,
  province: string,
  task: string,
  id: string,
): Promise<boolean> {
  const found = await db.query("select 1 from task_event where province = $1 and task = $2 and id = $3", [
    province,
    task,
    id,
  ]);
  return found.length > 0;
}

/** Adds what happened behind all that happened before. */
export async function addTaskEvents(
  db: Queryable,
  province: string,
  task: string,
  events: readonly (TaskEvent & { readonly id: string })[],
): Promise<void> {
  for (const { id, kind, on, by, ...body } of events) {
    await db.query(
      `insert into task_event (province, task, number, id, kind, happened_on, by, body)
       select $1::code, $2::code, coalesce(max(number), 0) + 1, $3, $4, $5::date, $6, $7::jsonb
       from task_event where province = $1::code and task = $2::code`,
      [province, task, id, kind, on, by, JSON.stringify(body)],
    );
  }
}

interface Row {
  readonly id: string;
  readonly conference: string;
  readonly directive: string;
  readonly number: string;
  readonly position: number;
  readonly work: string;
  readonly product: string | null;
  readonly lead: string | null;
  readonly cooperating: readonly string[];
  readonly givenBy: string;
  readonly parent: string | null;
  readonly assignedOn: string;
  readonly term: NonNullable<Task["term"]> | null;
  readonly rhythm: NonNullable<Task["rhythm"]> | null;
  readonly indicators: readonly string[];
  readonly baseline: readonly FrozenFigure[];
  readonly start: number | null;
  readonly end: number | null;
  readonly revision: number;
  readonly events: readonly TaskEvent[];
}
