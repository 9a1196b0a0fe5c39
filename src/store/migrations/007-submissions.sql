-- Forms and what units hand in with them. Everything is keyed by province, then by data set, period and unit: the
-- address of a submission is its own name, so that a device without a line knows it before the server does.

-- Every version of every data set: it holds for periods that end on or after valid_from, until a later version does.
create table data_set (
  province code not null,
  id code not null check (id <> ''),
  valid_from date not null,
  valid_to date,
  period_type text not null check (period_type in ('week', 'month', 'quarter', 'half-year', 'nine-months', 'year')),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  -- what came with the catalogue follows the catalogue; what people defined stays theirs
  origin text not null check (origin in ('catalogue', 'people')),
  defined_by text not null,
  defined_at timestamptz not null default now(),
  primary key (province, id, valid_from),
  check (valid_to >= valid_from)
);

-- Days off beside Saturdays and Sundays, and Saturdays that are worked in exchange (announced year by year).
create table calendar_day (
  province code not null,
  day date not null,
  works boolean not null,
  name text not null,
  primary key (province, day)
);

create table submission (
  province code not null,
  data_set code not null,
  period period not null,
  org_unit code not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved')),
  version integer not null default 0 check (version >= 0),
  approved_tiers smallint not null default 0 check (approved_tiers >= 0),
  -- the day, in Vietnam, that decides about timeliness: a later correction does not change it
  first_received_on date,
  last_received_at timestamptz,
  -- of the latest version
  filled integer not null default 0,
  warnings integer not null default 0,
  all_zero boolean not null default false,
  draft_revision integer not null default 0,
  events integer not null default 0,
  primary key (province, data_set, period, org_unit),
  foreign key (province, org_unit) references org_unit,
  check ((version = 0) = (first_received_on is null)),
  check (version > 0 or state = 'draft')
);
create index on submission (province, period);
create index on submission (province, org_unit, period);

-- Each hand-in as it was. Only ever added to.
create table submission_version (
  province code not null,
  data_set code not null,
  period period not null,
  org_unit code not null,
  version integer not null check (version > 0),
  -- made on the device: the same hand-in sent ten times is saved once
  hand_in code not null,
  content_hash text not null,
  base_version integer not null check (base_version >= 0),
  data_set_from date not null,
  "values" jsonb not null check (jsonb_typeof("values") = 'object'),
  explanations jsonb not null,
  findings jsonb not null,
  merged jsonb not null,
  handed_in_by text not null,
  device text not null,
  -- by a clock that may be wrong by years: kept as it is, never trusted
  device_time text not null,
  received_at timestamptz not null,
  received_on date not null,
  primary key (province, data_set, period, org_unit, version),
  unique (province, hand_in),
  foreign key (province, data_set, period, org_unit) references submission
);
create trigger only_added_to before update or delete on submission_version
  for each statement execute function refuse_change();

-- What happened: handed in, returned, approved, withdrawn, reopened. Only ever added to.
create table submission_event (
  province code not null,
  data_set code not null,
  period period not null,
  org_unit code not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('handed-in', 'returned', 'approved', 'withdrawn', 'reopened')),
  version integer not null,
  tier text,
  -- the approval of many at once, so that it can be undone at once
  act code,
  by text not null,
  at timestamptz not null,
  reason text,
  cells jsonb not null default '[]' check (jsonb_typeof(cells) = 'array'),
  primary key (province, data_set, period, org_unit, number),
  foreign key (province, data_set, period, org_unit) references submission,
  check (kind <> 'reopened' or reason is not null)
);
create index on submission_event (province, act) where act is not null;
create trigger only_added_to before update or delete on submission_event
  for each statement execute function refuse_change();

-- What was typed and not handed in yet, cell by cell, so that another device can go on. NULL: made blank.
create table draft_cell (
  province code not null,
  data_set code not null,
  period period not null,
  org_unit code not null,
  cell code not null,
  value amount,
  revision integer not null,
  device text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (province, data_set, period, org_unit, cell),
  foreign key (province, data_set, period, org_unit) references submission
);

-- Values of people who may no longer hand in: kept until somebody takes them over or drops them.
create table set_aside (
  province code not null,
  id code not null,
  data_set code not null,
  period period not null,
  org_unit code not null,
  "values" jsonb not null check (jsonb_typeof("values") = 'object'),
  explanations jsonb not null,
  device text not null,
  -- by a clock that may be wrong by years: kept as it is, never trusted
  device_time text not null,
  left_by text not null,
  received_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  primary key (province, id),
  check ((settled_by is null) = (settled_at is null))
);
create index on set_aside (province, org_unit) where settled_at is null;

-- Approvals of one or many, with their answer: sent twice, done once.
create table approval_act (
  province code not null,
  id code not null,
  content_hash text not null,
  by text not null,
  at timestamptz not null,
  answer jsonb not null,
  primary key (province, id)
);


-- Statements made for a person touch only what the person's grants reach (006-accounts.sql).
call protect_as_catalogue('data_set');
call protect_as_catalogue('calendar_day');
call protect_by_org_unit('submission');
call protect_by_org_unit('submission_version');
call protect_by_org_unit('submission_event');
call protect_by_org_unit('draft_cell');
call protect_by_org_unit('set_aside');
revoke update, delete on submission_version, submission_event from tuyen_application;
revoke delete on submission, set_aside from tuyen_application;

alter table approval_act enable row level security;
revoke delete on approval_act from tuyen_application;
create policy own on approval_act for all to tuyen_application
  using (by = (select scope_account())) with check (by = (select scope_account()));
