import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { claimsBehind, repeats } from "#checker/known-figures-claims.ts";
import { indexKnownFigures, type KnownFigures } from "#checker/known-figures-index.ts";
import { isValueOf, matchFigures } from "#checker/known-figures-match.ts";
import { headingsOf, placeOf, type Place } from "#checker/known-figures-place.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/**
 * Holds the text to figures known from elsewhere: the value itself, its plan, and its value a year before. A
 * figure accuses a number only when the words around the number name that figure and no other.
 */
export function readKnownFigures(document: ReadDocument): readonly Draft[] {
  const figures = document.options.figures ?? [];
  if (figures.length === 0) return [];
  const known = indexKnownFigures(figures);
  const headings = headingsOf(document);
  return document.passages.flatMap((passage, index) =>
    readPassageFigures(known, passage, (quantity) =>
      placeOf(document.folded, passage, quantity, headings[index] ?? ""),
    ),
  );
}

function readPassageFigures(
  known: KnownFigures,
  passage: Passage,
  placeOfQuantity: (quantity: Quantity) => Place,
): readonly Draft[] {
  return passage.quantities.flatMap((quantity, position) => {
    if (quantity.role === "range" || quantity.kind === "times" || quantity.kind === "points") return [];
    const place = placeOfQuantity(quantity);
    const { candidates, isBySentence } = matchFigures(known, place);
    const confirmed = candidates.find((each) => isValueOf(each, quantity));
    if (confirmed) {
      const family =
        confirmed.figure.role === "actual" ? (known.byIdentity.get(confirmed.identity) ?? []) : [];
      return [repeats(confirmed, quantity), ...claimsBehind(passage, position, family)];
    }
    const [only] = candidates;
    if (only === undefined || new Set(candidates.map(({ figure }) => figure.value)).size > 1) return [];
    const isDoubtful = !isBySentence && (quantity.approximate || isOtherFigure(known, place));
    return isDoubtful ? [] : [repeats(only, quantity)];
  });
}

/** Whether a figure that shares words with the clause has just this value: then the number is that figure. */
function isOtherFigure({ all }: KnownFigures, { near, far, quantity }: Place): boolean {
  return all.some(
    (each) =>
      each.kind === quantity.kind &&
      [...each.label, ...each.cell].some((word) => near.has(word) || far.has(word)) &&
      isValueOf(each, quantity),
  );
}
