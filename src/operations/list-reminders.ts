import type { Reminders } from "#contract/reminder.ts";
import { addDays } from "#domain/calendar.ts";
import { noticeText } from "#wording/reminder-words.ts";
import { listDeliveries } from "#store/reminders-deliveries.ts";
import { listUnitReminders } from "#store/reminders.ts";
import { allow, isPermitted } from "./access.ts";
import { userName, type Context } from "./context.ts";

/** So far back a unit's reminders are listed. */
const days = 60;

/** What a unit was reminded of in the last two months, and what went out about it: when, by which way, to whom. */
export async function listReminders(context: Context, orgUnit: string): Promise<Reminders> {
  const { db, province, today } = context;
  allow(context, "read-figures", { orgUnit });
  const reminders = await listUnitReminders(db, province, orgUnit, addDays(today, -days));
  const deliveries = await listDeliveries(db.asOwner(), province, reminders.map(({ id }) => id)); // prettier-ignore
  const showsRecipients = isPermitted(context, "send-reminders", { orgUnit });
  return {
    orgUnit,
    reminders: reminders.map(({ id, day, at, by, notices }) => ({
      id,
      day,
      at,
      by: userName(by),
      notices: notices.map((notice) => ({
        ...notice,
        text: { vi: noticeText(notice, "vi"), en: noticeText(notice, "en") },
      })),
      deliveries: deliveries
        .filter(({ reminder }) => reminder === id)
        .map(({ channel, recipient, outcome, attempts, settledAt, problem }) => ({
          channel,
          outcome,
          attempts,
          ...(showsRecipients && { recipient: channel === "email" ? recipient : new URL(recipient).host }),
          ...(settledAt !== undefined && { at: settledAt }),
          ...(showsRecipients && problem !== undefined && { problem }),
        })),
    })),
  };
}
