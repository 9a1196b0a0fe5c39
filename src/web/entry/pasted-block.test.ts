import { expect, test } from "vitest";
import { isBlock, mostPasted, readPastedBlock } from "./pasted-block.ts";

test.each([
  ["12", [["12"]]],
  ["12\n13\n", [["12"], ["13"]]],
  ["1\t2\r\n3\t\r\n", [["1", "2"], ["3", ""]]],
  ['"a\nb"\t"nói ""có"""', [["a\nb", 'nói "có"']]],
  ["\t\n", [["", ""]]],
])("%j", (text, rows) => expect(readPastedBlock(text)).toEqual(rows)); // prettier-ignore

test("one number is no block", () => {
  expect(isBlock([["12"]])).toBe(false);
  expect(isBlock([["12"], ["13"]])).toBe(true);
});

test("a block larger than any form is not read", () => {
  expect(readPastedBlock("1\n".repeat(mostPasted + 1))).toBeUndefined();
});
