import { expect, test } from "vitest";
import { compareTodo, daysBetween, todoKind } from "./todo.ts";

test.each([
  ["returned", -40, "correct"],
  ["draft", -1, "overdue"],
  ["draft", 0, "due"],
  ["draft", 3, "due"],
  ["draft", 4, "open"],
  ["submitted", -1, "waiting"],
  ["approved", 10, "done"],
] as const)("a form that is %s with %d days left is %s", (state, daysLeft, kind) => {
  expect(todoKind({ state }, daysLeft)).toBe(kind);
});

test("returned forms come first, then what is overdue longest; of what is done the latest first", () => {
  const item = (kind: Parameters<typeof compareTodo>[0]["kind"], dueOn: string) => ({ kind, dueOn });
  const list = [item("done", "2023-05-08"), item("done", "2023-06-07"), item("due", "2023-07-07"), item("overdue", "2023-06-07"), item("overdue", "2023-05-08"), item("correct", "2023-07-07")]; // prettier-ignore
  expect(list.toSorted(compareTodo).map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
    "correct 2023-07-07",
    "overdue 2023-05-08",
    "overdue 2023-06-07",
    "due 2023-07-07",
    "done 2023-06-07",
    "done 2023-05-08",
  ]);
});

test("days are counted across months", () => {
  expect([daysBetween("2023-07-05", "2023-07-07"), daysBetween("2023-07-05", "2023-06-30"), daysBetween("2023-12-31", "2024-03-01")]).toEqual([2, -5, 61]); // prettier-ignore
});
