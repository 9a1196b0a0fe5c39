import { formatDay, periodName } from "#wording/period.ts";

/** Every word of the director's page, in Vietnamese; `overview-en.ts` has the same keys. */
export const overviewVi = {
  pageTitle: "Lãnh đạo",
  loading: "Đang mở…",
  day: formatDay,
  period: "Kỳ",
  periodName,
  print: "In một trang",
  previous: "Kỳ trước",
  next: "Kỳ sau",
  none: "Chưa có kỳ nào có số liệu.",
  noneHint: "Khi số liệu của một kỳ được nộp hoặc nhập vào, trang này tự lập.",
  states: {
    confirmed: (count: number) => `${count} số đã xác nhận`,
    provisional: (count: number) => `${count} tạm tính`,
    missing: (count: number) => `${count} thiếu`,
  },
  asOf: (day: string) => `số liệu đến ${day}`,

  plans: {
    title: "Thực hiện so với kế hoạch năm",
    mark: (percent: string) => `Vạch dọc: ${percent}% thời gian của năm đã qua. Xếp từ chậm nhất.`,
    noPlan: "chưa có kế hoạch",
    noPlans: "Kỳ này chưa có chỉ tiêu nào có kế hoạch.",
    states: { "far-behind": "chậm nhiều", behind: "chậm", fine: "", "no-plan": "" },
    limits: (behind: string, farBehind: string) =>
      `Chậm: dưới ${behind}% kế hoạch; chậm nhiều: dưới ${farBehind}%.`,
    owner: (unit: string) => `phụ trách: ${unit}`,
    direct: "Đưa vào kết luận",
  },

  direct: {
    title: (name: string) => `Đưa vào kết luận: ${name}`,
    work: "Việc",
    draft: (name: string, percent: string) =>
      `Khắc phục chỉ tiêu đạt thấp: ${name}, đến nay đạt ${percent} kế hoạch năm.`,
    into: "Hội nghị",
    none: "Chưa có hội nghị nào ở dạng dự thảo.",
    add: "Ghi hội nghị",
    save: "Đưa vào",
    cancel: "Thôi",
    saved: "Đã đưa vào kết luận; bổ sung đơn vị và hạn ở trang hội nghị.",
    open: "Mở hội nghị",
  },

  changes: {
    title: "Thay đổi nhiều nhất so với cùng kỳ",
    indicator: "Chỉ tiêu",
    before: "cùng kỳ",
    now: "kỳ này",
    change: "thay đổi",
    small: "Số nhỏ, không tính phần trăm:",
  },

  tasks: {
    overdue: (count: number) => `${count} việc quá hạn`,
    nobody: "chưa có đơn vị chủ trì",
    noneOverdue: "Không có việc quá hạn",
    due: (day: string) => `hạn ${day}`,
    late: (days: number) => `muộn ${days} ngày`,
    now: (text: string) => `nay ${text}`,
    withoutLead: (count: number) => `${count} việc chưa có đơn vị chủ trì`,
    withoutTerm: (count: number) => `${count} việc chưa có thời hạn`,
    waiting: (count: number) => `${count} việc chờ xác nhận`,
    open: "mở Chỉ đạo",
    more: (count: number) => `và ${count} việc nữa`,
  },

  reported: {
    title: (count: number) => `${count} đơn vị chưa nộp`,
    moreForms: (count: number) => `và ${count} phiếu nữa`,
    all: "Các đơn vị đã nộp đủ phiếu đến hạn",
    form: (name: string, period: string, received: number, expected: number, due: string) =>
      `${name}, ${periodName(period)}: ${received}/${expected} đã nộp; hạn ${formatDay(due)}`,
    more: (count: number) => `và ${count} đơn vị nữa`,
    open: "mở Theo dõi",
  },

  report: {
    title: "Báo cáo của kỳ",
    sections: (written: number, all: number) => `${written}/${all} mục đã có nội dung`,
    missing: (count: number) => `${count} số thiếu`,
    provisional: (count: number) => `${count} số tạm tính`,
    open: "Mở báo cáo",
  },
};

export type OverviewTexts = typeof overviewVi;
