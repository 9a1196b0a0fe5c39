-- Accounts, their grants and sessions, the audit; and policies by which every statement made for a person touches only
-- rows within that person's scope, even if an operation forgets to ask. See docs/decisions/0006-accounts-and-scopes.md.

-- The role in which statements for people run. It owns nothing and policies hold for it. Roles belong to the whole
-- server: another database of ours may have made it already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tuyen_application') then
    begin
      create role tuyen_application nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
    exception
      when duplicate_object or unique_violation then null; -- made by another at this very moment
      when insufficient_privilege then
        raise exception 'the role tuyen_application is missing' using errcode = 'TY001';
    end;
  end if;
  if exists (select from pg_roles where rolname = 'tuyen_application' and (rolsuper or rolbypassrls)) then
    raise exception 'the role tuyen_application passes by policies' using errcode = 'TY001';
  end if;
  if not pg_has_role(current_user, 'tuyen_application', 'member') then
    begin
      execute format('grant tuyen_application to %I', current_user);
    exception when insufficient_privilege then
      raise exception '% may not act as tuyen_application', current_user using errcode = 'TY001';
    end;
  end if;
  execute format('grant usage on schema %I to tuyen_application', current_schema());
  -- tables of later migrations too; what a table must not give away is taken back beside it
  execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to tuyen_application', current_schema());
  execute format('alter default privileges in schema %I grant usage on sequences to tuyen_application', current_schema());
end $$;


create table account (
  province code not null,
  id code not null check (id ~ '^[a-z][a-z0-9._-]{2,39}$'),
  full_name text not null check (full_name <> ''),
  org_unit code not null,
  email text,
  -- argon2id with its parameters; null for whoever signs in at another place only
  password_hash text,
  must_change_password boolean not null default true,
  totp_secret text,
  -- a secret counts once its owner has shown a code of it
  totp_confirmed_at timestamptz,
  -- the time step of the last code taken: no code is taken twice
  totp_last_step bigint,
  -- who the person is at the department's own sign-in service, fixed at the first time
  oidc_issuer text,
  oidc_subject text,
  is_demo boolean not null default false,
  disabled_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  primary key (province, id),
  foreign key (province, org_unit) references org_unit deferrable initially deferred,
  unique (province, oidc_issuer, oidc_subject),
  check (num_nulls(oidc_issuer, oidc_subject) in (0, 2))
);
create index on account (province, org_unit);

create table account_grant (
  province code not null,
  account code not null,
  role text not null,
  org_unit code not null,
  -- null: every programme
  programmes text[] check (cardinality(programmes) > 0),
  granted_by text not null,
  granted_at timestamptz not null default now(),
  primary key (province, account, role, org_unit),
  foreign key (province, account) references account,
  foreign key (province, org_unit) references org_unit deferrable initially deferred
);

create table account_backup_code (
  province code not null,
  account code not null,
  code_hash text not null,
  primary key (province, account, code_hash),
  foreign key (province, account) references account
);

create table session (
  province code not null,
  id uuid not null default gen_random_uuid(),
  -- sha-256 of what the cookie holds: who reads this table cannot sign in with it
  token_hash text not null,
  account code not null,
  -- a person's browser, or another system with a token of its own
  kind text not null check (kind in ('browser', 'token')),
  device text not null,
  address text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (province, id),
  unique (province, token_hash),
  foreign key (province, account) references account
);
create index on session (province, account);

-- Failures in a row by the name that was typed, whether anybody has it or not: the answers are the same.
create table sign_in_failure (
  province code not null,
  name_hash text not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (province, name_hash)
);

create table audit (
  province code not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  account text not null,
  address text,
  action text not null check (action <> ''),
  org_unit code,
  -- what it was done to: an account, a submission, a report
  subject text,
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  primary key (province, id)
);
create index on audit (province, at);
create index on audit (province, org_unit, at);
create index on audit (province, account, at);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only added to';
end $$;
create trigger audit_only_added_to before update or delete or truncate on audit
  for each statement execute function refuse_audit_change();


-- Goes up whenever the tree changes: what grants reach is worked out anew then.
create table tree_revision (
  province code not null primary key,
  revision bigint not null
);
create function raise_tree_revision() returns trigger language plpgsql as $$
begin
  insert into tree_revision as kept select distinct province, 1 from changed
  on conflict (province) do update set revision = kept.revision + 1;
  return null;
end $$;
create trigger tree_revision_placed after insert on org_unit_placement
  referencing new table as changed for each statement execute function raise_tree_revision();
create trigger tree_revision_moved after update on org_unit_placement
  referencing new table as changed for each statement execute function raise_tree_revision();
create trigger tree_revision_removed after delete on org_unit_placement
  referencing old table as changed for each statement execute function raise_tree_revision();
create trigger tree_revision_succeeded after insert on succession
  referencing new table as changed for each statement execute function raise_tree_revision();
create trigger tree_revision_resettled after update on succession
  referencing new table as changed for each statement execute function raise_tree_revision();
