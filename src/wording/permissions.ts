import type { Permission, Role } from "#domain/permission.ts";
import type { Language } from "./refusals.ts";

type Words = Readonly<Record<Language, string>>;

const permissionNames: Readonly<Record<Permission, Words>> = {
  "read-figures": { vi: "xem số liệu", en: "read figures" },
  "enter-values": { vi: "nhập số liệu", en: "enter values" },
  "approve-values": { vi: "duyệt số liệu", en: "approve values" },
  "import-values": { vi: "nhập số liệu từ tệp", en: "import values" },
  "write-report": { vi: "soạn báo cáo", en: "write reports" },
  "issue-report": { vi: "phát hành báo cáo", en: "issue reports" },
  "give-directives": { vi: "giao nhiệm vụ", en: "give directives" },
  "update-tasks": { vi: "cập nhật nhiệm vụ", en: "update tasks" },
  "send-reminders": { vi: "gửi nhắc nhở", en: "send reminders" },
  "manage-catalogue": { vi: "quản lý danh mục", en: "keep the catalogue" },
  "reset-passwords": { vi: "đặt lại mật khẩu", en: "reset passwords" },
  "manage-accounts": { vi: "quản lý tài khoản", en: "keep accounts" },
  "read-audit": { vi: "xem nhật ký", en: "read the audit" },
  "keep-installation": { vi: "sao lưu và khôi phục", en: "back up and restore" },
};

export const roleNames: Readonly<Record<Role, Words>> = {
  "nhap-lieu": { vi: "Nhập liệu", en: "Data entry" },
  duyet: { vi: "Duyệt", en: "Review" },
  "chuong-trinh": { vi: "Chương trình", en: "Programme" },
  "tong-hop": { vi: "Tổng hợp", en: "Planning office" },
  "lanh-dao": { vi: "Lãnh đạo", en: "Leadership" },
  "quan-tri": { vi: "Quản trị", en: "Administration" },
};

/** A permission as it stands in a sentence after "quyền" or "may". */
export function permissionName(permission: string, language: Language): string {
  if (permission === "") return language === "vi" ? "làm việc này" : "do this";
  return Object.entries(permissionNames).find(([name]) => name === permission)?.[1][language] ?? permission;
}
