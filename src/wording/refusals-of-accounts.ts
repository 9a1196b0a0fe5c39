import { longestPassword, shortestPassword } from "#domain/password-rule.ts";
import type { Sentences } from "./refusals.ts";
import { permissionName } from "./permissions.ts";

/** "30 giây", "2 phút". */
function waitVi(seconds: unknown): string {
  const count = Number(seconds);
  return count < 60 ? `${count} giây` : `${Math.ceil(count / 60)} phút`;
}

function waitEn(seconds: unknown): string {
  const count = Number(seconds);
  return count < 60 ? `${count} seconds` : `${Math.ceil(count / 60)} minutes`;
}

/** Why somebody may not come in or not do something, and whom to turn to. */
export const accountRefusals: Readonly<Record<string, Sentences>> = {
  "not-signed-in": {
    vi: () => "Chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập.",
    en: () => "You are not signed in, or the session has ended. Please sign in.",
  },
  "sign-in-wrong": {
    vi: () => "Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên, nhờ đơn vị cấp trên hoặc quản trị đặt lại mật khẩu.",
    en: () => "User name or password is wrong. If you forgot it, ask your superior unit or the administrator for a reset.",
  },
  "sign-in-wait": {
    vi: ({ seconds }) => `Nhập sai nhiều lần. Chờ ${waitVi(seconds)} rồi thử lại, hoặc nhờ quản trị đặt lại mật khẩu.`,
    en: ({ seconds }) => `Too many wrong tries. Wait ${waitEn(seconds)} and try again, or ask for a password reset.`,
  },
  "sign-in-busy": {
    vi: () => "Quá nhiều người đăng nhập cùng lúc. Chờ vài giây rồi thử lại.",
    en: () => "Too many people are signing in at once. Wait a few seconds and try again.",
  },
  "code-needed": {
    vi: () => "Nhập thêm mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng.",
    en: () => "Enter the six-digit code of your authenticator application as well, or a backup code.",
  },
  "code-wrong": {
    vi: () => "Mã không đúng, đã dùng hoặc đã hết hạn. Chờ mã mới rồi nhập lại; xem giờ trên điện thoại có đúng không.",
    en: () => "The code is wrong, used or expired. Wait for the next one; check the clock of your telephone.",
  },
  "password-wrong": {
    vi: () => "Mật khẩu hiện tại không đúng.",
    en: () => "The current password is wrong.",
  },
  "password-same": {
    vi: () => "Mật khẩu mới trùng mật khẩu cũ. Chọn mật khẩu khác.",
    en: () => "The new password is the old one. Choose another.",
  },
  "password-short": {
    vi: () => `Mật khẩu cần ít nhất ${shortestPassword} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
    en: () => `The password needs at least ${shortestPassword} characters. A short sentence is best.`,
  },
  "password-long": {
    vi: () => `Mật khẩu dài quá ${longestPassword} ký tự.`,
    en: () => `The password is longer than ${longestPassword} characters.`,
  },
  "password-has-user-name": {
    vi: () => "Mật khẩu không được chứa tên đăng nhập.",
    en: () => "The password must not contain the user name.",
  },
  "password-common": {
    vi: () => "Mật khẩu này quá dễ đoán. Ghép vài từ không liên quan với nhau, ví dụ tên ba đồ vật quanh bàn.",
    en: () => "This password is too easy to guess. Join a few unrelated words, such as three things on your desk.",
  },
  "must-change-password": {
    vi: () => "Mật khẩu đang dùng là mật khẩu ban đầu. Đổi mật khẩu rồi mới làm việc được.",
    en: () => "You still have the first password. Change it before you go on.",
  },
  "not-permitted": {
    vi: ({ permission, orgUnit, programme }) =>
      `Tài khoản không có quyền ${permissionName(String(permission), "vi")}${orgUnit ? ` tại ${orgUnit}` : ""}${programme ? ` trong chương trình ${programme}` : ""}. Nếu cần, đề nghị quản trị cấp quyền.`,
    en: ({ permission, orgUnit, programme }) =>
      `Your account may not ${permissionName(String(permission), "en")}${orgUnit ? ` at ${orgUnit}` : ""}${programme ? ` in ${programme}` : ""}. Ask the administrator if you need to.`,
  },
  "cross-site": {
    vi: () => "Yêu cầu đến từ một trang khác nên bị chặn. Mở Tuyến trong tab riêng rồi làm lại.",
    en: () => "The request came from another site and was stopped. Open Tuyến in a tab of its own and try again.",
  },
  "too-many-requests": {
    vi: ({ seconds }) => `Quá nhiều yêu cầu trong thời gian ngắn. Chờ ${waitVi(seconds)} rồi thử lại.`,
    en: ({ seconds }) => `Too many requests at once. Wait ${waitEn(seconds)} and try again.`,
  },
  "unknown-account": {
    vi: ({ account }) => `Không có tài khoản “${account}” trong phạm vi quản lý của bạn.`,
    en: ({ account }) => `There is no account “${account}” among those you keep.`,
  },
  "account-beyond-scope": {
    vi: ({ account }) => `Tài khoản “${account}” có quyền ngoài phạm vi quản lý của bạn. Đề nghị quản trị của Sở thực hiện.`,
    en: ({ account }) => `Account “${account}” has rights beyond your scope. Ask the department's administrator.`,
  },
  "last-administrator": {
    vi: ({ account }) => `“${account}” là quản trị cuối cùng. Cấp vai trò quản trị cho người khác trước.`,
    en: ({ account }) => `“${account}” is the last administrator. Make somebody else administrator first.`,
  },
  "user-name-invalid": {
    vi: ({ userName }) => `Tên đăng nhập “${userName}” không dùng được. Dùng 3–40 chữ thường không dấu, số và . - _, bắt đầu bằng chữ; ví dụ tyt.muongthan.`,
    en: ({ userName }) => `“${userName}” cannot be a user name. Use 3–40 of a–z, 0–9 and . - _, beginning with a letter.`,
  },
  "user-name-taken": {
    vi: ({ userName }) => `Tên đăng nhập “${userName}” đã có. Chọn tên khác; tên cũ không dùng lại được vì lịch sử ghi theo tên.`,
    en: ({ userName }) => `The user name “${userName}” is taken. Choose another; names are never used again, because the history names them.`,
  },
  "unknown-role": {
    vi: ({ role }) => `Không có vai trò “${role}”. Các vai trò: nhap-lieu, duyet, chuong-trinh, tong-hop, lanh-dao, quan-tri.`,
    en: ({ role }) => `There is no role “${role}”. Roles: nhap-lieu, duyet, chuong-trinh, tong-hop, lanh-dao, quan-tri.`,
  },
  "unknown-programme": {
    vi: ({ programme, programmes }) => `Không có chương trình “${programme}”. Các chương trình: ${programmes}.`,
    en: ({ programme, programmes }) => `There is no programme “${programme}”. Programmes: ${programmes}.`,
  },
  "account-cell-empty": {
    vi: ({ column }) => `Thiếu ô ở cột ${column}.`,
    en: ({ column }) => `The cell of column ${column} is empty.`,
  },
  "org-unit-ambiguous": {
    vi: ({ orgUnit, candidates }) => `Có nhiều đơn vị tên “${orgUnit}”: ${candidates}. Ghi mã đơn vị thay cho tên.`,
    en: ({ orgUnit, candidates }) => `Several units are named “${orgUnit}”: ${candidates}. Write the uid instead.`,
  },
  "unknown-session": {
    vi: () => "Phiên làm việc này không còn.",
    en: () => "This session is no more.",
  },
  "first-visit-over": {
    vi: () => "Quản trị đầu tiên đã được tạo. Hãy đăng nhập.",
    en: () => "The first administrator exists already. Please sign in.",
  },
  "first-visit-code-wrong": {
    vi: () => "Mã không đúng. Xem mã trong cửa sổ dòng lệnh nơi đã chạy npm start.",
    en: () => "The code is wrong. See it in the terminal where npm start was run.",
  },
  "first-visit-locked": {
    vi: () => "Nhập sai mã quá nhiều lần. Dừng máy chủ và chạy lại npm start để có mã mới.",
    en: () => "Too many wrong codes. Stop the server and run npm start again for a new one.",
  },
  "demo-not-empty": {
    vi: () => "Chỉ mở được chế độ dùng thử trên cài đặt chưa có tài khoản thật. Bỏ --demo, hoặc đặt TUYEN_DATA sang thư mục trống.",
    en: () => "The demonstration needs an installation without real accounts. Leave out --demo, or set TUYEN_DATA to an empty folder.",
  },
  "demo-not-public": {
    vi: ({ host }) => `Chế độ dùng thử cho ai mở trang cũng vào được, nên không mở trên địa chỉ ${host}. Bỏ --demo hoặc bỏ HOST.`,
    en: ({ host }) => `Anybody who opens a demonstration is let in, so it does not run on ${host}. Leave out --demo or HOST.`,
  },
  "database-role-missing": {
    vi: ({ problem }) => `Tài khoản PostgreSQL không tạo được vai trò cho ứng dụng (${problem}). Người quản trị máy chủ chạy một lần: create role tuyen_application nologin; grant tuyen_application to <tài khoản trong DATABASE_URL>;`,
    en: ({ problem }) => `The PostgreSQL account may not make the application's role (${problem}). Have the server's administrator run once: create role tuyen_application nologin; grant tuyen_application to <the account of DATABASE_URL>;`,
  },
  "oidc-failed": {
    vi: ({ reason }) => `Dịch vụ đăng nhập của đơn vị không xác nhận được${reason ? ` (${reason})` : ""}. Thử lại, hoặc đăng nhập bằng mật khẩu.`,
    en: ({ reason }) => `The sign-in service did not confirm you${reason ? ` (${reason})` : ""}. Try again, or sign in with a password.`,
  },
  "oidc-no-account": {
    vi: ({ userName }) => `Chưa có tài khoản Tuyến cho “${userName}”. Đề nghị quản trị tạo tài khoản cùng tên.`,
    en: ({ userName }) => `There is no Tuyến account for “${userName}”. Ask the administrator for one of the same name.`,
  },
}; // prettier-ignore
