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


-- Periods of one kind are numbered within their year: months 1 to 12, weeks 1 to 53.
create function period_position(period text) returns smallint language sql immutable parallel safe as $$
  select case period_kind(period)
    when 'month' then substr(period, 6)::smallint
    when 'week' then substr(period, 7)::smallint
    when 'quarter' then substr(period, 7)::smallint
    when 'half-year' then substr(period, 7)::smallint
    else 1::smallint end
$$;

-- The last day of the period with this number.
create function rollup_day(year text, kind text, "position" int) returns date language sql immutable parallel safe as $$
  select period_last_day((periods_of_year(year, kind))["position"])
$$;

-- Who reports is counted by half-year (that far a reform of the map rarely reaches); 0 is the year, for years, nine
-- months and weeks.
create function rollup_bucket(kind text, "position" int) returns int language sql immutable parallel safe as $$
  select case kind
    when 'month' then 1 + ("position" - 1) / 6
    when 'quarter' then 1 + ("position" - 1) / 2
    when 'half-year' then "position"
    else 0 end
$$;

-- The spans for which sums are kept: each period by itself, then the quarters, half-years, nine months and year that
-- are made of several. `slot` is where the rows of the rollup keep them; see domain/aggregate-slots.ts.
create function rollup_slots() returns table (kind text, slot smallint, first smallint, last smallint)
language sql immutable parallel safe as $$
  select kind, n::smallint, n::smallint, n::smallint
  from (values ('month', 12), ('week', 53), ('quarter', 4), ('half-year', 2), ('nine-months', 1), ('year', 1)) as kinds (kind, periods),
       generate_series(1, periods) as n
  union all
  select kind, slot::smallint, first::smallint, last::smallint
  from (values
    ('month', 13, 1, 3), ('month', 14, 4, 6), ('month', 15, 7, 9), ('month', 16, 10, 12),
    ('month', 17, 1, 6), ('month', 18, 7, 12), ('month', 19, 1, 9), ('month', 20, 1, 12),
    ('quarter', 5, 1, 2), ('quarter', 6, 3, 4), ('quarter', 7, 1, 3), ('quarter', 8, 1, 4),
    ('half-year', 3, 1, 2)
  ) as spans (kind, slot, first, last)
$$;

-- The slots to which each period belongs.
create function rollup_slot_positions() returns table (kind text, "position" smallint, slot smallint, last smallint)
language sql immutable parallel safe as $$
  select kind, n::smallint, slot, last from rollup_slots(), generate_series(first::int, last) as n
$$;


-- Cells that writers changed and nobody has folded yet; only ever added and taken away whole.
create table rollup_delta (
  province code not null,
  data_element code not null,
  org_unit code not null,
  period text collate "C" not null,
  source code not null
);
create index on rollup_delta (province, data_element);

-- What each unit reported itself, by year and kind of period, as the rollup knows it: a twelfth of the rows and a tenth
-- of the room of the values. Also the total of each unit, reported as such or else made of a partition, as '*' (only
-- for elements that have one).
create table rollup_reporter (
  province code not null,
  source code not null,
  org_unit code not null,
  year text collate "C" not null,
  data_element code not null,
  option_combo code not null,
  kind text collate "C" not null,
  positions smallint[] not null,
  amounts numeric[] not null,
  -- positions whose value is an estimate
  estimates smallint[],
  primary key (province, source, org_unit, year, data_element, option_combo, kind)
);

