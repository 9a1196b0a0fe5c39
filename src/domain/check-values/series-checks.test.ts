import { describe, expect, test } from "vitest";
import type { DataElement } from "#domain/data-element.ts";
import { buildElement, buildSeries } from "./check-builders.ts";
import { checkSeries } from "./check-series.ts";
import { defaultCheckSettings } from "./settings.ts";
import { checkKinds } from "./value-finding.ts";

const flow = buildElement();
const stock = buildElement({ timeNature: "stock" });
const cumulative = buildElement({ timeNature: "cumulative" });
const rate = buildElement({ timeNature: "rate", valueType: "percent", unit: "%" });

/** Two years around a level, as regular as a form can be. */
const around = (level: number): number[] =>
  Array.from({ length: 24 }, (_, index) =>
    Math.round(level * (1 + 0.06 * Math.sin(index * 2.4)) + (index % 5) - 2),
  );

function codes(element: DataElement, now: number, before: readonly (number | null)[], settings = {}): string[] {
  const options = { kinds: new Set(checkKinds), settings: { ...defaultCheckSettings, ...settings } };
  return checkSeries(buildSeries(now, before), element, options).flatMap(({ code, also = [] }) => [code, ...also]);
} // prettier-ignore

describe("what is told of one number and its own past", () => {
  test.each<[string, DataElement, number, readonly (number | null)[], string | undefined]>([
    ["a usual number says nothing", flow, 103, around(100), undefined],
    ["three cases after one are everyday", flow, 3, around(1), undefined],
    ["a first report has nothing to be compared with", flow, 5000, [], undefined],
    ["ten times as many", flow, 1000, around(100), "sudden-change"],
    ["a tenth", flow, 10, around(100), "sudden-change"],
    ["nothing where there was always something", flow, 0, around(100), "sudden-zero"],
    ["nothing where there often was nothing", flow, 0, [0, 30, 0, 25, 0, 31, 0, 28, 0, 30, 0, 27], undefined],
    ["twice as many where months hardly differ", flow, 200, around(100), "outlier-modified-z"],
    ["twice as many where months swing widely", flow, 200, [40, 180, 90, 20, 150, 60, 110, 30, 170, 80, 45, 130], undefined],
    ["the peak of a season that comes every year", flow, 300, [100, 40, 30, 30, 30, 30, 30, 30, 30, 40, 100, 310, 110, 40, 30, 30, 30, 30, 30, 30, 30, 40, 100, 290], undefined],
    ["the same number without that season", flow, 300, [100, 40, 30, 30, 30, 30, 30, 30, 30, 40, 100, 34, 110, 40, 30, 30, 30, 30, 30, 30, 30, 40, 100, 36], "outlier-modified-z"],
    ["never a variance, and one more", flow, 41, Array.from({ length: 24 }, () => 40), undefined],
    ["never a variance, and four times", flow, 160, Array.from({ length: 24 }, () => 40), "sudden-change"],
    ["a stock that grows a little every month", stock, 1250, Array.from({ length: 24 }, (_, ago) => 1240 - ago * 10), undefined],
    ["a stock that doubled in a month", stock, 2500, Array.from({ length: 24 }, (_, ago) => 1240 - ago * 10), "sudden-change"],
    ["a stock that did not move", stock, 1240, Array.from({ length: 24 }, () => 1240), undefined],
    ["two digits of last month swapped", stock, 1213, [1231, ...Array.from({ length: 11 }, (_, ago) => 1230 - ago)], "digits-transposed"],
    ["a swap that is a usual step of this number", flow, 121, [112, 131, 98, 109, 127, 103, 118, 95, 124, 110, 101, 129], undefined],
    ["the number of last month once more, of a number that moves", flow, 52_318, [52_318, ...around(50_000)], "repeated-value"],
    ["the number of last month once more, where chance often does it", flow, 104, [104, ...around(100)], undefined],
    ["the same number four months running", flow, 104, [104, 104, 104, ...around(100)], "repeated-value"],
    ["a rate above a hundred", rate, 100.3, [], "percent-above-100"],
    ["a percentage that is the same as last month", rate, 95, Array.from({ length: 24 }, () => 95), undefined],
    ["a count below zero", flow, -4, around(100), "negative-count"],
  ])("%s", (_name, element, now, before, expected) => {
    const found = codes(element, now, before);
    if (expected === undefined) expect(found).toEqual([]);
    else expect(found).toContain(expected);
  });

  test("a total since January is judged by what the month added", () => {
    const total = Array.from({ length: 24 }, (_, ago) => ((11 - (ago % 12) + 12) % 12 || 12) * 40);
    expect(codes(cumulative, 480, total)).toEqual([]);
    expect(codes(cumulative, 900, total)).toEqual(["sudden-change", "outlier-modified-z"]);
  });

  test("the plain z-score is there for who asks for it; one old error blinds it and not the other", () => {
    const before = [2000, ...around(100).slice(1)];
    expect(codes(flow, 220, before, { plainZ: 3, changeFactor: 100 })).toEqual(["outlier-modified-z"]);
    expect(codes(flow, 220, around(100), { plainZ: 3, modifiedZ: 0, changeFactor: 100 })).toEqual(["outlier-z"]); // prettier-ignore
  });

  test("with the seasonal option only the same months of earlier years are compared with", () => {
    const winter = [100, 40, 30, 30, 30, 30, 30, 30, 30, 40, 100, 104, 96, 40, 30, 30, 30, 30, 30, 30, 30, 40, 102, 98];
    const settings = { changeFactor: 100 };
    expect(codes(flow, 34, winter, { ...settings, sameSeasonOnly: 1, modifiedZ: 5 })).toEqual(["outlier-modified-z"]);
    expect(codes(flow, 34, winter, { ...settings, modifiedZ: 5 })).toEqual([]);
  });

  test("gaps are not zeros: they neither raise nor lower what is usual", () => {
    const withGaps = around(100).map((value, index) => (index % 3 === 0 ? null : value));
    expect(codes(flow, 101, withGaps)).toEqual([]);
    expect(codes(flow, 0, withGaps)).toEqual(["sudden-zero", "outlier-modified-z"]);
  });

  test("one strange number is one finding, and the slip that explains it is proposed", () => {
    const options = { kinds: new Set(checkKinds), settings: defaultCheckSettings };
    const found = checkSeries(buildSeries(1030, around(100)), flow, options);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ facts: { likely: 103, slip: "zero-more" }, also: ["outlier-modified-z"] });
  });
}); // prettier-ignore
