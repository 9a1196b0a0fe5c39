import { formatDay } from "./period.ts";
import type { Facts, Sentences } from "./refusals.ts";

const day = (text: Facts[string] | undefined) => formatDay(String(text ?? ""));

/** Why a conference, a directive or a task cannot be changed that way, and what to do. */
export const directiveRefusals: Readonly<Record<string, Sentences>> = {
  "unknown-conference": {
    vi: () => "Không có hội nghị này, hoặc hội nghị không có việc của đơn vị anh/chị. Mở lại danh sách trong mục Chỉ đạo.",
    en: () => "There is no such conference, or none of its tasks is your unit's. Go back to the list.",
  },
  "conference-changed": {
    vi: () => "Có người vừa sửa hội nghị này nên lần sửa của anh/chị chưa được lưu. Tải lại trang rồi sửa tiếp.",
    en: () => "Somebody has just changed this conference, so your change was not saved. Reload and change it again.",
  },
  "conference-issued": {
    vi: ({ conference }) => `Thông báo của “${conference}” đã ban hành nên không thêm được kết luận. Ghi vào hội nghị sau, hoặc sửa từng việc kèm lý do.`,
    en: ({ conference }) => `The notice of “${conference}” is out, so nothing can be added to it. Use a later conference, or change single tasks with a reason.`,
  },
  "conference-not-later": {
    vi: ({ conference }) => `Chỉ đưa sang được hội nghị họp sau; “${conference}” không sau hội nghị đã kết luận. Chọn hội nghị khác.`,
    en: ({ conference }) => `It can only be carried to a later conference; “${conference}” is not later. Choose another.`,
  },
  "nothing-concluded": {
    vi: () => "Chưa có việc nào trong kết luận nên chưa ban hành được. Thêm kết luận rồi ban hành.",
    en: () => "No conclusion causes any work yet, so the notice cannot go out. Add conclusions first.",
  },
  "issued-before-conference": {
    vi: ({ heldOn }) => `Ngày ban hành không thể trước ngày họp (${day(heldOn)}). Sửa một trong hai ngày.`,
    en: ({ heldOn }) => `The notice cannot go out before the conference (${heldOn}). Change one of the days.`,
  },
  "sentence-unreadable": {
    vi: ({ sentence }) => `Không đọc được số trong câu “${sentence}”. Số viết trong ngoặc nhọn, ví dụ {stock methadone.patients}.`,
    en: ({ sentence }) => `A figure in “${sentence}” cannot be read. Figures stand in braces, e.g. {stock methadone.patients}.`,
  },
  "words-not-there": {
    vi: ({ number }) => `Vị trí chữ của kết luận ${number} không nằm trong văn bản. Đọc lại văn bản rồi lưu.`,
    en: ({ number }) => `The words of conclusion ${number} do not lie within the text. Read the text again and save.`,
  },
  "nothing-to-write": {
    vi: ({ unit }) => `Không có việc nào của “${unit}” để viết. Chọn đơn vị khác hoặc giao việc trước.`,
    en: ({ unit }) => `“${unit}” has no task to write about. Choose another unit, or give it a task first.`,
  },
  "unknown-directive": {
    vi: () => "Không có kết luận này. Tải lại trang.",
    en: () => "There is no such directive. Reload the page.",
  },
  "directive-not-work": {
    vi: () => "Khó khăn và kiến nghị không giao thành việc. Thêm một kết luận rồi giao việc từ đó.",
    en: () => "Challenges and recommendations are not given as tasks. Add a conclusion and make the task of it.",
  },
  "already-carried": {
    vi: ({ number }) => `Mục ${number} đã được đưa vào hội nghị này rồi.`,
    en: ({ number }) => `Number ${number} has been carried to this conference already.`,
  },
  "unknown-task": {
    vi: () => "Không có việc này, hoặc việc không thuộc đơn vị anh/chị. Mở lại danh sách việc.",
    en: () => "There is no such task, or it is not your unit's. Go back to the list.",
  },
  "task-changed": {
    vi: ({ number }) => `Có người vừa sửa việc ${number} nên lần sửa này chưa được lưu. Tải lại việc rồi sửa tiếp.`,
    en: ({ number }) => `Somebody has just changed task ${number}, so this change was not saved. Reload and change it again.`,
  },
  "not-your-task": {
    vi: ({ number }) => `Anh/chị không làm được bước này ở việc ${number}: đơn vị chủ trì báo cáo, Văn phòng Sở xác nhận. Liên hệ đơn vị có trách nhiệm.`,
    en: ({ number }) => `This step of task ${number} is not yours: the lead unit reports, the office confirms. Ask whoever is responsible.`,
  },
  "not-a-lead": {
    vi: ({ unit }) => `“${unit}” là nhóm đơn vị, địa bàn hoặc đơn vị ngoài tỉnh nên không chủ trì được. Một việc một đơn vị chủ trì; chọn một, còn lại phối hợp.`,
    en: ({ unit }) => `“${unit}” is a group, a place or outside the province and cannot lead. One task has one lead unit; the others help.`,
  },
  "lead-closed": {
    vi: ({ unit, closedOn, successors }) => `“${unit}” đã kết thúc hoạt động ngày ${day(closedOn)}. ${successors ? `Đơn vị kế thừa: ${successors}. Chọn một đơn vị chủ trì` : "Chọn đơn vị khác chủ trì"}.`,
    en: ({ unit, closedOn, successors }) => `“${unit}” closed on ${closedOn}. ${successors ? `Its successors: ${successors}. Choose one to lead` : "Choose another unit to lead"}.`,
  },
  "not-helping": {
    vi: ({ number }) => `Chỉ giao phần việc cho đơn vị đang phối hợp việc ${number}. Đề nghị Văn phòng Sở thêm đơn vị phối hợp trước.`,
    en: ({ number }) => `Parts can only be given to units that help with task ${number}. Have the office add the unit first.`,
  },
  "term-and-rhythm": {
    vi: () => "Một việc có thời hạn hoặc nhịp rà soát, không có cả hai. Bỏ một trong hai.",
    en: () => "A task has a term or a rhythm of review, not both. Take one away.",
  },
  "term-in-force": {
    vi: ({ number }) => `Việc ${number} đã có thời hạn. Muốn đổi thì ghi xin gia hạn rồi đồng ý gia hạn; thời hạn cũ vẫn được giữ lại.`,
    en: ({ number }) => `Task ${number} has a term already. To change it, ask for an extension and grant it; the old term stays visible.`,
  },
  "reason-missing": {
    vi: ({ number }) => `Thông báo đã ban hành nên đổi việc ${number} phải ghi lý do. Ghi lý do rồi lưu lại.`,
    en: ({ number }) => `The notice is out, so changing task ${number} needs a reason. Give one and save again.`,
  },
  "event-in-future": {
    vi: ({ on }) => `Ngày ${day(on)} chưa đến. Ghi ngày hôm nay hoặc trước đó.`,
    en: ({ on }) => `${on} is still to come. Give today or an earlier day.`,
  },
  "event-before-assignment": {
    vi: ({ number, on }) => `Ngày ${day(on)} trước ngày giao việc ${number}. Sửa lại ngày.`,
    en: ({ number, on }) => `${on} is before task ${number} was given. Correct the day.`,
  },
  "event-out-of-order": {
    vi: ({ number, on }) => `Việc ${number} đã có diễn biến sau ngày ${day(on)}. Ghi ngày không sớm hơn lần ghi gần nhất.`,
    en: ({ number, on }) => `Task ${number} has later entries than ${on}. Give a day not before the latest one.`,
  },
  "task-stopped": {
    vi: ({ number }) => `Việc ${number} đã thôi thực hiện. Muốn làm tiếp, đề nghị Văn phòng Sở cho thực hiện trở lại.`,
    en: ({ number }) => `Task ${number} was given up. To go on, have the office resume it.`,
  },
  "task-not-stopped": {
    vi: ({ number }) => `Việc ${number} đang thực hiện nên không cần cho thực hiện trở lại.`,
    en: ({ number }) => `Task ${number} is going on and need not be resumed.`,
  },
  "task-done": {
    vi: ({ number }) => `Việc ${number} đã báo hoàn thành hoặc đã được xác nhận. Muốn mở lại, đề nghị Văn phòng Sở trả lại hoặc cho thực hiện trở lại.`,
    en: ({ number }) => `Task ${number} is reported or confirmed as done. To reopen it, have the office return or resume it.`,
  },
  "task-without-lead": {
    vi: ({ number }) => `Việc ${number} chưa có đơn vị chủ trì nên chưa báo hoàn thành được. Giao đơn vị chủ trì trước.`,
    en: ({ number }) => `Task ${number} has no lead unit and cannot be reported as done. Name its lead first.`,
  },
  "task-without-term": {
    vi: ({ number }) => `Việc ${number} chưa có thời hạn nên không xin gia hạn được. Đặt thời hạn trước.`,
    en: ({ number }) => `Task ${number} has no term to be made longer. Set a term first.`,
  },
  "done-day-impossible": {
    vi: ({ number }) => `Ngày hoàn thành việc ${number} phải từ ngày giao đến ngày báo cáo. Sửa lại ngày.`,
    en: ({ number }) => `Task ${number} was done between the day it was given and the day of the report. Correct the day.`,
  },
  "nothing-to-confirm": {
    vi: ({ number }) => `Đơn vị chưa báo hoàn thành việc ${number}, hoặc báo cáo đã được xử lý. Tải lại việc.`,
    en: ({ number }) => `Task ${number} is not reported as done, or that has been settled. Reload the task.`,
  },
  "no-extension-asked": {
    vi: ({ number }) => `Việc ${number} không có đề nghị gia hạn đang chờ. Tải lại việc.`,
    en: ({ number }) => `No extension of task ${number} waits for an answer. Reload the task.`,
  },
  "extension-not-longer": {
    vi: ({ number }) => `Thời hạn mới của việc ${number} phải sau thời hạn đang có. Chọn ngày muộn hơn.`,
    en: ({ number }) => `The new term of task ${number} must end after the one in force. Choose a later day.`,
  },
  "unknown-evidence": {
    vi: () => "Không có tệp này trong việc. Gửi tệp trước rồi báo cáo.",
    en: () => "The task has no such file. Add the file first, then report.",
  },
  "too-many-files": {
    vi: ({ limit }) => `Mỗi việc giữ nhiều nhất ${limit} tệp. Gộp các tệp lại rồi gửi.`,
    en: ({ limit }) => `A task keeps at most ${limit} files. Put some together and send them again.`,
  },
  "file-empty": {
    vi: ({ file }) => `Tệp “${file}” không có nội dung. Chọn tệp khác.`,
    en: ({ file }) => `“${file}” is empty. Choose another file.`,
  },
  "evidence-too-large": {
    vi: ({ file, megabytes }) => `Tệp ${file ? `“${file}” ` : ""}lớn hơn ${megabytes} MB nên chưa được gửi. Nén ảnh hoặc chia nhỏ tệp rồi gửi lại.`,
    en: ({ file, megabytes }) => `${file ? `“${file}”` : "The file"} is larger than ${megabytes} MB and was not kept. Make it smaller or split it.`,
  },
  "evidence-kind-unknown": {
    vi: ({ file }) => `Không nhận tệp “${file}”. Gửi tệp pdf, docx, xlsx (không có macro), png, jpg hoặc txt.`,
    en: ({ file }) => `“${file}” is not taken. Send pdf, docx, xlsx (without macros), png, jpg or txt.`,
  },
  "evidence-kind-differs": {
    vi: ({ file, kind }) => `Tệp “${file}” thật ra là ${kind}. Đổi đuôi tệp thành .${kind}, hoặc lưu lại đúng loại rồi gửi.`,
    en: ({ file, kind }) => `“${file}” is in fact ${kind}. Name it .${kind}, or save it as the kind it says, and send it again.`,
  },
}; // prettier-ignore