create trigger tree_revision_undone after delete on succession
  referencing old table as changed for each statement execute function raise_tree_revision();
insert into tree_revision select distinct province, 1 from org_unit_placement;


-- The scope of the transaction, set by the application: {"account", "reads", "writes", "composes", "manages", "configures"}, each
-- list "all" or uids. Without it there is nothing to see.
create function scope() returns jsonb language sql stable parallel safe as $$
  select nullif(current_setting('tuyen.scope', true), '')::jsonb
$$;
create function scope_account() returns text language sql stable parallel safe as $$
  select scope() ->> 'account'
$$;
create function scope_is_all(list text) returns boolean language sql stable parallel safe as $$
  select coalesce(scope() -> list = '"all"', false)
$$;
create function scope_configures() returns boolean language sql stable parallel safe as $$
  select coalesce((scope() -> 'configures')::boolean, false)
$$;
create function scope_units(list text) returns setof code language sql stable parallel safe as $$
  select jsonb_array_elements_text(
    case jsonb_typeof(scope() -> list) when 'array' then scope() -> list else '[]' end)::code
$$;

-- Rows of units: seen where figures may be read, changed where values may be changed ('writes'), or reports and tasks
-- ('composes'). In every policy the scope stands in a subquery of its own, so that it is worked out once for a statement
-- and looked up in a hash table for a row.
create procedure protect_by_org_unit(target regclass, unit_column text default 'org_unit', changes text default 'writes')
language plpgsql as $$
declare
  reads text := format('(select scope_is_all(''reads'')) or %I in (select scope_units(''reads''))', unit_column);
  writes text := format('(select scope_is_all(%2$L)) or %1$I in (select scope_units(%2$L))', unit_column, changes);
begin
  if changes not in ('writes', 'composes') then raise exception 'no list %', changes; end if;
  execute format('alter table %s enable row level security', target);
  execute format('create policy read_in_scope on %s for select to tuyen_application using (%s)', target, reads);
  execute format('create policy add_in_scope on %s for insert to tuyen_application with check (%s)', target, writes);
  execute format('create policy change_in_scope on %s for update to tuyen_application using (%s) with check (%s)', target, writes, writes);
  execute format('create policy remove_in_scope on %s for delete to tuyen_application using (%s)', target, writes);
end $$;

