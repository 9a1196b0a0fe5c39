import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { darkPalette } from "./chart-palette.ts";
import { drawLineChart, type LineChart, type LinePoint } from "./line-chart.ts";

const at = (value: number): LinePoint => ({ value, text: String(value) });
const gap: LinePoint = { text: "–" };
function buildChart(points: readonly LinePoint[], more: Partial<LineChart> = {}): LineChart {
  const times = points.map((_, index) => `6 tháng ${2019 + index}`);
  return {
    title: "Ca sốt rét toàn tỉnh",
    unit: "ca",
    times,
    series: [{ name: "Lai Châu", points }],
    ...more,
  };
}
const draw = (chart: LineChart, width = 560) => drawLineChart(chart, { width }).svg;
const count = (svg: string, piece: string) => svg.split(piece).length - 1;

function isWellFormed(svg: string): boolean {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return true;
}

test("every point prints its number, and confirmed points are joined by solid lines", () => {
  const svg = draw(buildChart([at(36), at(51), at(46)]));
  for (const text of ["36", "51", "46"]) expect(svg).toContain(`>${text}</text>`);
  expect(svg).not.toContain("stroke-dasharray");
});

test("a year without a number is written as missing and bridged by a dashed line, not drawn as zero", () => {
  const svg = draw(buildChart([at(36), gap, gap, at(46)]));
  expect(count(svg, "thiếu số")).toBe(1);
  expect(count(svg, "<circle")).toBe(2);
  expect(count(svg, "stroke-dasharray")).toBe(1);
});

test("a provisional number is a hollow dot reached by a dashed line", () => {
  const svg = draw(buildChart([at(36), { ...at(46), isProvisional: true }]));
  expect(count(svg, "stroke-dasharray")).toBe(1);
  expect(svg).toContain('r="5" fill="#FFFFFF"');
});

test("several lines are named at their ends, a single one by the title", () => {
  const series = ["Than Uyên", "Tân Uyên"].map((name, index) => ({
    name,
    points: [at(index), at(index + 2)],
  }));
  expect(draw(buildChart([at(1), at(2)], { series }))).toContain("Than Uyên</text>");
  expect(draw(buildChart([at(1), at(2)]))).not.toContain("Lai Châu</text>");
});

test("points lie to scale in time: a year without a report leaves its room", () => {
  const svg = draw(buildChart([at(1), at(2), at(3)], { positions: [2019, 2020, 2023] }));
  const [first, second, third] = [...svg.matchAll(/cx="([^"]+)"/g)].map(([, x]) => Number(x));
  expect((third! - second!) / (second! - first!)).toBeCloseTo(3, 1);
});

test("no rule of the axis lies above the picture", () => {
  const heights = [...draw(buildChart([at(36), at(51), at(46)])).matchAll(/<path d="M[\d.]+ ([\d.-]+)H/g)].map(([, y]) => Number(y)); // prettier-ignore
  expect(Math.min(...heights)).toBeGreaterThan(36);
});

test("nothing reported at all is said in words", () => {
  expect(draw(buildChart([gap, gap]))).toContain("Không có số liệu để vẽ.");
});

test("the axis is written as Vietnamese people write numbers", () => {
  const svg = draw(buildChart([at(370_502), at(489_945)]));
  expect(svg).toMatch(/>\d{3}\.000<\/text>/);
});

test("on a dark screen nothing keeps the colours of paper", () => {
  const svg = drawLineChart(buildChart([at(1), gap, at(3)]), { width: 400, palette: darkPalette }).svg;
  expect(svg).not.toMatch(/#FFFFFF|#20242C|#284B93/);
});

test("the drawing is well-formed and inside its width, whatever the words and numbers", () => {
  const point = fc.record({ value: fc.option(fc.double(), { nil: undefined }), text: fc.string({ unit: "binary", maxLength: 12 }), isProvisional: fc.boolean() }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 14 }), fc.constantFrom(300, 640), (points, width) => {
      const svg = draw(buildChart(points), width);
      expect(isWellFormed(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|Infinity/);
      for (const [, x] of svg.matchAll(/cx="([^"]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width);
      }
    }),
  );
}); // prettier-ignore
