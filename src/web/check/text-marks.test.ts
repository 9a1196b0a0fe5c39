import fc from "fast-check";
import { expect, test } from "vitest";
import { applyMemory, emptyMemory } from "#checker/memory.ts";
import { checkText } from "#checker/index.ts";
import { arrangeFindings } from "./check-findings.ts";
import { boxesOf, cutLine, marksByLine } from "./text-marks.ts";
import { foldLines, lineAt, splitLines } from "./text-lines.ts";

const text =
  "Mở đầu.\n\nKhám 12.480 lượt, tăng 5,2% so với cùng kỳ (11.480 lượt).\nTổng 40 người (nam 26 người, nữ 14 người).";
const view = arrangeFindings(applyMemory(checkText(text), emptyMemory)); // prettier-ignore
const lines = splitLines(text);
const marks = marksByLine(lines, view);
const none = { marks: [], agreed: [] };

test("blank lines are no lines, and every offset finds its own", () => {
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(text.split(/\n+/));
  for (const { index, start, end } of lines) {
    expect(lineAt(lines, start)).toBe(index);
    expect(lineAt(lines, end - 1)).toBe(index);
  }
});

test("a wrong number is marked on its line, and the numbers behind it are boxed", () => {
  const segments = cutLine(lines[1]!, marks.get(1) ?? none, boxesOf(view.findings[0]!.claim));
  const drawn = segments.map(({ start, end, finding, box }) => [
    text.slice(start, end),
    finding?.number,
    box,
  ]);
  expect(drawn).toContainEqual(["5,2%", 1, "printed"]);
  expect(drawn).toContainEqual(["12.480", undefined, "operand"]);
  expect(drawn).toContainEqual(["11.480", undefined, "operand"]);
});

test("a number that agrees has its tick at its end", () => {
  const ticked = cutLine(lines[2]!, marks.get(2) ?? none, []).filter(({ isAgreed }) => isAgreed);
  expect(ticked.map(({ start, end }) => text.slice(start, end).endsWith("40"))).toEqual([true]);
});

test("where two findings meet the graver one shows", () => {
  const [wrong] = view.findings;
  const note = { number: 9, alike: [], claim: { ...wrong!.claim, verdict: "note" as const } };
  const span = { start: 0, end: 4 };
  const both = { marks: [{ ...span, finding: note }, { ...span, finding: wrong! }], agreed: [] };
  expect(cutLine({ index: 0, start: 0, end: 8 }, both, []).map(({ finding }) => finding?.number)).toEqual([1, undefined]);
}); // prettier-ignore

test("however marks and boxes overlap, the segments are the line again", () => {
  const spans = fc.array(
    fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length })),
  );
  fc.assert(
    fc.property(spans, spans, fc.array(fc.nat(40)), (marked, boxed, agreed) => {
      const line = { index: 0, start: 5, end: 30 };
      const finding = view.findings[0]!;
      const segments = cutLine(
        line,
        { marks: marked.map((span) => ({ ...span, finding })), agreed },
        boxed.map((span) => ({ ...span, role: "operand" })),
      );
      expect(segments[0]?.start).toBe(line.start);
      expect(segments.at(-1)?.end).toBe(line.end);
      for (const [index, { start, end }] of segments.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBe(segments[index - 1]?.end ?? line.start);
      }
    }),
  );
});

test("a short text is never folded; in a long one what is kept stays, with its neighbours", () => {
  const many = splitLines(Array.from({ length: 100 }, (_, index) => `dòng ${index}`).join("\n"));
  expect(foldLines(lines, () => false)).toEqual(lines);
  expect(foldLines(many, (index) => index === 50)).toEqual([
    { hidden: 49, from: 0 }, many[49], many[50], many[51], { hidden: 48, from: 52 },
  ]); // prettier-ignore
});

test("folding loses no line", () => {
  const many = splitLines("dòng\n".repeat(200));
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(199)), (kept) => {
      const rows = foldLines(many, (index) => kept.includes(index));
      expect(rows.reduce((sum, row) => sum + ("hidden" in row ? row.hidden : 1), 0)).toBe(many.length);
      for (const index of kept) expect(rows).toContain(many[index]);
    }),
  );
});
