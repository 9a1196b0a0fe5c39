import type { Picture } from "./bar-chart.ts";
import { lightPalette, type ChartPalette } from "./chart-palette.ts";
import { escapeMarkup } from "./markup.ts";
import { niceTicks } from "./nice-numbers.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** Lines over time, named at their ends; every point prints its own number. */
export interface LineChart {
  readonly title: string;
  /** In words: "% kế hoạch năm", "người". */
  readonly unit: string;
  /** What stands under each point in time, in order. */
  readonly times: readonly string[];
  /** Where each point lies in time, in any unit, rising; without it all are equally far apart. */
  readonly positions?: readonly number[] | undefined;
  /** At most three; more become pictures of their own. */
  readonly series: readonly LineSeries[];
  readonly note?: string | undefined;
}

export interface LineSeries {
  readonly name: string;
  /** One for each time. */
  readonly points: readonly LinePoint[];
}

export interface LinePoint {
  /** `undefined` is a gap, never zero. */
  readonly value?: number | undefined;
  /** The number as printed. */
  readonly text: string;
  /** Provisional: a hollow dot, reached by a dashed line. */
  readonly isProvisional?: boolean | undefined;
}

export interface LineChartSettings {
  readonly width: number;
  readonly fontFamily?: string;
  readonly palette?: ChartPalette;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly point: LinePoint;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  /** x of each time */
  readonly across: readonly number[];
}

const screenFace = "'Segoe UI', Roboto, system-ui, 'Noto Sans', sans-serif";
const plotHeight = 180;
/** Above it neighbours can no longer be told apart, and no office counts so far. */
const mostDrawable = 1e15;
const text = { title: 16, body: 13, small: 12 };

/** Draws confirmed stretches solid, provisional ones and those over a gap dashed, with "thiếu số" at the gap. */
export function drawLineChart(chart: LineChart, settings: LineChartSettings): Picture {
  const { width, palette = lightPalette, fontFamily = screenFace } = settings;
  const parts: string[] = [];
  let y = 0;
  const write = (words: string, size: number, fill: string, weight?: "bold"): void => {
    for (const line of wrapText(words, width, size, weight)) {
      y += size * 1.4;
      parts.push(label(line, { x: 0, y: y - size * 0.3, size, fill, weight }));
    }
  };
  write(chart.title, text.title, palette.ink, "bold");
  write(`Đơn vị: ${chart.unit}`, text.body, palette.quiet);
  const values = chart.series.flatMap(({ points }) => points.flatMap(({ value }) => finite(value) ?? []));
  if (values.length === 0) write("Không có số liệu để vẽ.", text.body, palette.quiet);
  else if (values.some((value) => Math.abs(value) > mostDrawable))
    write("Số quá lớn để vẽ.", text.body, palette.quiet);
  else {
    const frame = planFrame(chart, values, y + 24, width);
    parts.push(drawAxes(chart, frame, palette));
    chart.series.forEach((series, index) => {
      const colour = palette.series[index % palette.series.length]!;
      parts.push(drawSeries(series, frame, colour, palette, chart.series.length > 1));
    });
    y = frame.bottom + 24;
  }
  if (chart.note !== undefined && chart.note !== "") write(chart.note, text.small, palette.quiet);
  const height = Math.ceil(y + 6);
  const title = `<title>${escapeMarkup(`${chart.title} (${chart.unit})`)}</title>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeMarkup(fontFamily)}">`;
  const ground = `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`;
  return { svg: `${open}${title}${ground}${parts.join("")}</svg>`, width, height };
}

function planFrame(chart: LineChart, values: readonly number[], top: number, width: number): Frame {
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  const span = greatest - least;
  // A level line in the middle; a rise of one part in a thousand is not made to look like a cliff.
  const room =
    span > 1e-9 * Math.max(1, greatest, -least) ? span * 0.15 : Math.max(Math.abs(greatest) * 0.2, 1);
  const low = least >= 0 ? Math.max(0, least - room) : least - room;
  const ticks = niceTicks(low, greatest + room);
  const axisWidth = Math.max(...ticks.map((tick) => textWidth(axisText(tick), text.small)));
  const names = chart.series.length > 1 ? chart.series.map(({ name }) => textWidth(name, text.small)) : [0];
  const half = (time = "") => textWidth(time, text.small) / 2;
  const right = Math.min(Math.max(24, half(chart.times.at(-1)), ...names) + 14, width * 0.34);
  const left = Math.ceil(Math.max(axisWidth + 26, Math.min(half(chart.times[0]), width * 0.2)));
  const end = Math.floor(width - right);
  return {
    left,
    right: end,
    top,
    bottom: top + plotHeight,
    ticks,
    across: placeTimes(chart, left, end),
  };
}

