import { normaliseUserName, type Grant } from "#domain/account.ts";
import { isRole } from "#domain/permission.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { createToken } from "#operations/create-token.ts";
import { disableAccount } from "#operations/disable-account.ts";
import { grantRole, withdrawRole } from "#operations/grant-role.ts";
import { accountFile, importAccounts } from "#operations/import-accounts.ts";
import { listAccounts } from "#operations/list-accounts.ts";
import { resetPassword } from "#operations/reset-password.ts";
import { refusalText } from "#wording/refusals.ts";
import { readArgs, UsageError } from "../usage.ts";
import { progress, withInstallation } from "../with-installation.ts";

const help = `npx tuyen user VIỆC …

  list [--format json]                        mọi tài khoản, vai trò và lần đăng nhập cuối
  create TÊN --name "HỌ TÊN" [--org-unit ĐƠN VỊ] [--role VAI TRÒ] [--programme CHƯƠNG TRÌNH]…
                                              tạo tài khoản, in mật khẩu ban đầu một lần
  import TỆP                                  tạo theo danh sách .csv hoặc .xlsx có các cột
                                              userName, fullName, orgUnit, role, programmes, email
  reset TÊN                                   mật khẩu ban đầu mới, in một lần
  grant TÊN --role VAI TRÒ [--org-unit ĐƠN VỊ] [--programme CHƯƠNG TRÌNH]…
  withdraw TÊN --role VAI TRÒ [--org-unit ĐƠN VỊ]
  disable TÊN | enable TÊN                    khóa hoặc mở lại
  token TÊN --system "TÊN PHẦN MỀM"           mã truy cập cho phần mềm khác, in một lần

  VAI TRÒ: nhap-lieu, duyet, chuong-trinh, tong-hop, lanh-dao, quan-tri
  ĐƠN VỊ: mã đơn vị, ví dụ VN12.03388-2025; không ghi là toàn tỉnh
`;

const options = {
  name: { type: "string" },
  email: { type: "string" },
  "org-unit": { type: "string" },
  role: { type: "string" },
  programme: { type: "string", multiple: true },
  system: { type: "string" },
  format: { type: "string" },
} as const;

interface Words {
  readonly name: string;
  readonly values: {
    readonly name?: string;
    readonly email?: string;
    readonly "org-unit"?: string;
    readonly role?: string;
    readonly programme?: string[];
    readonly system?: string;
    readonly format?: string;
  };
}

const actions: Readonly<Record<string, (context: Context, words: Words) => Promise<number>>> = {
  list,
  create,
  import: importList,
  reset: async (context, { name }) => printPassword(await resetPassword(context, normaliseUserName(name))),
  grant: async (context, { name, values }) => {
    await grantRole(context, normaliseUserName(name), grantOf(context, values));
    return said(`Đã cấp vai trò cho ${name}.`);
  },
  withdraw: async (context, { name, values }) => {
    await withdrawRole(context, normaliseUserName(name), grantOf(context, values));
    return said(`Đã rút vai trò của ${name}.`);
  },
  disable: async (context, { name }) => {
    await disableAccount(context, normaliseUserName(name), true);
    return said(`Đã khóa ${name}; mọi phiên làm việc đã kết thúc.`);
  },
  enable: async (context, { name }) => {
    await disableAccount(context, normaliseUserName(name), false);
    return said(`Đã mở lại ${name}.`);
  },
  token: async (context, { name, values }) => {
    if (!values.system) throw new UsageError(`Thiếu --system.\n\n${help}`);
    process.stdout.write(`${await createToken(context, normaliseUserName(name), values.system)}\n`);
    return said("Ghi lại ngay: mã này không xem lại được.");
  },
};

/** `tuyen user`: accounts, kept by whoever holds the machine. */
export async function user(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [verb = "", name = "", ...more] = positionals;
  const act = Object.hasOwn(actions, verb) ? actions[verb] : undefined;
  if (!act || more.length > 0 || (name === "") !== (verb === "list")) throw new UsageError(help);
  return withInstallation((context) => act(context, { name, values }));
}

async function list(context: Context, { values }: Words): Promise<number> {
  const accounts = await listAccounts(context);
  if (values.format === "json") {
    process.stdout.write(`${JSON.stringify(accounts, null, 2)}\n`);
    return 0;
  }
  for (const { id, fullName, grants, disabledAt, lastSignInAt } of accounts) {
    const rights = grants.map(({ role, orgUnit, programmes }) => `${role}@${orgUnit}${programmes ? ` (${programmes.join("; ")})` : ""}`); // prettier-ignore
    const state = disabledAt
      ? "đã khóa"
      : lastSignInAt
        ? `đăng nhập ${lastSignInAt.slice(0, 10)}`
        : "chưa đăng nhập";
    process.stdout.write(`${[id, fullName, rights.join(", ") || "chưa có vai trò", state].join("\t")}\n`);
  }
  return 0;
}

async function create(context: Context, { name, values }: Words): Promise<number> {
  if (!values.name) throw new UsageError(`Thiếu --name "HỌ TÊN".\n\n${help}`);
  const orgUnit = values["org-unit"] ?? context.province;
  const grants = values.role === undefined ? [] : [grantOf(context, values)];
  const account = { userName: name, fullName: values.name, orgUnit, grants };
  return printPassword(
    await createAccount(context, { ...account, ...(values.email && { email: values.email }) }),
  );
}

async function importList(context: Context, { name: file }: Words): Promise<number> {
  const { created, problems } = await importAccounts(context, accountFile(file));
  for (const { row, code, facts } of problems) progress(`✗ dòng ${row}: ${refusalText(code, facts)}`);
  if (problems.length > 0) {
    progress(`Chưa tạo tài khoản nào. Sửa ${problems.length} chỗ trên rồi chạy lại.`);
    return 1;
  }
  process.stdout.write("userName,password,fullName,orgUnit\n");
  for (const one of created) process.stdout.write(`${[one.userName, one.password, quoted(one.fullName), one.orgUnit].join(",")}\n`); // prettier-ignore
  return said(`Đã tạo ${created.length} tài khoản. Giao mật khẩu cho từng người; không xem lại được.`);
}

function grantOf({ province }: Context, values: Words["values"]): Grant {
  const role = values.role ?? "";
  if (!isRole(role)) throw new Refusal("unknown-role", { role });
  const orgUnit = values["org-unit"] ?? province;
  return { role, orgUnit, ...(values.programme && { programmes: values.programme }) };
}

function printPassword({
  userName,
  password,
}: {
  readonly userName: string;
  readonly password: string;
}): number {
  process.stdout.write(`${userName}\t${password}\n`);
  return said("Mật khẩu ban đầu ở trên chỉ in một lần; người dùng phải đổi khi đăng nhập lần đầu.");
}

function said(line: string): number {
  progress(line);
  return 0;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
