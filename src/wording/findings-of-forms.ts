import { decimal } from "#domain/decimal.ts";
import type { Finding } from "#domain/finding.ts";
import { formatNumber } from "./number.ts";
import type { Language } from "./refusals.ts";

type Facts = Finding["facts"];

/** A value with the decimals it was given with, as people write it. */
function number(text: string | number | undefined): string {
  const written = String(text ?? "0");
  return formatNumber(decimal(written), written.split(".")[1]?.length ?? 0);
}

/** What a form must satisfy before it is handed in: which cell, what is wrong, what to do. */
export const formSentences: Record<string, Record<Language, (facts: Facts) => string>> = {
  "form-empty": {
    vi: () => "Phiếu chưa có số nào. Không có trường hợp nào trong kỳ thì bấm “Không phát sinh”; chưa có số liệu thì nộp sau.",
    en: () => "The form is empty. If there was nothing to report press “Nothing to report”; otherwise hand in later.",
  },
  "cell-not-in-form": {
    vi: ({ cell }) => `Mẫu phiếu hiện nay không có ô “${cell}”. Tải lại phiếu, chép số sang ô thích hợp rồi nộp.`,
    en: ({ cell }) => `The form as it is now has no cell “${cell}”. Reload it, move the value where it belongs and hand in.`,
  },
  "value-negative": {
    vi: ({ name, value }) => `${name}: ${number(value)} nhỏ hơn 0. Sửa lại số.`,
    en: ({ nameEn, value }) => `${nameEn}: ${value} is below zero. Correct it.`,
  },
  "value-not-whole": {
    vi: ({ name, value }) => `${name}: ${number(value)} không phải số nguyên. Chỉ tiêu này đếm từng đơn vị; sửa lại số.`,
    en: ({ nameEn, value }) => `${nameEn}: ${value} is not a whole number, and this counts whole things. Correct it.`,
  },
  "form-part-above-whole": {
    vi: ({ name, value, wholeName, wholeValue }) => `${name} (${number(value)}) lớn hơn ${wholeName} (${number(wholeValue)}). Sửa một trong hai ô.`,
    en: ({ nameEn, value, wholeNameEn, wholeValue }) => `${nameEn} (${value}) is more than ${wholeNameEn} (${wholeValue}). Correct one of the two cells.`,
  },
}; // prettier-ignore
