import type { Conference as PublishedConference, IssueNotice } from "#contract/conference.ts";
import type { FrozenFigure } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { changeTask, listTasks } from "#store/tasks.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";
import { getConference, saveConference } from "./record-conference.ts";
import { loadTaskFigures, publishTaskFigure } from "./task-figures.ts";
import { viewConference } from "./view-conference.ts";

/**
 * The notice goes out: from now on every change of a task needs a reason, and each keeps the figures of its indicators
 * as they are now. What is missing is shown, not asked for: the director signs. Refuses with `conference-issued`,
 * `nothing-concluded`, `issued-before-conference` and `conference-changed`.
 */
export async function issueNotice(
  context: Context,
  { id, revision, issuedOn = context.today }: IssueNotice & { readonly id: string },
): Promise<PublishedConference> {
  const { db, province, user, today } = context;
  allow(context, "give-directives", { orgUnit: province });
  const [conference, tasks] = await Promise.all([
    getConference(db, province, id),
    listTasks(db, province, { conferences: [id] }),
  ]);
  if (conference.issuedOn !== undefined || conference.origin === "catalogue") throw new Refusal("conference-issued", { conference: conference.title }); // prettier-ignore
  if (tasks.length === 0) throw new Refusal("nothing-concluded", { conference: conference.title });
  if (issuedOn > today) throw new Refusal("event-in-future", { on: issuedOn });
  if (conference.heldOn !== undefined && issuedOn < conference.heldOn) throw new Refusal("issued-before-conference", { heldOn: conference.heldOn }); // prettier-ignore
  const figures = await loadTaskFigures(context, tasks.flatMap(({ indicators }) => indicators), [conference.period]); // prettier-ignore
  await db.transaction(async (tx) => {
    await saveConference(tx, province, { ...conference, revision, issuedOn, issuedBy: user.id });
    for (const task of tasks) {
      const baseline = task.indicators
        .map((key) => figures.at(key, conference.period))
        .filter((figure) => figure !== undefined)
        .map((figure): FrozenFigure => publishTaskFigure(figure));
      const isSaved = await changeTask(tx, province, { ...task, baseline });
      if (!isSaved) throw new Refusal("task-changed", { number: task.number });
    }
    await recordAudit(tx, context, { action: "notice-issued", orgUnit: province, subject: id });
  });
  return viewConference(context, { id });
}
