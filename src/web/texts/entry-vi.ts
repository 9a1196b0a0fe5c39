import { formatDay, periodName } from "#wording/period.ts";

const two = (number: number) => String(number).padStart(2, "0");

/** An instant as the clock of this machine tells it: "09:41", with the day when it is another one. */
function clock(at: string): string {
  const time = new Date(at);
  const hour = `${two(time.getHours())}:${two(time.getMinutes())}`;
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday ? hour : `${hour} ngày ${two(time.getDate())}/${two(time.getMonth() + 1)}`;
}

/** Every word of filling in forms in Vietnamese; `entry-en.ts` has the same keys. */
export const entryVi = {
  todoTitle: "Việc cần làm",
  entryTitle: "Nhập liệu",
  loading: "Đang mở phiếu…",
  formTitle: (name: string, period: string) => `${name}, ${periodName(period)}`,
  period: periodName,
  /** "T5/2023", "Q2/2023": heads of narrow columns. */
  shortPeriod: (period: string) => {
    const [year = "", part = ""] = period.split("-");
    if (/^\d\d$/u.test(part)) return `T${Number(part)}/${year}`;
    return part === "" ? year : `${part.replace("S", "6T ")}/${year}`;
  },
  day: formatDay,
  clock,
  handInNumber: (count: number) => `lần nộp ${count}`,
  dueOn: (day: string) => `hạn nộp ${formatDay(day)}`,
  closesOn: (day: string) => `đóng kỳ ${formatDay(day)}`,
  illustrative: "BIỂU MINH HỌA",
  illustrativeHint: "Biểu này do sản phẩm dựng để dùng thử, không phải biểu do Bộ Y tế ban hành.",
  from: "Phiếu mở từ bản lưu trên máy này",

  sending: {
    checking: "Đang kiểm tra…",
    allSent: (at: string) => `Đã gửi hết ${clock(at)}`,
    allSentPlain: "Đã gửi hết",
    unsent: (cells: number) => `${cells} ô chưa gửi, đã lưu trên máy`,
    waiting: (forms: number) => `${forms} phiếu chờ gửi`,
    offline: "Mất mạng",
    signedOut: "Hết phiên đăng nhập",
  },
  strip: {
    offline: "Đang mất mạng.",
    offlineHint: (cells: number) =>
      cells === 0 ? "Cứ nhập: mọi ô được lưu trên máy này, có mạng sẽ tự gửi." : `Cứ nhập: ${cells} ô đã lưu trên máy này, có mạng sẽ tự gửi.`,
    signedOut: "Phiên đăng nhập đã hết.",
    signedOutHint: "Số đã nhập vẫn nằm trên máy này. Đăng nhập lại để gửi.",
    signIn: "Đăng nhập",
    unkept: "Máy này không lưu được nữa.",
    unkeptHint: "Có thể bộ nhớ đã đầy. Đừng đóng trang; nộp ngay khi còn mạng, hoặc chép ra giấy, rồi báo quản trị.",
    closed: "Phiếu này hiện không nộp được.",
    returned: (by: string, at: string) => `${by} trả lại, ${clock(at)}.`,
    reopened: (by: string, at: string) => `${by} mở lại để sửa, ${clock(at)}.`,
    setAside: (by: string, cells: number) => `${by} để lại ${cells} ô chưa gửi.`,
    takeOver: "Lấy các ô này vào phiếu",
    drop: "Bỏ",
    othersHere: (cells: number) => `Trên máy này còn ${cells} ô do người khác nhập, chưa gửi.`,
  },
  look: {
    before: (count: number) => `Trước khi nộp, xem ${count} ô:`,
    returnedCell: "bị trả lại",
    unreadable: "không phải số",
  },
  table: {
    indicator: "Chỉ tiêu",
    sinceJanuary: "Cộng từ 01/01",
    denominator: "Đối tượng năm",
    reached: "Đạt",
    computed: "tự cộng",
    lastPeriod: (period: string, value: string) => `${period}: ${value}`,
    lastYear: (value: string) => `Cùng kỳ: ${value}`,
    since: (value: string) => `Cộng: ${value}`,
    reachedShort: (value: string) => `Đạt ${value}`,
    box: (name: string, unit: string) => `${name}, ${unit}`,
  },
  cell: {
    refused: {
      "not-a-number": "Chỉ ghi số. Nghìn có thể có dấu chấm: 1.234.",
      "not-whole": "Ô này đếm từng đơn vị: ghi số nguyên.",
      negative: "Số không thể nhỏ hơn 0.",
      "too-long": "Số quá dài. Kiểm tra lại.",
    },
    change: (value: string) => `Sửa thành ${value}`,
    right: (value: string) => `Đúng là ${value}, ghi lý do`,
    reason: "Vì sao số này đúng",
    keepReason: "Ghi lý do",
    explained: "Đã giải thích",
    editReason: "Sửa lý do",
    returned: (by: string) => `${by} trả lại ô này:`,
    answer: (value: string) => `Trả lời: giữ ${value}, giải thích`,
    conflict: (by: string, at: string, theirs: string) => `${by} ghi ${theirs} ở máy khác lúc ${clock(at)}.`,
    blank: "để trống",
  },
  help: {
    title: "Ô đang chọn",
    none: "Chọn một ô để xem các kỳ trước.",
    sameMonth: (value: string) => `cùng kỳ ${value}`,
    keys: "Bàn phím",
    keyList: [
      ["Enter", "ô dưới"],
      ["Tab", "ô sau"],
      ["F8", "ô cần xem tiếp theo"],
      ["Ctrl V", "dán cả cột từ Excel"],
      ["Ctrl Z", "hoàn tác"],
    ],
    blankTitle: "Ô trống khác số 0",
    blankWords: "Không có ca nào thì ghi 0. Chưa có số thì để trống và nộp sau.",
    history: "Các kỳ trước",
  },
  dock: {
    filled: (filled: number, all: number) => `${filled} trên ${all} ô đã ghi`,
    blank: (count: number) => `còn ${count} ô trống`,
    toLook: (count: number) => `${count} ô cần xem`,
    nothing: "Không phát sinh: ghi 0 vào ô trống",
    nothingDone: (count: number) => `Đã ghi 0 vào ${count} ô trống.`,
    undo: "Hoàn tác",
    undone: "Đã hoàn tác.",
    excel: "Xuất Excel",
    print: "In phiếu",
    handIn: "Nộp",
    handInAgain: "Nộp lại",
    handingIn: "Đang gửi…",
    queued: (at: string) => `Đã ghi nhận nộp lúc ${clock(at)}; có mạng sẽ tự gửi.`,
    pasted: (count: number, leftOver: number) =>
      leftOver === 0 ? `Đã dán ${count} ô.` : `Đã dán ${count} ô; ${leftOver} số không có ô để vào.`,
    tooLarge: "Khối dán quá lớn so với phiếu. Chép đúng vùng cần dán.",
  },
  answer: {
    accepted: (version: number, at: string) => `Đã nộp lần ${version}, máy chủ nhận lúc ${clock(at)}.`,
    late: "Quá hạn nộp.",
    inTime: "Đúng hạn.",
    merged: (count: number) => `${count} ô lấy theo lần nộp của máy khác, vì máy này không sửa các ô đó:`,
    blocked: "Chưa nộp được. Sửa các ô dưới đây rồi nộp lại.",
    refused: "Máy chủ không nhận phiếu này:",
    conflict: (by: string, at: string, count: number) =>
      `${by} đã nộp phiếu này từ máy khác lúc ${clock(at)}. ${count} ô có hai số khác nhau; chọn từng ô rồi nộp lại.`,
    mine: "Máy này",
    theirs: "Máy kia",
    base: "Trước đó",
    useChosen: "Dùng các số đã chọn",
    close: "Đóng",
  },
  todo: {
    count: (left: number) => (left === 0 ? "không còn việc nào" : `còn ${left} việc`),
    dueToday: (count: number) => `${count} việc hết hạn hôm nay`,
    correct: (name: string) => `Sửa và nộp lại: ${name}`,
    go: (name: string) => `Nhập tiếp: ${name}`,
    begin: (name: string) => `Bắt đầu: ${name}`,
    openCell: "Mở ô cần sửa",
    openGo: "Nhập tiếp",
    openBegin: "Bắt đầu nhập",
    overdue: (days: number) => `quá hạn ${days} ngày`,
    today: "hạn hôm nay",
    left: (days: number) => `còn ${days} ngày`,
    blanks: (blank: number, all: number) => `còn ${blank} ô trống trong ${all} ô`,
    untouched: "chưa nhập ô nào",
    kept: (cells: number) => `${cells} ô đã lưu trên máy này`,
    wasZero: "Kỳ trước ghi 0 ở cả phiếu.",
    nothing: "Không phát sinh: ghi 0 cả phiếu",
    nothingDone: (name: string) => `Đã ghi 0 cả phiếu ${name}.`,
    waiting: "Đã nộp, đang chờ",
    waitingHint: "đơn vị không phải làm gì",
    waitingFor: (tier: string) => `chờ ${tier}`,
    queued: (at: string) => `nộp trên máy lúc ${clock(at)}, chờ có mạng`,
    receipt: (done: number, all: number, period: string) => ({ done: String(done), all: `/${all}`, words: `phiếu ${periodName(period)} đã nộp` }),
    empty: (all: number) => `Đã nộp đủ ${all} phiếu.`,
    none: "Đơn vị này chưa được giao phiếu nào.",
    noneHint: "Quản trị viên giao phiếu theo loại đơn vị, trong phần Biểu mẫu.",
    review: (count: number) => `${count} phiếu của các đơn vị đang chờ duyệt`,
    openReview: "Mở Theo dõi",
    unit: "Đơn vị",
    fromHere: (at: string) => `Danh sách lưu trên máy này lúc ${clock(at)}`,
    machine: "Máy này",
    machineUp: "Máy này đang có mạng",
    machineDown: "Máy này đang mất mạng",
    machineWords: "Mọi ô được lưu ngay trên máy. Khi mất mạng vẫn nhập được; có mạng thì tự gửi.",
    notPromised: "Trình duyệt có thể xóa số chưa gửi khi máy đầy. Cài ứng dụng này vào máy để tránh.",
    states: { draft: "Đang nhập", submitted: "Đã nhận", returned: "Trả lại", approved: "Đã duyệt", none: "Chưa nhập", sending: "Chờ gửi" },
  },
  newer: "Có bản mới của ứng dụng.",
  takeNewer: "Dùng bản mới",
}; // prettier-ignore

export type EntryTexts = typeof entryVi;
