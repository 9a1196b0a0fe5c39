import { expect, test } from "vitest";
import { buildFigure } from "./build-report-view.ts";
import { countKinds, needsLook } from "./figure-kinds.ts";

const confirmed = buildFigure();
const deviating = buildFigure({ stated: "12,70" });
const provisional = buildFigure({ state: "provisional" });
const missing = buildFigure({ state: "missing", value: null });

test("a confirmed figure that a document prints otherwise counts as both", () => {
  expect(countKinds([confirmed, deviating, provisional, missing])).toEqual({
    confirmed: 2,
    provisional: 1,
    overridden: 0,
    deviating: 1,
    missing: 1,
  });
});

test("only a confirmed figure that no document contradicts can be passed over", () => {
  expect([confirmed, deviating, provisional, missing].map(needsLook)).toEqual([false, true, true, true]);
});
