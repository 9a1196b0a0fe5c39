import { formatDay, periodName } from "#wording/period.ts";
import type { EntryKind } from "../search/search-entry.ts";

export interface UnitHint {
  readonly place: string;
  readonly parent: string | undefined;
  readonly closedOn: string | undefined;
  readonly successors: readonly string[];
}

const kinds: Readonly<Record<EntryKind, string>> = {
  page: "Trang",
  unit: "Đơn vị",
  form: "Phiếu",
  item: "Chỉ tiêu",
  report: "Báo cáo",
};

/** Every word of the search in Vietnamese; `search-en.ts` has the same keys. */
export const searchVi = {
  title: "Tìm",
  hint: "Tên đơn vị (cả tên cũ), phiếu, chỉ tiêu, báo cáo, trang",
  results: "Kết quả",
  close: "Đóng",
  kinds,
  places: {
    todo: "Việc cần làm",
    monitor: "Theo dõi",
    figures: "Số liệu",
    findings: "Kiểm tra số liệu",
    indicators: "Danh sách chỉ tiêu",
    report: "Báo cáo",
    directives: "Chỉ đạo",
    check: "Kiểm tra văn bản",
    overview: "Lãnh đạo",
    account: "Tài khoản của tôi",
    accounts: "Tài khoản người dùng",
    audit: "Nhật ký",
    dataSets: "Biểu mẫu",
  },
  /** Other words people look for a page by. */
  placesToo: {
    todo: ["nhập liệu", "nộp báo cáo", "phiếu"],
    monitor: ["duyệt", "trả lại", "tiến độ nộp"],
    figures: ["bảng", "biểu đồ", "bản đồ", "thống kê"],
    findings: ["số lạ", "sai sót", "quy tắc"],
    indicators: ["công thức", "định nghĩa"],
    report: ["tải về", "word", "pdf"],
    directives: ["kết luận", "nhiệm vụ", "giao việc"],
    check: ["soát văn bản", "lỗi cộng"],
    overview: ["tổng quan"],
    account: ["mật khẩu", "đăng nhập"],
    accounts: ["cấp quyền", "đặt lại mật khẩu"],
    audit: ["ai đã làm gì"],
    dataSets: ["mẫu phiếu", "hạn nộp"],
  },
  unitHint: ({ place, parent, closedOn, successors }: UnitHint): string =>
    [
      place,
      parent,
      closedOn !== undefined && `đến ${formatDay(closedOn)}`,
      successors.length > 0 && `nay thuộc ${successors.join(", ")}`,
    ]
      .filter(Boolean)
      .join(" · "),
  itemHint: (isComputed: boolean, programme: string): string =>
    [isComputed ? "tính từ số khác" : "đếm", programme].filter(Boolean).join(" · "),
  reportName: (period: string): string => `Báo cáo ${periodName(period)}`,
  illustrative: "số liệu minh họa",
  fillIn: (period: string): string => `Nhập ${periodName(period)}`,
  count: (found: number): string => `${found} kết quả`,
  more: (left: number): string => `còn ${left} kết quả nữa; gõ thêm để thu hẹp`,
  none: (typed: string): string => `Không thấy gì có “${typed}”. Thử ít chữ hơn, hoặc tên cũ.`,
  loading: "Đang lấy danh sách…",
  offline: "Chưa lấy được đủ danh sách từ máy chủ: chỉ tìm trong phần đã có.",
  keys: [
    ["↑ ↓", "chọn"],
    ["Enter", "mở"],
    ["Esc", "đóng"],
  ] as readonly (readonly [string, string])[],
};

export type SearchTexts = typeof searchVi;
