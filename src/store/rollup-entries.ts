import { cell, partKey } from "./rollup-cells.ts";

/**
 * SQL that says what cells (rollup-cells.ts) add to the sums above the unit that reported: the one definition behind
 * folding, following, checking and reading. What was there before is added with the sign -1.
 */

/** Of which cells, each with a sign, entries are made; of stocks all of a leaf, because a report counts until the next. */
interface SignedCells {
  readonly flows: string;
  readonly stocks: string;
  /** Cells that show for which half-years a unit reports. */
  readonly present: string;
}

/**
 * CTE `entries`: what cells add to each unit above: of stocks for every slot of which a report is the last, else for
 * each period; and, as `'+'`, one for every period of a half-year in which the unit reports the element.
 */
export function entriesOf({ flows, stocks, present }: SignedCells): string {
  return `
  covers as materialized (select * from rollup_slot_positions()),
  followed as (
    select stock.*, kind, lead(position) over (partition by sign, leaf, option_combo order by position) as next
    from (${stocks}) as stock join leaves using (leaf) where sums and carries
  ),
  present as (
    select leaf, kind, rollup_bucket(kind, position) as bucket, (max(sign) + min(sign)) / 2 as sign
    from (select distinct sign, leaf, position from (${present}) as cell) as cell join leaves using (leaf)
    where sums
    group by leaf, kind, rollup_bucket(kind, position)
    having max(sign) + min(sign) <> 0
  ),
  entries as materialized (
    select leaf, option_combo, position as slot, position, ${signed("value")} as sum, sign as count,
           0 as last, sign * estimate::int as estimates
    from (${flows}) as cell join leaves using (leaf) where sums and not carries
    union all
    select leaf, option_combo, slot.slot, slot.last, ${signed("value")}, sign,
           sign * (slot.last = followed.position)::int, sign * estimate::int
    from followed join covers as slot using (kind, position)
    where next is null or next > slot.last
    union all
    select leaf, '+', slot.slot, slot.slot, 0, sign, 0, 0
    from present join rollup_slots() as slot using (kind)
    where slot.first = slot.last and rollup_bucket(kind, slot.slot) = bucket
  )`;
}

/** The entries by which `changedCells` move what is above them; `which` narrows the cells, not who is expected. */
export function entriesOfChanges(which = "true"): string {
  const sides = (now: string, before: string) => `
    select 1 as sign, ${cell} from ${now} union all select -1, ${cell} from cells_before where ${before}`;
  const shifted = "leaf in (select leaf from shifted)";
  return `
  -- leaves with a period that was reported and is not any more, or the other way round
  shifted as materialized (
    select leaf from (
      select distinct leaf, position from cells_now
      union all
      select distinct leaf, position from cells_before where is_marked
    ) as periods group by leaf, position having count(*) = 1
  ),
  ${entriesOf({
    flows: sides(`cells_now where ${which}`, `is_marked and ${which}`),
    stocks: sides(`cells_after where ${which}`, which),
    present: sides(`cells_after where ${shifted}`, shifted),
  })}`;
}

function signed(amount: string): string {
  return `case sign when 1 then ${amount} else -${amount} end`;
}

/** Joins the units above to the leaves (`placed`) on their `day`; `among` narrows them. */
export function above(among = "true"): string {
  return `
    join rollup_ancestor as edge
      on edge.province = $1 and edge.org_unit = placed.org_unit and day between edge.valid_from and edge.valid_to
     and ${among}`;
}

/**
 * CTE `spread`: `entries` added up at every unit above, on the tree of each period's (of stocks: each span's) last
 * day, for every slot. `edges` joins `edge.ancestor`; amounts are multiplied by `factor`.
 */
export function spreadOf({ edges = above(), factor = "1" } = {}): string {
  const total = (name: string) => (factor === "1" ? `sum(${name})` : `sum(${factor} * ${name})`);
  return `
  days as materialized (
    select part, position, day
    from (
      select year, kind, slot as position, rollup_day(year, kind, slot) as day
      from (select distinct year, kind from parts) as years join rollup_slots() using (kind) where first = last
    ) as days join parts using (year, kind)
  ),
  lifted as materialized (
    select edge.ancestor as org_unit, part, option_combo, slot,
           ${total("sum")} as sum, ${total("count")} as count, ${total("last")} as last, ${total("estimates")} as estimates
    from entries join leaves as placed using (leaf) join days using (part, position) ${edges}
    group by edge.ancestor, part, option_combo, slot
    having ${total("sum")} <> 0 or ${total("count")} <> 0 or ${total("last")} <> 0 or ${total("estimates")} <> 0
  ),
  spread as materialized (
    select org_unit, ${partKey}, option_combo, slot, sum, count::int, last::int, estimates::int
    from (
      select lifted.* from lifted join parts using (part) where carries and option_combo <> '+'
      union all
      -- periods make up longer spans; of stocks as many reports are expected as in the span's last period
      select org_unit, part, option_combo, cover.slot, sum(sum), sum(count), 0, sum(estimates)
      from lifted join parts using (part)
      join covers as cover on cover.kind = parts.kind and cover.position = lifted.slot
      where not carries or (option_combo = '+' and cover.position = cover.last)
      group by org_unit, part, option_combo, cover.slot
    ) as slots join parts using (part)
  )`;
}
