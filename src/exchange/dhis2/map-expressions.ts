import { parseOptionCombo } from "#domain/breakdown.ts";
import { describeExpression } from "#domain/expression/compile-expression.ts";
import { spellBareItem, type Item } from "#domain/expression/item.ts";
import { parseExpression } from "#domain/expression/parse-expression.ts";
import type { Mapping } from "./mapping.ts";

/**
 * The expression with our own names in place of uids, wherever there is exactly one name of ours; lists and groups
 * keep their codes. Throws an ExpressionError when it cannot be read.
 */
export function translateExpression(text: string, mapping: Pick<Mapping, "targetsOf">): string {
  const { mentions } = parseExpression(text);
  return describeExpression({ text, mentions }, (item) => spellBareItem(translateItem(item, mapping)));
}

function translateItem(item: Item, { targetsOf }: Pick<Mapping, "targetsOf">): Item {
  switch (item.kind) {
    case "data-element": {
      const { dataElement, optionCombo = "*", attributeOptionCombo = "*", breakdown } = item;
      const target = targetsOf("data-element", dataElement)[0];
      const cell = optionCombo === "*" ? "" : targetsOf("option-combo", optionCombo)[0];
      const isTotal = attributeOptionCombo === "*" || targetsOf("option-combo", attributeOptionCombo)[0] === "";
      if (breakdown || target === undefined || cell === undefined || !isTotal) return item;
      return { kind: "data-element", dataElement: target, breakdown: parseOptionCombo(cell) ?? {}, modifiers: item.modifiers };
    }
    case "indicator":
      return { ...item, indicator: targetsOf("indicator", item.indicator)[0] ?? item.indicator };
    case "constant":
      return { ...item, constant: targetsOf("constant", item.constant)[0] ?? item.constant };
    case "org-unit-group":
      return { ...item, group: targetsOf("org-unit-group", item.group)[0] ?? item.group };
    case "reporting-rate":
      return { ...item, dataSet: targetsOf("data-set", item.dataSet)[0] ?? item.dataSet };
    default:
      return item;
  }
} // prettier-ignore
