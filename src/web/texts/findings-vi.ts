import type { CheckKind } from "#domain/check-values/value-finding.ts";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";

const kinds: Readonly<Record<CheckKind, string>> = {
  rule: "Trái quy tắc",
  partition: "Cộng các phần",
  subset: "Phần lớn hơn tổng",
  limit: "Ngoài giới hạn",
  cumulative: "Lũy kế",
  repetition: "Lặp lại số cũ",
  digits: "Đảo chữ số",
  change: "Thay đổi đột ngột",
  outlier: "Lệch xa mức thường có",
};

const count = (number: number) => formatNumber(decimal(number), Number.isInteger(number) ? 0 : 1);

/** Every word of the page Số cần xem lại in Vietnamese; `findings-en.ts` has the same keys. */
export const findingsVi = {
  title: "Số cần xem lại",
  lead: "Số liệu đã báo cáo được đối chiếu với quy tắc, với các phần của nó và với các kỳ trước.",
  number: count,
  period: "Kỳ",
  periodOption: (name: string, values: number, illustrative: boolean) =>
    `${name} · ${count(values)} số${illustrative ? " (minh họa)" : ""}`,
  within: "Trong",
  everywhere: "Toàn tỉnh",
  checked: (checked: number) => `Đã kiểm ${count(checked)} số`,
  checking: "Đang kiểm số liệu…",
  state: "Trạng thái",
  states: { open: "Chờ xem lại", answered: "Đã trả lời" },
  kinds,
  allKinds: "Tất cả",
  kindsLabel: "Lọc theo loại",
  groups: {
    blocking: (shown: number) => `Không thể đúng: phải sửa (${count(shown)})`,
    warning: (shown: number) => `Lạ: đối chiếu sổ gốc (${count(shown)})`,
  },
  open: "Mở số này",
  answer: "Đúng, ghi lý do",
  answerLabel: "Vì sao số này đúng?",
  answerHint: "Lý do được lưu cùng tên người trả lời. Khi số thay đổi, phát hiện hiện lại.",
  answerNeeded: "Ghi lý do, ít nhất 3 ký tự.",
  save: "Lưu lý do",
  saving: "Đang lưu…",
  cancel: "Thôi",
  answered: (by: string, at: string) => `${by} trả lời ${at}:`,
  takeBack: "Hỏi lại",
  saved: "Đã ghi lý do; phát hiện chuyển sang mục Đã trả lời.",
  takenBack: "Phát hiện chờ xem lại như trước.",
  undo: "Hoàn tác",
  also: (names: string) => `Cũng thấy: ${names}.`,
  history: (periods: number, least: string, most: string, now: string) =>
    `${count(periods)} kỳ trước từ ${least} đến ${most}; kỳ này ${now}.`,
  noHistory: "Chưa có kỳ trước để so.",
  more: (rest: number) => `Xem thêm (còn ${count(rest)})`,
  nothing: (checked: number) => `Không thấy chỗ sai hoặc lạ trong ${count(checked)} số đã kiểm.`,
  nothingOfKind: "Không có phát hiện nào thuộc loại này.",
  nothingAnswered: "Chưa ai trả lời phát hiện nào của kỳ này.",
  nothingHint:
    "Không có phát hiện chưa phải là mọi số đều đúng: so với kỳ trước cần ít nhất 6 kỳ đã báo cáo, cộng các phần cần đủ các phần.",
  noPeriods: "Chưa có số liệu nào để kiểm. Nhập số liệu trước.",
  skipped: (rules: number) => `${count(rules)} quy tắc chưa chạy được`,
  skippedWhy: {
    unreadable: "công thức không đọc được",
    unknown: "nhắc tới thứ không có trong danh mục",
    unusable: "dùng thứ mà quy tắc không đọc được",
  },
  how: "Cách kiểm và các ngưỡng",
  usual: (value: string) => `mặc định ${value}`,
  keys: "F8 phát hiện kế tiếp, Shift F8 trước đó, X ghi lý do, Esc thôi.",
  illustrative: "SỐ LIỆU MINH HỌA: các số này được dựng ra để dùng thử.",
};

export type FindingsTexts = typeof findingsVi;
