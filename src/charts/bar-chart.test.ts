import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { drawBarChart, type Bar, type BarChart } from "./bar-chart.ts";

function buildChart(bars: readonly Bar[], changes: Partial<BarChart> = {}): BarChart {
  return { title: "Kết quả tiêm chủng 6 tháng", unit: "% kế hoạch năm", bars, ...changes };
}

interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every shape of the drawing; throws when the SVG is not well-formed XML. */
function readShapes(svg: string): Shape[] {
  const shapes: Shape[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => shapes.push({ name, attributes, text: "" }));
  parser.on("text", (text) => {
    const last = shapes.at(-1);
    if (last) last.text += text;
  });
  parser.write(svg).close();
  return shapes;
}

const rectangles = (svg: string, fill: string) =>
  readShapes(svg).filter((shape) => shape.name === "rect" && shape.attributes["fill"] === fill);
const numberOf = (shape: Shape | undefined, name: string) => Number(shape?.attributes[name]);
const grey = "#8A8578";
const accent = "#284B93";
const track = "#F0EDE5";

describe("a bar", () => {
  test("starts at zero and is as long as its share of the full hundred per cent", () => {
    const { svg } = drawBarChart(buildChart([{ label: "Đủ 8 loại vắc xin", value: 27.33, text: "27,33%" }]), {
      width: 640,
    });
    const [full] = rectangles(svg, track);
    const [bar] = rectangles(svg, grey);
    expect(numberOf(bar, "x")).toBe(numberOf(full, "x"));
    expect(numberOf(bar, "width") / numberOf(full, "width")).toBeCloseTo(0.2733, 3);
    expect(numberOf(bar, "height")).toBe(16);
  });

  test("that goes down starts at the same zero line and runs to the left", () => {
    const bars = [
      { label: "Sốt rét", value: -5, text: "giảm 5 ca" },
      { label: "Tay chân miệng", value: 10, text: "tăng 10 ca" },
    ];
    const [down, up] = rectangles(drawBarChart(buildChart(bars, { unit: "ca" }), { width: 640 }).svg, grey);
    expect(numberOf(down, "x") + numberOf(down, "width")).toBeCloseTo(numberOf(up, "x"), 1);
    expect(numberOf(up, "width")).toBeCloseTo(2 * numberOf(down, "width"), 1);
  });

  test("without a number is written as missing with a dashed outline, not drawn as zero", () => {
    const { svg } = drawBarChart(buildChart([{ label: "Uốn ván", text: "" }]), { width: 640 });
    expect(svg).toContain("thiếu số");
    expect(svg).toContain("stroke-dasharray");
    expect(rectangles(svg, grey)).toEqual([]);
    const zero = drawBarChart(buildChart([{ label: "Uốn ván", value: 0, text: "0" }]), { width: 640 }).svg;
    expect(zero).not.toContain("thiếu số");
    expect(numberOf(rectangles(zero, grey)[0], "width")).toBe(0);
  });

  test("is grey unless the picture is about it", () => {
    const bars = [
      { label: "a", value: 1, text: "1" },
      { label: "b", value: 2, text: "2", emphasis: true },
    ];
    const { svg } = drawBarChart(buildChart(bars), { width: 640 });
    expect(rectangles(svg, grey)).toHaveLength(1);
    expect(rectangles(svg, accent)).toHaveLength(1);
  });
});

describe("a mark", () => {
  test("stands where its value is and is explained once when all marks mean the same", () => {
    const mark = { value: 50, label: "Kế hoạch 6 tháng" };
    const bars = [
      { label: "a", value: 100, text: "100%", mark },
      { label: "b", value: 20, text: "20%", mark },
    ];
    const { svg } = drawBarChart(buildChart(bars), { width: 640 });
    const lines = rectangles(svg, "#20242C").filter((shape) => numberOf(shape, "width") === 2);
    const [full] = rectangles(svg, track);
    const half = numberOf(full, "x") + numberOf(full, "width") / 2;
    expect(lines.slice(1).map((line) => numberOf(line, "x") + 1)).toEqual([half, half]);
    expect(svg.split("Kế hoạch 6 tháng")).toHaveLength(2);
  });

  test("is named beside each bar when the marks differ", () => {
    const bars = [
      { label: "a", value: 10, text: "10", mark: { value: 12, label: "Kế hoạch UBND" } },
      { label: "b", value: 20, text: "20", mark: { value: 18, label: "Cùng kỳ 2022" } },
    ];
    const { svg } = drawBarChart(buildChart(bars, { unit: "ca" }), { width: 640 });
    expect(svg).toContain("Vạch đậm: Kế hoạch UBND");
    expect(svg).toContain("Vạch đậm: Cùng kỳ 2022");
  });
});

describe("the drawing", () => {
  const label = "Tỷ lệ phụ nữ có thai được tiêm đủ liều vắc xin uốn ván trên địa bàn các huyện, thành phố";

  test.each([640, 340])("keeps everything inside a picture %i px wide", (width) => {
    const bars = [
      { label, value: 52.18, text: "5.040/9.659 người (52,18%)", mark: { value: 100, label: "Kế hoạch" } },
      { label: "Thiếu", text: "" },
    ];
    const picture = drawBarChart(buildChart(bars, { note: label }), { width });
    for (const shape of readShapes(picture.svg).filter(({ name }) => name === "rect")) {
      expect(numberOf(shape, "x")).toBeGreaterThanOrEqual(-1);
      expect(numberOf(shape, "x") + numberOf(shape, "width")).toBeLessThanOrEqual(width);
    }
    const lines = readShapes(picture.svg).filter(({ name }) => name === "text");
    expect(Math.max(...lines.map((line) => numberOf(line, "y")))).toBeLessThan(picture.height);
    expect(lines.map((line) => line.text).join(" ")).toContain("52,18%");
  });

  test("never lets two lines of the same column come nearer than Vietnamese marks need", () => {
    const { svg } = drawBarChart(buildChart([{ label, value: 1, text: "1" }]), { width: 340 });
    const baselines = readShapes(svg)
      .filter((shape) => shape.name === "text" && shape.attributes["x"] === "0")
      .map((shape) => numberOf(shape, "y"));
    for (const [index, baseline] of baselines.slice(1).entries()) {
      expect(baseline - baselines[index]!).toBeGreaterThanOrEqual(13 * 1.35 - 0.1);
    }
  });

  test("says in words that nothing was reported when there are no bars", () => {
    expect(drawBarChart(buildChart([]), { width: 640 }).svg).toContain("Không có số liệu để vẽ.");
  });

  test("is well-formed and the same each time, whatever the words and numbers", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    const bar = fc.record(
      {
        label: text,
        text,
        value: fc.double(),
        mark: fc.record({ value: fc.double(), label: text }),
        emphasis: fc.boolean(),
      },
      { requiredKeys: ["label", "text"] },
    );
    const chart = fc.record({ title: text, unit: text, bars: fc.array(bar, { maxLength: 6 }), note: text });
    fc.assert(
      fc.property(chart, fc.constantFrom(340, 640), (input, width) => {
        const { svg } = drawBarChart(input, { width });
        for (const shape of readShapes(svg)) {
          for (const name of ["x", "y", "width", "height"]) {
            if (shape.attributes[name] !== undefined)
              expect(Number.isFinite(numberOf(shape, name))).toBe(true);
          }
        }
        expect(drawBarChart(input, { width }).svg).toBe(svg);
      }),
    );
  });
});
