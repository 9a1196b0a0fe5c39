import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./calendar.ts";
import { stateOf, whyNot, type Task, type TaskEvent } from "./task.ts";
import { lastDayOf, lastReview, nextReview, type TaskTerm } from "./task-term.ts";
import { plainCalendar, type WorkCalendar } from "./working-days.ts";

function buildTask(part: Partial<Task> = {}): Task {
  return { id: "5.2", directive: "2020", number: "5.2", work: "Trình đề án Methadone", lead: "nvy", cooperating: [], assignedOn: "2020-07-08", term: { kind: "date", on: "2020-09-30" }, indicators: [], events: [], ...part }; // prettier-ignore
}

const by = "nguoi-dung";
const done = (on: string, doneOn = on): TaskEvent => ({
  kind: "done",
  on,
  by,
  doneOn,
  note: "đã trình",
  files: [],
});
const confirmed = (on: string): TaskEvent => ({ kind: "confirmed", on, by });
const returned = (on: string): TaskEvent => ({ kind: "returned", on, by, reason: "chưa có tờ trình" });
const asked = (on: string, until: string): TaskEvent => ({ kind: "extension-asked", on, by, term: { kind: "date", on: until }, reason: "chờ thẩm định" }); // prettier-ignore
const extended = (on: string, until: string): TaskEvent => ({ kind: "extended", on, by, term: { kind: "date", on: until }, reason: "chờ thẩm định" }); // prettier-ignore
const stopped = (on: string): TaskEvent => ({ kind: "stopped", on, by, reason: "hết nguồn vốn" });

const on = (today: string, task: Task) => stateOf(task, { today, calendar: plainCalendar });

describe("a task with a term until 30/9/2020", () => {
  test.each<[string, string, readonly TaskEvent[], string, number | undefined]>([
    ["is open in term on its last day", "2020-09-30", [], "open-in-term", undefined],
    ["is overdue the day after", "2020-10-01", [], "open-overdue", 1],
    ["is not done by saying so", "2020-09-29", [done("2020-09-28")], "open-in-term", undefined],
    [
      "is not overdue while a report in time waits for the office",
      "2020-10-20",
      [done("2020-09-30")],
      "open-in-term",
      undefined,
    ],
    [
      "is done on time when the office confirms later",
      "2020-10-20",
      [done("2020-09-30"), confirmed("2020-10-15")],
      "done-on-time",
      undefined,
    ],
    [
      "is done late by the day it was done",
      "2020-11-01",
      [done("2020-10-12"), confirmed("2020-10-15")],
      "done-late",
      12,
    ],
    ["stays as late as it was", "2023-07-15", [done("2020-10-12"), confirmed("2020-10-15")], "done-late", 12],
    [
      "is overdue again when the office returns it",
      "2020-10-20",
      [done("2020-09-30"), returned("2020-10-05")],
      "open-overdue",
      20,
    ],
    ["was open before anything happened", "2020-08-01", [done("2020-09-30"), confirmed("2020-10-01")], "open-in-term", undefined], // prettier-ignore
    [
      "is in its longer term",
      "2020-11-30",
      [asked("2020-09-20", "2020-12-31"), extended("2020-09-25", "2020-12-31")],
      "open-in-term",
      undefined,
    ],
    [
      "is overdue when the longer term was only asked for",
      "2020-10-10",
      [asked("2020-09-20", "2020-12-31")],
      "open-overdue",
      10,
    ],
    ["that was stopped is none of the four", "2020-12-01", [stopped("2020-09-01")], "stopped", undefined],
  ])("%s", (_, today, events, status, daysLate) => {
    const state = on(today, buildTask({ events }));
    expect([state.status, state.daysLate]).toEqual([status, daysLate]);
  });

  test("shows the old term beside the longer one", () => {
    const events = [asked("2020-09-20", "2020-12-31"), extended("2020-09-25", "2020-12-31")];
    expect(on("2020-10-01", buildTask({ events }))).toMatchObject({
      dueOn: "2020-12-31",
      firstDueOn: "2020-09-30",
    });
  });
});

