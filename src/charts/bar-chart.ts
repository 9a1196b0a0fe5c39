import { escapeMarkup } from "./markup.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** Horizontal bars that compare one quantity; every bar prints its own number. */
export interface BarChart {
  readonly title: string;
  /** In words: "% kế hoạch năm", "người". */
  readonly unit: string;
  readonly bars: readonly Bar[];
  readonly note?: string;
}

export interface Bar {
  readonly label: string;
  /** `undefined` is a missing number, never zero. */
  readonly value?: number | undefined;
  /** The number as printed. */
  readonly text: string;
  /** What the bar is held against: the plan, or the same period last year. */
  readonly mark?: { readonly value: number; readonly label: string } | undefined;
  /** The one bar, or the few, that the picture is about. */
  readonly emphasis?: boolean | undefined;
}

/** A drawing; width and height in px. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface BarChartSettings {
  readonly width: number;
  /** CSS family list; by default the document face, under the names it has on Windows, here and on Linux. */
  readonly fontFamily?: string;
}

// The palette in greys, with one accent; apart by 20 L* or more, so that a black-and-white print still tells them.
const colours = {
  ink: "#20242C",
  quiet: "#4B515C",
  track: "#F0EDE5",
  edge: "#857F72",
  bar: "#8A8578",
  accent: "#284B93",
  halo: "#FFFFFF",
};
const documentFace = "'Times New Roman', Tinos, 'Liberation Serif', serif";
const barHeight = 16;
const markReach = 4;
const rowGap = 12;
const columnGap = 12;
const textSize = { title: 16, body: 14, small: 13 };
/** Room for a letter with two marks above or one below: Ặ, Ễ, Ở. */
const lineShare = 1.35;

/** Draws the bars from zero; labels at the left, or above each bar where the picture is narrower than 420 px. */
export function drawBarChart(chart: BarChart, settings: BarChartSettings): Picture {
  const { width } = settings;
  const columns = planColumns(chart.bars, width);
  const scale = planScale(chart, columns);
  const parts: string[] = [];
  let y = 0;
  const write = (text: string, style: TextStyle): void => {
    const lines = wrapText(text, width, style.size, style.weight);
    parts.push(textLines(lines, { x: 0, top: y, ...style }));
    y += blockHeight(lines, style.size);
  };

  write(chart.title, { size: textSize.title, weight: "bold", fill: colours.ink });
  write(`Đơn vị: ${chart.unit}`, { size: textSize.small, fill: colours.quiet });
  const legend = markLegend(chart.bars);
  if (legend !== undefined) {
    parts.push(markLine(5, y + 2, 14), textLines([legend], { x: 14, top: y, ...smallText }));
    y += blockHeight([legend], textSize.small);
  }
  y += rowGap;
  for (const bar of chart.bars) {
    const row = drawRow(bar, y, columns, scale, legend === undefined);
    parts.push(row.svg);
    y += row.height + rowGap;
  }
  if (chart.bars.length === 0) write("Không có số liệu để vẽ.", smallText);
  if (chart.note !== undefined && chart.note !== "") write(chart.note, smallText);
  return wrapPicture(chart, parts, { width, height: Math.ceil(y) }, settings.fontFamily ?? documentFace);
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: "bold";
}

const smallText: TextStyle = { size: textSize.small, fill: colours.quiet };

interface Columns {
  readonly stacked: boolean;
  readonly labelWidth: number;
  readonly trackLeft: number;
  readonly trackWidth: number;
  readonly valueLeft: number;
  readonly valueWidth: number;
}

function planColumns(bars: readonly Bar[], width: number): Columns {
  const stacked = width < 420;
  const widest = Math.max(0, ...bars.map((bar) => textWidth(printedText(bar), textSize.body, "bold")));
  const valueWidth = Math.min(Math.ceil(widest), Math.floor(width * 0.4));
  const labelWidth = stacked ? width : Math.floor(width * 0.36);
  const trackLeft = stacked ? 0 : labelWidth + columnGap;
  const valueLeft = width - valueWidth;
  return {
    stacked,
    labelWidth,
    trackLeft,
    trackWidth: Math.max(1, valueLeft - columnGap - trackLeft),
    valueLeft,
    valueWidth,
  };
}

type Scale = (value: number) => number;

/** From value to px; zero is always on the track, and percentages up to 100 share one full length. */
function planScale(chart: BarChart, { trackLeft, trackWidth }: Columns): Scale {
  const values = chart.bars.flatMap((bar) => [bar.value, bar.mark?.value]).filter(isNumber);
  const full = chart.unit.includes("%") ? [100] : [];
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...full, ...values);
  const size = Math.max(-low, high, Number.MIN_VALUE);
  const span = high / size - low / size; // each by itself, so that even the largest numbers do not overflow
  return (value) => trackLeft + ((value / size - low / size) / (span === 0 ? 1 : span)) * trackWidth;
}

