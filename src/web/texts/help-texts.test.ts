import { expect, test } from "vitest";
import { helpEn } from "./help-en.ts";
import { helpVi, type HelpPage } from "./help-vi.ts";

const pages: readonly HelpPage[] = ["todo", "form", "monitor", "figures"];

test.each(pages)(
  "the help of the page %s is short, says its keys, and says the same in both languages",
  (page) => {
    const { lines } = helpVi.pages[page];
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines.every(({ text }) => text.length <= 110)).toBe(true);
    expect(lines.some(({ keys }) => keys)).toBe(true);
    expect(helpEn.pages[page].lines.map(({ keys }) => keys)).toEqual(lines.map(({ keys }) => keys));
  },
);

test("Vietnamese words are written in NFC", () => {
  const words = JSON.stringify(helpVi);
  expect(words).toBe(words.normalize("NFC"));
});
