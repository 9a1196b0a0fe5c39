import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "./number.ts";
import type { Sentences } from "./refusals.ts";

const count = (value: string | number | undefined) => formatNumber(decimal(value ?? 0), 0);

/** Why a table of figures cannot be answered, and how to ask instead. */
export const tableRefusals: Readonly<Record<string, Sentences>> = {
  "no-items": {
    vi: () => "Chưa chọn chỉ tiêu nào. Chọn ít nhất một chỉ tiêu.",
    en: () => "No indicator was chosen. Choose at least one.",
  },
  "no-periods": {
    vi: () => "Chưa chọn kỳ nào. Chọn ít nhất một kỳ.",
    en: () => "No period was chosen. Choose at least one.",
  },
  "no-org-units": {
    vi: () => "Không có đơn vị nào khớp với lựa chọn trong các kỳ đã chọn. Chọn cấp, loại hoặc đơn vị khác.",
    en: () => "No unit fits the choice in these periods. Choose another level, type or unit.",
  },
  "too-many-cells": {
    vi: ({ cells, limit }) => `Bảng có ${count(cells)} ô, quá giới hạn ${count(limit)} ô. Chọn ít chỉ tiêu, đơn vị hoặc kỳ hơn, hoặc chia thành nhiều bảng.`,
    en: ({ cells, limit }) => `The table has ${cells} cells, more than the limit of ${limit}. Choose fewer indicators, units or periods, or ask for several tables.`,
  },
  "small-counts-hidden": {
    vi: ({ programme }) => `Số nhỏ của chỉ tiêu này chỉ người làm chương trình ${programme} và đơn vị báo cáo được xem từng giá trị. Xem số của cả tỉnh, hoặc liên hệ chương trình.`,
    en: ({ programme }) => `Single values of this element are open only to the programme ${programme} and the reporting unit. Look at the province's total, or ask the programme.`,
  },
  "not-sensitive": {
    vi: ({ element }) => `Chỉ tiêu “${element}” không nằm trong danh sách số nhỏ phải che.`,
    en: ({ element }) => `“${element}” is not among the elements whose small counts are hidden.`,
  },
  "page-too-long": {
    vi: ({ cells, limit }) => `Mỗi lần trả lời nhiều nhất ${count(limit)} ô, không phải ${count(cells)}. Lấy từng phần với limit và offset.`,
    en: ({ cells, limit }) => `One answer has at most ${limit} cells, not ${cells}. Fetch it in parts with limit and offset.`,
  },
}; // prettier-ignore
