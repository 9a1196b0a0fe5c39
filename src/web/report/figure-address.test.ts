import { expect, test } from "vitest";
import type { ReportView } from "#contract/report.ts";
import { buildFigure } from "./build-report-view.ts";
import { figureAddress, findFigureByAddress } from "./figure-address.ts";

const report = { period: "2023-S1", orgUnit: "VN12" };

function query(parts: Record<string, string>): string {
  return new URLSearchParams({ period: "2023-S1", orgUnit: "VN12", ...parts }).toString();
}

test("what the report says for all its figures is left out of the address of one", () => {
  expect(figureAddress(query({ key: "malaria.cases", role: "actual" }), report)).toBe("malaria.cases.actual");
});

test("figures that differ only in year, place, breakdown or base have different addresses", () => {
  const changes: Record<string, string>[] = [
    {},
    { period: "2022-S1" },
    { orgUnit: "VN12.105" },
    { breakdown: "age=trẻ em" },
    { against: "plan" },
    { anchor: "day" },
  ];
  const addresses = changes.map((change) =>
    figureAddress(query({ key: "malaria.cases", role: "actual", ...change }), report),
  );
  expect(new Set(addresses).size).toBe(changes.length);
});

test("a link finds its figure after others were written before it, and nothing once it is gone", () => {
  const malaria = buildFigure({ key: "malaria.cases" });
  const rabies = buildFigure({ key: "rabies.deaths" });
  const address = figureAddress(rabies.query, report);
  const viewOf = (figures: ReportView["figures"]) => ({ ...report, figures });
  expect(findFigureByAddress(viewOf([rabies]), address)).toBe(0);
  expect(findFigureByAddress(viewOf([malaria, rabies]), address)).toBe(1);
  expect(findFigureByAddress(viewOf([malaria]), address)).toBeUndefined();
});
