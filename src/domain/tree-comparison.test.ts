import { describe, expect, test } from "vitest";
import type { OrgUnit, Placement, Succession } from "./org-unit.ts";
import { compareTrees, type Composition } from "./tree-comparison.ts";

function unit(uid: string, ...placements: readonly (Partial<Placement> & { parent?: string })[]): OrgUnit {
  return {
    uid,
    name: uid,
    fullName: uid,
    type: "xa",
    kind: "area",
    aliases: [],
    placements: placements.map((placement) => ({ level: 3, ...placement })),
  };
}

const before = { to: "2025-06-30" };
const after = { from: "2025-07-01" };

/** Districts a (communes 1, 2) and b (3, 4) end; 1+2 become m, 3 and a part of 4 become n, the rest of 4 goes to m. */
const units = [
  unit("tinh", {}),
  unit("a", { parent: "tinh", ...before }),
  unit("b", { parent: "tinh", ...before }),
  ...["1", "2"].map((uid) => unit(uid, { parent: "a", ...before })),
  ...["3", "4"].map((uid) => unit(uid, { parent: "b", ...before })),
  unit("tram-1", { parent: "1", ...before }),
  unit("trung-tam", { parent: "a", ...before }, { parent: "tinh", ...after }),
  ...["m", "n"].map((uid) => unit(uid, { parent: "tinh", ...after })),
  unit("tram-m", { parent: "m", ...after }),
];
const merged = (predecessor: string, successor: string, share = 1): Succession => ({
  predecessor,
  successor,
  on: "2025-07-01",
  share,
});
const whole = [merged("1", "m"), merged("2", "m"), merged("3", "n"), merged("4", "n")];
const split = [merged("1", "m"), merged("2", "m"), merged("3", "n"), merged("4", "n", 0.6), merged("4", "m", 0.4)]; // prettier-ignore

function termsOf(composition: Composition): unknown {
  return composition.kind === "terms"
    ? composition.terms.map(({ unit: uid, share, ownOnly }) => `${share === 1 ? "" : `${share} × `}${uid}${ownOnly ? " alone" : ""}`) // prettier-ignore
    : composition;
}

describe("a figure of earlier years on today's tree", () => {
  const trees = compareTrees(units, split);
  const on = (uid: string, period = "2025-S1") => termsOf(trees.compose(uid, period, "2025-07-01", false));

  test("is the sum of the predecessors, divided ones by their share", () => {
    expect(on("m")).toEqual(["1", "2", "0.4 × 4"]);
    expect(on("n")).toEqual(["3", "0.6 × 4"]);
  });
  test("of the whole is the whole", () => expect(on("tinh")).toEqual(["tinh"]));
  test("of a facility under another parent is its own", () => expect(on("trung-tam")).toEqual(["trung-tam"]));
  test("names the successions behind it", () => {
    const composition = trees.compose("n", "2025-S1", "2025-07-01", false);
    expect(composition.kind === "terms" && composition.successions).toEqual([
      merged("3", "n"),
      merged("4", "n", 0.6),
    ]);
  });
  test("needs no restating when the tree was the same", () => expect(on("m", "2025-Q3")).toEqual(["m"]));
  test("is absent for a unit that is not there any more", () =>
    expect(trees.compose("a", "2025-S1", "2025-07-01", false)).toEqual({ kind: "absent" }));
  test("over a year with the reform in it is put together from both halves", () => {
    const composition = trees.compose("m", "2025", "2025-12-31", false);
    expect(composition.kind === "terms" && composition.terms.map(({ unit: uid, period }) => `${uid} ${period}`)).toEqual(
      ["1 2025-S1", "2 2025-S1", "4 2025-S1", "m 2025-S2"],
    ); // prettier-ignore
  });
});

describe("a figure of today on the tree of earlier years", () => {
  test("is possible where no new unit crosses the border", () => {
    const trees = compareTrees(units, whole);
    expect(termsOf(trees.compose("a", "2026-S1", "2025-06-30", false))).toEqual(["trung-tam", "m"]);
    expect(termsOf(trees.compose("b", "2026-S1", "2025-06-30", false))).toEqual(["n"]);
  });
  test("is impossible where one does, and says which", () => {
    const trees = compareTrees(units, split);
    const impossible = { kind: "impossible", crossing: ["m"] };
    expect(trees.compose("a", "2026-S1", "2025-06-30", false)).toEqual(impossible);
    expect(trees.compose("b", "2026-S1", "2025-06-30", false)).toEqual(impossible);
    expect(trees.compose("1", "2026-S1", "2025-06-30", false)).toEqual(impossible);
    expect(termsOf(trees.compose("tinh", "2026-S1", "2025-06-30", false))).toEqual(["tinh"]);
  });
});

describe("a stock as it stood", () => {
  const trees = compareTrees(units, whole);
  test("counts the units of the period's end one by one when they changed within it", () =>
    expect(termsOf(trees.compose("tinh", "2025", "as-it-stood", true))).toEqual([
      "tinh alone",
      "trung-tam",
      "m alone",
      "tram-m",
      "n",
    ]));
  test("is one sum when they did not", () =>
    expect(termsOf(trees.compose("tinh", "2025-S1", "as-it-stood", true))).toEqual(["tinh"]));
});

test("a circle of parents or of successions ends", () => {
  const circle = [unit("x", { parent: "y" }), unit("y", { parent: "x" }), unit("z", { to: "2024-12-31" })];
  const trees = compareTrees(circle, [merged("z", "z2"), merged("z2", "z")]);
  expect(termsOf(trees.compose("x", "2025", "2026-01-01", false))).toEqual([]);
  expect(trees.compose("z", "2024", "2026-01-01", false)).toEqual({ kind: "absent" });
});
