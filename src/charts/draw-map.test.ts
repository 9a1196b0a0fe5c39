import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { drawMap, type DrawnMap } from "./draw-map.ts";
import { layOutMap } from "./map-layout.ts";

const layout = layOutMap(
  [0, 1, 2].map((index) => ({
    id: `xa-${index}`,
    name: `Xã <${index}>`,
    geometry: null,
    labelPoint: [103 + index / 10, 22 + (index % 2) / 10] as const,
  })),
  { width: 400, mostHeight: 300 },
);
const buildMap = (more: Partial<DrawnMap> = {}): DrawnMap => ({
  title: "Bác sĩ trên vạn dân",
  unit: "/vạn dân",
  layout,
  kind: "shades",
  classCount: 2,
  legend: ["dưới 10", "từ 10"],
  classOf: (unit) => ({ "xa-0": 0, "xa-1": 1 })[unit],
  note: "Nguồn: báo cáo 6 tháng đầu năm 2023",
  ...more,
});

function shapesOf(svg: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => names.push(name));
  parser.write(svg).close();
  return names;
}

test("a map says title, unit, classes and source, and hatches what has no number", () => {
  const { svg } = drawMap(buildMap());
  for (const words of ["Bác sĩ trên vạn dân", "/vạn dân", "dưới 10", "từ 10", "Nguồn: báo cáo"]) expect(svg).toContain(words); // prettier-ignore
  expect(svg.split("url(#thieu)")).toHaveLength(2);
  expect(shapesOf(svg).filter((name) => name === "path").length).toBeGreaterThan(3);
});

test("counts are circles on plain ground", () => {
  const { svg } = drawMap(buildMap({ kind: "circles", radiusOf: (unit) => (unit === "xa-0" ? 12 : undefined), legend: ["vòng lớn nhất: 9 ca"] })); // prettier-ignore
  expect(shapesOf(svg).filter((name) => name === "circle")).toHaveLength(1);
  expect(svg).toContain("vòng lớn nhất: 9 ca");
  expect(svg).not.toContain("#243C78");
});

test("falls and rises take the colours that part in the middle", () => {
  const { svg } = drawMap(buildMap({ classCount: 5, isDiverging: true, legend: ["a", "b", "c", "d", "e"], classOf: () => 4 })); // prettier-ignore
  expect(svg).toContain("#284B93");
  expect(svg).toContain("#8F4A00");
});
