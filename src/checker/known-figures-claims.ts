import { type ClaimKind } from "./contract.ts";
import { draftArithmetic } from "./arithmetic-draft.ts";
import { type Draft, remark } from "./drafts.ts";
import { difference, ratio, relativeChange, type Formula } from "./formulas.ts";
import { type Known } from "./known-figures-index.ts";
import { isValueOf, numberOf, valueOf } from "./known-figures-match.ts";
import { formatNumber } from "./number-format.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { contentWords, positionIn } from "./subjects.ts";
import { isSameUnit } from "./units.ts";

/** A printed number held to the figure that it is. */
export function repeats(known: Known, printed: Quantity): Draft {
  const { label, breakdown } = known.figure;
  const name = breakdown === undefined ? label : `${label}, ${breakdown}`;
  const holds = isValueOf(known, printed);
  const expected = asPrinted(known, printed);
  const { text, start, end } = printed;
  return remark("repetition", holds ? "consistent" : "suspect", { start, end }, {
    vi: holds ? `${text} khớp với kho số liệu (${name}).` : `Kho số liệu ghi ${expected} (${name}), không phải ${text}.`,
    en: holds ? `${text} agrees with the figure store (${name}).` : `The figure store has ${expected} (${name}), not ${text}.`,
  }, {
    printed, evidence: "firm", computed: valueOf(known).div(printed.scale),
    proposals: holds ? [] : [{ start, end, replacement: expected, message: { vi: `Sửa thành ${expected}`, en: `Change to ${expected}` } }],
  });
} // prettier-ignore

/** The known value in the style of the printed number: its scale, its decimals, its leading zero and its sign. */
function asPrinted(known: Known, { text, readings, scale }: Quantity): string {
  const value = valueOf(known).div(scale);
  const digits = formatNumber(value, readings[0]!.decimals);
  const padded = /^0\d/.test(text) && /^\d$/.test(digits) ? `0${digits}` : digits;
  return padded + text.replace(/^[\d.,\u00a0\u202f ]*\d/, "");
}

/**
 * What follows a number that is known to be right: its plan, the earlier value, and the percentages and changes
 * against them, which the document alone may leave open. `family` holds the figures of the same thing.
 */
export function claimsBehind(passage: Passage, position: number, family: readonly Known[]): readonly Draft[] {
  const subject = passage.quantities[position]!;
  return companionsOf(passage, position).flatMap((each) => {
    // "đạt 42% kế hoạch năm, tăng 49.800 lượt so với cùng kỳ": only the words of its own clause count.
    const words = `${/[^,;]*$/.exec(each.lead)![0]} ${/^[^,;]*/.exec(each.trail)![0]}`;
    if (/(?:kế hoạch|chỉ tiêu|dự toán)/.test(words)) return againstPlan(subject, each, family);
    return each.role === "change" ? againstEarlier(passage, subject, each, family) : [];
  });
}

/** The numbers right behind the subject in its sentence that only compare it, up to the next that stands for itself. */
function companionsOf(passage: Passage, position: number): readonly Quantity[] {
  const { sentence, depth } = passage.quantities[position]!;
  const behind: Quantity[] = [];
  for (const each of passage.quantities.slice(position + 1, position + 5)) {
    if (each.sentence !== sentence) break;
    if (each.depth > depth) continue;
    const isAttainment = each.kind === "percent" && attainment.test(each.trail);
    if (!isAttainment && each.role !== "change" && each.kind !== "points") break;
    if (speaksOfElse(each)) break;
    behind.push(each);
  }
  return behind;
}

const attainment = /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)/;

/** "…, số mắc tăng 16,6%": a clause with a subject of its own. */
function speaksOfElse({ lead }: Quantity): boolean {
  const clause = /[,;]([^,;]*)$/.exec(lead)?.[1] ?? "";
  return contentWords(clause.replace(/(?:cao|thấp) hơn|kế hoạch|chỉ tiêu|giao|vượt/g, "")).length > 0;
}

function againstPlan(subject: Quantity, printed: Quantity, family: readonly Known[]): readonly Draft[] {
  return family.filter(({ figure }) => figure.role === "plan").flatMap((plan) => {
    if (printed.kind === "percent" && subject.kind === "count" && printed.role !== "change")
      return firm("percent_of_plan", ratio(100), [subject, numberOf(plan)], printed, 0);
    if (subject.kind !== "percent") return [];
    const direction = /(?:thấp hơn|giảm|hụt)/.test(printed.lead) ? -1 : 1;
    return firm("growth_points", difference, [subject, numberOf(plan)], printed, direction);
  });
} // prettier-ignore

function againstEarlier(passage: Passage, subject: Quantity, printed: Quantity, family: readonly Known[]): readonly Draft[] {
  const span = /cùng kỳ/.test(printed.trail) ? undefined : "year";
  const next = passage.quantities[positionIn(passage, printed) + 1];
  const base = next?.role === "base" && next.sentence === printed.sentence ? next : undefined;
  return family.filter(({ figure }) => figure.role === "prior_year" && figure.span === span).flatMap((earlier) => {
    if (base) return isSameUnit(base.unit, subject.unit) && base.kind === subject.kind ? [repeats(earlier, base)] : [];
    const operands = [subject, numberOf(earlier)];
    if (subject.kind !== "count") return firm("growth_points", difference, operands, printed, printed.direction);
    return printed.kind === "percent"
      ? firm("growth_percent", relativeChange, operands, printed, printed.direction)
      : firm("growth_abs", difference, operands, printed, printed.direction);
  });
} // prettier-ignore

function firm(kind: ClaimKind, formula: Formula, operands: readonly Quantity[], printed: Quantity, direction: -1 | 0 | 1): readonly Draft[] {
  const draft = draftArithmetic({ kind, formula, operands, printed, direction, evidence: "firm" });
  // What the store holds is not for the reader of the text to change.
  return [{ ...draft, proposals: draft.proposals.filter(({ start }) => start >= 0) }];
} // prettier-ignore
