import { describe, expect, test } from "vitest";
import { RecordTaskEvent } from "#contract/task.ts";
import { actForms, actsOf, filledEvent, formActs } from "./act-forms.ts";

const filled = {
  id: "7f8c1c5e-8e1f-4c43-9a53-0a1d5c3a9b10",
  words: "  Đã trình UBND tỉnh  ",
  doneOn: "2020-10-12",
  term: { kind: "date", on: "2020-12-31" },
  files: ["tep-1"],
} as const;

describe("what people record about a task", () => {
  test.each(formActs)("%s is sent as the server reads it", (kind) => {
    const event = filledEvent(kind, filled);
    expect(RecordTaskEvent.parse(event)).toMatchObject({ kind });
    expect(JSON.stringify(event).includes("Đã trình UBND tỉnh")).toBe(true);
    expect(JSON.stringify(event).includes("  Đã")).toBe(false);
  });

  test.each(formActs.filter((kind) => actForms[kind].needsWords))("%s waits for its words", (kind) => {
    expect(filledEvent(kind, { ...filled, words: "  " })).toBeUndefined();
  });

  test("a longer term is not asked for without saying until when", () => {
    expect(filledEvent("extension-asked", { ...filled, term: undefined })).toBeUndefined();
  });

  test("only what the server allows now is offered, in the order of the work", () => {
    expect(actsOf({ may: ["stopped", "edit", "done", "progress"] })).toEqual(["progress", "done", "stopped"]);
  });
});
