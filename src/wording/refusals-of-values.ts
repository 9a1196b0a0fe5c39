import { decimal } from "#domain/decimal.ts";
import { findingText } from "./findings.ts";
import { decimalsOf, formatNumber } from "./number.ts";
import { formatDay } from "./period.ts";
import type { Facts, Sentences } from "./refusals.ts";

function number(value: string | number | undefined): string {
  const exact = decimal(value ?? 0);
  return formatNumber(exact, decimalsOf(exact));
}

/** "10:32 ngày 22/11/2026", as the clock shows it in Vietnam. */
function momentText(at: string | number | undefined): { time: string; day: string } {
  const moment = new Date(String(at));
  if (Number.isNaN(moment.getTime())) return { time: "", day: "" };
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "short" }).format(moment).split(" "); // prettier-ignore
  return { time, day: formatDay(day) };
}

/** A finding that keeps a typed value out is worded as it is for a file. */
function asFound(code: string): Sentences {
  const of = (facts: Facts) => ({ code, severity: "blocking" as const, facts });
  return {
    vi: (facts) => `${findingText(of(facts), "vi")} Chưa lưu gì.`,
    en: (facts) => `${findingText(of(facts), "en")} Nothing was saved.`,
  };
}

/** Why a value cannot be typed, and what to do instead. */
export const valueRefusals: Readonly<Record<string, Sentences>> = {
  "unknown-breakdown": {
    vi: ({ breakdown, name }) => `“${name}” không có phân tổ “${breakdown}”. Chọn một phân tổ của chỉ tiêu.`,
    en: ({ breakdown, name }) => `“${name}” has no breakdown “${breakdown}”. Choose one of the indicator's own.`,
  },
  "value-unreadable": {
    vi: ({ text }) => `“${text}” không phải là một số. Ghi 0 nếu không phát sinh; xóa trống nếu chưa báo cáo.`,
    en: ({ text }) => `“${text}” is not a number. Write 0 for none; clear the cell if it was not reported.`,
  },
  "value-not-whole": {
    vi: ({ text, name }) => `“${name}” là số đếm, phải là số nguyên; “${text}” có phần lẻ.`,
    en: ({ text, name }) => `“${name}” is a count and must be whole; “${text}” is not.`,
  },
  "value-computed": {
    vi: ({ name }) => `“${name}” được tính từ các số khác nên không nhập trực tiếp. Sửa các số dùng để tính.`,
    en: ({ name }) => `“${name}” is computed from other numbers and cannot be typed. Correct the numbers it is made of.`,
  },
  "total-computed": {
    vi: ({ key, computed, value, parts }) => `Tổng của “${key}” là ${number(computed)}, cộng từ ${parts} phần đã báo cáo, không phải ${number(value)}. Sửa các phần. Chưa lưu gì.`,
    en: ({ key, computed, value, parts }) => `The total of “${key}” is ${computed}, the sum of ${parts} reported parts, not ${value}. Correct the parts. Nothing was saved.`,
  },
  "value-unit-not-there": {
    vi: ({ orgUnit, period }) => `${orgUnit} không hoạt động trong ${period}. Chọn đơn vị hoặc kỳ khác.`,
    en: ({ orgUnit, period }) => `${orgUnit} did not exist in ${period}. Choose another unit or period.`,
  },
  "value-in-future": {
    vi: ({ period }) => `Chưa tới ${period}, nên chưa có số để nhập.`,
    en: ({ period }) => `There is nothing to report yet for ${period}.`,
  },
  "value-locked": {
    vi: (facts) => `Số này thuộc phiếu ${facts["dataSet"]} ${facts["period"]} của ${facts["orgUnit"]}, đã được duyệt nên không sửa tại đây. Đề nghị ${facts["approver"]} mở lại phiếu, có ghi lý do; đơn vị sửa rồi nộp lại. Chưa lưu gì.`,
    en: (facts) => `This value belongs to the form ${facts["dataSetEn"]} of ${facts["orgUnit"]}, ${facts["period"]}, which has been approved. Ask ${facts["approverEn"]} to reopen the form with a reason; the unit corrects it and hands in again. Nothing was saved.`,
  },
  "value-changed": {
    vi: ({ by, at, value }) => {
      const { time, day } = momentText(at);
      if (time === "") return "Ô này chưa từng có số; tải lại trang rồi nhập.";
      return `${by} đã ${value === "" ? "xóa số" : `sửa ô này thành ${number(value)}`} lúc ${time} ngày ${day}. Xem lại số mới rồi sửa nếu vẫn cần. Chưa lưu gì.`;
    },
    en: ({ by, at, value }) => {
      const { time, day } = momentText(at);
      if (time === "") return "This cell never held a value; reload the page and try again.";
      return `${by} ${value === "" ? "deleted the value" : `changed this cell to ${value}`} at ${time} on ${day}. Look at it again and correct it if you still need to. Nothing was saved.`;
    },
  },
  "value-absent": {
    vi: () => "Ô này không có số để xóa.",
    en: () => "This cell holds no value to delete.",
  },
  "value-same": {
    vi: () => "Ô này đã là số đó rồi. Chưa lưu gì.",
    en: () => "The cell holds this number already. Nothing was saved.",
  },
  "negative-count": asFound("negative-count"),
  "period-future": asFound("period-future"),
  "part-above-whole": asFound("part-above-whole"),
  "parts-above-whole": asFound("parts-above-whole"),
}; // prettier-ignore
