import type { Page } from "playwright-core";
import type { Grant } from "#domain/account.ts";
import { changePassword } from "#operations/change-password.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { accessFor, contextOf } from "#operations/session-user.ts";

export const password = "bàn ghế lọ hoa";

/** Test support: somebody with a password of their own and one role, who may sign in at once. */
export async function makeAccount(
  context: Context,
  userName: string,
  role: Grant["role"],
  orgUnit: string,
): Promise<void> {
  const grants = [{ role, orgUnit }];
  const created = await createAccount(context, { userName, fullName: userName, orgUnit, grants });
  const { db, province, today } = context;
  const access = await accessFor(db, { province, today, revision: -1 }, grants);
  const own = contextOf(context, { id: userName, name: userName, access });
  await changePassword(own, { current: created.password, next: password });
}

/** Signs in by the page's own way in, and waits until the person's name stands in the bar. */
export async function signIn(page: Page, address: string, userName: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Tên đăng nhập").fill(userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.locator(".user-menu").waitFor();
}
