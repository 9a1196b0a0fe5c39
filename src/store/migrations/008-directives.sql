-- From what is said at a conference to the work it causes. Sentences keep their words and their place in the text they
-- were read from; what happens to a task is only ever added.

create table conference (
  province code not null,
  id code not null check (id <> ''),
  title text not null check (title <> ''),
  -- the period whose report was presented
  period period not null,
  -- null where only a report is known and not the conference it was presented at
  held_on date,
  form text,
  rooms text[] not null default '{}',
  attending text[] not null default '{}',
  notice jsonb not null default '{"summary": []}' check (jsonb_typeof(notice) = 'object'),
  source_document code,
  source_text text,
  -- what came with the catalogue is a fact of its source document
  origin text not null check (origin in ('catalogue', 'people')),
  issued_on date,
  issued_by text,
  revision integer not null default 0,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (province, id),
  foreign key (province, source_document) references source_document,
  check (num_nulls(issued_on, issued_by) in (0, 2)),
  check (held_on is not null or source_document is not null)
);

create table directive (
  province code not null,
  id code not null check (id <> ''),
  conference code not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('task', 'challenge', 'recommendation')),
  section text not null,
  number text not null check (number <> ''),
  words text not null check (words <> ''),
  -- UTF-16 units into the conference's source text
  words_start integer check (words_start >= 0),
  words_end integer,
  origin text not null check (origin in ('conclusion', 'section', 'embedded', 'lead-in', 'closing', 'people')),
  said_on date,
  addressee text,
  named text[] not null default '{}',
  read_term jsonb,
  indicators text[] not null default '{}',
  -- of facts: the document, its section and its words
  citation jsonb check (jsonb_typeof(citation) = 'object'),
  -- the same said at an earlier conference
  carried_from code check (carried_from <> id),
  primary key (province, id),
  unique (province, conference, position),
  foreign key (province, conference) references conference,
  foreign key (province, carried_from) references directive,
  check (num_nulls(words_start, words_end) in (0, 2) and words_end >= words_start)
);
-- carried over once to each conference
create index on directive (province, carried_from) where carried_from is not null;

-- What became of challenges and recommendations. Only ever added to.
create table directive_outcome (
  province code not null,
  directive code not null,
  number integer not null check (number > 0),
  state text not null check (state in ('open', 'partly', 'met', 'not-met')),
  note text not null check (note <> ''),
  noted_on date not null,
  by text not null,
  at timestamptz not null default now(),
  primary key (province, directive, number),
  foreign key (province, directive) references directive
);
create trigger only_added_to before update or delete on directive_outcome
  for each statement execute function refuse_change();

create table task (
  province code not null,
  id code not null check (id <> ''),
  conference code not null,
  directive code not null,
  number text not null check (number <> ''),
  position integer not null,
  work text not null check (work <> ''),
  product text,
  -- one unit answers for it; null until somebody is named
  lead code,
  cooperating text[] not null default '{}',
  -- the province's own unit, or the lead unit of the task of which this is a part
  given_by code not null,
  parent code,
  assigned_on date not null,
  term jsonb check (jsonb_typeof(term) = 'object'),
  rhythm jsonb check (jsonb_typeof(rhythm) = 'object'),
  indicators text[] not null default '{}',
  -- figures of the linked indicators as they were when the notice went out
  baseline jsonb not null default '[]' check (jsonb_typeof(baseline) = 'array'),
  words_start integer,
  words_end integer,
  revision integer not null default 0,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (province, id),
  foreign key (province, conference) references conference,
  foreign key (province, directive) references directive,
  foreign key (province, lead) references org_unit deferrable initially deferred,
  foreign key (province, parent) references task,
  check (parent is not null or given_by = province),
  check (term is null or rhythm is null),
  check (lead is null or not lead = any(cooperating))
);
create index on task (province, conference);
create index on task (province, directive);
create index on task (province, lead);
create index on task using gin (cooperating);

-- What happened to a task: reports, confirmations, longer terms, changes. Only ever added to.
create table task_event (
  province code not null,
  task code not null,
  number integer not null check (number > 0),
  -- made by the sender: the same act sent twice is kept once
  id code not null,
  kind text not null check (kind in ('progress', 'done', 'confirmed', 'returned', 'extension-asked', 'extended',
    'extension-refused', 'reviewed', 'stopped', 'resumed', 'carried', 'changed')),
  happened_on date not null,
  by text not null,
  at timestamptz not null default clock_timestamp(),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  primary key (province, task, number),
  unique (province, task, id),
  foreign key (province, task) references task
);
create trigger only_added_to before update or delete on task_event
  for each statement execute function refuse_change();

-- Evidence. The kind is told by the content; the same content is kept once for a task.
create table task_file (
  province code not null,
  task code not null,
  id code not null,
  name text not null check (name <> ''),
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null check (octet_length(bytes) between 1 and 20971520),
  added_by text not null,
  added_on date not null,
  primary key (province, task, id),
  unique (province, task, sha256),
  foreign key (province, task) references task
);
create trigger only_added_to before update or delete on task_file
  for each statement execute function refuse_change();


-- A unit sees the tasks that it leads, helps with or gave on, and what they come from; the office sees all.
-- Whoever covers the province gives directives; a lead unit adds parts to its own tasks, reports and evidence.
grant select, insert, update on conference, directive, task to tuyen_application;
grant select, insert on directive_outcome, task_event, task_file to tuyen_application;
revoke delete on conference, directive, task from tuyen_application;
revoke update, delete on directive_outcome, task_event, task_file from tuyen_application;

alter table task enable row level security;
create policy read_own on task for select to tuyen_application
  using ((select scope_is_all('reads')) or lead in (select scope_units('reads'))
         or given_by in (select scope_units('reads'))
         or cooperating && (select coalesce(array_agg(unit::text), '{}') from scope_units('reads') as unit));
create policy add_own on task for insert to tuyen_application
  with check ((select scope_is_all('composes')) or (parent is not null and given_by in (select scope_units('composes'))));
create policy change_all on task for update to tuyen_application
  using ((select scope_is_all('composes'))) with check ((select scope_is_all('composes')));

alter table conference enable row level security;
create policy read_own on conference for select to tuyen_application
  using ((select scope_is_all('reads')) or id in (select conference from task));
create policy add_all on conference for insert to tuyen_application with check ((select scope_is_all('composes')));
create policy change_all on conference for update to tuyen_application
  using ((select scope_is_all('composes'))) with check ((select scope_is_all('composes')));

alter table directive enable row level security;
create policy read_own on directive for select to tuyen_application
  using ((select scope_is_all('reads')) or id in (select directive from task));
create policy add_all on directive for insert to tuyen_application with check ((select scope_is_all('composes')));
create policy change_all on directive for update to tuyen_application
  using ((select scope_is_all('composes'))) with check ((select scope_is_all('composes')));

alter table directive_outcome enable row level security;
create policy read_own on directive_outcome for select to tuyen_application
  using (directive in (select id from directive));
create policy add_all on directive_outcome for insert to tuyen_application
  with check ((select scope_is_all('composes')) and by = (select scope_account()));

alter table task_event enable row level security;
create policy read_own on task_event for select to tuyen_application using (task in (select id from task));
create policy add_own on task_event for insert to tuyen_application
  with check (by = (select scope_account()) and task in (select id from task));

alter table task_file enable row level security;
create policy read_own on task_file for select to tuyen_application using (task in (select id from task));
create policy add_own on task_file for insert to tuyen_application
  with check (added_by = (select scope_account()) and task in (select id from task));
