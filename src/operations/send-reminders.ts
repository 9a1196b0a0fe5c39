import { randomUUID } from "node:crypto";
import { permissionsOf } from "#domain/permission.ts";
import { mergeNotices, type Notice } from "#domain/reminder.ts";
import { noticeText, reminderSubject, reminderText, type UnitNotices } from "#wording/reminder-words.ts";
import { listAccounts } from "#store/accounts.ts";
import type { Transaction } from "#store/database.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { saveDelivery } from "#store/reminders-deliveries.ts";
import { claimNotices, listUntold, saveReminder } from "#store/reminders.ts";
import type { Context } from "./context.ts";
import type { ReminderSettings } from "./reminder-settings.ts";

/** Who was told just now, and who had been told of everything already. */
export interface SentNotices {
  readonly reminded: readonly string[];
  readonly already: readonly string[];
}

export interface SendOptions {
  readonly settings: ReminderSettings;
  /** Days before which the same notice is not told again; 1: not twice on one day. */
  readonly repeatAfter: number;
}

/** One unit's reminder as it was noted: what it says, under which id. */
interface NotedReminder {
  readonly id: string;
  readonly orgUnit: string;
  readonly notices: readonly Notice[];
}

/**
 * Reminds units of things: one merged reminder each, shown in the application; and written down to go out by e-mail to
 * the people of the unit and by webhook, merged by address. The same notice never goes to the same unit twice a day,
 * however many servers and people send. Whoever calls it has asked for the permission.
 */
export async function sendReminders(
  context: Context,
  notices: readonly Notice[],
  options: SendOptions,
): Promise<SentNotices> {
  const { province, today, user } = context;
  const owner = context.db.asOwner(); // letters go to people whom the sender may not look up
  const merged = mergeNotices(notices);
  return owner.transaction(async (tx) => {
    const noted: NotedReminder[] = [];
    for (const [orgUnit, own] of [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const id = randomUUID();
      const { repeatAfter } = options;
      const told = await claimNotices(tx, province, { id, orgUnit, day: today, notices: own, repeatAfter });
      if (told.length === 0) continue;
      await saveReminder(tx, province, { id, orgUnit, day: today, by: user.id, notices: told });
      noted.push({ id, orgUnit, notices: told });
    }
    await writeDeliveries(tx, province, noted, options.settings);
    const reminded = noted.map(({ orgUnit }) => orgUnit);
    return { reminded, already: [...merged.keys()].filter((uid) => !reminded.includes(uid)) };
  });
}

/** What `sendReminders` would send, without noting or sending anything. */
export async function previewReminders(
  { db, province, today }: Context,
  notices: readonly Notice[],
  { repeatAfter }: Pick<SendOptions, "repeatAfter">,
): Promise<UnitNotices[]> {
  const merged = mergeNotices(notices);
  const names = await unitNames({ db, province }, [...merged.keys()]);
  const previews: UnitNotices[] = [];
  for (const [orgUnit, own] of merged) {
    const untold = await listUntold(db, province, { orgUnit, day: today, notices: own, repeatAfter });
    if (untold.length > 0) previews.push({ unitName: names.get(orgUnit) ?? orgUnit, notices: untold });
  }
  return previews;
}

async function writeDeliveries(
  tx: Transaction,
  province: string,
  noted: readonly NotedReminder[],
  { mail, webhooks, address }: ReminderSettings,
): Promise<void> {
  if (noted.length === 0 || (!mail && !webhooks)) return;
  const names = await unitNames({ db: tx, province }, noted.map(({ orgUnit }) => orgUnit)); // prettier-ignore
  const content = (reminders: readonly NotedReminder[]) => {
    const units = reminders.map(({ orgUnit, notices }) => ({ unitName: names.get(orgUnit) ?? orgUnit, notices })); // prettier-ignore
    return { subject: reminderSubject(units), text: reminderText(units, { ...(address && { address }) }) };
  };
  const letters = mail ? await lettersFor(tx, province, noted) : new Map<string, NotedReminder[]>();
  for (const [recipient, reminders] of letters) {
    await saveDelivery(tx, province, { id: randomUUID(), channel: "email", recipient, reminders: reminders.map(({ id }) => id), content: content(reminders) }); // prettier-ignore
  }
  for (const recipient of webhooks?.addresses ?? []) {
    const body = noted.map(({ orgUnit, notices }) => ({
      orgUnit,
      name: names.get(orgUnit) ?? orgUnit,
      notices: notices.map((notice) => ({ ...notice, text: { vi: noticeText(notice, "vi"), en: noticeText(notice, "en") } })), // prettier-ignore
    }));
    await saveDelivery(tx, province, { id: randomUUID(), channel: "webhook", recipient, reminders: noted.map(({ id }) => id), content: { ...content(noted), body } }); // prettier-ignore
  }
}

/** Reminders by e-mail address: those of a unit who enter or approve, each with one letter for all their units. */
async function lettersFor(
  tx: Transaction,
  province: string,
  noted: readonly NotedReminder[],
): Promise<Map<string, NotedReminder[]>> {
  const letters = new Map<string, NotedReminder[]>();
  for (const { email, orgUnit, grants, disabledAt, isDemo } of await listAccounts(tx, province)) {
    const reports = grants.some(({ role }) =>
      permissionsOf[role].some((each) => each === "enter-values" || each === "approve-values"),
    );
    const own = noted.find((each) => each.orgUnit === orgUnit);
    if (email === undefined || !reports || disabledAt !== undefined || isDemo || !own) continue;
    const address = email.trim().toLowerCase();
    const known = letters.get(address) ?? [];
    if (!known.includes(own)) letters.set(address, [...known, own]);
  }
  return letters;
}

async function unitNames(
  { db, province }: { readonly db: Parameters<typeof listOrgUnits>[0]; readonly province: string },
  uids: readonly string[],
): Promise<Map<string, string>> {
  const units = await listOrgUnits(db, province, [...uids]);
  return new Map(units.map(({ uid, fullName }) => [uid, fullName]));
}
