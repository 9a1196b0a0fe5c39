import { parseOptionCombo } from "#domain/breakdown.ts";
import type { CellReading, Repair, ValueFinding } from "#domain/check-values/value-finding.ts";
import { decimal, roundHalfUp } from "#domain/decimal.ts";
import { isPeriod } from "#domain/period.ts";
import { decimalsOf, formatNumber } from "./number.ts";
import { periodName } from "./period.ts";
import type { Facts, Language, Sentences } from "./refusals.ts";

/** What things are called in a language. */
export interface ValueNames {
  readonly element: (id: string) => string;
  readonly orgUnit: (uid: string) => string;
  /** A form, by what groups it: a programme or a data set. */
  readonly form?: (id: string) => string;
}

/** A finding about reported values in words: where, what, compared with what, what to do. */
export function valueFindingText(
  finding: ValueFinding,
  names: ValueNames,
  language: Language = "vi",
): string {
  const [first] = finding.cells;
  if (!first) return finding.code;
  return `${names.orgUnit(first.orgUnit)}, ${periodText(first.period, language)}. ${valueFindingSentence(finding, names, language)}`;
}

/** The same without saying where, for lists that say it beside. */
export function valueFindingSentence(
  finding: ValueFinding,
  names: ValueNames,
  language: Language = "vi",
): string {
  const [first] = finding.cells;
  if (!first) return finding.code;
  const name = cellText(first, names);
  const form = names.form?.(String(finding.facts["form"] ?? "")) ?? "";
  const facts = { ...finding.facts, name, nameEn: name, formName: form };
  const said = valueSentences[finding.code]?.[language](facts) ?? finding.code;
  return [said, ...(finding.repairs ?? []).map((repair) => repairText(repair, finding.cells, names, language))].join(" "); // prettier-ignore
}

/** "Ca mắc lao mới (AFB (+))": the element with the options of the cell. */
export function cellText({ element, optionCombo }: Pick<CellReading, "element" | "optionCombo">, names: ValueNames): string {
  const options = Object.values(parseOptionCombo(optionCombo) ?? {});
  return options.length === 0 ? names.element(element) : `${names.element(element)} – ${options.join(", ")}`;
} // prettier-ignore

function repairText(
  { cell, to, slip }: Repair,
  cells: readonly CellReading[],
  names: ValueNames,
  language: Language,
): string {
  const reading = cells[cell];
  if (!reading) return "";
  const part = cell === 0 ? (language === "vi" ? "tổng" : "the total") : `“${cellText(reading, names)}”`;
  const [from, right] = [number(reading.value), number(to)];
  const why = slipWords[slip][language];
  return language === "vi" ? `Nếu ${part} là ${right} thay vì ${from} (${why}) thì khớp.` : `It fits if ${part} is ${right} instead of ${from} (${why}).`;
} // prettier-ignore

const slipWords: Readonly<Record<Repair["slip"], Readonly<Record<Language, string>>>> = {
  "digits-swapped": { vi: "đảo hai chữ số", en: "two digits swapped" },
  "one-digit": { vi: "gõ nhầm một chữ số", en: "one digit mistyped" },
  "zero-more": { vi: "thừa một số 0", en: "a zero too many" },
  "zero-less": { vi: "thiếu một số 0", en: "a zero too few" },
};

/** Numbers the way Vietnamese people write them: 2.633; 27,3. */
function number(value: string | number | undefined): string {
  if (value === undefined || value === "") return "";
  const exact = decimal(value);
  return formatNumber(exact, Math.min(decimalsOf(exact), 2));
}

/** A usual level needs no more digits than people would say. */
function about(value: string | number | undefined): string {
  const exact = decimal(value ?? 0);
  const rounded = roundHalfUp(exact, exact.abs().gte(20) ? 0 : 1);
  return formatNumber(rounded, decimalsOf(rounded));
}

function periodText(period: string | number | undefined, language: Language): string {
  const text = String(period ?? "");
  return language === "vi" && isPeriod(text) ? periodName(text) : text;
}

