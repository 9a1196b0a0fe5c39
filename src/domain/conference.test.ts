import { expect, test } from "vitest";
import { isFrame, repetitionOf, type Directive } from "./conference.ts";

function buildDirective(id: string, more: Partial<Directive> = {}): Directive {
  return {
    id,
    conference: `conference of ${id}`,
    position: 1,
    kind: "challenge",
    section: "II",
    number: "1",
    text: "Thiếu bác sĩ",
    origin: "section",
    named: [],
    indicators: [],
    ...more,
  };
}

test("a challenge told at three conferences has been told three times, since the first", () => {
  const all = [
    buildDirective("a"),
    buildDirective("b", { carriedFrom: "a" }),
    buildDirective("c", { carriedFrom: "b" }),
  ];
  const { times, first } = repetitionOf(all[2]!, (id) => all.find((each) => each.id === id));
  expect([times, first.id]).toEqual([3, "a"]);
});

test("one whose beginning is out of sight is counted as far as it can be followed, circles included", () => {
  const circle = [buildDirective("a", { carriedFrom: "b" }), buildDirective("b", { carriedFrom: "a" })];
  expect(repetitionOf(circle[0]!, (id) => circle.find((each) => each.id === id)).times).toBe(2);
  expect(repetitionOf(buildDirective("x", { carriedFrom: "gone" }), () => undefined).times).toBe(1);
});

test("what opens or closes the conclusions is none of them", () => {
  expect(isFrame({ origin: "lead-in" })).toBe(true);
  expect(isFrame({ origin: "conclusion" })).toBe(false);
});
