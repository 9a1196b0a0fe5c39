import { createHmac } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import { claimDelivery, settleDelivery, type Delivery } from "#store/reminders-deliveries.ts";
import type { Context } from "./context.ts";
import type { ReminderSettings } from "./reminder-settings.ts";

/** After so many tries, one in each round, a letter or call has failed for good. */
const mostAttempts = 3;
const patience = 10_000;

/** How many went out and how many failed in this round. */
export interface DeliveryRound {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Sends what waits to go out, one after the other, each once in this round; what fails waits for the next round and
 * is given up after three. Several servers may do it at once.
 */
export async function deliverReminders(
  { db, province }: Context,
  settings: ReminderSettings,
): Promise<DeliveryRound> {
  const owner = db.asOwner();
  const channels = [...(settings.mail ? ["email"] : []), ...(settings.webhooks ? ["webhook"] : [])];
  if (channels.length === 0) return { sent: 0, failed: 0 };
  const transport = settings.mail && openTransport(settings.mail.server);
  const tried: string[] = [];
  let sent = 0;
  try {
    for (;;) {
      const delivery = await claimDelivery(owner, province, channels, tried);
      if (!delivery) break;
      tried.push(delivery.id);
      const problem = await send(delivery, settings, transport);
      if (problem === undefined) sent += 1;
      const outcome = problem === undefined ? "sent" : delivery.attempts >= mostAttempts ? "failed" : "pending";
      await settleDelivery(owner, province, delivery.id, { outcome, ...(problem !== undefined && { problem }) });
    }
  } finally {
    transport?.close();
  }
  return { sent, failed: tried.length - sent };
} // prettier-ignore

function openTransport(server: string): Transporter {
  return createTransport({
    url: server,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 2 * patience,
  });
}

/** Sends one; answers what went wrong. */
async function send(
  delivery: Delivery,
  settings: ReminderSettings,
  transport: Transporter | undefined,
): Promise<string | undefined> {
  try {
    if (delivery.channel === "webhook") await call(delivery, settings.webhooks?.secret);
    else await mail(delivery, settings, transport);
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 500);
  }
}

async function mail(
  { recipient, content, id }: Delivery,
  { mail: settings }: ReminderSettings,
  transport: Transporter | undefined,
): Promise<void> {
  if (!transport || !settings) throw new Error("no mail server is set");
  await transport.sendMail({
    from: settings.from,
    to: { name: "", address: recipient },
    subject: content.subject,
    text: content.text,
    messageId: `<${id}@tuyen>`, // sent twice after a lost answer, mail programs show it once
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The receiver checks who sent it: HMAC-SHA-256, with the shared secret, of time, a dot and the body. */
async function call({ recipient, content, id }: Delivery, secret: string | undefined): Promise<void> {
  const { subject, text, body } = content;
  const payload = JSON.stringify({ id, subject, text, reminders: body });
  const time = String(Math.floor(Date.now() / 1000));
  const response = await fetch(recipient, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-tuyen-timestamp": time,
      ...(secret && { "x-tuyen-signature": `sha256=${signPayload(secret, time, payload)}` }),
    },
    body: payload,
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

/** What stands in the signature of a call made at `time` (seconds). */
export function signPayload(secret: string, time: string, payload: string): string {
  return createHmac("sha256", secret).update(`${time}.${payload}`).digest("hex");
}