-- Rows of the catalogue: seen by everybody who is signed in, changed by who keeps the catalogue.
create procedure protect_as_catalogue(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy read_when_known on %s for select to tuyen_application using ((select scope_account()) is not null)', target);
  execute format('create policy add_by_keeper on %s for insert to tuyen_application with check ((select scope_configures()))', target);
  execute format('create policy change_by_keeper on %s for update to tuyen_application using ((select scope_configures()))', target);
  execute format('create policy remove_by_keeper on %s for delete to tuyen_application using ((select scope_configures()))', target);
end $$;

grant select, insert, update, delete on
  org_unit, org_unit_placement, succession, data_element, source_document, report_template, catalogue_load,
  data_value, target, statement, report_content, import_batch to tuyen_application;
call protect_as_catalogue('org_unit');
call protect_as_catalogue('org_unit_placement');
call protect_as_catalogue('succession');
call protect_as_catalogue('data_element');
call protect_as_catalogue('source_document');
call protect_as_catalogue('report_template');
call protect_as_catalogue('catalogue_load');
call protect_by_org_unit('data_value');
call protect_by_org_unit('target');
call protect_by_org_unit('statement');
call protect_by_org_unit('report_content', changes => 'composes');

-- What earlier migrations made beside these.
grant select, insert, update, delete on
  saved_view, outline, org_unit_group, org_unit_group_member, external_code, value_limit, check_setting
  to tuyen_application;
grant select, insert on indicator, formula_constant, validation_rule, finding_answer to tuyen_application;
grant select on indicator_now, validation_rule_now to tuyen_application;
alter view indicator_now set (security_invoker = true);
alter view validation_rule_now set (security_invoker = true);
call protect_as_catalogue('outline');
call protect_as_catalogue('indicator');
call protect_as_catalogue('formula_constant');
call protect_as_catalogue('org_unit_group');
call protect_as_catalogue('org_unit_group_member');
call protect_as_catalogue('external_code');
call protect_as_catalogue('validation_rule');
call protect_as_catalogue('value_limit');
call protect_as_catalogue('check_setting');
call protect_by_org_unit('finding_answer');
alter table saved_view enable row level security;
create policy read_own_and_shared on saved_view for select to tuyen_application
  using (owner = (select scope_account()) or (shared and (select scope_account()) is not null));
create policy change_own on saved_view for all to tuyen_application
  using (owner = (select scope_account())) with check (owner = (select scope_account()));

alter table import_batch enable row level security;
create policy read_own on import_batch for select to tuyen_application
  using (imported_by = (select scope_account()) or (select scope_is_all('reads')));
create policy add_own on import_batch for insert to tuyen_application with check (imported_by = (select scope_account()));
create policy change_own on import_batch for update to tuyen_application
  using (imported_by = (select scope_account())) with check (imported_by = (select scope_account()));

-- History is read and added to; triggers write the rest of it, as the owner.
grant select, insert on data_value_version to tuyen_application;
alter table data_value_version enable row level security;
create policy read_in_scope on data_value_version for select to tuyen_application
  using ((select scope_is_all('reads')) or org_unit in (select scope_units('reads')));
create policy add_in_scope on data_value_version for insert to tuyen_application
  with check (((select scope_is_all('writes')) or org_unit in (select scope_units('writes')))
              and entered_by = (select scope_account()));

-- The rollup is read; it is written by triggers and by the folder, which must see every row whoever set them off.
grant select on rollup, rollup_delta, rollup_reporter, rollup_element, rollup_ancestor, rollup_mark to tuyen_application;
call protect_by_org_unit('rollup');
call protect_by_org_unit('rollup_delta');
call protect_by_org_unit('rollup_reporter');
call protect_as_catalogue('rollup_element');
call protect_as_catalogue('rollup_ancestor');
call protect_as_catalogue('rollup_mark');
do $$
declare
  routine regprocedure;
begin
  foreach routine in array array[
    'keep_former_versions()', 'rollup_note_inserted()', 'rollup_note_updated()', 'rollup_note_deleted()',
    'rollup_note_truncated()', 'rollup_mark_tree()', 'rollup_mark_elements()', 'raise_tree_revision()']::regprocedure[]
  loop
    execute format('alter function %s security definer set search_path from current', routine);
    execute format('revoke execute on function %s from public', routine);
  end loop;
end $$;
-- A view asks as its owner unless told otherwise, which would lead past the policies.
alter view rollup_folded_value set (security_invoker = true);
alter view rollup_element_now set (security_invoker = true);
alter view rollup_ancestor_now set (security_invoker = true);


-- Accounts: one's own, and those of the units one manages. Hashes and secrets are read by nobody: signing in is done
-- as the owner, before anybody is known.
revoke all on account from tuyen_application;
grant select (province, id, full_name, org_unit, email, must_change_password, totp_confirmed_at, is_demo, disabled_at,
              created_by, created_at, last_sign_in_at),
  insert (province, id, full_name, org_unit, email, password_hash, must_change_password, created_by, is_demo),
  update (full_name, org_unit, email, password_hash, must_change_password, disabled_at, totp_secret, totp_confirmed_at,
          totp_last_step, oidc_issuer, oidc_subject)
  on account to tuyen_application;
alter table account enable row level security;
create policy read_managed on account for select to tuyen_application
  using (id = (select scope_account()) or (select scope_is_all('manages')) or org_unit in (select scope_units('manages')));
create policy add_managed on account for insert to tuyen_application
  with check ((select scope_is_all('manages')) or org_unit in (select scope_units('manages')));
create policy change_managed on account for update to tuyen_application
  using ((select scope_is_all('manages')) or org_unit in (select scope_units('manages')))
  with check ((select scope_is_all('manages')) or org_unit in (select scope_units('manages')));

grant select, insert, delete on account_grant to tuyen_application;
revoke update on account_grant from tuyen_application;
alter table account_grant enable row level security;
-- A manager sees all grants of the accounts at hand, those beyond the own scope too: they are a reason to keep off.
create policy read_managed on account_grant for select to tuyen_application
  using (account = (select scope_account()) or account in (select id from account));
create policy add_managed on account_grant for insert to tuyen_application
  with check ((select scope_is_all('manages')) or org_unit in (select scope_units('manages')));
create policy remove_managed on account_grant for delete to tuyen_application
  using ((select scope_is_all('manages')) or org_unit in (select scope_units('manages')));

revoke all on account_backup_code, sign_in_failure, tree_revision from tuyen_application;
alter table account_backup_code enable row level security;
alter table sign_in_failure enable row level security;
alter table tree_revision enable row level security;

revoke all on session from tuyen_application;
grant select (province, id, account, kind, device, address, created_at, last_used_at, expires_at), delete
  on session to tuyen_application;
alter table session enable row level security;
create policy read_managed on session for select to tuyen_application
  using (account = (select scope_account()) or account in (select id from account));
create policy remove_managed on session for delete to tuyen_application
  using (account = (select scope_account()) or account in (select id from account));

revoke update, delete on audit from tuyen_application;
grant select, insert on audit to tuyen_application;
alter table audit enable row level security;
create policy read_managed on audit for select to tuyen_application
  using (account = (select scope_account()) or (select scope_is_all('manages'))
         or org_unit in (select scope_units('manages')));
create policy add_own on audit for insert to tuyen_application with check (account = (select scope_account()));

-- For migrations only.
revoke execute on procedure protect_by_org_unit(regclass, text, text), protect_as_catalogue(regclass) from public;
