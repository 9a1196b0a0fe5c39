import type { Sentences } from "./refusals.ts";

/** Why an indicator cannot be kept, deleted or computed, and why metadata cannot be brought in. */
export const indicatorRefusals: Readonly<Record<string, Sentences>> = {
  "unknown-indicator": {
    vi: ({ key }) => `Không có chỉ số “${key}”. Xem danh sách ở trang Chỉ số.`,
    en: ({ key }) => `There is no indicator “${key}”. See the list on the page Indicators.`,
  },
  "indicator-cycle": {
    vi: ({ cycle }) => `Các chỉ số tham chiếu vòng tròn: ${cycle}. Sửa công thức của một trong các chỉ số này.`,
    en: ({ cycle }) => `Indicators are made of each other in a circle: ${cycle}. Change the formula of one of them.`,
  },
  "indicator-too-deep": {
    vi: ({ first, most }) => `Chỉ số “${first}” tham chiếu qua hơn ${most} tầng chỉ số khác. Viết công thức gọn lại.`,
    en: ({ first, most }) => `“${first}” is made of indicators through more than ${most} levels. Write the formula more directly.`,
  },
  "indicator-formula-wrong": {
    vi: ({ side, problem }) => `${side === "numerator" ? "Tử số" : "Mẫu số"} chưa dùng được: ${problem}`,
    en: ({ side, problem_en: problem }) => `The ${side} cannot be used: ${problem}`,
  },
  "indicator-key-taken": {
    vi: ({ key }) => `Mã “${key}” đã là mã của một chỉ tiêu nhập liệu. Chọn mã khác.`,
    en: ({ key }) => `“${key}” is the key of a data element already. Choose another.`,
  },
  "indicator-changed-meanwhile": {
    vi: ({ key, by, version }) => `Chỉ số “${key}” đã được ${by} sửa trong lúc bạn mở (nay là bản ${version}). Mở lại để xem bản mới rồi sửa tiếp.`,
    en: ({ key, by, version }) => `“${key}” was changed by ${by} while you had it open (it is version ${version} now). Open it again, then change it.`,
  },
  "indicator-in-use": {
    vi: ({ key, users }) => `Không xóa được chỉ số “${key}” vì còn được dùng trong: ${users}. Sửa các công thức đó trước.`,
    en: ({ key, users }) => `“${key}” cannot be deleted: it is used by ${users}. Change those formulas first.`,
  },
  "indicator-reason-missing": {
    vi: () => "Ghi lý do sửa hoặc xóa để người sau hiểu.",
    en: () => "Write why it is changed or deleted, for those who come after.",
  },
  "metadata-not-json": {
    vi: ({ file, problem }) => `${file}: không phải tệp JSON đọc được (${problem}). Xuất lại siêu dữ liệu từ DHIS2 ở dạng JSON.`,
    en: ({ file, problem }) => `${file}: not readable as JSON (${problem}). Export the metadata from DHIS2 again as JSON.`,
  },
  "metadata-not-dhis2": {
    vi: ({ file }) => `${file}: không phải siêu dữ liệu DHIS2: không có mục nào như dataElements hay indicators. Xuất từ DHIS2 bằng Import/Export → Metadata export.`,
    en: ({ file }) => `${file}: not DHIS2 metadata: it has no part such as dataElements or indicators. Export it from DHIS2 with Import/Export → Metadata export.`,
  },
  "metadata-unreadable": {
    vi: ({ file, place, problem }) => `${file}: mục ${place} không đúng dạng của DHIS2 (${problem}). Xuất lại tệp hoặc sửa mục này.`,
    en: ({ file, place, problem }) => `${file}: ${place} is not as DHIS2 writes it (${problem}). Export the file again or mend this entry.`,
  },
  "metadata-too-large": {
    vi: ({ file, size, limit }) => `${file}: ${size} MB, quá giới hạn ${limit} MB. Xuất từng gói (ví dụ theo bộ dữ liệu) rồi nhập lần lượt.`,
    en: ({ file, size, limit }) => `${file}: ${size} MB, more than the limit of ${limit} MB. Export it in parts (by data set, for example) and bring them in one by one.`,
  },
}; // prettier-ignore
