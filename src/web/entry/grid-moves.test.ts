import { describe, expect, test } from "vitest";
import { moveFrom, placeBlock, type Grid, type Move } from "./grid-moves.ts";

const grid: Grid = [
  ["a1", "b1"],
  ["a2", undefined],
  ["a3", "b3"],
];

describe("keys lead as in a spreadsheet", () => {
  test.each<[string, Move, string | undefined]>([
    ["a1", "down", "a2"],
    ["b1", "down", "b3"],
    ["a3", "down", "b1"],
    ["b3", "down", undefined],
    ["b3", "up", "b1"],
    ["a1", "up", undefined],
    ["a1", "right", "b1"],
    ["a2", "right", undefined],
    ["b3", "left", "a3"],
    ["a2", "next", "a3"],
    ["a3", "previous", "a2"],
    ["b1", "first", "a1"],
    ["a1", "last", "b3"],
    ["none", "down", undefined],
  ])("%s %s: %s", (cell, move, found) => expect(moveFrom(grid, cell, move)).toBe(found));
});

test("a pasted block goes into place, and says what found none", () => {
  expect(placeBlock(grid, "a2", [["1", "2"], ["3", "4"], ["5", ""]])).toEqual({
    filled: [
      { cell: "a2", text: "1" },
      { cell: "a3", text: "3" },
      { cell: "b3", text: "4" },
    ],
    leftOver: 2,
  }); // prettier-ignore
});
