import type { FormulaProblem, FormulaProblemCode } from "#domain/indicator-formula.ts";
import type { Facts, Language, Sentences } from "./refusals.ts";

type Fact = string | number | undefined;

/** The parser's own words for what it expected, as people say them. */
const expectedWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  operator: { vi: "một phép tính (+ - * /) hoặc hết công thức", en: "an operator (+ - * /) or the end" },
  value: { vi: "một số, một chỉ tiêu #{…} hoặc dấu mở ngoặc", en: "a number, an item #{…} or an opening bracket" },
  modifier: { vi: "tên bổ nghĩa như periodOffset sau dấu chấm", en: "a modifier such as periodOffset after the point" },
  "whole-number": { vi: "một số nguyên", en: "a whole number" },
  uid: { vi: "một mã gồm 11 ký tự", en: "a code of 11 characters" },
  in: { vi: "chữ in", en: "the word in" },
  number: { vi: "số", en: "a number" },
  text: { vi: "chữ", en: "a text" },
  boolean: { vi: "đúng/sai", en: "a yes or no" },
  any: { vi: "giá trị bất kỳ", en: "any value" },
  end: { vi: "hết công thức", en: "the end of the formula" },
}; // prettier-ignore

function word(fact: Fact, language: Language): string {
  const known = expectedWords[String(fact)];
  return known ? known[language] : `“${fact}”`;
}

/** What somebody wrote is quoted; only the end is a word of ours. */
function met(found: Fact, language: Language): string {
  return found === "end" ? word(found, language) : `“${found}”`;
}

