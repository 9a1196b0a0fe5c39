-- Conditions that values should meet, the limits of single cells, and what people answered to findings.

-- Every version of every rule; only ever added to. The last one counts, and one without a body says it was deleted.
create table validation_rule (
  province code not null,
  id code not null check (id <> ''),
  version integer not null check (version > 0),
  key code not null check (key <> ''),
  body jsonb check (jsonb_typeof(body) = 'object'),
  changed_by text not null,
  changed_at timestamptz not null default now(),
  reason text,
  primary key (province, id, version)
);
create trigger only_added_to before update or delete on validation_rule
  for each statement execute function refuse_change();

create view validation_rule_now as
  select * from (
    select distinct on (province, id) * from validation_rule order by province, id, version desc
  ) as last where body is not null;

-- The least and the most that a cell should hold in one period: for one unit, else for a type of units, else for all.
create table value_limit (
  province code not null,
  data_element code not null,
  option_combo code not null,
  period_type text not null check (period_type in ('week', 'month', 'quarter', 'half-year', 'nine-months', 'year')),
  org_unit code not null default '',
  unit_type text not null default '',
  least amount,
  most amount,
  proposed boolean not null default false,
  set_by text not null,
  set_at timestamptz not null default now(),
  reason text,
  primary key (province, data_element, option_combo, period_type, org_unit, unit_type),
  foreign key (province, data_element) references data_element on delete cascade,
  check (org_unit = '' or unit_type = ''),
  check (num_nonnulls(least, most) > 0),
  check (least <= most)
);

-- "Right, because …": a finding stays quiet as long as the values it speaks of are the ones that were answered for.
-- Withdrawing an answer is a later row without a reason. Only ever added to.
create table finding_answer (
  province code not null,
  finding text not null check (finding <> ''),
  org_unit code not null,
  period period not null,
  source code not null check (source in ('reported', 'illustrative')),
  values_then text not null,
  reason text,
  answered_by text not null,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (province, period, source, finding, answered_at)
);
create trigger only_added_to before update or delete on finding_answer
  for each statement execute function refuse_change();

-- Thresholds of the checks that the province set itself; for the others the program's own hold.
create table check_setting (
  province code not null,
  name code not null check (name <> ''),
  value numeric not null,
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (province, name)
);
