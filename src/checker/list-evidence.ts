import { type Evidence } from "./drafts.ts";
import { total as sumOf } from "./formulas.ts";
import { judge } from "./judge.ts";
import { hasCatchAll, isPartition, isStrictPartition, mayOverlap, namesPlaces } from "./list-labels.ts";
import { type PartList } from "./lists.ts";
import { type Quantity } from "./quantities.ts";
import { findRepairs, isKeystrokeFrom, isOneKeystrokeOff } from "./repairs.ts";
import { canMeet, isSameUnit } from "./units.ts";

/** How strongly a list that does not add up speaks against the text; `undefined` where it may be a partial or overlapping list. */
export function evidenceOf(
  text: string,
  list: PartList,
  parts: readonly Quantity[],
  total: Quantity,
  coverage: number,
): Evidence | undefined {
  const ordered = [total, ...parts].toSorted((a, b) => a.start - b.start);
  const printed = text.slice(ordered[0]!.start, ordered.at(-1)!.end);
  const closes = isPartition(list);
  const isStrict = isStrictPartition(list);
  // One person may have two doses, but a dose is only one.
  const words = total.unit.unitClass === "dose" ? list.words.replace(/mũi/g, "") : list.words;
  if (mayOverlap(words) && !isStrict) return undefined;
  const sameUnits = parts.every(
    (each) =>
      each.unit.noun === "" ||
      each.unit.unitClass === undefined ||
      total.unit.noun === "" ||
      canMeet(each.unit, total.unit),
  );
  if (!sameUnits) return undefined;
  if (isMistypedTotal(parts, total)) return list.promise === "whole" && closes ? "tight" : "firm";
  if (coverage < 0.5 || coverage > 1.6) return closes && isOneKeystrokeOff(parts, total) ? "firm" : undefined;
  const isClose = coverage >= 0.9 && coverage <= 1.1;
  if (list.promise === "whole") {
    const sameNoun =
      (total.unit.noun === "" && parts.every((each) => each.unit.noun === parts[0]!.unit.noun)) ||
      parts.every(
        (each) =>
          each.unit.noun === "" ||
          each.unit.noun === total.unit.noun ||
          each.unit.unitClass === total.unit.unitClass,
      );
    if (isStrict || isClose) return list.isAttached || sameNoun ? "tight" : "firm";
    if (coverage < 0.7 || coverage > 1.35)
      return list.isAttached && isOneKeystrokeOff(parts, total) ? "firm" : undefined;
    return (list.isAttached && sameNoun && !closes) || isOneKeystrokeOff(parts, total) ? "firm" : undefined;
  }
  if (closes)
    return isStrict && (isClose || hasCatchAll(list.words))
      ? "tight"
      : (isClose && (isStrict || coverage > 1)) ||
          (isStrict && coverage > 0.75 && coverage < 1.3) ||
          ((isStrict || coverage > 1 || total.text.length >= 3) && isOneKeystrokeOff(parts, total))
        ? "firm"
        : undefined;
  if (coverage > 1) {
    // People and cases may be counted under two heads; hectares, tonnes and đồng are not.
    const isMeasure = /^(?:area|weight|money|length)$/.test(total.unit.unitClass ?? "");
    if (isMeasure && isOneKeystrokeOff(parts, total)) return "firm";
    const isLongList = parts.length >= 3 && parts.every((each) => isSameUnit(each.unit, total.unit));
    const isExplained = isClose && isLongList && isOneKeystrokeOff(parts, total);
    return namesPlaces(printed) || isExplained || (isClose && isSurprising(parts, total))
      ? "firm"
      : undefined;
  }
  // Short of the total a list may always be partial: only a slip that one keystroke of large numbers explains speaks against it.
  return isClose && isSurprising(parts, total) ? "firm" : undefined;
}

/** The sum of three parts or more is the total but for one keystroke in its four digits or more. */
function isMistypedTotal(parts: readonly Quantity[], total: Quantity): boolean {
  const digits = total.text.replace(/\D/g, "").length;
  return parts.length >= 3 && digits >= 4 && isKeystrokeFrom(total, judge(sumOf, parts, total).computed());
}

/** A single keystroke would mend a sum of numbers with four digits or more: too much of a coincidence for a list that is merely partial. */
function isSurprising(parts: readonly Quantity[], total: Quantity): boolean {
  return total.text.replace(/\D/g, "").length >= 4 && findRepairs(sumOf, parts, total, 0).length > 0;
}
