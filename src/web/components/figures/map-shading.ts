import { shadesFor } from "#charts/chart-palette.ts";
import { classify, classifyChanges, type Classes } from "#charts/map-classes.ts";
import { isRatio, printValue } from "../../figures/cell-text.ts";
import type { FiguresTexts } from "../../texts/figures-vi.ts";
import type { ViewChoice } from "../../figures/view-choice.ts";

/** How the numbers of a map are shown: shades for rates, circles for counts. */
export interface Shading {
  readonly kind: "shades" | "circles";
  readonly classes: Classes;
  /** Which of the five shades each class has. */
  readonly shades: readonly number[];
  readonly legend: readonly string[];
  readonly radiusOf: (unit: string) => number | undefined;
}

export function shadeMap(
  values: ReadonlyMap<string, number>,
  unit: string,
  method: ViewChoice["classes"],
  width: number,
  texts: FiguresTexts["picture"],
): Shading {
  const kind = isRatio(unit) ? "shades" : "circles";
  const numbers = [...values.values()];
  const isMixed = numbers.some((value) => value < 0) && numbers.some((value) => value > 0);
  const classes = isMixed ? classifyChanges(numbers) : classify(numbers, method);
  const greatest = Math.max(0, ...values.values());
  // As large as the room that a unit has on average allows, so that neighbours can be told apart.
  const largest = Math.max(6, Math.min(34, width * 0.27 * Math.sqrt(1 / Math.max(1, values.size))));
  const print = (value: number) => printValue(String(value), unit, isMixed);
  return {
    kind,
    classes,
    shades: shadesFor(classes.classes.length),
    legend:
      kind === "circles"
        ? [texts.circleOf(`${print(greatest)} ${unit}`)]
        : classes.classes.map(({ from, to, least }) => {
            if (from === undefined && to === undefined) return print(least ?? 0);
            if (from === undefined) return texts.below(print(to!));
            return to === undefined ? texts.from(print(from)) : texts.between(print(from), print(to));
          }),
    // Areas are in proportion to the numbers; a number above zero never vanishes.
    radiusOf: (id) => {
      const value = values.get(id);
      if (value === undefined || value <= 0 || greatest === 0) return undefined;
      return Math.max(1.5, largest * Math.sqrt(value / greatest));
    },
  };
}
