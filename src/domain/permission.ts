/** What a person may be allowed to do. Everything in the program asks for one of these, at an org unit. */
export const permissions = [
  "read-figures",
  "enter-values",
  "approve-values",
  "import-values",
  "write-report",
  "issue-report",
  "give-directives",
  "update-tasks",
  "send-reminders",
  "manage-catalogue",
  "reset-passwords",
  "manage-accounts",
  "read-audit",
  "keep-installation",
] as const;
export type Permission = (typeof permissions)[number];

/** Permissions to look, which follow history: what a unit or its predecessors ever reported. The others act today. */
const looking: ReadonlySet<Permission> = new Set(["read-figures", "read-audit"]);

/** Whether a permission only looks and changes nothing. */
export function isLooking(permission: Permission): boolean {
  return looking.has(permission);
}

/** Nhập liệu, duyệt, chương trình, tổng hợp, lãnh đạo, quản trị. */
export const roles = ["nhap-lieu", "duyet", "chuong-trinh", "tong-hop", "lanh-dao", "quan-tri"] as const;
export type Role = (typeof roles)[number];

/** A role is a named set of permissions and nothing else; to change what a role may do, change this table. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  "nhap-lieu": ["read-figures", "enter-values", "update-tasks"],
  duyet: [
    "read-figures",
    "enter-values",
    "approve-values",
    "import-values",
    "update-tasks",
    "send-reminders",
    "reset-passwords",
  ],
  "chuong-trinh": [
    "read-figures",
    "enter-values",
    "approve-values",
    "import-values",
    "write-report",
    "update-tasks",
    "send-reminders",
  ],
  "tong-hop": [
    "read-figures",
    "enter-values",
    "approve-values",
    "import-values",
    "write-report",
    "issue-report",
    "give-directives",
    "update-tasks",
    "send-reminders",
  ],
  "lanh-dao": ["read-figures", "issue-report", "give-directives", "update-tasks"],
  "quan-tri": [
    "read-figures",
    "manage-catalogue",
    "reset-passwords",
    "manage-accounts",
    "read-audit",
    "keep-installation",
  ],
};

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
