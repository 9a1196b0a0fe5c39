import { formulaProblemText, hasFormulaProblemText } from "./formula-errors.ts";
import type { FormulaProblemCode } from "#domain/indicator-formula.ts";
import type { Facts, Language, Sentences } from "./refusals.ts";

/** The parts of a metadata file as people call them. */
const parts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  dataElements: { vi: "Chỉ tiêu nhập liệu", en: "Data element" },
  categories: { vi: "Phân loại", en: "Category" },
  categoryOptions: { vi: "Giá trị phân loại", en: "Category option" },
  categoryOptionCombos: { vi: "Tổ hợp phân loại", en: "Category option combo" },
  dataSets: { vi: "Bộ báo cáo", en: "Data set" },
  indicators: { vi: "Chỉ số", en: "Indicator" },
  validationRules: { vi: "Quy tắc kiểm tra", en: "Validation rule" },
  constants: { vi: "Hằng số", en: "Constant" },
  organisationUnitGroups: { vi: "Nhóm đơn vị", en: "Group of units" },
};

const sides: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  numerator: { vi: "tử số", en: "numerator" },
  denominator: { vi: "mẫu số", en: "denominator" },
  leftSide: { vi: "vế trái", en: "left side" },
  rightSide: { vi: "vế phải", en: "right side" },
};

/** Why something in a metadata file did not come over as it was; every code of a remark has its sentence. */
const sentences: Readonly<Record<string, Sentences>> = {
  "part-not-kept": {
    vi: ({ count }) => `không nhập ${count} mục: phần này không có chỗ trong hệ thống.`,
    en: ({ count }) => `${count} entries are left out: there is no place for this part here.`,
  },
  duplicate: {
    vi: () => "mã uid lặp lại trong tệp; chỉ lấy mục đầu.",
    en: () => "its uid is in the file twice; only the first is taken.",
  },
  "tracker-not-kept": {
    vi: () => "không nhập: là dữ liệu theo từng người (tracker).",
    en: () => "left out: it is about single persons (tracker).",
  },
  "value-type-not-kept": {
    vi: ({ valueType }) => `không nhập: kiểu ${valueType} không phải là số.`,
    en: ({ valueType }) => `left out: ${valueType} is no number.`,
  },
  "yes-no-as-number": {
    vi: () => "có/không được ghi là 1/0.",
    en: () => "yes and no are kept as 1 and 0.",
  },
  "aggregation-not-kept": {
    vi: ({ aggregationType }) => `cách tổng hợp ${aggregationType} không có ở đây: chỉ hiện số đúng đơn vị và kỳ đã báo cáo. Trong công thức vẫn dùng được .aggregationType(${aggregationType}).`,
    en: ({ aggregationType }) => `${aggregationType} is not how things are added up here: it shows only for the very unit and period that were reported. Formulas may say .aggregationType(${aggregationType}).`,
  },
  "units-not-averaged": {
    vi: ({ aggregationType }) => `${aggregationType}: cấp trên không lấy trung bình của các đơn vị. Trong công thức dùng .aggregationType(${aggregationType}).`,
    en: ({ aggregationType }) => `${aggregationType}: units above do not show the mean of those below. Formulas may say .aggregationType(${aggregationType}).`,
  },
  "unknown-reference": {
    vi: ({ what, reference }) => `nhắc đến ${what} “${reference}” không có trong tệp.`,
    en: ({ what, reference }) => `it speaks of ${what} “${reference}”, which is not in the file.`,
  },
  "formula-unusable": {
    vi: (facts) => `không nhập: ${sides[String(facts["side"])]?.vi ?? ""}: ${problemText(facts, "vi")}`,
    en: (facts) => `left out: ${sides[String(facts["side"])]?.en ?? ""}: ${problemText(facts, "en")}`,
  },
  "annualised-written-out": {
    vi: () => "quy về cả năm: được viết thẳng vào tử số (× 365 ÷ số ngày).",
    en: () => "annualised: written out in the numerator (× 365 ÷ days).",
  },
  "attribute-combo-not-kept": {
    vi: () => "số liệu không chia theo tổ hợp thuộc tính của bộ báo cáo.",
    en: () => "values are not kept by the attribute combo of the data set.",
  },
  "period-type-not-kept": {
    vi: ({ periodType }) => `không nhập: không có loại kỳ “${periodType}”.`,
    en: ({ periodType }) => `left out: there is no period type “${periodType}”.`,
  },
  "levels-not-kept": {
    vi: ({ count }) => `${count} cấp được ghi bằng uid nên bỏ qua: quy tắc áp dụng cho mọi cấp.`,
    en: ({ count }) => `${count} levels are given by uid: the rule applies to all levels.`,
  },
  "operator-not-kept": {
    vi: ({ operator }) => `không nhập: không có phép so sánh “${operator}”.`,
    en: ({ operator }) => `left out: there is no operator “${operator}”.`,
  },
  "members-unknown": {
    vi: ({ count }) => `${count} đơn vị không có trong danh mục nên bỏ qua.`,
    en: ({ count }) => `${count} units are not in the catalogue and are passed over.`,
  },
  "data-set-without-units": {
    vi: () => "chưa giao cho đơn vị nào. Giao đơn vị ở trang bộ báo cáo.",
    en: () => "no unit reports it yet. Assign units on the page of data sets.",
  },
  "data-set-not-kept": {
    vi: ({ problem }) => `không nhập: ${problem}.`,
    en: ({ problem }) => `left out: ${problem}.`,
  },
  "ours-stays": {
    vi: ({ key }) => `đã nối với chỉ tiêu “${key}” của tỉnh; định nghĩa của tỉnh được giữ nguyên.`,
    en: ({ key }) => `it is joined to the province's own “${key}”, which stays as it is.`,
  },
}; // prettier-ignore

function problemText({ problem = "", side: _side, ...facts }: Facts, language: Language): string {
  const code = String(problem);
  if (!hasFormulaProblemText(code)) return code;
  return formulaProblemText({ code: code as FormulaProblemCode, facts, near: [] }, language); // it has a sentence
}

/** One remark as a sentence: what, and what became of it. */
export function metadataRemarkText(
  remark: { readonly part: string; readonly name: string; readonly id: string; readonly code: string; readonly facts: Facts }, // prettier-ignore
  language: Language = "vi",
): string {
  const { part, name, id, code, facts } = remark;
  const label = parts[part]?.[language] ?? part;
  const what = name === "" ? label : `${label} “${name}” (${id})`;
  return `${what}: ${sentences[code]?.[language](facts) ?? code}`;
}

/** Whether a code has a sentence. */
export function hasMetadataRemarkText(code: string): boolean {
  return Object.hasOwn(sentences, code);
}
