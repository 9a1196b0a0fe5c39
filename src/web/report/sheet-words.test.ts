import { expect, test } from "vitest";
import { sectionLabel } from "./sheet-words.ts";

test.each([
  ["Phần I", "part", "Phần I"],
  ["I", "roman", "I."],
  ["1.1", "decimal", "1.1."],
  ["1.1.", "decimal", "1.1."],
  ["a", "letter", "a)"],
  ["a)", "letter", "a)"],
  [undefined, "titled", ""],
] as const)("number %s of a %s section is printed “%s”", (number, layout, label) =>
  expect(sectionLabel({ layout, title: "Mục", ...(number !== undefined && { number }) })).toBe(label),
);
