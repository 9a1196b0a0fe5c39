import type ExcelJS from "exceljs";
import type { FormCell } from "#domain/form.ts";

export const sheetFont = { name: "Times New Roman", size: 12 } as const;

const line = { style: "thin", color: { argb: "FF9A9A94" } } as const;
export const grid = { top: line, left: line, bottom: line, right: line };

const filled = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
export const entryFill = filled("FFFFFBE6");
export const computedFill = filled("FFEFEFEA");
export const headFill = filled("FFE3E9EE");
export const wrongFill = filled("FFF9D5D0");

/** Separators are those of the reader's computer: 2.633 in Vietnam. */
export function numberFormat({ valueType }: Pick<FormCell, "valueType">): string {
  return valueType === "integer" ? "#,##0" : "#,##0.0##";
}

/** What Excel says when something else is typed. Its limits: 32 characters for the title, 225 for the text. */
export function validationOf({ valueType, name }: FormCell): ExcelJS.DataValidation {
  const isWhole = valueType === "integer";
  return {
    type: isWhole ? "whole" : "decimal",
    operator: "greaterThanOrEqual",
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: isWhole ? "Cần số nguyên từ 0" : "Cần số từ 0 trở lên",
    error: `${shortened(name.vi, 120)}: ${isWhole ? "gõ số nguyên trơn, ví dụ 1234" : "gõ số trơn, phần lẻ theo cách viết của máy"}. Để trống nếu chưa có số.`,
  };
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
