import { describe, expect, test } from "vitest";
import { formTopic, mergeNotices, noticeName, type Notice } from "./reminder.ts";

const buildNotice = (facts: Partial<Notice>): Notice => ({
  topic: "form-due",
  orgUnit: "tram",
  about: "form|a|2023-06|tram",
  name: { vi: "Phiếu", en: "Form" },
  dueOn: "2023-07-07",
  daysLeft: 2,
  ...facts,
});

test("a unit gets one reminder with all its forms, the returned and overdue ones first", () => {
  const notices = [
    buildNotice({ about: "b" }),
    buildNotice({ about: "c", topic: "form-overdue", dueOn: "2023-06-07" }),
    buildNotice({ about: "d", topic: "form-returned" }),
    buildNotice({ about: "b" }),
    buildNotice({ orgUnit: "trung-tam", about: "c", topic: "form-overdue-below" }),
  ];
  const merged = mergeNotices(notices);
  expect(merged.get("tram")?.map(noticeName)).toEqual(["form-returned|d", "form-overdue|c", "form-due|b"]);
  expect(merged.get("trung-tam")).toHaveLength(1);
});

describe("what a form calls for", () => {
  test.each([
    ["draft", 4, undefined],
    ["draft", 3, "form-due"],
    ["draft", 0, "form-due"],
    ["draft", -1, "form-overdue"],
    ["returned", 10, "form-returned"],
    ["submitted", -9, undefined],
    ["approved", -9, undefined],
  ])("%s with %d days left: %s", (state, daysLeft, topic) => {
    expect(formTopic({ state, daysLeft }, { dueWithin: 3 })).toBe(topic);
  });
});