/** Why a formula cannot be used, one sentence for every code, said at the character that is marked. */
const sentences: Readonly<Record<FormulaProblemCode, Sentences>> = {
  empty: {
    vi: () => "Công thức còn trống. Chọn một chỉ tiêu hoặc viết 1.",
    en: () => "The formula is empty. Choose an item, or write 1.",
  },
  "too-long": {
    vi: ({ most }) => `Công thức dài quá ${most} ký tự. Chia thành các chỉ số nhỏ rồi ghép bằng N{…}.`,
    en: ({ most }) => `The formula is longer than ${most} characters. Divide it into smaller indicators and join them with N{…}.`,
  },
  "too-deep": {
    vi: ({ most }) => `Quá nhiều ngoặc hoặc dấu lồng nhau (hơn ${most} lớp). Bỏ bớt ngoặc thừa.`,
    en: ({ most }) => `Brackets or signs are nested more than ${most} deep. Take away those that are not needed.`,
  },
  unexpected: {
    vi: ({ expected, found }) => `Chỗ này cần ${word(expected, "vi")}, nhưng gặp ${met(found, "vi")}.`,
    en: ({ expected, found }) => `Here should be ${word(expected, "en")}, but there is ${met(found, "en")}.`,
  },
  unclosed: {
    vi: ({ found }) => `Phần mở bằng “${found}” chưa được đóng lại.`,
    en: ({ found }) => `What opens with “${found}” is not closed.`,
  },
  "unknown-function": {
    vi: ({ name }) => `Không có hàm “${name}”. Các hàm hay dùng: if, isNull, firstNonNull, greatest, least.`,
    en: ({ name }) => `There is no function “${name}”. Often used: if, isNull, firstNonNull, greatest, least.`,
  },
  "unknown-modifier": {
    vi: ({ name }) => `Không có cách nói “.${name}”. Có: periodOffset, yearToDate, aggregationType, minDate, maxDate.`,
    en: ({ name }) => `There is no “.${name}”. There are: periodOffset, yearToDate, aggregationType, minDate, maxDate.`,
  },
  "unknown-item": {
    vi: ({ found }) => `Không có loại tham chiếu “${found}”. Có: #{…}, N{…}, C{…}, OUG{…}, R{…}, [days].`,
    en: ({ found }) => `There is no item such as “${found}”. There are: #{…}, N{…}, C{…}, OUG{…}, R{…}, [days].`,
  },
  "item-unreadable": {
    vi: ({ found }) => `Không đọc được “${found}”. Viết #{mã} hoặc #{mã[phân tổ=giá trị]}.`,
    en: ({ found }) => `“${found}” cannot be read. Write #{key} or #{key[dimension=option]}.`,
  },
  "individual-record": {
    vi: ({ name }) => `“${name}” hỏi hồ sơ từng người; ở đây chỉ có số liệu tổng hợp.`,
    en: ({ name }) => `“${name}” asks for records of single persons; only aggregate figures are kept here.`,
  },
  "wrong-argument-count": {
    vi: ({ name, least, most, found }) => `Hàm ${name} cần ${range(least, most, "vi")} thành phần, đang có ${found}.`,
    en: ({ name, least, most, found }) => `${name} takes ${range(least, most, "en")} operands; there are ${found}.`,
  },
  "type-mismatch": {
    vi: ({ expected, found }) => `Chỗ này cần ${word(expected, "vi")}, không phải ${word(found, "vi")}.`,
    en: ({ expected, found }) => `Here should be ${word(expected, "en")}, not ${word(found, "en")}.`,
  },
  "number-out-of-range": {
    vi: () => "Số này quá lớn hoặc quá nhiều chữ số thập phân.",
    en: () => "This number is too large or has too many decimals.",
  },
  "offset-out-of-range": {
    vi: ({ most }) => `Chỉ lùi hoặc tiến được nhiều nhất ${most} kỳ.`,
    en: ({ most }) => `Periods can be shifted by ${most} at most.`,
  },
  "date-unreadable": {
    vi: ({ found }) => `Không hiểu ngày “${found}”. Viết năm-tháng-ngày, ví dụ 2025-07-01.`,
    en: ({ found }) => `“${found}” is no day. Write year-month-day, for example 2025-07-01.`,
  },
  "unknown-aggregation-type": {
    vi: ({ found }) => `Không có cách tổng hợp “${found}”. Có: SUM, AVERAGE, LAST, FIRST, MAX, MIN, COUNT…`,
    en: ({ found }) => `There is no aggregation type “${found}”. There are: SUM, AVERAGE, LAST, FIRST, MAX, MIN, COUNT…`,
  },
  "nested-aggregate": {
    vi: ({ name }) => `Hàm ${name} không được nằm trong một hàm tổng hợp khác.`,
    en: ({ name }) => `${name} may not stand inside another aggregate function.`,
  },
  "sub-expression-items": {
    vi: () => "subExpression phải nói về đúng một chỉ tiêu nhập liệu.",
    en: () => "A subExpression must be about exactly one data element.",
  },
  "unknown-data-element": {
    vi: ({ name }) => `Không có chỉ tiêu “${name}” trong danh mục.`,
    en: ({ name }) => `There is no data element “${name}” in the catalogue.`,
  },
  "unknown-option-combo": {
    vi: ({ name }) => `Chỉ tiêu này không có phân tổ “${name}”.`,
    en: ({ name }) => `This data element has no cell “${name}”.`,
  },
  "unknown-element-group": {
    vi: ({ name }) => `Không có nhóm chỉ tiêu “${name}”.`,
    en: ({ name }) => `There is no group of data elements “${name}”.`,
  },
  "unknown-indicator": {
    vi: ({ name }) => `Không có chỉ số “${name}”.`,
    en: ({ name }) => `There is no indicator “${name}”.`,
  },
  "unknown-constant": {
    vi: ({ name }) => `Không có hằng số “${name}”.`,
    en: ({ name }) => `There is no constant “${name}”.`,
  },
  "unknown-org-unit-group": {
    vi: ({ name }) => `Không có nhóm hay loại đơn vị “${name}”.`,
    en: ({ name }) => `There is no group or type of units “${name}”.`,
  },
  "attribute-option-combo": {
    vi: ({ name }) => `Số liệu ở đây không chia theo tổ hợp thuộc tính “${name}”. Bỏ phần thứ ba trong #{…}.`,
    en: ({ name }) => `Values are not kept by the attribute option combo “${name}”. Leave out the third part of #{…}.`,
  },
  "unknown-data-set": {
    vi: ({ name }) => `Không có bộ báo cáo “${name}”, nên chưa tính được tỷ lệ nộp báo cáo của nó.`,
    en: ({ name }) => `There is no data set “${name}”, so its reporting rate cannot be computed.`,
  },
  "data-set-condition": {
    vi: ({ name }) => `Không dùng được điều kiện theo bộ báo cáo “${name}”. Dùng nhóm đơn vị: orgUnit.group(…).`,
    en: ({ name }) => `The data set “${name}” cannot be a condition. Use a group of units: orgUnit.group(…).`,
  },
  "aggregate-function": {
    vi: () => "Hàm sum, avg, percentileCont… so nhiều kỳ với nhau; chúng dành cho dự báo, không dùng trong chỉ số.",
    en: () => "sum, avg, percentileCont… compare many periods; they are for predictions, not for indicators.",
  },
  "not-a-number": {
    vi: () => "Công thức cho ra chữ, không phải số.",
    en: () => "The formula gives a text, not a number.",
  },
}; // prettier-ignore

function range(least: Fact, most: Fact, language: Language): string {
  if (least === most) return String(least);
  if (Number(most) >= 10_000) return language === "vi" ? `ít nhất ${least}` : `at least ${least}`;
  return language === "vi" ? `từ ${least} đến ${most}` : `${least} to ${most}`;
}

/** What is wrong with a formula, in one sentence, with the names that may have been meant. */
export function formulaProblemText(
  { code, facts, near }: Pick<FormulaProblem, "code" | "facts" | "near">,
  language: Language = "vi",
): string {
  const sentence = sentences[code][language](facts satisfies Facts);
  if (near.length === 0) return sentence;
  const names = near.map((name) => `“${name}”`).join(", ");
  if (code === "unknown-option-combo") return `${sentence} ${language === "vi" ? "Các phân tổ" : "Its cells"}: ${names}.`;
  return `${sentence} ${language === "vi" ? "Có phải" : "Did you mean"} ${names}?`;
} // prettier-ignore

/** Whether a code has a sentence. */
export function hasFormulaProblemText(code: string): boolean {
  return Object.hasOwn(sentences, code);
}
