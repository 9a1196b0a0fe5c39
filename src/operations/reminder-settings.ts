import { usualRules, type ReminderRules } from "#domain/reminder.ts";
import { Refusal } from "#domain/refusal.ts";

/** How and when reminders go out. Without mail and webhooks they are shown in the application only. */
export interface ReminderSettings extends ReminderRules {
  /** The hour of the day, in Vietnam, from which the daily round is made. */
  readonly hour: number;
  readonly mail?: { readonly server: string; readonly from: string };
  readonly webhooks?: { readonly addresses: readonly string[]; readonly secret?: string };
  /** Where people reach the application, for links. */
  readonly address?: string;
}

export const inApplicationOnly: ReminderSettings = { ...usualRules, hour: 7 };

/**
 * Reads TUYEN_SMTP (`smtps://user:password@host`), TUYEN_SMTP_FROM, TUYEN_WEBHOOKS (addresses separated by spaces),
 * TUYEN_WEBHOOK_SECRET, TUYEN_ADDRESS and TUYEN_REMIND_DUE_DAYS, …SUPERIOR_DAYS, …REPEAT_DAYS, …HOUR. Refuses with
 * `reminder-setting-invalid`.
 */
export function readReminderSettings(environment: Readonly<Record<string, string | undefined>>): ReminderSettings {
  const { TUYEN_SMTP: server, TUYEN_SMTP_FROM: from, TUYEN_WEBHOOKS: hooks, TUYEN_WEBHOOK_SECRET: secret, TUYEN_ADDRESS: address } = environment;
  if (server) requireAddress("TUYEN_SMTP", server, ["smtp:", "smtps:"]);
  if (server && !from) throw new Refusal("reminder-setting-invalid", { name: "TUYEN_SMTP_FROM", value: "" });
  const addresses = (hooks ?? "").split(/[\s,]+/).filter((each) => each !== "");
  for (const each of addresses) requireAddress("TUYEN_WEBHOOKS", each, ["http:", "https:"]);
  const days = (name: string, usual: number) => wholeNumber(`TUYEN_REMIND_${name}`, environment[`TUYEN_REMIND_${name}`], usual);
  return {
    dueWithin: days("DUE_DAYS", usualRules.dueWithin),
    superiorAfter: days("SUPERIOR_DAYS", usualRules.superiorAfter),
    repeatAfter: Math.max(1, days("REPEAT_DAYS", usualRules.repeatAfter)),
    hour: Math.min(23, days("HOUR", inApplicationOnly.hour)),
    ...(server && from && { mail: { server, from } }),
    ...(addresses.length > 0 && { webhooks: { addresses, ...(secret && { secret }) } }),
    ...(address && { address: address.replace(/\/+$/, "") }),
  };
} // prettier-ignore

function requireAddress(name: string, value: string, protocols: readonly string[]): void {
  const isGood = URL.canParse(value) && protocols.includes(new URL(value).protocol);
  // The value may hold a password: it is not repeated.
  if (!isGood) throw new Refusal("reminder-setting-invalid", { name, value: protocols.join(" ") });
}

function wholeNumber(name: string, value: string | undefined, usual: number): number {
  if (value === undefined || value === "") return usual;
  if (!/^\d{1,3}$/.test(value)) throw new Refusal("reminder-setting-invalid", { name, value });
  return Number(value);
}
