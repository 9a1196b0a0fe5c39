import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#operations/context.ts";
import { listConferences } from "#store/conferences.ts";
import { listDirectives } from "#store/directives.ts";
import { listTasks } from "#store/tasks.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2023-07-20"));
}, 120_000);
afterAll(() => close());

test("the 42 directives of both documents are facts with their source, and nobody was made to lead one", async () => {
  const { db, province } = context;
  const directives = await listDirectives(db, province);
  const kinds = (kind: string) => directives.filter((each) => each.kind === kind).length;
  expect([directives.length, kinds("task"), kinds("challenge"), kinds("recommendation")]).toEqual([42, 26, 12, 4]);
  expect(directives.every(({ citation }) => citation && citation.quote.length > 20)).toBe(true);
  expect((await listConferences(db, province)).map(({ heldOn }) => heldOn)).toEqual([undefined, "2020-07-08"]);
  const tasks = await listTasks(db, province);
  expect(tasks.map(({ number }) => number).join(" ")).toBe("1 2 3 4 5.1 5.2 5.3 6 7 8 9 10");
  expect(tasks.filter(({ lead }) => lead !== undefined)).toEqual([]);
  expect(tasks.filter(({ term }) => term).map(({ number }) => number).join(" ")).toBe("2 3 5.1 5.2 5.3 9");
});
