import { setTimeout } from "node:timers/promises";
import { hasAccounts } from "#store/accounts.ts";
import type { Context } from "./context.ts";
import { today } from "./open-installation.ts";
import { deliverReminders, type DeliveryRound } from "./reminder-delivery.ts";
import { listFormNotices } from "./reminder-forms.ts";
import type { ReminderSettings } from "./reminder-settings.ts";
import { sendReminders, type SentNotices } from "./send-reminders.ts";

/** What one round of the day did. */
export type ReminderRound = SentNotices & DeliveryRound;

/** The daily round: tells units what is due and overdue, those above what is long overdue, and sends what waits. */
export async function remindAll(context: Context, settings: ReminderSettings): Promise<ReminderRound> {
  const notices = await listFormNotices(context, settings);
  const { repeatAfter } = settings;
  const sent = await sendReminders(context, notices, { settings, repeatAfter });
  return { ...sent, ...(await deliverReminders(context, settings)) };
}

export interface ReminderUpkeep {
  readonly settings: ReminderSettings;
  readonly now?: () => Date;
  readonly pause?: number;
  readonly tell: (error: unknown) => void;
}

/**
 * Makes the daily round once a day, from the set hour in Vietnam on, and sends what waits in between, until stopped. A
 * server that was off at that hour makes the round when it is back; a second round on one day finds nothing to tell.
 * Where nobody has an account yet, nobody is reminded.
 */
export function keepReminding(
  machine: Context,
  { settings, now = () => new Date(), pause = 5 * 60_000, tell }: ReminderUpkeep,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let lastDay = "";
  const work = async () => {
    while (!signal.aborted) {
      const day = today(now());
      const context = { ...machine, today: day };
      try {
        const isTime = day !== lastDay && hourOf(now()) >= settings.hour;
        if (isTime && (await hasAccounts(machine.db, machine.province))) {
          await remindAll(context, settings);
          lastDay = day;
        } else await deliverReminders(context, settings);
      } catch (error) {
        tell(error);
      }
      await setTimeout(pause, undefined, { signal }).catch(() => undefined); // woken up to stop
    }
  };
  const working = work();
  return async () => {
    stopping.abort();
    await working;
  };
}

/** The hour it is in Vietnam. */
function hourOf(now: Date): number {
  return Number(new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", hourCycle: "h23" }).format(now)); // prettier-ignore
}
