import type { SendReminders, SentReminders } from "#contract/reminder.ts";
import { Refusal } from "#domain/refusal.ts";
import { isPeriod } from "#domain/period.ts";
import { isPermitted, allow } from "./access.ts";
import type { Context } from "./context.ts";
import { listFormNoticesOf } from "./reminder-forms.ts";
import type { ReminderSettings } from "./reminder-settings.ts";
import { recordAudit } from "./record-audit.ts";
import { sendReminders } from "./send-reminders.ts";

/**
 * Reminds units of the forms of a period that they have not handed in; of those in programmes that the sender answers
 * for. Refuses with `unknown-period` and `not-permitted`, and then reminds nobody.
 */
export async function remindUnits(
  context: Context,
  { period, orgUnits }: SendReminders,
  settings: ReminderSettings,
): Promise<SentReminders> {
  if (!isPeriod(period)) throw new Refusal("unknown-period", { period });
  const wanted = new Set(orgUnits);
  for (const orgUnit of wanted) requireSender(context, orgUnit);
  const notices = await listFormNoticesOf(context, {
    period,
    mayRemind: (form) => wanted.has(form.orgUnit) && isPermitted(context, "send-reminders", form),
  });
  const { reminded, already } = await sendReminders(context, notices, { settings, repeatAfter: 1 });
  await recordAudit(context.db, context, { action: "reminders-sent", subject: period, facts: { reminded: reminded.length, orgUnits: [...reminded].slice(0, 200) } }); // prettier-ignore
  const told = new Set([...reminded, ...already]);
  const nothing = [...wanted].filter((uid) => !told.has(uid)).length;
  return { reminded: reminded.length, already: already.length, nothing };
}

/** Who is limited to programmes may remind within them: one of them is enough to go on. */
function requireSender(context: Context, orgUnit: string): void {
  const { access } = context.user;
  const programmes = access === "everything" ? [] : access.flatMap((grant) => (grant.programmes === "all" ? [] : [...grant.programmes])); // prettier-ignore
  const isSender = programmes.some((programme) =>
    isPermitted(context, "send-reminders", { orgUnit, programme }),
  );
  if (!isSender) allow(context, "send-reminders", { orgUnit });
}
