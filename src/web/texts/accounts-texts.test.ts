import { expect, test } from "vitest";
import { accountsEn } from "./accounts-en.ts";
import { accountsVi } from "./accounts-vi.ts";

test("Vietnamese words are written in NFC", () => {
  const words = JSON.stringify([
    accountsVi,
    accountsVi.audit.action("signed-in"),
    accountsVi.grant.title("a"),
  ]);
  expect(words).toBe(words.normalize("NFC"));
});

test("an action that has no words yet is named as it is", () => {
  expect([accountsVi.audit.action("moon-landed"), accountsEn.audit.action("moon-landed")]).toEqual([
    "moon-landed",
    "moon-landed",
  ]);
});
