-- The province is the distribution key: the first column of every key, so that the tables can be split by it.
-- Keys are compared byte by byte, which is fast and the same on every server whatever its locale.

create domain code as text collate "C";

-- 2023, 2023-S1, 2023-9M, 2023-Q2, 2023-06, 2023-W26
create domain period as text collate "C"
  check (value ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]|S[12]|9M|W(0[1-9]|[1-4][0-9]|5[0-3])))?$');

-- Exact, with the decimals it was given with; PostgreSQL's numeric also knows NaN and infinity, which no count is.
create domain amount as numeric check (value > '-Infinity' and value < 'Infinity');


create table org_unit (
  province code not null,
  uid code not null check (uid <> ''),
  code text,
  name text not null check (name <> ''),
  full_name text not null,
  type text not null,
  kind text not null check (kind in ('area', 'facility', 'body', 'group')),
  opened_on date,
  closed_on date,
  aliases text[] not null default '{}',
  generated boolean not null default false,
  note text,
  primary key (province, uid),
  check (closed_on >= opened_on)
);

create table org_unit_placement (
  province code not null,
  org_unit code not null,
  parent code check (parent <> org_unit),
  level smallint not null check (level > 0),
  valid_from date,
  valid_to date,
  unique nulls not distinct (province, org_unit, valid_from),
  foreign key (province, org_unit) references org_unit on delete cascade deferrable initially deferred,
  foreign key (province, parent) references org_unit deferrable initially deferred,
  check (valid_to >= valid_from)
);
create index on org_unit_placement (province, parent);

create table succession (
  province code not null,
  predecessor code not null,
  successor code not null check (successor <> predecessor),
  effective_on date not null,
  share numeric not null check (share > 0 and share <= 1),
  decree text,
  primary key (province, predecessor, successor, effective_on),
  foreign key (province, predecessor) references org_unit deferrable initially deferred,
  foreign key (province, successor) references org_unit deferrable initially deferred
);


create table data_element (
  province code not null,
  id code not null check (id <> ''),
  key code not null check (key <> ''),
  only_roles text[],
  name_vi text not null,
  name_en text not null,
  unit text not null,
  value_type text not null check (value_type in ('integer', 'decimal', 'percent', 'permille', 'money')),
  time_nature text not null check (time_nature in ('flow', 'stock', 'cumulative', 'average', 'rate')),
  org_nature text not null check (org_nature in ('sum', 'min', 'distinct', 'none', 'recompute')),
  collected text not null check (collected in ('month', 'quarter', 'half-year', 'year')),
  programme text not null,
  level text not null,
  owner text not null,
  breakdowns jsonb not null default '[]' check (jsonb_typeof(breakdowns) = 'array'),
  units_by_option jsonb check (jsonb_typeof(units_by_option) = 'array'),
  formula jsonb check (formula ->> 'kind' in ('ratio', 'sum', 'org-unit-count')),
  plan_of code,
  primary key (province, id)
);

create table source_document (
  province code not null,
  id code not null check (id <> ''),
  title text not null,
  kind text not null,
  issued_by text not null,
  period period,
  note text,
  primary key (province, id)
);


create table import_batch (
  province code not null,
  id code not null check (id <> ''),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  imported_by text not null,
  imported_at timestamptz not null default now(),
  inserted integer not null default 0 check (inserted >= 0),
  changed integer not null default 0 check (changed >= 0),
  unchanged integer not null default 0 check (unchanged >= 0),
  primary key (province, id)
);

-- The value that counts now, and who entered it. What it replaced stands in data_value_version.
create table data_value (
  province code not null,
  data_element code not null,
  period period not null,
  org_unit code not null,
  option_combo code not null,
  source code not null check (source in ('reported', 'illustrative')),
  value amount not null,
  as_of date,
  qualifier text check (qualifier in ('>', '<', '≈')),
  estimate boolean not null default false,
  derived boolean not null default false,
  note text,
  reported_by text,
  basis text check (basis in ('text', 'implied')),
  citation_document text,
  citation_section text,
  citation_quote text,
  version integer not null default 1,
  entered_by text not null,
  entered_at timestamptz not null,
  batch code,
  reason text,
  primary key (province, data_element, period, org_unit, option_combo, source) include (value),
  check (num_nulls(citation_document, citation_section, citation_quote) in (0, 3))
);

