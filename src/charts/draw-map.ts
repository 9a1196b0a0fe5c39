import type { Picture } from "./bar-chart.ts";
import { lightPalette, shadesFor, type ChartPalette } from "./chart-palette.ts";
import { labelledShapes } from "./map-labels.ts";
import type { MapLayout, MapShape } from "./map-layout.ts";
import { escapeMarkup } from "./markup.ts";
import { wrapText } from "./text-fit.ts";

/** A map as a picture by itself: for a report, for print, for a download. */
export interface DrawnMap {
  readonly title: string;
  readonly unit: string;
  readonly layout: MapLayout;
  /** Shaded areas for rates and shares; circles, whose areas are the numbers, for counts. */
  readonly kind: "shades" | "circles";
  readonly classCount: number;
  /** Falls and rises from a middle, instead of from little to much. */
  readonly isDiverging?: boolean;
  /** How each class is told in the legend: "20–39". */
  readonly legend: readonly string[];
  /** Class of each unit; a unit without one has no number. */
  readonly classOf: (unit: string) => number | undefined;
  /** Radius of each unit's circle in px, where circles are drawn. */
  readonly radiusOf?: (unit: string) => number | undefined;
  readonly note: string;
}

const face = "'Segoe UI', Roboto, system-ui, 'Noto Sans', sans-serif";

/** The map with its title, legend and source in one SVG; what has no number is hatched. */
export function drawMap(map: DrawnMap, palette: ChartPalette = lightPalette): Picture {
  const { layout } = map;
  const { width } = layout;
  const head = [map.title, `Đơn vị: ${map.unit}`].flatMap((line) => wrapText(line, width, 14));
  const top = head.length * 20 + 12;
  const legendTop = top + layout.height + 12;
  const foot = wrapText(map.note, width, 12);
  const footTop = legendTop + 46;
  const height = Math.ceil(footTop + foot.length * 17 + 8);
  const parts = [
    `<title>${escapeMarkup(`${map.title} (${map.unit})`)}</title>`,
    `<defs><pattern id="thieu" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${palette.ground}"/><path d="M0 0V6" stroke="${palette.edge}" stroke-width="2"/></pattern>${layout.border === undefined ? "" : `<clipPath id="vien"><path d="${layout.border}"/></clipPath>`}</defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...head.map((line, index) => words(line, 0, 16 + index * 20, 14, palette.ink, index === 0)),
    `<g transform="translate(0 ${top})">${drawShapes(map, palette)}</g>`,
    drawLegend(map, legendTop, palette),
    ...foot.map((line, index) => words(line, 0, footTop + index * 17, 12, palette.quiet)),
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeMarkup(face)}">`;
  return { svg: `${open}${parts.join("")}</svg>`, width, height };
}

function drawShapes(map: DrawnMap, palette: ChartPalette): string {
  const { layout, kind, classOf, radiusOf } = map;
  const [fills, inks] = coloursOf(map, palette);
  const fillOf = (shape: MapShape) => {
    if (classOf(shape.id) === undefined) return "url(#thieu)";
    return kind === "circles" ? palette.land : (fills[classOf(shape.id) ?? -1] ?? palette.land);
  };
  const inkOf = (shape: MapShape) =>
    kind === "circles" ? palette.ink : (inks[classOf(shape.id) ?? -1] ?? palette.ink);
  const cut = layout.border === undefined ? "" : ' clip-path="url(#vien)"';
  const areas = layout.shapes.map((shape) => {
    const dashes = classOf(shape.id) === undefined ? ` stroke="${palette.edge}" stroke-dasharray="3 2"` : ` stroke="${palette.ground}"`; // prettier-ignore
    return `<path d="${shape.path}" fill="${fillOf(shape)}" stroke-width="1.2"${dashes}${shape.isCell ? cut : ""}/>`;
  });
  const circles = layout.shapes.map(({ id, x, y }) => {
    const radius = kind === "circles" ? radiusOf?.(id) : undefined;
    return radius ? `<circle cx="${x}" cy="${y}" r="${Math.round(radius * 10) / 10}" fill="${palette.circle}" fill-opacity="0.65" stroke="${palette.ground}"/>` : ""; // prettier-ignore
  });
  const names = labelledShapes(layout.shapes, layout.width).map((shape) => {
    const halo = kind === "circles" ? palette.land : fillOf(shape);
    const around = halo.startsWith("url") ? palette.ground : halo;
    return `<text x="${shape.x}" y="${shape.y + 4}" font-size="12" text-anchor="middle" fill="${inkOf(shape)}" stroke="${around}" stroke-width="3" paint-order="stroke">${escapeMarkup(shape.name)}</text>`;
  });
  return [...areas, ...circles, ...names].join("");
}

/** Ground and ink of each class. */
function coloursOf({ classCount, isDiverging }: DrawnMap, palette: ChartPalette): [string[], string[]] {
  const [grounds, inks] = isDiverging ? [palette.diverging, palette.onDiverging] : [palette.classes, palette.onClasses]; // prettier-ignore
  const shades = isDiverging && classCount === 1 ? [2] : shadesFor(classCount);
  return [shades.map((shade) => grounds[shade]!), shades.map((shade) => inks[shade]!)];
}

function drawLegend(map: DrawnMap, top: number, palette: ChartPalette): string {
  const { kind, legend } = map;
  if (kind === "circles") return words(legend.join(" · "), 0, top + 14, 12, palette.quiet);
  const [fills] = coloursOf(map, palette);
  return legend
    .map((text, index) => {
      const colour = fills[index] ?? palette.land;
      return `<rect x="${index * 88}" y="${top}" width="84" height="10" fill="${colour}" stroke="${palette.edge}" stroke-width="0.5"/>${words(text, index * 88, top + 26, 12, palette.quiet)}`;
    })
    .join("");
}

function words(text: string, x: number, y: number, size: number, fill: string, isBold = false): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${isBold ? ' font-weight="600"' : ""}>${escapeMarkup(text)}</text>`;
}