function drawRow(bar: Bar, top: number, columns: Columns, scale: Scale, nameMark: boolean) {
  const label = wrapText(bar.label, columns.labelWidth, textSize.body);
  const markName = nameMark && bar.mark !== undefined ? [`Vạch đậm: ${bar.mark.label}`] : [];
  const markLines = markName.flatMap((name) => wrapText(name, columns.labelWidth, textSize.small));
  const labelHeight = blockHeight(label, textSize.body) + blockHeight(markLines, textSize.small);
  const value = wrapText(printedText(bar), columns.valueWidth, textSize.body, "bold");
  const valueHeight = blockHeight(value, textSize.body);
  const barRowHeight = Math.max(barHeight + 2 * markReach, valueHeight);
  const height = columns.stacked ? labelHeight + barRowHeight : Math.max(labelHeight, barRowHeight);

  const labelTop = columns.stacked ? top : top + (height - labelHeight) / 2;
  const middle = columns.stacked ? top + labelHeight + barRowHeight / 2 : top + height / 2;
  const svg = [
    textLines(label, { x: 0, top: labelTop, size: textSize.body, fill: colours.ink }),
    textLines(markLines, { x: 0, top: labelTop + blockHeight(label, textSize.body), ...smallText }),
    drawBar(bar, middle - barHeight / 2, columns, scale),
    textLines(value, { x: columns.valueLeft, top: middle - valueHeight / 2, ...valueStyle(bar) }),
  ].join("");
  return { svg, height };
}

function drawBar(bar: Bar, top: number, { trackLeft, trackWidth }: Columns, scale: Scale): string {
  const parts: string[] = [];
  if (isNumber(bar.value)) {
    const zero = scale(0);
    const end = scale(bar.value);
    const fill = bar.emphasis ? colours.accent : colours.bar;
    parts.push(rectangle(trackLeft, top, trackWidth, barHeight, `fill="${colours.track}"`));
    parts.push(rectangle(Math.min(zero, end), top, Math.abs(end - zero), barHeight, `fill="${fill}"`));
    if (zero > trackLeft)
      parts.push(rectangle(zero - 0.5, top - 2, 1, barHeight + 4, `fill="${colours.ink}"`));
  } else {
    const outline = `fill="none" stroke="${colours.edge}" stroke-dasharray="4 3"`;
    parts.push(rectangle(trackLeft + 0.5, top + 0.5, trackWidth - 1, barHeight - 1, outline));
  }
  if (isNumber(bar.mark?.value)) {
    parts.push(markLine(scale(bar.mark.value), top - markReach, barHeight + 2 * markReach));
  }
  return parts.join("");
}

function valueStyle(bar: Bar): TextStyle {
  return isNumber(bar.value)
    ? { size: textSize.body, weight: "bold", fill: colours.ink }
    : { size: textSize.body, fill: colours.quiet };
}

function printedText(bar: Bar): string {
  return isNumber(bar.value) ? bar.text : "thiếu số";
}

/** One explanation for all marks, when they all mean the same. */
function markLegend(bars: readonly Bar[]): string | undefined {
  const labels = new Set(bars.flatMap((bar) => (bar.mark === undefined ? [] : [bar.mark.label])));
  return labels.size === 1 ? [...labels][0] : undefined;
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

/** A 2 px ink line; its white edges keep it visible on a dark bar. */
function markLine(x: number, top: number, height: number): string {
  return (
    rectangle(x - 2, top, 4, height, `fill="${colours.halo}"`) +
    rectangle(x - 1, top, 2, height, `fill="${colours.ink}"`)
  );
}

function blockHeight(lines: readonly string[], size: number): number {
  return lines.length * size * lineShare;
}

function textLines(
  lines: readonly string[],
  { x, top, size, fill, weight }: TextStyle & { readonly x: number; readonly top: number },
): string {
  const bold = weight === "bold" ? ' font-weight="bold"' : "";
  return lines
    .map((line, index) => {
      const baseline = top + index * size * lineShare + size * 1.03;
      return `<text x="${px(x)}" y="${px(baseline)}" font-size="${size}" fill="${fill}"${bold}>${escapeMarkup(line)}</text>`;
    })
    .join("");
}

function rectangle(x: number, y: number, width: number, height: number, paint: string): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(height)}" ${paint}/>`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function wrapPicture(
  chart: BarChart,
  parts: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
  fontFamily: string,
): Picture {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escapeMarkup(fontFamily)}">`;
  const title = `<title>${escapeMarkup(`${chart.title} (${chart.unit})`)}</title>`;
  return { svg: `${open}${title}${parts.join("")}</svg>`, width, height };
}
