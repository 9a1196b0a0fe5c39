-- The rollup: sums of values up the tree of org units, so that a province's figures need not add up millions of rows.
-- Writers append what they changed to rollup_delta (a trigger, so that none can forget); a folder adds that up into
-- rollup; readers take both, so that a number is visible at commit. See docs/decisions/0005-rollup-by-delta-queue.md.

create function period_kind(period text) returns text language sql immutable parallel safe as $$
  select case
    when length(period) = 4 then 'year'
    when substr(period, 6, 1) = 'W' then 'week'
    when substr(period, 6, 1) = 'Q' then 'quarter'
    when substr(period, 6, 1) = 'S' then 'half-year'
    when substr(period, 6) = '9M' then 'nine-months'
    else 'month' end
$$;

-- The day on which the tree is read for a value of the period. A week belongs to the year of its ISO number.
create function period_last_day(period text) returns date language sql immutable parallel safe as $$
  select case period_kind(period)
    when 'week' then
      make_date(left(period, 4)::int, 1, 4) - extract(isodow from make_date(left(period, 4)::int, 1, 4))::int
      + 7 * substr(period, 7)::int
    else (make_date(left(period, 4)::int, case period_kind(period)
        when 'year' then 12
        when 'nine-months' then 9
        when 'half-year' then 6 * substr(period, 7)::int
        when 'quarter' then 3 * substr(period, 7)::int
        else substr(period, 6)::int end, 1) + interval '1 month')::date - 1 end
$$;

-- All periods of one kind in a year, in order: an index is asked for a list, never for a range.
create function periods_of_year(year text, kind text) returns text[] language sql immutable parallel safe as $$
  select case kind
    when 'month' then array(select year || '-' || lpad(n::text, 2, '0') from generate_series(1, 12) n)
    when 'week' then array(select year || '-W' || lpad(n::text, 2, '0') from generate_series(1, 53) n)
    when 'quarter' then array[year || '-Q1', year || '-Q2', year || '-Q3', year || '-Q4']
    when 'half-year' then array[year || '-S1', year || '-S2']
    when 'nine-months' then array[year || '-9M']
    else array[year] end
$$;

-- 'age=trẻ em;sex=nữ' is a cell of 'age;sex'. Most cells have one dimension or none and need no pattern.
create function combo_dimensions(option_combo text) returns text language sql immutable parallel safe as $$
  select case
    when option_combo = '' then ''
    when position(';' in option_combo) = 0 then split_part(option_combo, '=', 1)
    else regexp_replace(option_combo, '=[^;]*', '', 'g') end
$$;


-- How an element goes up the tree, as the rows of the rollup were made. Kept by rollup-follow.ts.
create table rollup_element (
  province code not null,
  data_element code not null,
  -- only counts that add up over units go into the rollup; of the rest every unit keeps its own value
  sums boolean not null,
  -- a stock or a running total: the last value of each unit counts, not the sum over time
  carries boolean not null,
  -- the dimensions of each partition ('age;sex'), in the order in which they are tried for a total nobody reported
  partitions text[] collate "C" not null,
  primary key (province, data_element)
);

create view rollup_element_now as
  select province, id as data_element,
    org_nature = 'sum' and time_nature <> 'rate' as sums,
    time_nature in ('stock', 'cumulative') as carries,
    array(
      select (select string_agg(name collate "C", ';' order by name collate "C")
              from jsonb_array_elements_text(breakdown -> 'dimensions') as name)
      from jsonb_array_elements(breakdowns) with ordinality as each (breakdown, number)
      where breakdown ->> 'relation' = 'partition'
      order by number
    ) as partitions
  from data_element;

-- Who stands above whom, and from when to when: all placements up to the root. Kept by rollup-follow.ts.
create table rollup_ancestor (
  province code not null,
  org_unit code not null,
  ancestor code not null,
  valid_from date not null,
  valid_to date not null,
  primary key (province, org_unit, ancestor, valid_from)
);

