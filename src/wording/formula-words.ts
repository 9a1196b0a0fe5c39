import { optionCombo } from "#domain/breakdown.ts";
import { decimal, type Decimal } from "#domain/decimal.ts";
import {
  modifiersOf,
  spellBareItem,
  type AggregationType,
  type Item,
  type Modifiers,
  type ReportingRate,
} from "#domain/expression/item.ts";
import { parseExpression } from "#domain/expression/parse-expression.ts";
import type { SyntaxNode } from "#domain/expression/syntax-tree.ts";
import type { Reference, References } from "#domain/indicator-references.ts";
import { decimalsOf, formatNumber } from "./number.ts";
import { formatDay } from "./period.ts";
import type { Language } from "./refusals.ts"; // prettier-ignore

/** The formula as one would say it: "(Số ca mắc (kỳ trước) + Số ca tử vong) × 1.000"; throws an ExpressionError. */
export function formulaWords(text: string, references: References, language: Language): string {
  const { root } = parseExpression(text);
  return wordsOf(root, { language, nameOf: (item) => itemWords(item, references, language) });
}

/** Numerator ÷ denominator × factor; what does not change the number is left out. */
export function indicatorWords(
  { numerator, denominator, factor }: { readonly numerator: string; readonly denominator: string; readonly factor: string }, // prettier-ignore
  references: References,
  language: Language,
): string {
  const above = formulaWords(numerator, references, language);
  const below = denominator.trim() === "1" ? undefined : formulaWords(denominator, references, language);
  const times = factor === "1" ? "" : ` × ${numberWords(decimal(factor), language)}`;
  return `${below === undefined ? above : `${bracketed(above)} ÷ ${bracketed(below)}`}${times}`;
}

function numberWords(value: Decimal, language: Language): string {
  return language === "vi" ? formatNumber(value, decimalsOf(value)) : value.toFixed();
}

function bracketed(words: string): string {
  return / [+−×÷=<>≤≥≠] /.test(words) ? `(${words})` : words;
}

interface Speech {
  readonly language: Language;
  readonly nameOf: (item: Item) => string;
}

const signs: Readonly<Record<string, string>> = {
  "+": "+", "-": "−", "*": "×", "/": "÷", "==": "=", "!=": "≠", "<": "<", ">": ">", "<=": "≤", ">=": "≥",
}; // prettier-ignore
const signWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "&&": { vi: "và", en: "and" },
  "||": { vi: "hoặc", en: "or" },
  "%": { vi: "chia lấy dư cho", en: "modulo" },
};

function wordsOf(node: SyntaxNode, speech: Speech): string {
  const { language } = speech;
  switch (node.kind) {
    case "number":
      return numberWords(node.value, language);
    case "text":
      return `“${node.value}”`;
    case "boolean":
      return node.value ? either(language, "đúng", "yes") : either(language, "sai", "no");
    case "null":
      return either(language, "trống", "blank");
    case "item":
      return speech.nameOf(node.item) + modifierWords(modifiersOf(node.item), language);
    case "sign":
      return node.operator === "!"
        ? `${either(language, "không phải", "not")} ${inner(node.operand, speech)}`
        : `${node.operator === "-" ? "−" : ""}${inner(node.operand, speech)}`;
    case "power":
      return `${inner(node.base, speech)} ^ ${inner(node.exponent, speech)}`;
    case "chain":
      return chainWords(node, speech);
    case "call":
      return callWords(node, speech);
    case "sub-expression":
      return `${either(language, "cộng từng báo cáo của", "for each report")} (${wordsOf(node.inner, speech)})${modifierWords(node.modifiers, language)}`;
  }
}

function chainWords({ level, first, rest }: Extract<SyntaxNode, { kind: "chain" }>, speech: Speech): string {
  const operand = (node: SyntaxNode) =>
    node.kind === "chain" && node.level < level ? `(${wordsOf(node, speech)})` : wordsOf(node, speech);
  const links = rest.map(({ operator, operand: node }) => {
    const sign = signs[operator] ?? signWords[operator]?.[speech.language] ?? operator;
    // What is divided or taken away as a whole keeps its brackets.
    const words =
      node.kind === "chain" && node.level === level ? `(${wordsOf(node, speech)})` : operand(node);
    return ` ${sign} ${words}`;
  });
  return operand(first) + links.join("");
}

function inner(node: SyntaxNode, speech: Speech): string {
  return node.kind === "chain" || node.kind === "power" ? `(${wordsOf(node, speech)})` : wordsOf(node, speech); // prettier-ignore
}

function callWords({ name, operands }: Extract<SyntaxNode, { kind: "call" }>, speech: Speech): string {
  const words = operands.map((node) => wordsOf(node, speech));
  const [first = "", second = "", third = ""] = words;
  const say = callSentences[name]?.[speech.language];
  const list = words.join("; ");
  return say ? say({ first, second, third, list, others: words.slice(1).join("; ") }) : `${name}(${list})`;
}

interface CallParts {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly list: string;
  readonly others: string;
}

