import type { Furniture } from "#domain/report.ts";
import { agencyInSentence } from "./agency-name.ts";

/**
 * The fixed lines of an administrative document, in words. One home for each rule of Nghị định 30/2020/NĐ-CP
 * (Phụ lục I, Phần I, Mục II), whatever the file format.
 */

/** Khoản 1: quốc hiệu and tiêu ngữ. */
export const nationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const motto = "Độc lập - Tự do - Hạnh phúc";
export const illustrativeNotice = "SỐ LIỆU MINH HỌA";

/** Room for the registry to write a number or a day (Điều 15: the document register gives the number). */
const blank = "      ";

/** `Số:      /BC-SYT` (khoản 3). */
export function numberLine({ symbol }: Furniture): string {
  return `Số:${blank}/${bareSymbol(symbol)}`;
}

/** `Lai Châu, ngày      tháng 7 năm 2023` (khoản 4): the day stays blank. */
export function placeDateLine({ place, month, year }: Furniture): string {
  return `${place}, ngày${blank}tháng ${monthNumber(month)} năm ${year}`;
}

/** Only January and February take a leading zero (khoản 4b). */
function monthNumber(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}

/** `Phụ lục II`; without a numeral when it is the only one (Mục III, khoản 1b). */
export function annexLabel(index: number, count: number): string {
  return count === 1 ? "Phụ lục" : `Phụ lục ${romanNumeral(index + 1)}`;
}

/** `(Kèm theo Báo cáo số      /BC-SYT ngày      tháng 7 năm 2023 của Sở Y tế tỉnh Lai Châu)` (Mục III, khoản 1c). */
export function annexReferenceLine(furniture: Furniture): string {
  const { kind, symbol, month, year } = furniture;
  const document = `${sentenceCase(kind)} số${blank}/${bareSymbol(symbol)}`;
  const date = `ngày${blank}tháng ${monthNumber(month)} năm ${year}`;
  return `(Kèm theo ${document} ${date} của ${agencyInSentence(furniture)})`;
}

/** `- Bộ Y tế;` for each, and a full stop after the last (khoản 9: nơi nhận, kính gửi). */
export function listLines(entries: readonly string[]): string[] {
  return entries.map((entry, index) => {
    const name = entry
      .trim()
      .replace(/^[-–+]\s*/, "")
      .replace(/[\s;.,]+$/, "");
    const filed = name.replace(/^Lưu\s*:?\s+/, "Lưu: ");
    return `- ${filed}${index === entries.length - 1 ? "." : ";"}`;
  });
}

/** The text of a document ends with `./.`, in place of the mark that ended its last sentence. */
export function endMark(lastText: string): { readonly kept: string; readonly mark: string } {
  const kept = lastText.trimEnd();
  if (kept.endsWith("./.")) return { kept, mark: "" };
  if (/[.!?…)"”]$/.test(kept)) return { kept, mark: kept.endsWith(".") ? "/." : "./." };
  return { kept: kept.replace(/[;,:\s]+$/, ""), mark: "./." };
}

export function upperCase(text: string): string {
  return text.toLocaleUpperCase("vi");
}

function bareSymbol(symbol: string): string {
  return symbol.trim().replace(/^\/+/, "");
}

function sentenceCase(text: string): string {
  const lower = text.trim().toLocaleLowerCase("vi");
  return upperCase(lower.slice(0, 1)) + lower.slice(1);
}

const romanParts = [
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
] as const;

function romanNumeral(number: number): string {
  let rest = number;
  let numeral = "";
  for (const [sign, worth] of romanParts) {
    while (rest >= worth) {
      numeral += sign;
      rest -= worth;
    }
  }
  return numeral;
}
