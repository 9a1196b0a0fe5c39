import type { MapShape } from "./map-layout.ts";
import { textWidth } from "./text-fit.ts";

const size = 12;
const lineHeight = 17;

/**
 * The units whose names have room on the map, largest first, so that no name lies over another or leaves the
 * picture; those in `always` get theirs first.
 */
export function labelledShapes(
  shapes: readonly MapShape[],
  width: number,
  always: ReadonlySet<string> = new Set(),
): MapShape[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const rank = (shape: MapShape) => (always.has(shape.id) ? Number.POSITIVE_INFINITY : shape.area);
  return shapes
    .toSorted((a, b) => rank(b) - rank(a))
    .filter((shape) => {
      const half = textWidth(shape.name, size) / 2;
      const box = { left: shape.x - half, right: shape.x + half, y: shape.y };
      const hasRoom = shape.area > half ** 2 * 1.8 || always.has(shape.id);
      const isFree = taken.every(
        (other) =>
          box.right + 4 < other.left || other.right + 4 < box.left || Math.abs(other.y - box.y) >= lineHeight,
      );
      if (!hasRoom || !isFree || (!always.has(shape.id) && (box.left < 0 || box.right > width))) return false;
      taken.push(box);
      return true;
    });
}
