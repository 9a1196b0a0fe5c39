import { parseOptionCombo } from "./breakdown.ts";
import { figureRoles, type ComparisonBase, type FigureRole } from "./figure.ts";
import type { Chip, ChipPeriod } from "./report-template.ts";

/**
 * A sentence of a template, taken apart. Chips stand in braces:
 * `{role key[dimension=value]@period#orgUnit against=base:form}`, everything after the key optional. Other braces are
 * words: `{period.name}`, `{year}`, `{as-of}`, `{as-of stock workforce.total}`, `{text reason}`.
 */
export type SentencePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "chip"; readonly chip: Chip }
  | { readonly kind: "as-of"; readonly chip: Chip }
  | { readonly kind: "content"; readonly name: string }
  | { readonly kind: "word"; readonly word: PeriodWord };

export const periodWords = [
  "period.name", "period.short", "period.rest", "period.month", "year", "last-year", "as-of",
] as const; // prettier-ignore
export type PeriodWord = (typeof periodWords)[number];

/** A template that cannot be read; `at` is the offset in the sentence. */
export class TemplateError extends Error {
  readonly sentence: string;
  readonly at: number;

  constructor(message: string, sentence: string, at: number) {
    super(`${message} (at ${at} in “${sentence}”)`);
    this.name = "TemplateError";
    this.sentence = sentence;
    this.at = at;
  }
}

export function parseSentence(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  while (at < sentence.length) {
    const open = sentence.indexOf("{", at);
    const text = sentence.slice(at, open < 0 ? undefined : open);
    if (text !== "") parts.push({ kind: "text", text });
    if (open < 0) break;
    const close = sentence.indexOf("}", open);
    if (close < 0) throw new TemplateError("a brace is not closed", sentence, open);
    parts.push(parseBrace(sentence.slice(open + 1, close), sentence, open));
    at = close + 1;
  }
  return parts;
}

/** Reads one chip without its braces, e.g. `growth_percent skin.exams:short`. */
export function parseChip(text: string): Chip {
  return chipOf(text, text, 0);
}

function parseBrace(inside: string, sentence: string, at: number): SentencePart {
  const word = periodWords.find((known) => known === inside);
  if (word) return { kind: "word", word };
  if (inside.startsWith("text ")) return { kind: "content", name: inside.slice(5).trim() };
  if (inside.startsWith("as-of ")) return { kind: "as-of", chip: chipOf(inside.slice(6), sentence, at) };
  return { kind: "chip", chip: chipOf(inside, sentence, at) };
}

const chipPattern =
  /^(?<role>\w+) (?<key>[\w.]+)(?:\[(?<breakdown>[^\]]*)\])?(?:@(?<at>[\w-]+))?(?:#(?<orgUnit>[\w.@-]+))?(?: against=(?<against>\w+))?(?::(?<form>.+))?$/u;

function chipOf(text: string, sentence: string, at: number): Chip {
  const found = chipPattern.exec(text)?.groups;
  if (!found) throw new TemplateError(`not a figure chip: {${text}}`, sentence, at);
  const breakdown = parseOptionCombo(found["breakdown"] ?? "");
  if (!isRole(found["role"])) throw new TemplateError(`unknown role “${found["role"]}”`, sentence, at);
  if (!breakdown) throw new TemplateError(`unreadable breakdown [${found["breakdown"]}]`, sentence, at);
  if (!isChipPeriod(found["at"])) throw new TemplateError(`unknown period @${found["at"]}`, sentence, at);
  if (!isBase(found["against"]))
    throw new TemplateError(`unknown base against=${found["against"]}`, sentence, at);
  return {
    role: found["role"],
    key: found["key"] ?? "",
    breakdown,
    at: found["at"] ?? (found["role"] === "in_month" ? "month" : "period"),
    ...(found["orgUnit"] && { orgUnit: found["orgUnit"] }),
    ...(found["against"] && { against: found["against"] }),
    ...(found["form"] && { form: found["form"] }),
  };
}

const chipPeriods: readonly (string | undefined)[] = [
  undefined, "period", "month", "year", "last-year", "year-end", "last-year-end",
] satisfies (ChipPeriod | undefined)[]; // prettier-ignore
const bases: readonly (string | undefined)[] = [
  undefined, "same_period", "previous_year", "previous_period", "plan",
] satisfies (ComparisonBase | undefined)[]; // prettier-ignore

function isRole(text: string | undefined): text is FigureRole {
  return (figureRoles as readonly (string | undefined)[]).includes(text);
}

function isChipPeriod(text: string | undefined): text is ChipPeriod | undefined {
  return chipPeriods.includes(text);
}

function isBase(text: string | undefined): text is ComparisonBase | undefined {
  return bases.includes(text);
}