function slipText({ likely, slip }: Facts, language: Language): string {
  if (likely === undefined) return language === "vi" ? " Đối chiếu sổ gốc; nếu đúng, trả lời kèm lý do." : " Compare with the register; if it is right, answer with the reason."; // prettier-ignore
  const why = { "zero-more": ["thừa một số 0", "a zero too many"], "zero-less": ["thiếu một số 0", "a zero too few"], "digit-doubled": ["gõ trùng một chữ số", "a digit typed twice"] }[String(slip)] ?? ["", ""]; // prettier-ignore
  return language === "vi"
    ? ` Có thể là ${number(likely)} (${why[0]}). Đối chiếu sổ gốc.`
    : ` Perhaps ${number(likely)} (${why[1]}). Compare with the register.`;
}

/** "tăng thêm trong kỳ" where a total since January is judged by what it added. */
function what({ isAdded }: Facts, name: string | number | undefined, language: Language): string {
  if (isAdded !== 1) return String(name);
  return language === "vi" ? `${name} (phần tăng thêm trong kỳ)` : `${name} (what the period added)`;
}

const operatorWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  equal_to: { vi: "phải bằng", en: "must equal" },
  not_equal_to: { vi: "phải khác", en: "must differ from" },
  greater_than: { vi: "phải lớn hơn", en: "must be above" },
  greater_than_or_equal_to: { vi: "không được nhỏ hơn", en: "must not be below" },
  less_than: { vi: "phải nhỏ hơn", en: "must be below" },
  less_than_or_equal_to: { vi: "không được lớn hơn", en: "must not exceed" },
};

function ruleText(facts: Facts, language: Language): string {
  const vi = language === "vi";
  const left = String(facts[vi ? "leftVi" : "leftEn"] || (vi ? "Vế trái" : "The left side"));
  const right = String(facts[vi ? "rightVi" : "rightEn"] || (vi ? "vế phải" : "the right side"));
  const explanation = facts[vi ? "explanationVi" : "explanationEn"];
  const end = explanation ? ` ${explanation}` : "";
  const { operator } = facts;
  if (operator === "compulsory_pair") return vi ? `Chỉ có một trong hai số “${left}” và “${right}”; phải có cả hai hoặc để trống cả hai.${end}` : `Only one of “${left}” and “${right}” is there; both or neither are needed.${end}`; // prettier-ignore
  if (operator === "exclusive_pair") return vi ? `Có cả “${left}” (${number(facts["left"])}) và “${right}” (${number(facts["right"])}); chỉ được có một.${end}` : `Both “${left}” (${number(facts["left"])}) and “${right}” (${number(facts["right"])}) are there; only one may be.${end}`; // prettier-ignore
  const is = vi ? "là" : "is";
  return `${left} ${is} ${number(facts["left"])}, ${operatorWords[String(operator)]?.[language]} ${right} (${number(facts["right"])}).${end}`;
}

