import type { Figure, FigureRequest } from "#domain/figure.ts";
import { lastMonth, periodEnd, samePeriodLastYear, yearOf, yearPeriod, type Period } from "#domain/period.ts";
import type { Chip } from "#domain/report-template.ts";
import type { Sentence, Span } from "#domain/report.ts";
import { parseSentence, type PeriodWord, type SentencePart } from "#domain/sentence-template.ts";
import { printFigure } from "./figure-text.ts";
import { formatDay, periodName, periodWithoutYear, restOfYear } from "./period.ts";

/** What a sentence is written for, and with. */
export interface SentenceContext {
  readonly period: Period;
  readonly orgUnit: string;
  readonly resolve: (request: FigureRequest) => Figure;
  /** Keeps a printed figure and answers with its number in the report. */
  readonly keep: (figure: Figure, text: string) => number;
  /** Short texts that the content of the period supplies. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Writes one sentence of a template: period words and figures in their places. */
export function writeSentence(template: string, context: SentenceContext): Sentence {
  const spans: Span[] = [];
  for (const part of parseSentence(template)) {
    const written = writePart(part, context);
    const last = spans.at(-1);
    if (written.figure === undefined && last?.figure === undefined && last) {
      spans[spans.length - 1] = { text: last.text + written.text };
    } else if (written.text !== "") {
      spans.push(written);
    }
  }
  return { spans };
}

/** The sentence without marks. */
export function sentenceText({ spans }: Sentence): string {
  return spans.map((span) => span.text).join("");
}

/** Replaces the period words of a title or heading; figures do not stand there. */
export function writeWords(template: string, period: Period): string {
  return parseSentence(template)
    .map((part) =>
      part.kind === "word" ? periodWord(part.word, period) : part.kind === "text" ? part.text : "",
    )
    .join("");
}

/** Which figure a chip asks for in the report of a period. */
export function chipRequest(chip: Chip, period: Period, orgUnit: string): FigureRequest {
  const { role, key, breakdown, against } = chip;
  return {
    role,
    key,
    breakdown,
    orgUnit: chip.orgUnit ?? orgUnit,
    period: chipPeriod(chip, period),
    ...(against && { against }),
    ...(chip.at.endsWith("-end") && { anchor: "day" as const }),
  };
}

function chipPeriod({ at, role }: Chip, period: Period): Period {
  switch (at) {
    case "period":
      return role === "prior_year" ? samePeriodLastYear(period) : period;
    case "month":
      return lastMonth(period);
    case "year":
    case "year-end":
      return yearPeriod(period);
    case "last-year":
    case "last-year-end":
      return yearPeriod(samePeriodLastYear(period));
  }
}

function writePart(part: SentencePart, context: SentenceContext): Span {
  switch (part.kind) {
    case "text":
      return { text: part.text };
    case "word":
      return { text: periodWord(part.word, context.period) };
    case "content":
      return { text: context.texts[part.name] ?? "" };
    case "as-of":
      return {
        text: formatDay(context.resolve(chipRequest(part.chip, context.period, context.orgUnit)).asOf),
      };
    case "chip": {
      const figure = context.resolve(chipRequest(part.chip, context.period, context.orgUnit));
      const text = printFigure(figure, part.chip.form);
      return { text, figure: context.keep(figure, text) };
    }
  }
}

function periodWord(word: PeriodWord, period: Period): string {
  switch (word) {
    case "period.name":
      return periodName(period);
    case "period.short":
      return periodWithoutYear(period);
    case "period.rest":
      return restOfYear(period);
    case "period.month":
      return periodName(lastMonth(period));
    case "year":
      return String(yearOf(period));
    case "last-year":
      return String(yearOf(period) - 1);
    case "as-of":
      return formatDay(periodEnd(period));
  }
}
