import { decimal } from "#domain/decimal.ts";
import type { Finding } from "#domain/finding.ts";
import { formatNumber } from "./number.ts";
import { formatDay } from "./period.ts";
import type { Language } from "./refusals.ts";

type Facts = Finding["facts"];

const number = (text: string | number | undefined) => {
  const written = String(text ?? "0");
  return formatNumber(decimal(written), written.split(".")[1]?.length ?? 0);
};
const day = (text: string | number | undefined) =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(text)) ? formatDay(String(text)) : String(text);

/** `1.234` that is no whole number was perhaps meant as a thousand and more. */
function meantGrouped(text: string | number | undefined): string | undefined {
  return /^\d{1,3}\.\d{3}$/.test(String(text)) ? String(text).replace(".", "") : undefined;
}

/** What is wrong with a cell of a filled-in workbook, and what to do. */
export const workbookSentences: Record<string, Record<Language, (facts: Facts) => string>> = {
  "workbook-text": {
    vi: ({ name, text }) => `${name}: “${text}” không phải số. Xóa chữ, gõ số trơn (ví dụ 1234), hoặc để trống nếu chưa có số.`,
    en: ({ nameEn, text }) => `${nameEn}: “${text}” is not a number. Type digits only (e.g. 1234), or leave it blank.`,
  },
  "workbook-ambiguous": {
    vi: ({ name, text, one, other }) => `${name}: “${text}” có thể là ${number(one)} hoặc ${number(other)}. Gõ lại số không có dấu phân cách nghìn.`,
    en: ({ nameEn, text, one, other }) => `${nameEn}: “${text}” may be ${one} or ${other}. Type it without a thousands separator.`,
  },
  "workbook-date": {
    vi: ({ name, text }) => `${name}: Excel đã đổi ô này thành ngày (${day(text)}). Định dạng lại ô là Số (Number) rồi gõ lại.`,
    en: ({ nameEn, text }) => `${nameEn}: Excel has made a date of it (${text}). Format the cell as a number and type it again.`,
  },
  "workbook-percent": {
    vi: ({ name, text }) => `${name}: “${text}” là tỷ lệ, ô này cần số. Xóa dấu % và gõ lại số.`,
    en: ({ nameEn, text }) => `${nameEn}: “${text}” is a percentage, but a number is needed. Type it without the sign.`,
  },
  "workbook-cell-error": {
    vi: ({ name, text }) => `${name}: công thức trong ô báo lỗi hoặc chưa tính${text === "" ? "" : ` (${text})`}. Gõ số vào ô thay cho công thức.`,
    en: ({ nameEn, text }) => `${nameEn}: the formula in the cell failed or was never computed${text === "" ? "" : ` (${text})`}. Type the number instead.`,
  },
  "workbook-not-whole": {
    vi: ({ name, text }) => {
      const meant = meantGrouped(text);
      return `${name}: ${number(text)} không phải số nguyên. ${meant === undefined ? "Chỉ tiêu này đếm từng đơn vị; sửa lại số." : `Nếu muốn ghi ${number(meant)}, gõ ${meant} không có dấu.`}`;
    },
    en: ({ nameEn, text }) => {
      const meant = meantGrouped(text);
      return `${nameEn}: ${text} is not a whole number. ${meant === undefined ? "This counts whole things; correct it." : `If you mean ${meant}, type it without a separator.`}`;
    },
  },
  "workbook-negative": {
    vi: ({ name, text }) => `${name}: “${text}” nhỏ hơn 0. Sửa lại số.`,
    en: ({ nameEn, text }) => `${nameEn}: “${text}” is below zero. Correct it.`,
  },
  "workbook-number-too-long": {
    vi: ({ name, text }) => `${name}: ${text} dài quá 18 chữ số hoặc quá 12 số lẻ. Làm tròn rồi gõ lại.`,
    en: ({ nameEn, text }) => `${nameEn}: ${text} has more than 18 digits or 12 decimals. Round it.`,
  },
  "workbook-number-as-text": {
    vi: ({ name, text, value }) => `${name}: số gõ dạng chữ (“${text}”), đã đọc là ${number(value)}. Xem lại có đúng không.`,
    en: ({ nameEn, text, value }) => `${nameEn}: a number stored as text (“${text}”), read as ${value}. See whether that is right.`,
  },
  "workbook-formula": {
    vi: ({ name, value }) => `${name}: ô có công thức, đã lấy kết quả lưu trong tệp là ${number(value)}.`,
    en: ({ nameEn, value }) => `${nameEn}: the cell holds a formula; its stored result ${value} was taken.`,
  },
  "workbook-total-overwritten": {
    vi: ({ name, text, sum }) => `${name}: ô tổng tự tính đã bị gõ đè (“${text}”), ${sum === "" ? "mà chưa có ô thành phần nào" : `trong khi các ô thành phần cộng lại là ${number(sum)}`}. Ô tổng không được lưu: nhập các ô thành phần.`,
    en: ({ nameEn, text, sum }) => `${nameEn}: the computed total was typed over (“${text}”), ${sum === "" ? "while no part is filled in" : `while its parts add up to ${sum}`}. Totals are not stored: fill in the parts.`,
  },
}; // prettier-ignore
