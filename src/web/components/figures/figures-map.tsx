import { useId, useMemo, type CSSProperties, type KeyboardEvent } from "react";
import { labelledShapes } from "#charts/map-labels.ts";
import type { MapLayout, MapShape } from "#charts/map-layout.ts";
import { useFiguresTexts, useFiguresView, useLitUnit } from "./figures-context.ts";
import type { Shading } from "./map-shading.ts";

interface FiguresMapProps {
  readonly layout: MapLayout;
  readonly shading: Shading;
  readonly values: ReadonlyMap<string, number>;
  readonly changed: ReadonlySet<string>;
  readonly describe: (unit: string) => string;
  readonly title: string;
}

/** The map: pointing lights a unit in the table too, a click pins it, arrows walk by size. */
export function FiguresMap({ layout, shading, values, changed, describe, title }: FiguresMapProps) {
  const { picture: texts } = useFiguresTexts();
  const { choice, change, lit } = useFiguresView();
  const litUnit = useLitUnit();
  const id = useId();
  const { pinned } = choice;
  const bySize = useMemo(
    () =>
      layout.shapes.toSorted(
        (a, b) =>
          (values.get(b.id) ?? Number.NEGATIVE_INFINITY) - (values.get(a.id) ?? Number.NEGATIVE_INFINITY),
      ),
    [layout, values],
  );
  const pin = (unit: string | undefined) => change({ pinned: unit === pinned ? undefined : unit });
  const onKeyDown = (event: KeyboardEvent) => {
    const at = bySize.findIndex((shape) => shape.id === (litUnit ?? pinned));
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      lit.set(bySize[Math.max(0, Math.min(at + step, bySize.length - 1))]?.id);
    } else if ((event.key === "Enter" || event.key === " ") && litUnit !== undefined) {
      event.preventDefault();
      pin(litUnit);
    }
  };
  const active = litUnit ?? pinned;
  const outlined = layout.shapes.filter((shape) => shape.id === active);
  const named = labelledShapes(layout.shapes, layout.width, new Set(pinned === undefined ? [] : [pinned]));
  const shadeOf = (shape: MapShape) => {
    const found = shading.classes.classOf(values.get(shape.id));
    return found === undefined ? undefined : shading.shades[found];
  };
  const clip = layout.border === undefined ? undefined : `url(#${id}vien)`;
  return (
    <svg
      className="figures-map"
      data-kind={shading.kind}
      data-diverging={shading.classes.isDiverging || undefined}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing has no tags for lists; its areas are the options
      role="listbox"
      aria-label={texts.mapLabel(title)}
      aria-activedescendant={active === undefined ? undefined : `${id}${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onMouseLeave={() => lit.set(undefined)}
      onBlur={() => lit.set(undefined)}
      style={{ "--thieu": `url(#${id}thieu)` } as CSSProperties} // a custom property: React's type knows none
    >
      <defs>
        <pattern
          id={`${id}thieu`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className="hatch-ground" />
          <path d="M0 0V6" className="hatch-line" />
        </pattern>
        {layout.border !== undefined && (
          <clipPath id={`${id}vien`}>
            <path d={layout.border} />
          </clipPath>
        )}
      </defs>
      <g role="presentation">
        {layout.shapes.map((shape) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list box above takes the keys for all of its options
          <path
            key={shape.id}
            id={`${id}${shape.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
            role="option"
            aria-selected={shape.id === pinned}
            aria-label={describe(shape.id)}
            d={shape.path}
            className="map-unit"
            data-shade={values.has(shape.id) ? shadeOf(shape) : "missing"}
            clipPath={shape.isCell ? clip : undefined}
            onMouseEnter={() => lit.set(shape.id)}
            onClick={() => pin(shape.id)}
          />
        ))}
      </g>
      <g aria-hidden="true" className="map-over">
        {shading.kind === "circles" &&
          layout.shapes.map(({ id: unit, x, y }) => {
            const radius = shading.radiusOf(unit);
            return radius === undefined ? null : <circle key={unit} cx={x} cy={y} r={radius} />;
          })}
        {outlined.map((shape) => (
          <g key={shape.id}>
            <path d={shape.path} className="map-halo" clipPath={shape.isCell ? clip : undefined} />
            <path d={shape.path} className="map-chosen" clipPath={shape.isCell ? clip : undefined} />
          </g>
        ))}
        {layout.shapes
          .filter((shape) => changed.has(shape.id))
          .map(({ id: unit, x, y }) => (
            <path key={unit} className="map-changed" d={`M${x} ${y - 15}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`} />
          ))}
        {named.map((shape) => (
          <text
            key={shape.id}
            x={shape.x}
            y={shape.y + 4}
            data-shade={values.has(shape.id) ? shadeOf(shape) : "missing"}
          >
            {shape.name}
          </text>
        ))}
      </g>
    </svg>
  );
}
