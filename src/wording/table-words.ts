import type { FigureRole } from "#domain/figure.ts";

/** What stands over a column of numbers of each role. */
export const roleHeads: Readonly<Record<FigureRole, string>> = {
  actual: "Thực hiện",
  in_month: "Trong tháng",
  cumulative: "Lũy tích từ đầu năm",
  stock: "Hiện có cuối kỳ",
  plan: "Kế hoạch",
  denominator: "Mẫu số",
  percent_of_plan: "Đạt % kế hoạch",
  percent: "Tỷ lệ",
  rate: "Tỷ suất",
  prior_year: "Cùng kỳ năm trước",
  growth_abs: "Tăng, giảm (số)",
  growth_percent: "Tăng, giảm (%)",
  growth_points: "Tăng, giảm (điểm)",
  share: "Tỷ trọng",
};

/** Why there is no number, in the few words of a note. */
export const absenceWords: Readonly<Record<string, string>> = {
  "not-reported": "chưa báo cáo",
  "operand-missing": "thiếu thành phần để tính",
  "base-missing": "kỳ so sánh chưa có số",
  "base-zero": "kỳ so sánh bằng 0",
  "plan-missing": "chưa có kế hoạch",
  "division-by-zero": "mẫu số bằng 0",
  "not-on-tree": "đơn vị không có trên bản đồ đã chọn",
  impossible: "có đơn vị nằm ở cả hai bên ranh giới",
};

export const stateWords = {
  confirmed: "chính thức",
  provisional: "tạm tính",
  missing: "chưa có số",
  overridden: "đã sửa",
  impossible: "không tính được",
  hidden: "số nhỏ, không hiển thị",
} as const;
