import { formatDay, periodName } from "#wording/period.ts";

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** An instant (ISO, with its zone) as this machine's clock tells it: "05/7/2023 16:12". */
function momentInWords(at: string): string {
  const time = new Date(at);
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${formatDay(day)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Every word of the interface in Vietnamese; `en.ts` has the same keys. */
export const vi = {
  product: "Tuyến",
  skipToContent: "Tới nội dung",
  languageGroup: "Ngôn ngữ",
  languageNames: { vi: "Tiếng Việt", en: "English" },
  mainNavigation: "Các trang",
  pages: {
    todo: "Việc cần làm",
    monitor: "Theo dõi",
    figures: "Số liệu",
    report: "Báo cáo",
    directives: "Chỉ đạo",
    check: "Kiểm tra",
    overview: "Lãnh đạo",
  },
  /** Under the drawings at the foot of a phone. */
  shortPages: {
    todo: "Việc",
    monitor: "Theo dõi",
    figures: "Số liệu",
    report: "Báo cáo",
    directives: "Chỉ đạo",
    check: "Kiểm tra",
    overview: "Lãnh đạo",
  },
  more: "Thêm",
  search: {
    button: "Tìm (Ctrl K)",
    missing: "Chưa mở được ô tìm: không có đường truyền. Bấm lại khi có mạng.",
  },
  help: {
    button: "Hướng dẫn trang này",
    missing: "Chưa lấy được hướng dẫn: không có đường truyền. Bấm lại khi có mạng.",
  },
  openTasks: "việc chưa xong",
  day: formatDay,
  period: periodName,
  moment: momentInWords,

  report: {
    title: (period: string) => `Báo cáo ${period}`,
    period: "Kỳ báo cáo",
    periodOption: (name: string, illustrative: boolean) => (illustrative ? `${name} (minh họa)` : name),
    asOf: (day: string) => `số liệu đến ${day}`,
    sectionCount: (sections: number, annexes: number) => `${sections} mục, ${annexes} phụ lục`,
    illustrative: "SỐ LIỆU MINH HỌA",
    illustrativeHint: "Các số trên trang này được dựng ra để dùng thử, không phải số báo cáo.",
    loading: "Đang mở báo cáo…",
    sheet: "Văn bản báo cáo",
    staleLink: "Liên kết chỉ tới một số không còn in trong báo cáo này.",
  },

  counts: {
    label: "Lọc số theo trạng thái",
    all: (count: string) => `${count} số:`,
    confirmed: "xác nhận",
    provisional: "tạm tính",
    overridden: "ghi đè",
    deviating: "lệch với văn bản nguồn",
    missing: "thiếu",
    hint: (kind: string) => `Đi lần lượt qua các số ${kind}`,
  },

  contents: {
    title: "Mục lục",
    annexes: "Phụ lục",
    look: (count: number) => `${count} số cần xem`,
    open: (title: string) => `Mở các mục con của ${title}`,
    owners: (names: string) => `Phụ trách: ${names}`,
    moreOwners: (count: number) => `+${count}`,
  },

  annex: {
    table: (title: string) => `Bảng: ${title}`,
    chartInWords: "Đọc biểu đồ bằng lời",
    chartOnly: "Số chỉ có trong biểu đồ:",
    chartSource: (source: string) => (/^nguồn/iu.test(source) ? source : `Nguồn: ${source}`),
  },

  signer: { to: "Kính gửi:", recipients: "Nơi nhận:" },

  mark: {
    provisional: "Số tạm tính",
    overridden: "Số ghi đè",
    missing: "Thiếu số",
    deviating: "Lệch với văn bản nguồn",
    printed: (text: string) => `nguồn in ${text}`,
  },

  states: {
    confirmed: "Đã xác nhận",
    provisional: "Tạm tính",
    missing: "Thiếu",
    overridden: "Ghi đè",
  },

  panel: {
    label: "Chi tiết số liệu",
    viewing: "Số đang xem",
    position: (rank: number, count: number) => `${rank}/${count}`,
    previous: "Số trước",
    next: "Số sau",
    close: "Đóng",
    loading: "Đang tìm nguồn của số này…",
    missingValue: "Thiếu số liệu",
    exact: (text: string) => `đầy đủ ${text}`,
    asOf: (day: string) => `số liệu đến ${day}`,
    formula: "Công thức",
    comparison: "So sánh",
    plan: "Kế hoạch",
    planMissing: "Thiếu",
    planHint: "chưa có kế hoạch nào được nhập cho chỉ tiêu này",
    setBy: (who: string) => (who === "không nêu" ? "nguồn không nêu cơ quan giao" : `${who} giao`),
    origin: "Số này từ đâu ra",
    deviation: (printed: string, computed: string) => `Văn bản nguồn in ${printed}; tính lại ${computed}.`,
    statements: "Văn bản nguồn",
    agrees: "khớp",
    differs: "lệch",
    printedIn: (count: number) => `In ở ${count} chỗ`,
    here: "đang xem",
    onlyInChart: "Chỉ có trong biểu đồ",
    history: "Lịch sử",
    entered: (moment: string, by: string) => `${moment}, ${by}`,
    reason: (text: string) => `Lý do: ${text}`,
    copyLink: "Chép liên kết",
    copied: "Đã chép liên kết tới số này.",
    copyYourself: "Chép liên kết dưới đây:",
    numbersHint: "",
  },

  overview: {
    title: "Mở một con số",
    text: "Chọn số bất kỳ trong văn bản để xem công thức, nguồn và câu chữ đã nêu ra nó.",
    look: (count: number) => `${count} số cần xem trước khi trình`,
    nothing: "Không có số nào cần xem lại.",
    more: (count: number) => `và ${count} số nữa; bấm F8 để đi lần lượt`,
    printed: (text: string) => `nguồn in ${text}`,
    keys: "Phím tắt",
    keyNames: {
      walk: "số sau, số trước",
      look: "số cần xem tiếp theo",
      close: "đóng",
    },
  },

  origin: {
    reportedBy: (who: string) => `${who} báo cáo`,
    reported: "Số được báo cáo",
    basis: { text: "văn bản nêu tên đơn vị", implied: "đơn vị suy ra từ tổ chức" },
    derived: "Không in ở đâu: tính ngược từ mức tăng, giảm đã in",
    estimate: "Số ước",
    awaits: { approval: "Đơn vị đã nộp, chờ duyệt", correction: "Bị trả lại, chờ đơn vị sửa" },
    target: (who: string) =>
      who === "không nêu" ? "Kế hoạch, nguồn không nêu cơ quan giao" : `Kế hoạch do ${who} giao`,
    stated: "Lấy nguyên từ văn bản; không có số thành phần để tính lại",
    computed: {
      sum: "Cộng các số",
      difference: "Lấy số đầu trừ các số sau",
      ratio: "Chia hai số",
      change: "Kỳ này trừ kỳ so sánh",
      "relative-change": "Mức thay đổi chia cho kỳ so sánh",
    },
    parts: {
      breakdown: (count: number) => `Cộng ${count} thành phần`,
      periods: (count: number, expected: number) =>
        count < expected
          ? `Cộng ${count} trên ${expected} kỳ; còn thiếu ${expected - count}`
          : `Cộng ${count} kỳ`,
      "org-units": (count: number) => `Cộng ${count} đơn vị`,
    },
    orgUnitCount: (day: string) => `Đếm đơn vị hành chính có trong danh mục ngày ${day}`,
    missing: {
      "not-reported": "Chưa có đơn vị nào báo cáo số này",
      "operand-missing": "Thiếu một số thành phần để tính",
      "base-missing": "Chưa có số của kỳ so sánh",
      "base-zero": "Kỳ so sánh không phát sinh, không tính được phần trăm",
      "plan-missing": "Chưa có kế hoạch để so sánh",
      "division-by-zero": "Mẫu số bằng 0",
    },
    missingOther: "Chưa có số",
    section: (title: string, section: string) => `${title}, mục ${section}`,
    enteredBy: (who: string) => `${who} nhập`,
    enteredAt: (moment: string) => `lúc ${moment}`,
  },

  roles: {
    actual: "thực hiện",
    in_month: "trong tháng",
    cumulative: "lũy tích",
    stock: "hiện có",
    plan: "kế hoạch",
    denominator: "mẫu số",
    percent_of_plan: "% kế hoạch",
    percent: "tỷ lệ",
    rate: "tỷ suất",
    prior_year: "cùng kỳ",
    growth_abs: "tăng, giảm",
    growth_percent: "tăng, giảm (%)",
    growth_points: "tăng, giảm (điểm phần trăm)",
    share: "tỷ trọng",
  },
  points: { "%": "điểm phần trăm", "‰": "điểm phần nghìn" },
  bounds: { ">": "trên", "<": "dưới", "≈": "khoảng" },

  download: {
    button: "Tải về",
    docx: "Word",
    docxHint: "để sửa và trình ký",
    pdf: "PDF",
    pdfHint: "đúng thể thức, để in",
    csv: "Bảng số (CSV)",
    csvHint: "mở bằng Excel",
    json: "Dữ liệu (JSON)",
    jsonHint: "từng câu và số trong câu",
    print: "In trang này",
  },

  empty: {
    title: "Chưa có số liệu cho kỳ này",
    text: (period: string) => `Báo cáo ${period} được lập từ số liệu đã nhập. Hiện chưa có số nào.`,
    noneText: "Chưa có kỳ nào có số liệu.",
    step: "Nhập số liệu từ tệp, trên máy chủ:",
    others: "Kỳ đã có số liệu:",
  },
  notFound: { title: "Không có trang này", back: "Về trang Báo cáo" },
  error: {
    title: "Chưa mở được",
    unreachable: "Không kết nối được với máy chủ. Xem lại mạng hoặc máy chủ rồi thử lại.",
    unreadable: "Máy chủ trả lời không đọc được.",
    retry: "Thử lại",
  },
};

export type Texts = typeof vi;
