import { expect, test } from "vitest";
import { readFindingsChoice, writeFindingsChoice } from "./findings-choice.ts";

test("an address says everything that was chosen on the page", () => {
  const choice = {
    period: "2023-06",
    within: "VN12.107",
    kind: "change",
    state: "answered",
    isIllustrative: true,
  } as const;
  expect(readFindingsChoice(writeFindingsChoice(choice))).toEqual(choice);
});

test("an address that says nothing, or nonsense, asks for everything that is open", () => {
  expect(readFindingsChoice({ loai: "__proto__", xem: "?" })).toEqual({
    period: undefined,
    within: undefined,
    kind: undefined,
    state: "open",
    isIllustrative: false,
  });
  expect(writeFindingsChoice(readFindingsChoice({}))).toEqual({});
});
