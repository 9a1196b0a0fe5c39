import type { UncheckedReason } from "#checker/contract.ts";

const reasons: Readonly<Record<UncheckedReason, string>> = {
  "missing-plan": "thiếu kế hoạch",
  "missing-previous-period": "thiếu kỳ trước",
  "missing-population": "thiếu dân số",
  "missing-denominator": "thiếu mẫu số",
  "missing-part": "thiếu số thành phần",
  estimate: "số ước, không tính lại được",
};

/** Every word of the page Kiểm tra in Vietnamese; `check-en.ts` has the same keys. */
export const checkVi = {
  title: "Kiểm tra",
  titleOf: (name: string) => `Kiểm tra: ${name}`,
  pastedName: "Văn bản dán vào",
  sampleName: "Câu thử",
  clock: (at: Date) => `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`,
  checkedAt: (clock: string) => `kiểm lúc ${clock}`,
  staysHere: "tệp không rời khỏi máy này",
  characters: (count: string) => `${count} ký tự`,

  start: {
    lead: "Tính lại mọi phép cộng, tỷ lệ và mức tăng giảm trong một văn bản đã viết xong; chỉ ra chỗ không khớp và nói rõ chỗ nào chưa kiểm được.",
    privacy: "Mọi việc diễn ra trong trình duyệt này. Tệp không được gửi đi đâu và không được lưu lại.",
    file: "Văn bản cần kiểm tra",
    drop: "Thả tệp vào đây hoặc",
    choose: "Chọn tệp",
    formats: ".docx, .pdf, .xlsx, .html, .md, .txt; tối đa 50 MB",
    previous: "Báo cáo kỳ trước (không bắt buộc)",
    previousHint:
      "Có kỳ trước thì kiểm được cả số lũy tích, mức tăng giảm và những phép cộng kỳ trước đã đúng.",
    previousChosen: (name: string) => `So với: ${name}`,
    removePrevious: "Bỏ kỳ trước",
    paste: "Hoặc dán đoạn văn bản",
    check: "Kiểm tra đoạn này",
    sampleTitle: "Thử với một câu",
    sample:
      "Trong 6 tháng, toàn huyện khám cho 12.480 lượt người, tăng 5,2% so với cùng kỳ năm trước (11.480 lượt). Trong tổng số 12.480 lượt (nội trú 1.206, ngoại trú 11.274). Tiêm đủ mũi cho 1.318/1.520 trẻ, đạt 86,7%.",
    trySample: "Kiểm tra câu này",
  },

  progress: {
    reading: (name: string) => `Đang đọc ${name}…`,
    "reading-previous": (name: string) => `Đang đọc kỳ trước: ${name}…`,
    checking: (characters: string) => `Đang tính lại ${characters} ký tự…`,
    seconds: (count: number) => `${count} giây`,
    cancel: "Dừng",
  },

  refusal: {
    title: "Không đọc được tệp",
    fault: "Trình kiểm tra gặp lỗi khi đọc văn bản này. Thử lưu tệp thành .docx hoặc .txt rồi kiểm tra lại.",
    another: "Chọn tệp khác",
    advice:
      "Nếu là bản quét hoặc ảnh chụp, hãy lấy bản Word gốc; nếu tệp có mật khẩu, bỏ mật khẩu trước. Cũng có thể mở tệp, chọn hết chữ rồi dán vào ô dưới đây.",
  },

  verdicts: {
    wrong: "sai",
    suspect: "nghi vấn",
    note: "lưu ý",
    style: "cách viết",
    unchecked: "chưa kiểm được",
    consistent: "phép tính khớp",
    setAside: "đã bỏ qua",
  },
  counts: {
    label: "Kết quả kiểm tra",
    next: "chỗ tiếp theo",
    showAgreed: "Hiện ✓ ở những chỗ khớp",
  },
  reasons,
  reasonList: (counts: readonly (readonly [string, number])[]) =>
    counts.map(([reason, count]) => `${reason} ${count}`).join(", "),
  nothingWrong: (agreed: number, unchecked: number, why: string) =>
    `Không thấy chỗ sai trong ${agreed} phép tính` +
    (unchecked === 0 ? "." : `; ${unchecked} chưa kiểm được vì ${why}.`),
  nothingRead: "Không thấy phép tính nào trong văn bản này. Không phải vì thế mà mọi số đều đúng.",

  groups: {
    label: "Danh sách các chỗ cần xem",
    wrong: "Sai: tính lại ra số khác",
    suspect: "Nghi vấn: nên nhìn lại",
    note: "Lưu ý",
    style: (count: number) => `${count} chỗ về cách viết`,
    unchecked: (count: number) => `${count} chưa kiểm được`,
    consistent: (count: number) => `${count} phép tính khớp`,
    setAside: (count: number) => `${count} đã bỏ qua`,
    more: (count: number) => `Xem thêm ${count}`,
  },

  finding: {
    written: (topic: string, printed: string, computed: string) =>
      `${topic === "" ? "" : `${topic}: `}ghi ${printed}, tính lại ${computed}`,
    section: (number: string) => `mục ${number}`,
    places: (count: number) => `${count} chỗ`,
    not: "không phải",
    printed: "văn bản ghi",
    corrected: "Đã đọc lại theo chỉ dẫn của người xem",
    inText: "Xem trong văn bản",
    position: (number: number, verdict: string) => `Chỗ ${number}: ${verdict}`,
    proposals: "Có thể sửa",
    nothingChanges: "Máy không tự sửa. Số nào đúng, người viết quyết định.",
    copy: (text: string) => `Chép “${text}”`,
    copied: (text: string) => `Đã chép “${text}”.`,
    notCopied: "Trình duyệt không cho chép; hãy chọn chữ và chép bằng tay.",
  },

  reading: {
    hint: "Máy đọc nhầm số? Bấm vào ô rồi bấm số đúng trong văn bản.",
    change: (text: string) => `Đổi số ${text} bằng số khác trong văn bản`,
    picking: (text: string) => `Bấm vào số trong văn bản thay cho ${text}.`,
    cancel: "Thôi",
    pick: (text: string) => `Lấy số ${text}`,
    notAClaim: {
      sum: "Không phải tổng",
      other: "Không phải phép tính",
    },
    done: "Đã đọc lại và ghi nhớ cách đọc.",
    failed: "Không ghi nhớ được số này; hãy chọn số khác.",
  },

  dismiss: {
    open: "Bỏ qua, ghi lý do",
    reason: "Lý do bỏ qua",
    reasons: [
      "Đã đối chiếu với số gốc, số đúng",
      "Làm tròn chấp nhận được",
      "Các số thuộc phạm vi khác nhau",
    ],
    other: "Lý do khác",
    save: "Bỏ qua chỗ này",
    cancel: "Thôi",
    needed: "Ghi lý do để người xem sau hiểu.",
    done: (number: number) => `Đã bỏ qua chỗ ${number}. Kỳ sau gặp lại câu này cũng bỏ qua.`,
    undo: "Hoàn tác",
    undone: "Đã trả lại vào danh sách.",
  },

  growth: {
    base: "Kỳ so sánh",
    current: "Kỳ này",
    recomputed: (isRise: boolean, change: string) => `tính lại: ${isRise ? "tăng" : "giảm"} ${change}`,
    printed: (isRise: boolean, change: string) => `văn bản: ${isRise ? "tăng" : "giảm"} ${change}`,
    inWords: (base: string, current: string, recomputed: string, printed: string) =>
      `Kỳ so sánh ${base}, kỳ này ${current}; ${recomputed}; ${printed}.`,
  },

  text: {
    label: "Văn bản",
    hidden: (count: number) => `${count} dòng ẩn`,
    reveal: (count: number) => `Hiện ${count} dòng ẩn`,
    showAll: "Hiện cả văn bản",
    showMarked: "Chỉ hiện chỗ cần xem",
    agreed: "khớp",
    legend: "Gạch sóng: sai. Gạch liền: nghi vấn. Chấm: lưu ý.",
  },

  keys: {
    label: "Phím tắt",
    next: "chỗ sau, chỗ trước",
    copy: "chép cách sửa",
    dismiss: "bỏ qua",
    agreed: "hiện ✓",
    close: "đóng",
  },

  memory: {
    title: (count: number) => (count === 0 ? "Chưa ghi nhớ điều gì" : `Đã ghi nhớ ${count} điều`),
    text: "Chỗ đã bỏ qua và cách đọc đã sửa được nhớ theo câu, trong trình duyệt này, và áp dụng cho kỳ sau cho đến khi câu đổi lời.",
    action: {
      dismiss: (reason: string) => `bỏ qua: ${reason}`,
      "not-a-claim": "không phải phép tính",
      reading: "đọc lại bằng số khác",
    },
    used: "gặp trong văn bản này",
    forget: "Hoàn tác",
    forgetOf: (quote: string) => `Hoàn tác điều đã nhớ về “${quote}”`,
    save: "Lưu ra tệp",
    load: "Nạp từ tệp",
    loaded: (count: number) => `Đã nạp ${count} điều.`,
    unreadable: (entry: number) =>
      entry === 0
        ? "Tệp này không phải tệp ghi nhớ của Tuyến."
        : `Tệp ghi nhớ có lỗi ở mục ${entry}; không nạp gì.`,
    notKept: "Trình duyệt này không cho lưu: những điều ghi nhớ mất đi khi đóng trang. Hãy lưu ra tệp.",
    fileName: "ghi-nho-kiem-tra.json",
  },

  previous: {
    add: "So với kỳ trước…",
    with: (name: string) => `so với ${name}`,
    remove: "Thôi so với kỳ trước",
  },
  actions: {
    annotate: "Tải bản Word có ghi chú",
    annotating: "Đang ghi chú…",
    annotateRefused: "Không ghi chú được vào tệp này.",
    annotated: (name: string) => `${name.replace(/\.docx$/i, "")} - co ghi chu.docx`,
    certificate: "Giấy kiểm tra",
    another: "Kiểm tra văn bản khác",
  },
  readingNotes: "Cách đọc tệp",

  certificate: {
    title: "GIẤY KIỂM TRA SỐ LIỆU",
    document: "Văn bản",
    hash: { file: "SHA-256 của tệp", text: "SHA-256 của văn bản" },
    characters: "Số ký tự",
    checkedAt: "Kiểm lúc",
    previous: "So với kỳ trước",
    result: "Kết quả",
    open: "Những chỗ còn mở",
    noneOpen: "Không còn chỗ nào mở.",
    number: "TT",
    verdict: "Mức",
    quote: "Văn bản ghi",
    finding: "Nhận xét",
    setAside: "Những chỗ đã bỏ qua",
    reason: "Lý do",
    notAClaim: "Không phải phép tính",
    style: (count: number) => `Ngoài ra có ${count} chỗ về cách viết, không kê ở đây.`,
    limits: "Giấy này chỉ nói về những phép tính đã đọc được trong văn bản, không xác nhận số liệu gốc.",
  },
};

export type CheckTexts = typeof checkVi;
