-- What is computed from data elements, and what formulas speak of beside them.

-- Every version of every indicator; only ever added to. The last one counts, and one without a body says it was deleted.
create table indicator (
  province code not null,
  key code not null check (key <> ''),
  version integer not null check (version > 0),
  body jsonb check (jsonb_typeof(body) = 'object'),
  changed_by text not null,
  changed_at timestamptz not null default now(),
  reason text,
  primary key (province, key, version)
);
create trigger only_added_to before update or delete on indicator
  for each statement execute function refuse_change();

create view indicator_now as
  select * from (
    select distinct on (province, key) * from indicator order by province, key, version desc
  ) as last where body is not null;

-- Numbers with a name, kept in the same way.
create table formula_constant (
  province code not null,
  key code not null check (key <> ''),
  version integer not null check (version > 0),
  name_vi text not null,
  name_en text not null,
  value amount not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  reason text,
  primary key (province, key, version)
);
create trigger only_added_to before update or delete on formula_constant
  for each statement execute function refuse_change();

create table org_unit_group (
  province code not null,
  key code not null check (key <> ''),
  name_vi text not null,
  name_en text not null,
  primary key (province, key)
);

create table org_unit_group_member (
  province code not null,
  group_key code not null,
  org_unit code not null,
  valid_from date,
  valid_to date,
  unique nulls not distinct (province, group_key, org_unit, valid_from),
  foreign key (province, group_key) references org_unit_group on delete cascade,
  foreign key (province, org_unit) references org_unit deferrable initially deferred,
  check (valid_to >= valid_from)
);

-- What something of ours is called in another system. One code may stand for several of ours, as a group does.
create table external_code (
  province code not null,
  kind text collate "C" not null,
  code code not null check (code <> ''),
  target code not null,
  primary key (province, kind, code, target)
);
create index on external_code (province, kind, target);