function drawAxes({ times }: LineChart, frame: Frame, palette: ChartPalette): string {
  const rules = frame.ticks.map((tick) => {
    const y = heightOf(tick, frame);
    return (
      `<path d="M${px(frame.left - 12)} ${px(y)}H${px(frame.right + 12)}" stroke="${palette.grid}"/>` +
      label(axisText(tick), { x: frame.left - 18, y: y + 4, size: text.small, fill: palette.quiet, anchor: "end" }) // prettier-ignore
    );
  });
  let free = Number.POSITIVE_INFINITY;
  const under = times
    .map((time, index) => ({ time, x: frame.across[index]! }))
    .toReversed()
    .map(({ time, x }) => {
      const half = textWidth(time, text.small) / 2 + 4;
      if (x + half > free) return "";
      free = x - half;
      return label(time, {
        x,
        y: frame.bottom + 20,
        size: text.small,
        fill: palette.quiet,
        anchor: "middle",
      });
    });
  return [...rules, ...under].join("");
}

function drawSeries(
  { name, points }: LineSeries,
  frame: Frame,
  colour: string,
  palette: ChartPalette,
  isNamed: boolean,
): string {
  const spots = points.map((point, index): Spot | undefined =>
    finite(point.value) === undefined
      ? undefined
      : { x: frame.across[index]!, y: heightOf(point.value!, frame), point },
  );
  const there = spots.filter((spot) => spot !== undefined);
  const dots = there.map((spot, index) => drawDot(spot, there[index - 1], there[index + 1], colour, palette));
  const end = there.at(-1);
  return [
    ...drawStretches(spots, colour),
    ...drawGaps(spots, frame, palette),
    ...dots,
    isNamed && end ? label(name, { x: end.x + 12, y: end.y + 4, size: text.small, fill: colour, weight: "bold", halo: palette.ground }) : "", // prettier-ignore
  ].join("");
}

/** From each point to the next one there is; over a gap, or to a provisional point, dashed. */
function drawStretches(spots: readonly (Spot | undefined)[], colour: string): string[] {
  const parts: string[] = [];
  let last: { spot: Spot; index: number } | undefined;
  for (const [index, spot] of spots.entries()) {
    if (!spot) continue;
    if (last) {
      const isSure = index === last.index + 1 && !spot.point.isProvisional && !last.spot.point.isProvisional;
      const dashes = isSure ? "" : ' stroke-dasharray="4 4"';
      parts.push(`<path d="M${px(last.spot.x)} ${px(last.spot.y)}L${px(spot.x)} ${px(spot.y)}" fill="none" stroke="${colour}" stroke-width="2.5"${dashes}/>`); // prettier-ignore
    }
    last = { spot, index };
  }
  return parts;
}

/** One "thiếu số" for each run of missing points. */
function drawGaps(spots: readonly (Spot | undefined)[], frame: Frame, palette: ChartPalette): string[] {
  return spots.flatMap((spot, index) => {
    if (spot || (index > 0 && !spots[index - 1])) return [];
    let end = index;
    while (end + 1 < spots.length && !spots[end + 1]) end += 1;
    const middle = (frame.across[index]! + frame.across[end]!) / 2;
    const half = textWidth("thiếu số", text.small) / 2;
    const x = Math.max(frame.left + half, Math.min(middle, frame.right + 12 - half));
    return [label("thiếu số", { x, y: frame.bottom - 8, size: text.small, fill: palette.quiet, anchor: "middle", halo: palette.ground })]; // prettier-ignore
  });
}

/** The number stands on the side the line leaves free. */
function drawDot(
  spot: Spot,
  before: Spot | undefined,
  after: Spot | undefined,
  colour: string,
  palette: ChartPalette,
): string {
  const { x, y, point } = spot;
  const isValley = (before ? before.y < y : true) && (after ? after.y < y : true) && (before || after);
  const fill = point.isProvisional ? palette.ground : colour;
  return (
    `<circle cx="${px(x)}" cy="${px(y)}" r="5" fill="${fill}" stroke="${colour}" stroke-width="2.5"/>` +
    label(point.text, { x, y: isValley ? y + 21 : y - 11, size: text.small, fill: palette.ink, weight: "bold", anchor: "middle", halo: palette.ground }) // prettier-ignore
  );
}

function heightOf(value: number, { top, bottom, ticks }: Frame): number {
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  return bottom - ((value - low) / (high - low || 1)) * (bottom - top);
}

/** To scale in time, so that a missing year leaves its room. */
function placeTimes({ times, positions }: LineChart, left: number, right: number): number[] {
  const places = positions?.length === times.length ? positions : times.map((_, index) => index);
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  return places.map((place) =>
    last > first ? left + ((place - first) / (last - first)) * (right - left) : (left + right) / 2,
  );
}

/** As Vietnamese people write numbers: 1.250 and 0,5. */
function axisText(value: number): string {
  const [whole = "0", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${value < 0 ? "-" : ""}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

interface LabelStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: "bold" | undefined;
  readonly anchor?: "middle" | "end";
  readonly halo?: string;
}

function label(words: string, { x, y, size, fill, weight, anchor, halo }: LabelStyle): string {
  const bold = weight === "bold" ? ' font-weight="600"' : "";
  const at = anchor ? ` text-anchor="${anchor}"` : "";
  const around = halo ? ` stroke="${halo}" stroke-width="3" paint-order="stroke"` : "";
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" fill="${fill}"${bold}${at}${around}>${escapeMarkup(words)}</text>`;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
