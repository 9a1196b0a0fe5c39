import { type Comparison } from "./comparisons.ts";
import { type ReadDocument } from "./document.ts";
import { valueOf } from "./intervals.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { contentWords, findSubjects, positionIn, sharedWords } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

/** Candidates for what changed, the likeliest first: the same unit and the most words in common, then the nearest. */
export function rankSubjects(
  document: ReadDocument,
  passage: Passage,
  position: number,
  { change, companion, base, subject }: Comparison,
): readonly Quantity[] {
  if (subject) return [subject];
  const counted = [change, companion].find((each) => each?.kind === "count");
  const like = base?.kind === "count" ? base : counted;
  const kinds: readonly Quantity["kind"][] = base
    ? [base.kind]
    : counted
      ? ["count"]
      : ["count", "percent", "permille", "per"];
  const clause = counted ?? change;
  const found = findSubjects(passage, document.folded, position, { kinds, like }).filter(
    (each) => each.sentence === clause.sentence || isSameMatter(each, clause),
  );
  // "tăng 7,42%, cao hơn 0,57 điểm phần trăm so với quý II (6,85%)": points also part two rates of growth.
  if (found.length === 0 && change.kind === "points") return ratesBefore(passage, position);
  const scored = found.map((each, order) => ({
    each,
    score: scoreSubject(each, clause, like) - order * 0.75,
  }));
  return scored.toSorted((a, b) => b.score - a.score).map(({ each }) => each);
}

/** Rates of growth, and a rate in a bracket of its own: "Tân Sơn đạt thấp nhất (83,2%), thấp hơn bình quân chung 5,8 điểm %". */
function ratesBefore(passage: Passage, position: number): readonly Quantity[] {
  const { sentence, bracket } = passage.quantities[position]!;
  return passage.quantities
    .slice(Math.max(0, position - 4), position)
    .filter(
      (each) =>
        each.sentence === sentence &&
        each.kind === "percent" &&
        (each.bracket === bracket ? each.role === "change" : passage.byBracket[each.bracket]?.length === 1),
    )
    .toReversed();
}

/** "tăng 05 người bị thương" speaks of no number of another sentence that counts the dead. */
function isSameMatter(candidate: Quantity, { unit, role }: Quantity): boolean {
  const qualifiers = contentWords(unit.phrase.slice(unit.noun.length));
  if (role !== "change" || qualifiers.length === 0) return true;
  const words = new Set(contentWords(`${candidate.lead.slice(-60)} ${candidate.unit.phrase}`));
  return qualifiers.some((word) => words.has(word));
}

function scoreSubject(candidate: Quantity, clause: Quantity, like: Quantity | undefined): number {
  const sameNoun = like !== undefined && like.unit.noun !== "" && like.unit.noun === candidate.unit.noun;
  return (
    sharedWords(candidate, clause) + (sameNoun ? 1 : 0) + (candidate.sentence === clause.sentence ? 1 : 0)
  );
}

/** Of the plausible candidates the one that the printed percentage comes nearest to: the total before "gồm thóc 54.218 tấn và ngô 14.194 tấn, tăng 3,5%". */
export function likeliest(
  passage: Passage,
  candidates: readonly Quantity[],
  base: Quantity,
  { change, companion, direction }: Comparison,
): Quantity | undefined {
  // Behind a semicolon the numbers before it are another matter's, if any of this clause will do.
  const fit = candidates.slice(0, 6).filter((each) => isPlausible(each, base, change));
  const near = fit.filter((each) => !isBeforeSemicolon(passage, each, change));
  const plausible = near.length > 0 ? near : fit;
  const percent = [change, companion].find((each) => each?.kind === "percent");
  const nearest = plausible[0];
  if (!nearest || !percent || base.kind !== "count") return nearest ?? candidates[0];
  const expected = Math.log(Math.max(0.05, 1 + (direction * valueOf(percent)) / 100));
  const distance = (each: Quantity) => Math.abs(Math.log(valueOf(each) / valueOf(base)) - expected);
  return plausible.reduce((best, each) => (distance(each) < 0.7 * distance(best) ? each : best), nearest);
}

function isBeforeSemicolon(passage: Passage, each: Quantity, change: Quantity): boolean {
  return passage.quantities
    .slice(positionIn(passage, each) + 1, positionIn(passage, change) + 1)
    .some(({ lead, depth }) => depth === each.depth && lead.includes(";"));
}

/** Numbers that are worlds apart were paired wrongly, unless the change itself is large. */
export function isPlausible(subject: Quantity, base: Quantity, change: Quantity): boolean {
  const factor = valueOf(subject) / valueOf(base);
  if (!Number.isFinite(factor) || factor === 0) return false;
  if (change.kind === "times") return factor > 0.4 * valueOf(change) && factor < 2.5 * (valueOf(change) + 1);
  const printed = change.kind === "percent" ? valueOf(change) : 0;
  return (factor < 3.5 && factor > 1 / 3.5) || (printed >= 100 && factor < 40);
}

/** Whether nothing else could have been meant. */
export function isTight(
  first: Quantity,
  candidates: readonly Quantity[],
  base: Quantity,
  comparison: Comparison,
): boolean {
  if (comparison.subject) return true;
  const rivals = candidates.filter(
    (each) =>
      each !== first &&
      valueOf(each) !== valueOf(first) &&
      each.sentence === first.sentence &&
      isPlausible(each, base, comparison.change),
  );
  const sameUnit = isSameUnit(first.unit, base.unit) || first.unit.unitClass === base.unit.unitClass;
  return (
    sameUnit &&
    rivals.every(
      (each) =>
        sharedWords(each, comparison.change) < sharedWords(first, comparison.change) ||
        each.index < first.index,
    )
  );
}