-- Former versions; a row without a value says that, by whom and why the value was deleted. Only ever added to.
-- First entries are not written twice: the current row is the last version.
create table data_value_version (
  province code not null,
  data_element code not null,
  period text collate "C" not null,
  org_unit code not null,
  option_combo code not null,
  source code not null,
  value numeric,
  as_of date,
  qualifier text,
  estimate boolean,
  derived boolean,
  note text,
  reported_by text,
  basis text,
  citation_document text,
  citation_section text,
  citation_quote text,
  version integer not null,
  entered_by text not null,
  entered_at timestamptz not null,
  batch code,
  reason text
);
create index on data_value_version (province, org_unit, period, data_element);

-- The database keeps the history itself, so that no statement can forget to.
create function keep_former_versions() returns trigger language plpgsql as $$
begin
  insert into data_value_version
    (province, data_element, period, org_unit, option_combo, source, value, as_of, qualifier, estimate, derived, note,
     reported_by, basis, citation_document, citation_section, citation_quote,
     version, entered_by, entered_at, batch, reason)
  select
     province, data_element, period, org_unit, option_combo, source, value, as_of, qualifier, estimate, derived, note,
     reported_by, basis, citation_document, citation_section, citation_quote,
     version, entered_by, entered_at, batch, reason
  from former;
  return null;
end $$;
create trigger keep_replaced after update on data_value
  referencing old table as former for each statement execute function keep_former_versions();
create trigger keep_deleted after delete on data_value
  referencing old table as former for each statement execute function keep_former_versions();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of values is only added to';
end $$;
create trigger only_added_to before update or delete on data_value_version
  for each statement execute function refuse_change();


-- One actual may be held against several plans: by the people's council, the people's committee, the department.
create table target (
  province code not null,
  data_element code not null,
  option_combo code not null,
  period period not null,
  org_unit code not null,
  set_by text not null check (set_by <> ''),
  value amount not null,
  derived boolean not null default false,
  note text,
  citation_document text,
  citation_section text,
  citation_quote text,
  primary key (province, data_element, option_combo, period, org_unit, set_by),
  check (num_nulls(citation_document, citation_section, citation_quote) in (0, 3))
);
create index on target (province, period);

-- What an issued document prints, in its order: it may print one figure twice, and not the same both times.
create table statement (
  province code not null,
  document code not null,
  number integer not null check (number > 0),
  key code not null,
  role text not null,
  option_combo code not null,
  period period not null,
  org_unit code not null,
  as_of date,
  against text check (against = 'plan'),
  value amount not null,
  text text not null check (text <> ''),
  decimals smallint not null check (decimals >= 0),
  estimate boolean not null default false,
  verbal boolean not null default false,
  note text,
  section text not null,
  quote text not null,
  primary key (province, document, number)
);


create table report_template (
  province code not null,
  id code not null check (id <> ''),
  version integer not null check (version > 0),
  valid_from date not null,
  valid_to date,
  period_types text[] not null check (cardinality(period_types) > 0),
  body jsonb not null,
  primary key (province, id, version),
  check (valid_to >= valid_from)
);

create table report_content (
  province code not null,
  template code not null,
  period period not null,
  org_unit code not null,
  body jsonb not null,
  source text not null,
  written_on date not null,
  primary key (province, template, period, org_unit)
);

create table catalogue_load (
  province code not null,
  catalogue code not null,
  version text not null,
  loaded_at timestamptz not null,
  primary key (province, catalogue, loaded_at)
);
