import { expect, test } from "vitest";
import { drawHistory } from "./history-picture.ts";

const box = { width: 104, height: 34, margin: 2 };

test("a gap in the reports is a gap in the line, and a lone report a dot", () => {
  const { lines, dots, last } = drawHistory([10, 20, null, 15, null, 40], box);
  expect(lines.match(/M/g)).toHaveLength(3);
  expect(lines.match(/L/g)).toHaveLength(1);
  expect(dots).toHaveLength(2);
  expect(last).toEqual({ x: 102, y: 2 });
});

test("heights begin at zero, so that a small step does not look like a leap", () => {
  const { lines } = drawHistory([100, 105], box);
  expect(lines).toBe("M2 3.4L102 2");
});

test("nothing but zeros, a single value and no value at all are drawn without a fault", () => {
  expect(drawHistory([0, 0], box).last).toEqual({ x: 102, y: 32 });
  expect(drawHistory([7], box).last).toEqual({ x: 102, y: 2 });
  expect(drawHistory([], box)).toEqual({ lines: "", dots: [], last: undefined });
});
