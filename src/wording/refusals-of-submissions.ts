import { isPeriod } from "#domain/period.ts";
import { periodName } from "./period.ts";
import type { Facts, Language, Sentences } from "./refusals.ts";

const period = ({ period: of }: Facts, language: Language) =>
  language === "vi" && isPeriod(String(of)) ? `kỳ ${periodName(String(of))}` : String(of ?? "");

/** Why a form cannot be filled in, handed in, returned or approved, and what to do. */
export const submissionRefusals: Readonly<Record<string, Sentences>> = {
  "unknown-data-set": {
    vi: ({ dataSet }) => `Không có phiếu “${dataSet}”. Xem danh sách phiếu trong mục Danh mục.`,
    en: ({ dataSet }) => `There is no form “${dataSet}”. See the list of forms in the catalogue.`,
  },
  "data-set-not-in-force": {
    vi: (facts) => `Phiếu ${facts["dataSet"]} không dùng cho ${period(facts, "vi")}. Chọn kỳ khác, hoặc hỏi nơi giao phiếu.`,
    en: (facts) => `The form ${facts["dataSetEn"]} is not in use for ${period(facts, "en")}. Choose another period, or ask whoever assigned it.`,
  },
  "not-expected": {
    vi: (facts) => `${facts["orgUnit"]} không phải nộp phiếu ${facts["dataSet"]} ${period(facts, "vi")}. Nếu đơn vị vẫn phải báo cáo, đề nghị nơi quản lý danh mục giao phiếu.`,
    en: (facts) => `${facts["orgUnit"]} does not report the form ${facts["dataSetEn"]} for ${period(facts, "en")}. If it should, ask whoever keeps the catalogue to assign it.`,
  },
  "period-closed": {
    vi: (facts) => `Đã khóa sổ: phiếu ${facts["dataSet"]} ${period(facts, "vi")} không nhận nộp nữa. Số đã nhập vẫn còn trên máy; muốn nộp, đề nghị cấp trên trả lại hoặc mở lại phiếu.`,
    en: (facts) => `Closed: the form ${facts["dataSetEn"]} for ${period(facts, "en")} is no longer taken in. What was typed stays on the device; ask the tier above to return or reopen it.`,
  },
  "period-not-open": {
    vi: (facts) => `Chưa đến kỳ: phiếu ${facts["dataSet"]} ${period(facts, "vi")} chưa bắt đầu.`,
    en: (facts) => `Too early: the period of the form ${facts["dataSetEn"]}, ${period(facts, "en")}, has not begun.`,
  },
  "submission-locked": {
    vi: () => "Phiếu đã được duyệt nên không sửa được nữa. Số đã nhập vẫn còn trên máy; cần sửa thì đề nghị nơi duyệt mở lại phiếu, có ghi lý do.",
    en: () => "The form has been approved and is locked. What was typed stays on the device; to correct it, ask who approved it to reopen it with a reason.",
  },
  "submission-not-waiting": {
    vi: ({ state }) => `Phiếu không chờ duyệt (${stateWords(state, "vi")}). Mở lại trang để xem tình trạng mới nhất.`,
    en: ({ state }) => `The form does not wait for approval (${stateWords(state, "en")}). Reload to see where it stands.`,
  },
  "submission-changed": {
    vi: ({ version, seen }) => `Đơn vị đã nộp lại: nay là lần ${version}, anh/chị đang xem lần ${seen}. Mở lần mới rồi quyết định.`,
    en: ({ version, seen }) => `The unit has handed in again: this is version ${version}, you looked at version ${seen}. Open the new one and decide.`,
  },
  "not-this-tier": {
    vi: () => "Chưa đến lượt cấp này duyệt, hoặc cấp này đã duyệt rồi. Mở lại trang để xem phiếu đang chờ cấp nào.",
    en: () => "It is not this tier's turn, or this tier has approved already. Reload to see whom the form waits for.",
  },
  "submission-not-approved": {
    vi: () => "Phiếu chưa được cấp nào duyệt nên không có gì để mở lại. Nếu cần sửa, hãy trả lại phiếu kèm lý do.",
    en: () => "No tier has approved the form, so there is nothing to reopen. To have it corrected, return it with a reason.",
  },
  "has-findings": {
    vi: ({ count }) => `Phiếu có ${count} chỗ khác thường. Mở phiếu xem rồi duyệt riêng hoặc trả lại.`,
    en: ({ count }) => `The form has ${count} unusual values. Open it, then approve it by itself or return it.`,
  },
  "hand-in-differs": {
    vi: () => "Mã lần nộp này đã dùng cho nội dung khác, nên lần gửi này chưa được lưu. Tải lại phiếu rồi nộp lại.",
    en: () => "The id of this hand-in was used for other content, so nothing was saved this time. Reload the form and hand in again.",
  },
  "hand-in-ahead": {
    vi: () => "Máy gửi dựa trên một lần nộp mà máy chủ không có (máy chủ có thể vừa được phục hồi). Tải lại phiếu, kiểm tra các ô rồi nộp lại.",
    en: () => "The device built on a version the server does not have (the server may have been restored). Reload the form, check the cells and hand in again.",
  },
  "unknown-cell": {
    vi: ({ cell }) => `Phiếu không có ô “${cell}”. Mẫu phiếu có thể đã đổi: tải lại phiếu.`,
    en: ({ cell }) => `The form has no cell “${cell}”. It may have changed: reload the form.`,
  },
  "nothing-handed-in": {
    vi: (facts) => `${facts["orgUnit"]} chưa nộp phiếu này ${period(facts, "vi")}, hoặc không có lần nộp được hỏi.`,
    en: (facts) => `${facts["orgUnit"]} has not handed in this form for ${period(facts, "en")}, or there is no such version.`,
  },
  "nothing-set-aside": {
    vi: () => "Số liệu này đã có người nhận hoặc bỏ. Tải lại phiếu để xem.",
    en: () => "These values have been taken over or dropped already. Reload the form.",
  },
  "approval-differs": {
    vi: () => "Mã lần duyệt này đã dùng cho danh sách khác, nên chưa duyệt phiếu nào. Tải lại trang rồi duyệt lại.",
    en: () => "The id of this approval was used for another list, so nothing was approved. Reload and approve again.",
  },
  "unknown-approval": {
    vi: () => "Không tìm thấy lần duyệt này. Tải lại trang để xem tình trạng các phiếu.",
    en: () => "There is no such approval. Reload to see where the forms stand.",
  },
  "not-your-approval": {
    vi: () => "Chỉ người đã duyệt mới rút lại được trong 10 phút. Muốn sửa thì mở lại phiếu, có ghi lý do.",
    en: () => "Only who approved can take it back. To have it corrected, reopen the form with a reason.",
  },
  "undo-too-late": {
    vi: ({ minutes }) => `Đã quá ${minutes} phút nên không rút duyệt được. Mở lại từng phiếu cần sửa, có ghi lý do.`,
    en: ({ minutes }) => `More than ${minutes} minutes have passed. Reopen each form that needs it, with a reason.`,
  },
  "built-upon": {
    vi: () => "Đã có người xử lý tiếp phiếu này nên không rút duyệt được. Muốn sửa thì mở lại phiếu, có ghi lý do.",
    en: () => "Somebody has gone on with this form. To have it corrected, reopen it with a reason.",
  },
  "data-set-invalid": {
    vi: ({ dataSet, problem }) => `Mẫu phiếu “${dataSet}” chưa dùng được: ${problem}. Sửa rồi lưu lại.`,
    en: ({ dataSet, problem }) => `The form “${dataSet}” cannot be used: ${problem}. Mend it and save again.`,
  },
  "data-set-in-use": {
    vi: ({ dataSet, validFrom }) => `Đã có đơn vị nộp theo mẫu “${dataSet}” bắt đầu từ ${validFrom}. Đặt ngày bắt đầu khác để tạo phiên bản mới.`,
    en: ({ dataSet, validFrom }) => `Units have handed in with “${dataSet}” as of ${validFrom}. Choose another first day to make a new version.`,
  },
  "periods-differ": {
    vi: ({ from, to }) => `Hai kỳ ${from} và ${to} phải cùng loại, kỳ sau không trước kỳ đầu.`,
    en: ({ from, to }) => `The periods ${from} and ${to} must be of one type, in the order of time.`,
  },
  "too-many-periods": {
    vi: ({ limit }) => `Mỗi lần xem nhiều nhất ${limit} kỳ. Chọn khoảng ngắn hơn.`,
    en: ({ limit }) => `At most ${limit} periods at a time. Choose a shorter span.`,
  },
}; // prettier-ignore

const states: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  draft: { vi: "chưa nộp", en: "not handed in" },
  submitted: { vi: "đã nộp", en: "handed in" },
  returned: { vi: "đã trả lại", en: "returned" },
  approved: { vi: "đã duyệt", en: "approved" },
};

function stateWords(state: string | number | undefined, language: Language): string {
  return states[String(state)]?.[language] ?? String(state);
}
