import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** A letter or a call that is to go out: written first, sent then. */
export interface Delivery {
  readonly id: string;
  readonly channel: "email" | "webhook";
  readonly recipient: string;
  readonly reminders: readonly string[];
  readonly content: { readonly subject: string; readonly text: string; readonly body?: unknown };
  readonly attempts: number;
}

/** What became of it. */
export interface DeliveryState {
  readonly reminder: string;
  readonly channel: Delivery["channel"];
  readonly recipient: string;
  readonly outcome: "pending" | "sent" | "failed";
  readonly attempts: number;
  readonly settledAt?: string;
  readonly problem?: string;
}

export async function saveDelivery(
  db: Queryable,
  province: string,
  { id, channel, recipient, reminders, content }: Omit<Delivery, "attempts">,
): Promise<void> {
  await db.query(
    `insert into reminder_delivery (province, id, channel, recipient, reminders, content)
     values ($1, $2, $3, $4, $5, $6)`,
    [province, id, channel, recipient, reminders, JSON.stringify(content)],
  );
}

/** Takes one that waits, and keeps other servers off it for five minutes; `undefined` when none is left. */
export async function claimDelivery(
  db: Queryable,
  province: string,
  channels: readonly string[],
  tried: readonly string[],
): Promise<Delivery | undefined> {
  const [row] = await db.query<Delivery>(
    `update reminder_delivery set attempts = attempts + 1, claimed_at = clock_timestamp()
     where province = $1 and id = (
       select id from reminder_delivery
       where province = $1 and outcome = 'pending' and channel = any($2) and id <> all($3::uuid[])
         and created_at > clock_timestamp() - interval '1 day' -- later it would be news of yesterday
         and (claimed_at is null or claimed_at < clock_timestamp() - interval '5 minutes')
       order by created_at, id limit 1 for update skip locked)
     returning id, channel, recipient, reminders, content, attempts`,
    [province, channels, tried],
  );
  return row;
}

/** It went out, or it did not: then it is tried again in the next round, until it has failed for good. */
export async function settleDelivery(
  db: Queryable,
  province: string,
  id: string,
  { outcome, problem }: Pick<DeliveryState, "outcome" | "problem">,
): Promise<void> {
  await db.query(
    `update reminder_delivery set outcome = $3, problem = $4,
       settled_at = case when $3 = 'pending' then null else clock_timestamp() end
     where province = $1 and id = $2`,
    [province, id, outcome, problem ?? null],
  );
}

/** What went out about reminders, by reminder. */
export async function listDeliveries(
  db: Queryable,
  province: string,
  reminders: readonly string[],
): Promise<DeliveryState[]> {
  const rows = await db.query<
    Omit<DeliveryState, "settledAt" | "problem"> & { settledAt: string | null; problem: string | null }
  >(
    `select reminder, channel, recipient, outcome, attempts, settled_at as "settledAt", problem
     from reminder_delivery, unnest(reminders) as reminder
     where province = $1 and reminders && $2::uuid[] and reminder = any($2::uuid[]) order by created_at, id`,
    [province, reminders],
  );
  return rows.map(withoutNulls);
}