create view rollup_ancestor_now as
  with recursive above as (
    select province, org_unit, parent as ancestor,
      coalesce(valid_from, '-infinity') as valid_from, coalesce(valid_to, 'infinity') as valid_to
    from org_unit_placement where parent is not null
    union -- distinct, so that even a circle of parents comes to an end
    select below.province, below.org_unit, placement.parent,
      greatest(below.valid_from, placement.valid_from), least(below.valid_to, placement.valid_to)
    from above as below
    join org_unit_placement as placement
      on placement.province = below.province and placement.org_unit = below.ancestor
     and coalesce(placement.valid_from, '-infinity') <= below.valid_to
     and coalesce(placement.valid_to, 'infinity') >= below.valid_from
    where placement.parent is not null
  )
  select province, org_unit, ancestor, valid_from, valid_to from above where ancestor <> org_unit;


-- What writers changed and nobody has folded yet: one row per cell and change, only ever added and taken away whole.
create table rollup_delta (
  province code not null,
  org_unit code not null,
  source code not null,
  data_element code not null,
  period text collate "C" not null,
  option_combo code not null,
  -- what to add to the unit's own value; 1 when the cell was blank before and -1 when it is blank now
  amount numeric not null,
  count smallint not null,
  estimates smallint not null
);
create index on rollup_delta (province, org_unit);

-- What stands below a unit, on the tree of each period's last day. A unit's own value is not in here but in data_value.
create table rollup (
  province code not null,
  source code not null,
  data_element code not null,
  org_unit code not null,
  period text collate "C" not null,
  -- a cell of the breakdown; '' what units reported as total; '*' the total of each unit, reported or else made of a
  -- partition (only for elements that have one)
  option_combo code not null,
  -- of a stock: the unit's report before this one in the same year, '' if there is none. A half-year's stock is all
  -- its rows less what their previous reports within the half-year had given: each unit's own last value remains.
  previous text collate "C" not null,
  sum numeric not null,
  count integer not null,
  estimates integer not null,
  superseded numeric not null,
  superseded_estimates integer not null,
  -- one cell of an element at all units and periods lies together: that is how tables ask
  primary key (province, source, data_element, option_combo, org_unit, period, previous)
);

-- Which units report what, by half-year (that far a reform of the map rarely reaches) and kind of period.
create table rollup_reporter (
  province code not null,
  source code not null,
  org_unit code not null,
  bucket text collate "C" not null,
  data_element code not null,
  kind text not null,
  -- values reported by the unit itself, values reported below it, and by how many units
  own integer not null,
  below integer not null,
  reporters integer not null,
  primary key (province, source, org_unit, bucket, data_element, kind)
);
-- Both a value of its own and values below: there a sum would count twice.
create index rollup_reporter_nested on rollup_reporter (province, source, bucket, data_element)
  where own > 0 and below > 0;
create index rollup_reporter_own on rollup_reporter (province, source, org_unit, bucket) where own > 0;

-- 2025-S1 for its months and quarters; the year for years, nine months and weeks.
create function rollup_bucket(period text) returns text language sql immutable parallel safe as $$
  select left(period, 4) || case period_kind(period)
    when 'month' then case when substr(period, 6) <= '06' then '-S1' else '-S2' end
    when 'quarter' then case when substr(period, 7) <= '2' then '-S1' else '-S2' end
    when 'half-year' then substr(period, 5)
    else '' end
$$;

create function rollup_periods_of_bucket(bucket text, kind text) returns text[] language sql immutable parallel safe as $$
  select array(select p from unnest(periods_of_year(left(bucket, 4), kind)) as p where rollup_bucket(p) = bucket)
$$;


-- Writers. Transition tables make this one insert per statement, however many values it wrote.

create function rollup_note_inserted() returns trigger language plpgsql as $$
begin
  insert into rollup_delta
  select province, org_unit, source, data_element, period, option_combo, value, 1, estimate::int from written;
  return null;
