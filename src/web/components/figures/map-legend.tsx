import { classMethodNames } from "../../figures/view-choice.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import type { Shading } from "./map-shading.ts";

/** What the shades mean, in numbers; that counts are circles and why; how the classes were made. */
export function MapLegend({
  shading,
  hasMissing,
}: {
  readonly shading: Shading;
  readonly hasMissing: boolean;
}) {
  const { picture: texts } = useFiguresTexts();
  const { choice, change } = useFiguresView();
  return (
    <div className="map-legend" data-diverging={shading.classes.isDiverging || undefined}>
      <ul>
        {shading.kind === "shades" &&
          shading.legend.map((words, index) => (
            <li key={words} data-shade={shading.shades[index]}>
              <span className="swatch" />
              {words}
            </li>
          ))}
        {shading.kind === "circles" && (
          <li>
            <span className="swatch-circle" />
            {shading.legend[0]}
          </li>
        )}
        {hasMissing && (
          <li data-shade="missing">
            <span className="swatch" />
            {texts.noNumber}
          </li>
        )}
      </ul>
      {shading.kind === "shades" && !shading.classes.isDiverging && shading.classes.classes.length > 1 && (
        <label className="legend-method">
          {texts.classes}{" "}
          <select
            value={choice.classes}
            onChange={({ target }) =>
              change({ classes: classMethodNames.find((one) => one === target.value) ?? "equal-counts" })
            }
          >
            {classMethodNames.map((method) => (
              <option key={method} value={method}>
                {texts.classNames[method]}
              </option>
            ))}
          </select>
        </label>
      )}
      {shading.kind === "circles" && <p className="quiet">{texts.circles}</p>}
    </div>
  );
}
