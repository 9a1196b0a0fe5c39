import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "./number.ts";
import type { Sentences } from "./refusals.ts";

const count = (value: string | number | undefined) => formatNumber(decimal(value ?? 0), 0);

/** Why a table cannot become a file. */
export const tableFileRefusals: Readonly<Record<string, Sentences>> = {
  "file-too-many-cells": {
    vi: ({ cells, limit }) => `Bảng có ${count(cells)} ô; một tệp nhiều nhất ${count(limit)} ô. Chọn ít hơn, hoặc tải thành nhiều tệp theo kỳ.`,
    en: ({ cells, limit }) => `The table has ${cells} cells; a file takes at most ${limit}. Choose fewer, or download several files, period by period.`,
  },
  "too-many-columns": {
    vi: ({ columns, limit }) => `Bảng có ${count(columns)} cột; bảng tính nhiều nhất ${count(limit)} cột. Chuyển bớt chiều sang hàng.`,
    en: ({ columns, limit }) => `The table has ${columns} columns; a spreadsheet takes at most ${limit}. Move a dimension to the rows.`,
  },
  "dimension-twice": {
    vi: ({ dimension }) => `Chiều “${dimension}” có cả ở hàng lẫn cột. Để ở một nơi.`,
    en: ({ dimension }) => `The dimension “${dimension}” stands in rows and columns. Keep it in one.`,
  },
}; // prettier-ignore