end $$;

create function rollup_note_updated() returns trigger language plpgsql as $$
begin
  insert into rollup_delta
  select province, org_unit, source, data_element, period, option_combo, sum(value), sum(count), sum(estimates)
  from (
    select province, org_unit, source, data_element, period, option_combo, value, 1 as count, estimate::int as estimates
    from written
    union all
    select province, org_unit, source, data_element, period, option_combo, -value, -1, -estimate::int from former
  ) as changes
  group by province, org_unit, source, data_element, period, option_combo
  having sum(value) <> 0 or sum(count) <> 0 or sum(estimates) <> 0;
  return null;
end $$;

create function rollup_note_deleted() returns trigger language plpgsql as $$
begin
  insert into rollup_delta
  select province, org_unit, source, data_element, period, option_combo, -value, -1, -estimate::int from former;
  return null;
end $$;

create function rollup_note_truncated() returns trigger language plpgsql as $$
begin
  truncate rollup_delta, rollup, rollup_reporter;
  return null;
end $$;

create trigger rollup_inserted after insert on data_value
  referencing new table as written for each statement execute function rollup_note_inserted();
create trigger rollup_updated after update on data_value
  referencing old table as former new table as written for each statement execute function rollup_note_updated();
create trigger rollup_deleted after delete on data_value
  referencing old table as former for each statement execute function rollup_note_deleted();
create trigger rollup_truncated after truncate on data_value
  for each statement execute function rollup_note_truncated();


-- Values as the rollup knows them: those in force less the changes that are not folded yet.
create view rollup_folded_value as
  select province, source, data_element, org_unit, period, option_combo, sum(value) as value, sum(estimates) as estimates
  from (
    select province, source, data_element, org_unit, period, option_combo, value, 1 as count, estimate::int as estimates
    from data_value
    union all
    select province, source, data_element, org_unit, period, option_combo, -amount, -count, -estimates
    from rollup_delta
  ) as movements
  group by province, source, data_element, org_unit, period, option_combo
  having sum(count) > 0;


-- The tree and the elements the rollup was made for may change later. Whoever changes them leaves a mark; the next
-- reader or folder follows before it goes on (rollup-follow.ts).
create table rollup_mark (
  province code not null,
  kind text not null check (kind in ('tree', 'elements'))
);

create function rollup_mark_tree() returns trigger language plpgsql as $$
begin
  insert into rollup_mark select distinct province, 'tree' from changed;
  return null;
end $$;
create trigger rollup_placed after insert on org_unit_placement
  referencing new table as changed for each statement execute function rollup_mark_tree();
create trigger rollup_replaced after update on org_unit_placement
  referencing new table as changed for each statement execute function rollup_mark_tree();
create trigger rollup_displaced after delete on org_unit_placement
  referencing old table as changed for each statement execute function rollup_mark_tree();

create function rollup_mark_elements() returns trigger language plpgsql as $$
begin
  insert into rollup_mark select distinct province, 'elements' from changed;
  return null;
end $$;
create trigger rollup_element_added after insert on data_element
  referencing new table as changed for each statement execute function rollup_mark_elements();
create trigger rollup_element_changed after update on data_element
  referencing new table as changed for each statement execute function rollup_mark_elements();
create trigger rollup_element_removed after delete on data_element
  referencing old table as changed for each statement execute function rollup_mark_elements();


-- What was there before the rollup waits to be folded like everything else.
insert into rollup_mark select distinct province, 'tree' from org_unit_placement;
insert into rollup_mark select distinct province, 'elements' from data_element;
insert into rollup_delta
  select province, org_unit, source, data_element, period, option_combo, value, 1, estimate::int from data_value;

-- Estimates are few; a figure made of values asks this index whether one is among them.
create index data_value_estimate on data_value (province, data_element, period, org_unit) where estimate;