-- What stands below a unit, on the tree of its time. A unit's own value is not in here. The arrays have an entry for
-- each slot. Of a stock a slot holds each unit's last value within the span; how many units have one (`counts`), and
-- how many of them for its last period (`lasts`). `expected` says how many values there would be if all units reported
-- that do in the half-year; the pseudo-cell '+' counts them, so that they are known of cells that nobody reported.
create table rollup (
  province code not null,
  source code not null,
  org_unit code not null,
  year text collate "C" not null,
  data_element code not null,
  option_combo code not null,
  kind text collate "C" not null,
  sums numeric[] not null,
  counts int[] not null,
  lasts int[] not null,
  estimates int[] not null,
  expected int[] not null,
  -- of '+': half-years in which the unit itself reported too, so that a sum would count twice
  nested int[],
  -- one unit's figures of a year lie together, element by element: that is how reports ask
  primary key (province, source, org_unit, year, data_element, option_combo, kind)
) with (fillfactor = 70); -- room for the next version of a row beside it, so that folding leaves the index alone
create index rollup_nested on rollup (province, source, data_element) where nested is not null;


-- Writers. Transition tables make this one insert per statement, however many values it wrote.

create function rollup_note_inserted() returns trigger language plpgsql as $$
begin
  insert into rollup_delta select distinct province, data_element, org_unit, period, source from written;
  return null;
end $$;

create function rollup_note_updated() returns trigger language plpgsql as $$
begin
  insert into rollup_delta
  select province, data_element, org_unit, period, source from written
  union
  select province, data_element, org_unit, period, source from former;
  return null;
end $$;

create function rollup_note_deleted() returns trigger language plpgsql as $$
begin
  insert into rollup_delta select distinct province, data_element, org_unit, period, source from former;
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


-- Values as the rollup knows them, without the changes that are not folded yet.
create view rollup_folded_value as
  select province, source, data_element, org_unit, year, kind, option_combo, cell."position", cell.value,
         cell."position" = any(coalesce(estimates, '{}')) as estimate
  from rollup_reporter cross join lateral unnest(positions, amounts) as cell ("position", value);


-- The tree and the elements the rollup was made for may change later. Whoever changes them leaves a mark; the next
-- reader or folder follows before it goes on (rollup-follow.ts). Marks of the kind 'catalogue' stay: all that are seen
-- together name the state of units, successions and elements, so that a reader knows whether what it remembers of them
-- still holds. Their numbers are random; a counter would be a lock between writers.
create table rollup_mark (
  province code not null,
  kind text not null check (kind in ('tree', 'elements', 'catalogue')),
  number bigint not null default (random() * 9007199254740991)::bigint
);

create function rollup_mark_tree() returns trigger language plpgsql as $$
begin
  insert into rollup_mark select distinct province, unnest(array['tree', 'catalogue']) from changed;
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
  insert into rollup_mark select distinct province, unnest(array['elements', 'catalogue']) from changed;
  return null;
end $$;
create trigger rollup_element_added after insert on data_element
  referencing new table as changed for each statement execute function rollup_mark_elements();
create trigger rollup_element_changed after update on data_element
  referencing new table as changed for each statement execute function rollup_mark_elements();
create trigger rollup_element_removed after delete on data_element
  referencing old table as changed for each statement execute function rollup_mark_elements();


-- Names and successions change nothing in the rollup.
create function rollup_mark_catalogue() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into rollup_mark select distinct province, 'catalogue' from changed;
  return null;
end $$;
create trigger rollup_unit_added after insert on org_unit
  referencing new table as changed for each statement execute function rollup_mark_catalogue();
create trigger rollup_unit_changed after update on org_unit
  referencing new table as changed for each statement execute function rollup_mark_catalogue();
create trigger rollup_unit_removed after delete on org_unit
  referencing old table as changed for each statement execute function rollup_mark_catalogue();
create trigger rollup_succeeded after insert on succession
  referencing new table as changed for each statement execute function rollup_mark_catalogue();
create trigger rollup_resettled after update on succession
  referencing new table as changed for each statement execute function rollup_mark_catalogue();
create trigger rollup_undone after delete on succession
  referencing old table as changed for each statement execute function rollup_mark_catalogue();


-- What was there before the rollup waits to be folded like everything else.
insert into rollup_mark select province, unnest(array['tree', 'elements', 'catalogue'])
  from (select province from org_unit union select province from data_element) as known;
insert into rollup_delta select distinct province, data_element, org_unit, period, source from data_value;
