import { parseOptionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { ExpressionError } from "#domain/expression/expression-error.ts";
import { parseExpression, type Mention } from "#domain/expression/parse-expression.ts";
import type { Mapping } from "./mapping.ts";
import type { Dhis2Metadata } from "./metadata.ts";

/**
 * Formulas speak of cells that no data set asks for: the element's former breakdown, or one it never had. Such cells
 * are known here too, but make up no total.
 */
export function addUsedCells(
  mapping: Mapping,
  metadata: Dhis2Metadata,
  elements: readonly DataElement[],
): DataElement[] {
  const used = listUsedCells(mapping, metadata);
  return elements.map((element) => {
    const own = new Set(element.breakdowns.map(({ dimensions }) => nameOf(dimensions)));
    const others = [...(used.get(element.id) ?? [])].filter(([name]) => !own.has(name));
    if (others.length === 0) return element;
    const added = others.map(([, dimensions]) => ({ dimensions, relation: "overlapping" as const }));
    return { ...element, breakdowns: [...element.breakdowns, ...added] };
  });
}

/** The dimensions by which formulas divide each element. */
function listUsedCells(
  { targetsOf }: Mapping,
  { indicators, validationRules }: Dhis2Metadata,
): Map<string, Map<string, string[]>> {
  const used = new Map<string, Map<string, string[]>>();
  const texts = [
    ...indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ...validationRules.flatMap(({ leftSide, rightSide }) => [leftSide.expression, rightSide.expression]),
  ];
  for (const { item } of texts.flatMap(mentionsIn)) {
    if (item.kind !== "data-element" || item.optionCombo === undefined) continue;
    const element = targetsOf("data-element", item.dataElement)[0];
    const dimensions = Object.keys(parseOptionCombo(targetsOf("option-combo", item.optionCombo)[0] ?? "") ?? {});
    if (element === undefined || dimensions.length === 0) continue;
    const cells = used.get(element) ?? new Map<string, string[]>();
    used.set(element, cells.set(nameOf(dimensions), dimensions));
  }
  return used;
} // prettier-ignore

function nameOf(dimensions: readonly string[]): string {
  return dimensions.toSorted().join(";");
}

/** None in a formula that cannot be read; it is told of where it is mapped. */
function mentionsIn(text: string): readonly Mention[] {
  try {
    return parseExpression(text).mentions;
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