const callSentences: Readonly<Record<string, Readonly<Record<Language, (parts: CallParts) => string>>>> = {
  if: {
    vi: ({ first, second, third }) => `(nếu ${first} thì ${second}, nếu không thì ${third})`,
    en: ({ first, second, third }) => `(if ${first} then ${second}, else ${third})`,
  },
  isNull: { vi: ({ first }) => `${first} chưa có số`, en: ({ first }) => `${first} is missing` },
  isNotNull: { vi: ({ first }) => `${first} đã có số`, en: ({ first }) => `${first} is there` },
  firstNonNull: { vi: ({ list }) => `số đầu tiên có trong (${list})`, en: ({ list }) => `the first there is of (${list})` },
  greatest: { vi: ({ list }) => `số lớn nhất trong (${list})`, en: ({ list }) => `the greatest of (${list})` },
  least: { vi: ({ list }) => `số nhỏ nhất trong (${list})`, en: ({ list }) => `the least of (${list})` },
  removeZeros: { vi: ({ first }) => `${first} (coi 0 là trống)`, en: ({ first }) => `${first} (0 as missing)` },
  is: { vi: ({ first, others }) => `${first} là một trong (${others})`, en: ({ first, others }) => `${first} is one of (${others})` },
  log: { vi: ({ list }) => `logarit của (${list})`, en: ({ list }) => `logarithm of (${list})` },
  log10: { vi: ({ list }) => `logarit cơ số 10 của (${list})`, en: ({ list }) => `logarithm to base 10 of (${list})` },
}; // prettier-ignore

const aggregationWords: Readonly<Partial<Record<AggregationType, Readonly<Record<Language, string>>>>> = {
  SUM: { vi: "cộng", en: "sum" },
  AVERAGE: { vi: "trung bình", en: "average" },
  AVERAGE_SUM_ORG_UNIT: { vi: "trung bình theo thời gian", en: "average over time" },
  COUNT: { vi: "số báo cáo", en: "number of reports" },
  FIRST: { vi: "số đầu kỳ", en: "first" },
  LAST: { vi: "số cuối kỳ", en: "last" },
  LAST_IN_PERIOD: { vi: "số cuối kỳ", en: "last" },
  MAX: { vi: "lớn nhất", en: "greatest" },
  MIN: { vi: "nhỏ nhất", en: "least" },
  STDDEV: { vi: "độ lệch chuẩn", en: "standard deviation" },
  VARIANCE: { vi: "phương sai", en: "variance" },
};

function modifierWords(modifiers: Modifiers, language: Language): string {
  const { periodOffset: offset, yearToDate, aggregationType, minDate, maxDate } = modifiers;
  const said = [
    offset !== 0 && offsetWords(offset, language),
    yearToDate && either(language, "lũy kế từ đầu năm", "since January"),
    aggregationType && (aggregationWords[aggregationType]?.[language] ?? aggregationType),
    minDate && either(language, `từ ${formatDay(minDate)}`, `from ${minDate}`),
    maxDate && either(language, `đến ${formatDay(maxDate)}`, `until ${maxDate}`),
  ].filter((part) => typeof part === "string");
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

function offsetWords(offset: number, language: Language): string {
  if (offset === -1) return either(language, "kỳ trước", "the period before");
  if (offset === 1) return either(language, "kỳ sau", "the period after");
  const count = Math.abs(offset);
  return offset < 0
    ? either(language, `${count} kỳ trước`, `${count} periods before`)
    : either(language, `${count} kỳ sau`, `${count} periods after`);
}

/** What an item is, by its name in the catalogue; one that is not there keeps its spelling. */
export function itemWords(item: Item, references: References, language: Language): string {
  const found = references.find(item);
  if ("problem" in found) return spellBareItem(item);
  if (found.kind === "period") return periodItemWords(item, language);
  return referenceWords(found, language) ?? spellBareItem(item);
}

function referenceWords(found: Reference, language: Language): string | undefined {
  switch (found.kind) {
    case "cells":
      return found.cells.map(({ element, breakdown }) => element.name[language] + cellWords(breakdown)).join(" + ");
    case "indicator":
      return found.indicator.name[language];
    case "constant":
      return found.constant.name[language];
    case "reporting-rate":
      return `${rateWords[found.rate][language]} “${found.dataSet}”`;
    case "units": {
      const name = found.group?.name[language] ?? found.type;
      return either(language, `số đơn vị “${name}”`, `number of units “${name}”`);
    }
    default:
      return undefined;
  }
} // prettier-ignore

const rateWords: Readonly<Record<ReportingRate, Readonly<Record<Language, string>>>> = {
  REPORTING_RATE: { vi: "tỷ lệ nộp báo cáo", en: "reporting rate of" },
  REPORTING_RATE_ON_TIME: { vi: "tỷ lệ nộp đúng hạn báo cáo", en: "reporting rate on time of" },
  ACTUAL_REPORTS: { vi: "số báo cáo đã nộp", en: "reports received of" },
  ACTUAL_REPORTS_ON_TIME: { vi: "số báo cáo nộp đúng hạn", en: "reports received on time of" },
  EXPECTED_REPORTS: { vi: "số báo cáo phải nộp", en: "reports expected of" },
};

function cellWords(breakdown: Readonly<Record<string, string>>): string {
  return optionCombo(breakdown) === "" ? "" : ` [${Object.values(breakdown).join(", ")}]`;
}

function periodItemWords(item: Item, language: Language): string {
  if (item.kind === "days") return either(language, "số ngày trong kỳ", "days in the period");
  if (item.kind === "period-in-year") return either(language, "thứ tự của kỳ trong năm", "number of the period in its year"); // prettier-ignore
  return either(language, "số kỳ trong năm", "periods in the year");
}

function either(language: Language, vi: string, en: string): string {
  return language === "vi" ? vi : en;
}
