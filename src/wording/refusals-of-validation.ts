import type { Sentences } from "./refusals.ts";

/** Why a rule, a limit or an answer to a finding cannot be kept, and what to do. */
export const validationRefusals: Readonly<Record<string, Sentences>> = {
  "validation-rule-key-taken": {
    vi: ({ key }) => `Đã có quy tắc khác mang mã “${key}”. Đặt mã khác, hoặc sửa quy tắc đã có.`,
    en: ({ key }) => `Another rule has the key “${key}”. Choose another key, or change that rule.`,
  },
  "unknown-validation-rule": {
    vi: ({ rule }) => `Không có quy tắc “${rule}”. Có thể đã được xóa; tải lại danh sách quy tắc.`,
    en: ({ rule }) => `There is no rule “${rule}”. It may have been deleted; load the list again.`,
  },
  "validation-rule-unreadable": {
    vi: ({ side, offset, problem }) => `Vế ${side === "left" ? "trái" : "phải"}, ký tự ${offset}: ${problem}`,
    en: ({ side, offset, problemEn }) => `The ${side} side, character ${offset}: ${problemEn}`,
  },
  "validation-rule-unusable-item": {
    vi: ({ side, item }) => `Vế ${side === "left" ? "trái" : "phải"} dùng ${item}; quy tắc chỉ đọc được số liệu đã báo cáo (#{…}) và số ngày, số thứ tự của kỳ.`,
    en: ({ side, item }) => `The ${side} side uses ${item}; rules read reported values (#{…}), days and period numbers only.`,
  },
  "limit-empty": {
    vi: () => "Giới hạn phải có số nhỏ nhất, số lớn nhất, hoặc cả hai.",
    en: () => "A limit needs a least value, a greatest value, or both.",
  },
  "limit-upside-down": {
    vi: ({ least, most }) => `Số nhỏ nhất (${least}) lớn hơn số lớn nhất (${most}). Đổi lại hai số.`,
    en: ({ least, most }) => `The least (${least}) is above the most (${most}). Swap them.`,
  },
  "limit-two-scopes": {
    vi: () => "Một giới hạn đặt cho một đơn vị hoặc cho một loại đơn vị, không phải cả hai.",
    en: () => "A limit is for one unit or for a type of units, not for both.",
  },
  "unknown-limit": {
    vi: ({ element }) => `Không có giới hạn này của ${element}. Tải lại danh sách giới hạn.`,
    en: ({ element }) => `There is no such limit of ${element}. Load the list again.`,
  },
  "too-many-values-to-check": {
    vi: ({ cells, limit }) => `Phải kiểm ${cells} ô, quá giới hạn ${limit} ô mỗi lần. Chọn ít kỳ, ít đơn vị hoặc ít chỉ tiêu hơn.`,
    en: ({ cells, limit }) => `There are ${cells} cells to check, more than ${limit} at once. Choose fewer periods, units or indicators.`,
  },
  "too-many-periods-to-check": {
    vi: ({ periods, limit }) => `Mỗi lần kiểm nhiều nhất ${limit} kỳ, không phải ${periods}. Chia thành nhiều lần.`,
    en: ({ periods, limit }) => `At most ${limit} periods are checked at once, not ${periods}. Ask in several turns.`,
  },
  "finding-cannot-be-right": {
    vi: () => "Số này không thể đúng nên không nhận lý do: sửa số, hoặc sửa quy tắc nếu quy tắc sai.",
    en: () => "This cannot be right, so no reason is taken: correct the value, or the rule if the rule is wrong.",
  },
  "value-changed-meanwhile": {
    vi: () => "Số liệu đã thay đổi từ lúc mở trang. Tải lại trang, xem số mới rồi trả lời.",
    en: () => "The values have changed since the page was opened. Load it again, look at the new values, then answer.",
  },
  "unknown-check-setting": {
    vi: ({ setting, settings }) => `Không có ngưỡng “${setting}”. Các ngưỡng: ${settings}.`,
    en: ({ setting, settings }) => `There is no threshold “${setting}”. The thresholds: ${settings}.`,
  },
  "unknown-check-kind": {
    vi: ({ kind, kinds }) => `Không có loại kiểm tra “${kind}”. Các loại: ${kinds}.`,
    en: ({ kind, kinds }) => `There is no check “${kind}”. The checks: ${kinds}.`,
  },
}; // prettier-ignore
