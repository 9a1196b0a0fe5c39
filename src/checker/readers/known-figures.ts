import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio, relativeChange, difference, same } from "#checker/formulas.ts";
import { outsideNumber } from "#checker/outside-numbers.ts";
import { type KnownFigure } from "#checker/contract.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { contentWords } from "#checker/subjects.ts";

interface Labelled {
  readonly figure: KnownFigure;
  readonly words: readonly string[];
}

/** Holds the text to figures known from elsewhere: the value itself, its plan, and its value a year before. */
export function readKnownFigures(document: ReadDocument): readonly Draft[] {
  const figures = (document.options.figures ?? []).map((figure) => ({
    figure,
    words: contentWords(figure.label.normalize("NFC").toLowerCase()),
  }));
  if (figures.length === 0) return [];
  const byWord = indexByWord(figures);
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quantity, position) =>
      readMention(document, passage, position, quantity, byWord),
    ),
  );
}

function indexByWord(figures: readonly Labelled[]): ReadonlyMap<string, readonly Labelled[]> {
  const frequency = new Map<string, number>();
  for (const { words } of figures)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const byRarest = new Map<string, Labelled[]>();
  for (const labelled of figures) {
    const rarest = labelled.words.toSorted((a, b) => frequency.get(a)! - frequency.get(b)!)[0];
    if (rarest !== undefined && labelled.words.length >= 2)
      byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), labelled]);
  }
  return byRarest;
}

/** Figures whose every word stands in the clause of the number; the longest label wins. */
function figuresFor(
  document: ReadDocument,
  passage: Passage,
  quantity: Quantity,
  byWord: ReadonlyMap<string, readonly Labelled[]>,
): readonly KnownFigure[] {
  const start = passage.sentences[quantity.sentence]?.start ?? quantity.start;
  const behind = /^[^,;.(]{0,40}/.exec(document.folded.slice(quantity.unitEnd, quantity.unitEnd + 40))![0];
  const before = document.folded.slice(Math.max(start, quantity.start - 160), quantity.unitEnd);
  const words = new Set(contentWords(before + behind));
  const fitting = [...words]
    .flatMap((word) => byWord.get(word) ?? [])
    .filter((each) => each.words.every((word) => words.has(word)));
  const longest = fitting.reduce((most, each) => Math.max(most, each.words.length), 0);
  return fitting.filter((each) => each.words.length === longest).map((each) => each.figure);
}

function readMention(
  document: ReadDocument,
  passage: Passage,
  position: number,
  quantity: Quantity,
  byWord: ReadonlyMap<string, readonly Labelled[]>,
): readonly Draft[] {
  if (quantity.role !== "plain" || quantity.depth > 0 || quantity.kind === "times") return [];
  const figures = figuresFor(document, passage, quantity, byWord);
  return figures.flatMap((figure) => {
    const known = outsideNumber(figure.value);
    const scaled = { ...known, scale: 1 };
    switch (figure.role) {
      case "actual":
        return quantity.kind === "percent" && figure.unit !== "%"
          ? []
          : [
              draftArithmetic({
                kind: "repetition",
                formula: same,
                operands: [scaled],
                printed: quantity,
                evidence: "firm",
              }),
            ];
      case "plan":
        return quantity.kind === "count"
          ? ratesBehind(passage, position, "plan").map((printed) =>
              draftArithmetic({
                kind: "percent_of_plan",
                formula: ratio(100),
                operands: [quantity, scaled],
                printed,
                evidence: "firm",
              }),
            )
          : [];
      case "prior_year":
        return quantity.kind === "count"
          ? ratesBehind(passage, position, "earlier").map((printed) =>
              compareWithEarlier(quantity, scaled, printed),
            )
          : [];
      default:
        return [];
    }
  });
}

function compareWithEarlier(subject: Quantity, earlier: Quantity, printed: Quantity): Draft {
  const isAmount = printed.kind === "count";
  return draftArithmetic({
    kind: isAmount ? "growth_abs" : "growth_percent",
    formula: isAmount ? difference : relativeChange,
    operands: [subject, earlier],
    printed,
    direction: printed.direction,
    evidence: "firm",
  });
}

/** The percentage of plan, or the change, that follows the number in its sentence. */
function ratesBehind(passage: Passage, position: number, against: "plan" | "earlier"): readonly Quantity[] {
  const subject = passage.quantities[position]!;
  const following = passage.quantities
    .slice(position + 1, position + 4)
    .filter((each) => each.sentence === subject.sentence);
  if (against === "earlier")
    return following.filter((each) => each.role === "change" && each.kind !== "times").slice(0, 1);
  return following
    .filter(
      (each) => each.kind === "percent" && /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)/.test(each.trail),
    )
    .slice(0, 1);
}