describe("a term", () => {
  const tet: WorkCalendar = {
    holidays: new Set(["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"]),
    workingDays: new Set(["2026-02-28"]),
  };
  test.each<[string, TaskTerm, string]>([
    ["of a month ends with it", { kind: "month", month: "2024-02" }, "2024-02-29"],
    ["of a half-year too", { kind: "period", period: "2023-S2" }, "2023-12-31"],
    [
      "of five working days jumps over the weekend",
      { kind: "days", count: 5, counting: "working-days", from: "2026-03-05" },
      "2026-03-12",
    ],
    [
      "of five working days jumps over Tết",
      { kind: "days", count: 5, counting: "working-days", from: "2026-02-13" },
      "2026-02-27",
    ],
    [
      "counts a Saturday that is worked",
      { kind: "days", count: 6, counting: "working-days", from: "2026-02-13" },
      "2026-02-28",
    ],
    [
      "of plain days counts all of them",
      { kind: "days", count: 5, counting: "days", from: "2026-02-13" },
      "2026-02-18",
    ],
  ])("%s", (_, term, last) => expect(lastDayOf(term, tet)).toBe(last));

  test("on a day off may go on to the next working day, where the province decides so", () => {
    const sunday: TaskTerm = { kind: "date", on: "2026-02-15" };
    expect([lastDayOf(sunday, tet), lastDayOf(sunday, tet, "next-working-day")]).toEqual([
      "2026-02-15",
      "2026-02-23",
    ]);
  });
});

describe("regular work", () => {
  const task = buildTask({ rhythm: { every: "month", from: "2020-07-31" } });
  const { term: _, ...regular } = task;

  test("is never overdue, and owes a review from its day on", () => {
    expect(on("2023-01-01", regular)).toMatchObject({
      status: "open-in-term",
      isReviewDue: true,
      nextReviewOn: "2022-12-31",
    });
  });
  test("owes none when it was looked at", () => {
    const events: TaskEvent[] = [{ kind: "reviewed", on: "2020-09-30", by, note: "ổn định", files: [] }];
    expect(on("2020-10-30", { ...regular, events })).toMatchObject({
      isReviewDue: false,
      nextReviewOn: "2020-10-31",
    });
    expect(on("2020-10-31", { ...regular, events }).isReviewDue).toBe(true);
  });
  test("is looked at on the last day of short months, and on the old day again after them", () => {
    const rhythm = { every: "month", from: "2020-12-31" } as const;
    expect(["2021-01-31", "2021-02-28", "2021-03-31"].map((day) => lastReview(rhythm, day))).toEqual(["2021-01-31", "2021-02-28", "2021-03-31"]); // prettier-ignore
    expect(nextReview(rhythm, "2021-01-31")).toBe("2021-02-28");
  });
});

test("work without a term belongs to none of the four", () => {
  const { term: _, ...open } = buildTask();
  expect(on("2030-01-01", open).status).toBe("no-term");
});

test("an event is refused where it makes no sense", () => {
  const why = (event: TaskEvent, events: readonly TaskEvent[] = [], part: Partial<Task> = {}) =>
    whyNot(buildTask({ events, ...part }), event, { today: "2020-12-01", calendar: plainCalendar });
  expect(why(confirmed("2020-10-01"))).toBe("nothing-to-confirm");
  expect(why(done("2020-12-02"))).toBe("event-in-future");
  expect(why(done("2020-07-01"))).toBe("event-before-assignment");
  expect(why(done("2020-10-01", "2020-10-05"))).toBe("done-day-impossible");
  expect(why(done("2020-10-02"), [done("2020-10-01")])).toBe("task-done");
  expect(why(extended("2020-10-02", "2020-12-31"))).toBe("no-extension-asked");
  expect(why(done("2020-10-02"), [stopped("2020-09-01")])).toBe("task-stopped");
  expect(why(done("2020-10-02"), [done("2020-10-01"), returned("2020-10-02")])).toBeUndefined();
});

test("whatever happens, a task has one status, and open work never becomes less late by waiting", () => {
  const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays("2020-07-08", days));
  const event = fc.oneof(
    day.map((at) => done(at)),
    day.map(confirmed),
    day.map(returned),
    fc.tuple(day, day).map(([at, until]) => extended(at, until)),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), day, (happened, today) => {
      const events = happened.toSorted((a, b) => (a.on < b.on ? -1 : 1));
      const task = buildTask({ events });
      const now = on(today, task);
      if (now.status === "open-overdue") expect(now.daysLate).toBeGreaterThan(0);
      if (now.status === "done-on-time" || now.status === "done-late")
        expect(events.some(({ kind, on: at }) => kind === "confirmed" && at <= today)).toBe(true);
      const later = on(addDays(today, 1), { ...task, events: events.filter(({ on: at }) => at <= today) });
      if (now.status === "open-overdue") expect(later.status).toBe("open-overdue");
    }),
  );
});
