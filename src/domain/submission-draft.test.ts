import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDraftOps, type DraftCell, type DraftOp } from "./submission-draft.ts";

const op = (cell: string, value: string | null, seen = 0): DraftOp => ({ cell, value, seen });

test("sent again, nothing changes", () => {
  const ops = [op("a", "1"), op("b", null)];
  const first = applyDraftOps([], { ops, device: "x", revision: 0 });
  expect(first.revision).toBe(2);
  const again = applyDraftOps(first.changed, { ops, device: "x", revision: 2 });
  expect(again).toMatchObject({ revision: 2, changed: [], saved: first.saved, conflicts: [] });
});

test("a cell that another device changed since stays; with its revision seen it is replaced", () => {
  const draft: DraftCell[] = [{ cell: "a", value: "9", revision: 4, device: "y" }];
  const blind = applyDraftOps(draft, { ops: [op("a", "7", 3)], device: "x", revision: 4 });
  expect(blind).toMatchObject({ changed: [], saved: [], conflicts: [{ theirs: { value: "9" } }] });
  const seeing = applyDraftOps(draft, { ops: [op("a", "7", 4)], device: "x", revision: 4 });
  expect(seeing.changed).toEqual([{ cell: "a", value: "7", revision: 5, device: "x" }]);
});

test("one device may change its own cell as often as it likes", () => {
  const ops = [op("a", "1"), op("a", "12"), op("a", "120")];
  expect(applyDraftOps([], { ops, device: "x", revision: 0 }).changed).toMatchObject([{ value: "120", revision: 3 }]); // prettier-ignore
});

test("whatever two devices type and lose on the way, what was acknowledged last is what the draft holds", () => {
  const step = fc.record({
    device: fc.constantFrom("x", "y"),
    cell: fc.constantFrom("a", "b"),
    value: fc.option(fc.constantFrom("0", "1", "2")),
    looks: fc.boolean(),
    isResent: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let draft = new Map<string, DraftCell>();
      let revision = 0;
      const model = new Map<string, string | null>();
      const onScreen = new Map<string, number>();
      for (const { device, cell, value, looks, isResent } of steps) {
        if (looks) for (const each of draft.values()) onScreen.set(`${device}${each.cell}`, each.revision);
        const ops = [op(cell, value, onScreen.get(`${device}${cell}`) ?? 0)];
        for (let time = 0; time < (isResent ? 2 : 1); time++) {
          const done = applyDraftOps([...draft.values()], { ops, device, revision });
          draft = new Map([...draft, ...done.changed.map((each) => [each.cell, each] as const)]);
          expect(done.revision).toBeGreaterThanOrEqual(revision);
          revision = done.revision;
          const saved = done.saved[0];
          if (saved) {
            model.set(cell, value);
            onScreen.set(`${device}${cell}`, saved.revision);
          } else expect(done.conflicts[0]?.theirs.value).toBe(model.get(cell));
        }
      }
      for (const [cell, value] of model) expect(draft.get(cell)?.value).toBe(value);
    }),
  );
});
