import { expect, test } from "vitest";
import { figuresVi } from "../../texts/figures-vi.ts";
import { shadeMap } from "./map-shading.ts";

const values = (...numbers: number[]) => new Map(numbers.map((value, index) => [`xa-${index}`, value]));
const shade = (numbers: ReadonlyMap<string, number>, unit: string) => shadeMap(numbers, unit, "equal-counts", 600, figuresVi.picture); // prettier-ignore

test("a rate is told in five shades with numbers for a legend", () => {
  const { kind, legend, shades } = shade(values(8.6, 9.9, 10.4, 11.2, 12.1, 13.5, 14.9, 16.4, 18.2, 20.7), "/vạn dân"); // prettier-ignore
  expect([kind, shades.length]).toEqual(["shades", 5]);
  expect(legend).toEqual(["dưới 10", "10 – dưới 12", "12 – dưới 14", "14 – dưới 18", "từ 18"]);
});

test("a count is told by the area of its circle; none without a number or at zero", () => {
  const { kind, radiusOf, legend } = shade(values(100, 25, 0), "ca");
  expect(kind).toBe("circles");
  expect(radiusOf("xa-0")! / radiusOf("xa-1")!).toBeCloseTo(2, 5);
  expect([radiusOf("xa-2"), radiusOf("nowhere")]).toEqual([undefined, undefined]);
  expect(legend).toEqual(["vòng lớn nhất: 100 ca"]);
});

test("falls and rises part at zero, and the legend prints their signs", () => {
  const { legend, classes } = shade(values(-50, -10, 0, 20), "%");
  expect(classes.isDiverging).toBe(true);
  expect(legend).toEqual(["dưới -20%", "-20% – dưới -4%", "-4% – dưới +4%", "+4% – dưới +20%", "từ +20%"]); // prettier-ignore
});
