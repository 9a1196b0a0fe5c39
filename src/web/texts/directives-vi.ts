import type { DirectiveGap, DirectiveKind } from "#domain/directive-reading/directive.ts";
import type { TaskStatus } from "#domain/task.ts";
import type { Rhythm, TaskTerm } from "#domain/task-term.ts";
import { formatDay, periodName } from "#wording/period.ts";
import { gapText } from "#wording/directives.ts";
import { statusText } from "#wording/tasks.ts";
import type { FormAct } from "../directives/act-forms.ts";

const every: Readonly<Record<Rhythm["every"], string>> = {
  week: "hằng tuần",
  month: "hằng tháng",
  quarter: "hằng quý",
  "half-year": "6 tháng một lần",
  year: "hằng năm",
};

/** Within a sentence or after a count. */
function lowered(status: TaskStatus): string {
  const text = statusText(status, "vi");
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function termWords(term: TaskTerm): string {
  if (term.kind === "date") return formatDay(term.on);
  if (term.kind === "month") return periodName(term.month);
  if (term.kind === "period") return periodName(term.period);
  const days = term.counting === "working-days" ? "ngày làm việc" : "ngày";
  return `${term.count} ${days} từ ${formatDay(term.from)}`;
}

const half = /^(\d{4})-S1$/u;

/** Under a point of a line: "6T/2020". */
function shortPeriod(period: string): string {
  const year = half.exec(period)?.[1];
  return year === undefined ? periodName(period) : `6T/${year}`;
}

const actWords: Readonly<Record<FormAct, string>> = {
  progress: "Đã làm được gì",
  done: "Kết quả, sản phẩm",
  reviewed: "Kết quả rà soát",
  confirmed: "Ghi chú (không bắt buộc)",
  extended: "Lý do (không bắt buộc)",
  "extension-asked": "Lý do xin gia hạn",
  returned: "Lý do trả lại",
  "extension-refused": "Lý do không cho gia hạn",
  stopped: "Lý do thôi thực hiện",
  resumed: "Lý do thực hiện trở lại",
};

/** Every word of conclusions and the work that follows from them, in Vietnamese; `directives-en.ts` has the same keys. */
export const directivesVi = {
  pageTitle: "Chỉ đạo",
  day: formatDay,
  period: periodName,
  shortPeriod,
  term: termWords,
  every,
  status: (status: TaskStatus) => statusText(status, "vi"),
  lowered,
  gap: (gap: DirectiveGap) => gapText(gap, "vi"),
  save: "Lưu",
  cancel: "Thôi",
  close: "Đóng",
  back: "Tất cả hội nghị",
  loading: "Đang mở…",

  list: {
    title: "Hội nghị và kết luận",
    intro: "Mỗi kết luận thành việc có một đơn vị chủ trì, có hạn, có sản phẩm; theo tới khi xong.",
    overview: "Trang lãnh đạo",
    add: "Ghi hội nghị",
    name: "Tên hội nghị",
    nameHint: "Hội nghị sơ kết công tác y tế 6 tháng đầu năm …",
    on: "Ngày họp",
    period: "Kỳ báo cáo đã trình",
    form: "Hình thức",
    formHint: "trực tiếp, trực tuyến…",
    attended: (who: string) => `Dự họp: ${who}`,
    rooms: "Phòng họp, điểm cầu (mỗi dòng một)",
    attending: "Đơn vị, thành phần dự (mỗi dòng một)",
    empty: "Chưa ghi hội nghị nào.",
    emptyHint: "Ghi hội nghị, rồi dán hoặc mở thông báo kết luận: mỗi mục đánh số thành một việc chờ duyệt.",
    emptyReader: "Khi văn phòng ghi hội nghị, kết luận và việc được giao sẽ hiện ở đây.",
    tasks: (count: number) => `${count} việc`,
    conclusions: (count: number) => `${count} kết luận`,
    challenges: (count: number) => `${count} khó khăn`,
    recommendations: (count: number) => `${count} kiến nghị`,
    draft: "dự thảo",
    issued: "đã ra thông báo",
    source: (title: string) => `đọc từ “${title}”`,
  },

  bar: {
    label: "Lọc việc theo tình trạng",
    segment: (count: number, status: TaskStatus) => `${count} ${lowered(status)}`,
  },

  missing: {
    label: "Còn thiếu",
    sentence: (lead: number, term: number, product: number) => {
      const parts = [
        lead > 0 ? `${lead} việc chưa có đơn vị chủ trì` : "",
        term > 0 ? `${term} việc chưa có thời hạn` : "",
        product > 0 ? `${product} việc chưa nêu sản phẩm` : "",
      ];
      return `${parts.filter((part) => part !== "").join(", ")}.`;
    },
    begin: "Bổ sung lần lượt",
    left: (count: number) => `còn ${count} câu`,
    later: "Để sau",
    allLater: "Các câu còn lại đã để sau.",
    lead: "Đơn vị nào chủ trì?",
    leadClosed: (name: string) => `${name} không còn. Đơn vị nào chủ trì thay?`,
    term: "Bao giờ xong, hay rà soát thường kỳ?",
    product: "Sản phẩm nào cho thấy việc đã xong?",
    productHint: "Tờ trình, kế hoạch, lớp tập huấn, số xã đạt…",
    why: "Bổ sung sau hội nghị",
  },

  table: {
    number: "Số",
    work: "Việc",
    lead: "Chủ trì",
    term: "Hạn",
    indicator: "Chỉ tiêu, nay",
    status: "Tình trạng",
    noLead: "Thiếu chủ trì",
    closed: "đơn vị đã sáp nhập",
    noTerm: "Thiếu hạn",
    suggested: (unit: string) => `gợi ý: ${unit}`,
    late: (days: number) => `muộn ${days} ngày`,
    extended: (first: string) => `hạn cũ ${first}`,
    rhythm: (rhythm: Rhythm) => `thường xuyên, rà soát ${every[rhythm.every]}`,
    nextReview: (day: string) => `rà soát ${day}`,
    reviewDue: (day: string) => `đến kỳ rà soát ${day}`,
    awaitsConfirmation: "chờ xác nhận",
    awaitsExtension: "xin gia hạn",
    none: "Không có việc nào ở tình trạng này.",
    empty: "Hội nghị này chưa có việc nào.",
    emptyHint: "Dán hoặc mở thông báo kết luận: mỗi mục đánh số thành một việc chờ duyệt.",
    label: "Việc theo kết luận",
  },

  task: {
    page: "Việc được giao",
    heading: (number: string) => `Việc ${number}`,
    lead: "Chủ trì",
    cooperating: "Phối hợp",
    product: "Sản phẩm",
    term: "Hạn",
    assigned: "Giao ngày",
    words: "Lời văn",
    missing: "chưa có",
    closed: (day: string, into: string) => `không còn từ ${day}${into === "" ? "" : `, nay là ${into}`}`,
    indicator: "Chỉ tiêu gắn với việc này",
    indicatorSince: (day: string) => `khi giao ${day}`,
    now: "nay",
    noFigure: "chưa có số",
    noFigures: "Chưa có số của chỉ tiêu này.",
    steps: "Diễn biến",
    given: "Giao việc",
    parts: "Việc con",
    attach: "Kèm tệp làm bằng chứng",
    removeFile: (name: string) => `Bỏ ${name}`,
  },

  acts: {
    progress: "Báo tiến độ",
    done: "Báo đã xong",
    "extension-asked": "Xin gia hạn",
    confirmed: "Xác nhận hoàn thành",
    returned: "Trả lại",
    extended: "Cho gia hạn",
    "extension-refused": "Không cho gia hạn",
    stopped: "Thôi thực hiện",
    resumed: "Thực hiện trở lại",
    reviewed: "Ghi đã rà soát",
    edit: "Sửa việc",
    "sub-task": "Giao việc con",
    carried: "Đưa vào hội nghị sau",
    doneOn: "Ngày làm xong",
    reason: "Lý do",
    send: "Ghi",
  },
  actWords: (act: FormAct) => actWords[act],

  when: {
    kind: "Hạn hay thường xuyên",
    date: "Đến ngày",
    workingDays: "Trong số ngày làm việc",
    rhythm: "Việc thường xuyên, rà soát",
    none: "Chưa rõ",
    days: "Số ngày làm việc",
    first: "Rà soát lần đầu",
  },

  unit: {
    search: "Tìm đơn vị",
    noneFound: "Không có đơn vị nào có tên như vậy.",
    oneLead: "Một việc một đơn vị chủ trì; chọn một, còn lại phối hợp.",
    several: (name: string) => `“${name}” hợp với nhiều đơn vị; chọn đúng đơn vị.`,
    unknown: (name: string) => `“${name}” không có trong danh mục đơn vị.`,
    remove: (name: string) => `Bỏ ${name}`,
    add: "Thêm đơn vị phối hợp",
  },

  read: {
    open: "Thêm kết luận từ văn bản",
    title: "Thêm kết luận từ văn bản",
    hint: "Dán thông báo kết luận vào đây, hoặc mở tệp. Mỗi mục đánh số thành một việc chờ anh chị duyệt; chỗ nào văn bản không nói thì để trống.",
    paste: "Văn bản thông báo",
    file: "Mở tệp (docx, pdf, txt)",
    read: "Đọc văn bản",
    reading: "Đang đọc…",
    another: "Đọc văn bản khác",
    document: "Văn bản",
    found: (tasks: number, others: number) =>
      `${tasks} việc đề nghị${others > 0 ? `, ${others} khó khăn và kiến nghị` : ""}. Chỗ tô đậm là lời đã đọc được.`,
    marks: {
      lead: "đơn vị",
      cooperating: "phối hợp",
      term: "hạn",
      rhythm: "thường xuyên",
      product: "sản phẩm",
      work: "việc",
    },
    kinds: { task: "Việc", challenge: "Khó khăn", recommendation: "Kiến nghị" } satisfies Record<
      DirectiveKind,
      string
    >,
    accept: "Nhận",
    accepted: "Đã nhận",
    change: "Sửa",
    leaveOut: "Bỏ qua",
    leftOut: "Đã bỏ qua",
    restore: "Xem lại",
    acceptComplete: (count: number) => `Nhận ${count} việc đủ đơn vị, hạn và sản phẩm`,
    badTerm: { "no-such-day": "không có ngày này", "before-document": "đã qua trước ngày văn bản" },
    implied: (day: string) => `mục này đặt đến ${day}; bấm để lấy làm hạn`,
    work: "Việc",
    product: "Sản phẩm",
    save: (count: number) => `Lưu ${count} mục đã nhận`,
    waiting: (count: number) => `${count} mục chưa xem`,
    acceptOthers: (count: number) => `Nhận ${count} khó khăn, kiến nghị`,
    leaveRest: (count: number) => `Bỏ qua ${count} mục chưa xem`,
    saved: (count: number) => `Đã thêm ${count} mục.`,
    nothing: "Không đọc được việc nào từ văn bản này.",
    show: "Xem trong văn bản",
  },

  notice: {
    title: "Thông báo kết luận và văn bản kèm theo",
    gaps: (count: number) =>
      `Còn ${count} chỗ chưa rõ đơn vị, hạn hoặc sản phẩm; nên bổ sung trước khi ra thông báo.`,
    docx: "Thông báo (Word)",
    pdf: "Thông báo (PDF)",
    issue: "Ra thông báo",
    askIssue: "Ra thông báo rồi thì mọi thay đổi phải ghi lý do. Ra thông báo?",
    notYet: "Chưa",
    issued: (day: string) => `Đã ra thông báo ngày ${day}.`,
    assignment: "Phiếu giao việc, mỗi đơn vị một phiếu",
    reminder: "Công văn đôn đốc, mỗi đơn vị một công văn",
    noLetters: "Không có đơn vị nào cần văn bản này.",
    letterTasks: (tasks: number, overdue: number) =>
      `${tasks} việc${overdue > 0 ? `, ${overdue} quá hạn` : ""}`,
    withoutLead: (count: number) => `${count} việc chưa có đơn vị chủ trì nên chưa có văn bản.`,
    export: "Danh sách việc",
  },

  carry: {
    into: "Hội nghị nhận",
    do: "Đưa vào",
    none: "Chưa có hội nghị nào sau hội nghị này. Ghi hội nghị mới trước.",
  },

  said: {
    challenges: "Khó khăn, thách thức",
    recommendations: "Kiến nghị, đề xuất",
    carriedOver: "Từ các kỳ trước",
    carriedCounts: (tasks: number, others: number) =>
      [
        tasks > 0 ? `${tasks} kết luận chưa xong` : "",
        others > 0 ? `${others} khó khăn, kiến nghị chưa giải quyết` : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    again: "Nêu lại ở hội nghị này",
    to: (addressee: string) => `gửi ${addressee}`,
    times: (count: number, since: string) => `nêu ${count} lần${since === "" ? "" : `, từ ${since}`}`,
    outcomes: {
      met: "đã được giải quyết",
      partly: "được giải quyết một phần",
      "not-met": "chưa được giải quyết",
      open: "chưa có trả lời",
    },
    outcome: "Ghi kết quả",
    carry: "Nêu lại ở hội nghị sau",
    became: "Kết quả",
    note: "Ai trả lời, bằng văn bản nào",
  },

  give: {
    title: "Kết luận chưa giao thành việc",
    intro: "Những mục này được ghi từ văn bản nhưng chưa ai giao.",
    give: "Giao thành việc",
  },

  assigned: {
    title: "Được giao",
    leads: "chủ trì",
    helps: "phối hợp",
    due: (day: string) => `hạn ${day}`,
  },
};

export type DirectivesTexts = typeof directivesVi;
