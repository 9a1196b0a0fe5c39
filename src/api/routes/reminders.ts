import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Reminders, SendReminders, SentReminders } from "#contract/reminder.ts";
import type { Context } from "#operations/context.ts";
import { listReminders } from "#operations/list-reminders.ts";
import { remindUnits } from "#operations/reminder-by-hand.ts";
import { inApplicationOnly, type ReminderSettings } from "#operations/reminder-settings.ts";
import { keepReminding } from "#operations/reminder-upkeep.ts";

export interface ReminderOptions {
  /** The installation as the machine uses it. */
  readonly context: Context;
  /** Without it, reminders are shown in the application only, and none is sent unless somebody asks. */
  readonly settings?: ReminderSettings | undefined;
}

const tags = ["reminder"];

/** `/api/reminders`: what units are reminded of. Beside serving, it makes the daily round. */
export const reminderRoutes: FastifyPluginCallbackZod<ReminderOptions> = (
  server,
  { context: machine, settings },
  done,
) => {
  server.get(
    "/api/reminders",
    {
      schema: {
        summary: "What a unit was reminded of in the last two months, and what went out about it",
        tags,
        querystring: z.object({ orgUnit: z.string().min(1) }),
        response: { 200: Reminders },
      },
    },
    ({ context, query }) => listReminders(context, query.orgUnit),
  );
  server.post(
    "/api/reminders",
    {
      schema: {
        summary: "Reminds units of the forms of a period that they have not handed in, once a day at most",
        tags,
        body: SendReminders,
        response: { 200: SentReminders },
      },
    },
    ({ context, body }) => remindUnits(context, body, settings ?? inApplicationOnly),
  );
  let stop: (() => Promise<void>) | undefined;
  server.addHook("onReady", (ready) => {
    if (settings) stop = keepReminding(machine, { settings, tell: (error) => server.log.error(error) });
    ready();
  });
  server.addHook("onClose", async () => {
    await stop?.();
  });
  done();
};
