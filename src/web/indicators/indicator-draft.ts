import type { IndicatorChange, IndicatorView } from "#contract/indicator.ts";
import type { MissingValueStrategy } from "#domain/expression/evaluation.ts";
import { parsePeriod } from "#domain/period.ts";

export type Side = "numerator" | "denominator";

/** An indicator while it is written: everything may still be empty. */
export interface IndicatorDraft {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly factor: string;
  readonly missing: MissingValueStrategy;
  readonly decimals: number;
  readonly unit: string;
  readonly programme?: string;
  readonly description?: string;
  /** The version it was read in; 0 for a new one. */
  readonly version: number;
  readonly reason: string;
}

/** What is sent to be checked. */
export interface FormulaText {
  readonly key?: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly factor: string;
  readonly missing: MissingValueStrategy;
  readonly unit: string;
  readonly period?: string;
}

export const emptyDraft: IndicatorDraft = {
  key: "",
  nameVi: "",
  nameEn: "",
  numerator: "",
  denominator: "",
  factor: "100",
  missing: "SKIP_IF_ANY_VALUE_MISSING",
  decimals: 1,
  unit: "%",
  version: 0,
  reason: "",
};

export function draftOf(indicator: IndicatorView): IndicatorDraft {
  const { name, programme, description } = indicator;
  return {
    key: indicator.key,
    nameVi: name.vi,
    nameEn: name.en,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    factor: indicator.factor,
    missing: indicator.missing,
    decimals: indicator.decimals,
    unit: indicator.unit,
    ...(programme !== undefined && { programme }),
    ...(description !== undefined && { description }),
    version: indicator.version,
    reason: "",
  };
}

/** What is to be kept; an English name that nobody wrote is the Vietnamese one. */
export function changeOf(draft: IndicatorDraft): IndicatorChange {
  const { key: _key, nameVi, nameEn, reason, ...rest } = draft;
  const name = { vi: nameVi.trim(), en: nameEn.trim() || nameVi.trim() };
  return { ...rest, name, ...(reason.trim() !== "" && { reason: reason.trim() }) };
}

/** The question to the server; a period that cannot be read is not asked for. */
export function questionOf(draft: IndicatorDraft, period: string): FormulaText {
  const { key, numerator, denominator, factor, missing, unit } = draft;
  const known = parsePeriod(period);
  return {
    ...(isKey(key) && { key }),
    numerator,
    denominator,
    factor,
    missing,
    unit,
    ...(known !== undefined && { period: known }),
  };
}

/** As formulas spell it. */
export function isKey(key: string): boolean {
  return /^[\p{L}\p{N}_]+([.-][\p{L}\p{N}_]+)*$/u.test(key);
}

/** The units that go with the usual factors. */
export const unitsOfFactors: Readonly<Record<string, string>> = {
  "1": "",
  "100": "%",
  "1000": "‰",
  "10000": "/10.000 dân",
  "100000": "/100.000 dân",
};

/** Another factor; the unit follows when it was the usual one of the factor before. */
export function withFactor(draft: IndicatorDraft, factor: string): IndicatorDraft {
  const isUsual = draft.unit === (unitsOfFactors[draft.factor] ?? "");
  return { ...draft, factor, ...(isUsual && { unit: unitsOfFactors[factor] ?? "" }) };
}

/** The text with a piece of it replaced, with blanks where words would run together; and where the caret goes. */
export function insertInto(
  text: string,
  piece: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = /[\w})\]]$/.test(before) ? " " : "";
  const tail = /^[\w#({[]/.test(after) ? " " : "";
  return { text: before + lead + piece + tail + after, caret: (before + lead + piece).length };
}