/** Every finding about reported values; facts `name` (and `nameEn`) say which cell it is. */
export const valueSentences: Readonly<Record<string, Sentences>> = {
  "rule-broken": {
    vi: (facts) => ruleText(facts, "vi"),
    en: (facts) => ruleText(facts, "en"),
  },
  "parts-not-total": {
    vi: ({ name, added, whole, difference, parts }) => `${name}: ${parts} phần cộng lại được ${number(added)}, tổng ghi ${number(whole)} (lệch ${number(String(difference).replace("-", ""))}). Sửa phần sai hoặc sửa tổng.`,
    en: ({ nameEn, added, whole, difference, parts }) => `${nameEn}: ${parts} parts add up to ${number(added)}, the total says ${number(whole)} (${number(String(difference).replace("-", ""))} apart). Correct the part or the total.`,
  },
  "parts-exceed-whole": {
    vi: ({ name, added, whole }) => `${name}: các phần cộng lại được ${number(added)}, nhiều hơn tổng ${number(whole)}. Kiểm tra từng phần và tổng.`,
    en: ({ nameEn, added, whole }) => `${nameEn}: the parts add up to ${number(added)}, more than the total ${number(whole)}. Check each part and the total.`,
  },
  "part-exceeds-whole": {
    vi: ({ name, part, whole }) => `${name}: ${number(part)}, lớn hơn tổng ${number(whole)}. Một trong hai số sai; kiểm tra cả hai.`,
    en: ({ nameEn, part, whole }) => `${nameEn}: ${number(part)} exceeds its total ${number(whole)}. One of the two is wrong; check both.`,
  },
  "negative-count": {
    vi: ({ name, value }) => `${name}: ${number(value)}. Số đếm không thể nhỏ hơn 0; sửa lại.`,
    en: ({ nameEn, value }) => `${nameEn}: ${number(value)}. A count cannot be below 0; correct it.`,
  },
  "percent-above-100": {
    vi: ({ name, value }) => `${name}: ${number(value)}%, vượt 100%. Kiểm tra mẫu số.`,
    en: ({ nameEn, value }) => `${nameEn}: ${number(value)}%, above 100%. Check the denominator.`,
  },
  "below-minimum": {
    vi: ({ name, value, least, scope }) => `${name}: ${number(value)}, thấp hơn giới hạn ${number(least)} đặt cho ${scopeWords(scope, "vi")}. Đối chiếu sổ gốc hoặc sửa giới hạn.`,
    en: ({ nameEn, value, least, scope }) => `${nameEn}: ${number(value)}, below the least ${number(least)} set for ${scopeWords(scope, "en")}. Compare with the register, or change the limit.`,
  },
  "above-maximum": {
    vi: ({ name, value, most, scope }) => `${name}: ${number(value)}, cao hơn giới hạn ${number(most)} đặt cho ${scopeWords(scope, "vi")}. Đối chiếu sổ gốc hoặc sửa giới hạn.`,
    en: ({ nameEn, value, most, scope }) => `${nameEn}: ${number(value)}, above the most ${number(most)} set for ${scopeWords(scope, "en")}. Compare with the register, or change the limit.`,
  },
  "cumulative-multiple": {
    vi: ({ name, value, month, monthPeriod, factor, lines, months }) => `${name}: lũy kế ${number(value)} đúng bằng ${factor} lần ${periodText(monthPeriod, "vi")} (${number(month)})${Number(factor) === Number(months) ? "" : `, trong khi kỳ có ${months} tháng`}${linesWords(lines, factor, "vi")}. Có thể công thức nhân thay cho phép cộng; cộng lại từ từng tháng.`,
    en: ({ nameEn, value, month, monthPeriod, factor, lines, months }) => `${nameEn}: the total ${number(value)} is exactly ${factor} times ${monthPeriod} (${number(month)})${Number(factor) === Number(months) ? "" : `, though the period has ${months} months`}${linesWords(lines, factor, "en")}. A formula may multiply in place of adding; add it up from the months.`,
  },
  "cumulative-falls": {
    vi: ({ name, value, last, earlier }) => `${name}: lũy kế ${number(value)} nhỏ hơn lũy kế ${periodText(earlier, "vi")} (${number(last)}). Lũy kế không giảm, trừ khi đính chính tháng trước; sửa hoặc ghi lý do.`,
    en: ({ nameEn, value, last, earlier }) => `${nameEn}: the cumulative ${number(value)} is below that of ${earlier} (${number(last)}). It falls only when earlier months were corrected; mend it or say why.`,
  },
  "period-below-month": {
    vi: ({ name, value, month, monthPeriod }) => `${name}: cả kỳ ${number(value)}, ít hơn riêng ${periodText(monthPeriod, "vi")} (${number(month)}). Một trong hai số sai.`,
    en: ({ nameEn, value, month, monthPeriod }) => `${nameEn}: the whole period has ${number(value)}, less than ${monthPeriod} alone (${number(month)}). One of the two is wrong.`,
  },
  "repeated-form": {
    vi: ({ formName, form, repeated, compared, earlier }) => `Biểu “${formName || form}”: ${repeated} trong ${compared} số so được giống hệt ${periodText(earlier, "vi")}. Có thể chép lại biểu cũ; nhập số của kỳ này.`,
    en: ({ formName, form, repeated, compared, earlier }) => `Form “${formName || form}”: ${repeated} of ${compared} comparable numbers are those of ${earlier}. It may be a copy; enter this period's numbers.`,
  },
  "repeated-value": {
    vi: ({ name, value, times, earlier }) => Number(times) > 1 ? `${name}: ${number(value)}, kỳ thứ ${Number(times) + 1} liên tiếp cùng một số. Đối chiếu sổ gốc.` : `${name}: ${number(value)}, giống hệt ${periodText(earlier, "vi")} dù số này thường thay đổi. Đối chiếu sổ gốc.`,
    en: ({ nameEn, value, times, earlier }) => Number(times) > 1 ? `${nameEn}: ${number(value)}, the same for ${Number(times) + 1} periods running. Compare with the register.` : `${nameEn}: ${number(value)}, the very number of ${earlier}, though it usually varies. Compare with the register.`,
  },
  "digits-transposed": {
    vi: ({ name, value, last, earlier }) => `${name}: ${number(value)}; ${periodText(earlier, "vi")} là ${number(last)}: hai chữ số bị đảo? Đối chiếu sổ gốc.`,
    en: ({ nameEn, value, last, earlier }) => `${nameEn}: ${number(value)}; ${earlier} was ${number(last)}: were two digits swapped? Compare with the register.`,
  },
  "sudden-zero": {
    vi: ({ name, usual, periods, ...facts }) => `${what(facts, name, "vi")}: 0, trong khi ${facts["isStock"] === 1 ? `kỳ trước là ${about(usual)}` : `trung bình ${periods} kỳ trước là ${about(usual)}`}. Nếu chưa có số, để trống; nếu đúng là không có, trả lời kèm lý do.`,
    en: ({ nameEn, usual, periods, ...facts }) => `${what(facts, nameEn, "en")}: 0, where ${facts["isStock"] === 1 ? `the period before had ${about(usual)}` : `the last ${periods} periods had ${about(usual)} on average`}. Leave it blank if it is not known; if there were none, answer with the reason.`,
  },
  "sudden-change": {
    vi: ({ name, value, usual, periods, factor, direction, lastYear, ...facts }) => `${what(facts, name, "vi")}: ${number(value)}, ${direction === "up" ? `gấp ${about(factor)} lần` : `chỉ bằng ${share(factor)}`} ${facts["isStock"] === 1 ? `kỳ trước (${about(usual)})` : `trung bình ${periods} kỳ trước (${about(usual)})`}${lastYear === undefined ? "" : `; cùng kỳ năm trước ${number(lastYear)}`}.${slipText(facts, "vi")}`,
    en: ({ nameEn, value, usual, periods, factor, direction, lastYear, ...facts }) => `${what(facts, nameEn, "en")}: ${number(value)}, ${direction === "up" ? `${about(factor)} times` : `only ${share(factor)} of`} ${facts["isStock"] === 1 ? `the period before (${about(usual)})` : `the mean of the last ${periods} periods (${about(usual)})`}${lastYear === undefined ? "" : `; the same period last year ${number(lastYear)}`}.${slipText(facts, "en")}`,
  },
  "outlier-modified-z": {
    vi: ({ name, value, usual, periods, score, ...facts }) => `${what(facts, name, "vi")}: ${number(value)}, lệch xa mức thường có ${about(usual)} của ${periods} kỳ trước (điểm z cải biên ${about(score)}).${slipText(facts, "vi")}`,
    en: ({ nameEn, value, usual, periods, score, ...facts }) => `${what(facts, nameEn, "en")}: ${number(value)}, far from the usual ${about(usual)} of ${periods} earlier periods (modified z-score ${about(score)}).${slipText(facts, "en")}`,
  },
  "outlier-z": {
    vi: ({ name, value, usual, periods, score, ...facts }) => `${what(facts, name, "vi")}: ${number(value)}, lệch xa trung bình ${about(usual)} của ${periods} kỳ trước (điểm z ${about(score)}).${slipText(facts, "vi")}`,
    en: ({ nameEn, value, usual, periods, score, ...facts }) => `${what(facts, nameEn, "en")}: ${number(value)}, far from the mean ${about(usual)} of ${periods} earlier periods (z-score ${about(score)}).${slipText(facts, "en")}`,
  },
}; // prettier-ignore

/** A quarter of something is easier said as 25%. */
function share(factor: string | number | undefined): string {
  return `${formatNumber(decimal(Number((100 / Math.max(1, Number(factor))).toPrecision(3))), Number(factor) > 50 ? 1 : 0)}%`;
}

function scopeWords(scope: string | number | undefined, language: Language): string {
  if (scope === "unit") return language === "vi" ? "đơn vị này" : "this unit";
  if (scope === "type") return language === "vi" ? "loại đơn vị này" : "units of this type";
  return language === "vi" ? "mọi đơn vị" : "all units";
}

function linesWords(lines: string | number | undefined, factor: string | number | undefined, language: Language): string {
  if (Number(lines) < 2) return "";
  return language === "vi" ? `; ${lines} dòng của đơn vị cùng gấp đúng ${factor} lần` : `; ${lines} lines of the unit have the same factor`;
} // prettier-ignore
