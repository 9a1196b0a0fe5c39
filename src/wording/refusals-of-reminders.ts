import type { Sentences } from "./refusals.ts";

/** Why reminders cannot be sent, and what to do. */
export const reminderRefusals: Readonly<Record<string, Sentences>> = {
  "reminder-setting-invalid": {
    vi: ({ name, value }) => `Biến ${name} chưa đúng${value === "" ? " (còn thiếu)" : ` (cần hoặc đã đọc: ${value})`}. Ví dụ: TUYEN_SMTP=smtps://tên:mật-khẩu@máy-chủ, TUYEN_SMTP_FROM=baocao@…, TUYEN_WEBHOOKS=https://…, TUYEN_REMIND_DUE_DAYS=3.`,
    en: ({ name, value }) => `${name} is not right${value === "" ? " (missing)" : ` (needed or read: ${value})`}. E.g. TUYEN_SMTP=smtps://name:password@host, TUYEN_SMTP_FROM=reports@…, TUYEN_WEBHOOKS=https://…, TUYEN_REMIND_DUE_DAYS=3.`,
  },
}; // prettier-ignore
