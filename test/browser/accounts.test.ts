import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { FastifyInstance } from "fastify";
import { generate } from "otplib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import { openTestContext } from "../context.ts";
import { launchBrowser } from "./browser.ts";

/** From the first visit to the second factor, in a real browser on a server with sessions. */

let server: FastifyInstance;
let close: () => Promise<void>;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  const opened = await openTestContext("2026-03-02");
  ({ close } = opened);
  const { context } = opened;
  const sessions = {
    clock: () => context.today,
    idle: 3600,
    longest: 86_400,
    firstVisit: { code: "abcd-2345", tries: 0 },
  };
  server = await buildServer({ context, webDirectory: resolve("dist/web"), sessions });
  await server.listen({ host: "127.0.0.1", port: 0 });
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  page = await newPage(1280);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await close();
});

async function newPage(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "vi-VN" });
  return context.newPage();
}

const heading = (name: string) => page.getByRole("heading", { name, level: 1 });

async function signIn(on: Page, userName: string, password: string): Promise<void> {
  await on.getByLabel("Tên đăng nhập").fill(userName);
  await on.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await on.getByRole("button", { name: "Đăng nhập" }).click();
}

async function violations(on: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await on.evaluate(source);
  return on.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })
       .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
  );
}

const fitsWidth = (on: Page) =>
  on.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

test("the first visit makes the administrator with the printed code, at the page that was asked for", async () => {
  await page.goto(`${address}/quan-tri/tai-khoan`);
  await heading("Tạo quản trị đầu tiên").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Mã dùng một lần").fill("abcd-2345");
  await page.getByLabel("Họ tên").fill("Lê Thị Quản Trị");
  await page.getByLabel("Tên đăng nhập").fill("quantri");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("matkhau123");
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await expect.poll(() => page.getByRole("alert").innerText()).toContain("quá dễ đoán");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("ba cái bàn gỗ");
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await heading("Tài khoản").waitFor();
});

test("an account is made, its first password shown once, with units found without accents", async () => {
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await page.getByLabel("Họ tên").fill("Lò Thị Hoa");
  await page.getByLabel("Tên đăng nhập").fill("tyt.hoa");
  await page.getByLabel("Tìm đơn vị").fill("tram y te phuong doan ket");
  await page.getByLabel("Vai trò", { exact: true }).selectOption("nhap-lieu");
  await page.getByRole("button", { name: "Tạo", exact: true }).click();
  const slip = page.getByRole("dialog").getByRole("listitem");
  await expect.poll(() => slip.innerText()).toContain("tyt.hoa");
  expect(await violations(page)).toEqual([]);
  const [, password = ""] = /\n([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})\n/.exec(await slip.innerText()) ?? [];
  await page.getByRole("button", { name: "Đã ghi lại, đóng" }).click();
  await expect
    .poll(() => page.getByRole("row", { name: /Lò Thị Hoa/ }).innerText())
    .toContain("Nhập liệu · Trạm Y tế phường Đoàn Kết");

  const hers = await newPage(360);
  await hers.goto(`${address}/bao-cao`);
  await signIn(hers, "tyt.hoa", "not this one");
  await expect.poll(() => hers.getByRole("alert").innerText()).toContain("không đúng");
  await signIn(hers, "TYT.Hoa", password);
  await hers.getByRole("heading", { name: "Đặt mật khẩu của riêng bạn" }).waitFor();
  expect(await violations(hers)).toEqual([]);
  expect(await fitsWidth(hers)).toBe(true);
  await hers.getByLabel("Mật khẩu hiện tại").fill(password);
  await hers.getByLabel("Mật khẩu mới", { exact: true }).fill("bàn ghế lọ hoa");
  await hers.getByLabel("Nhập lại mật khẩu mới").fill("bàn ghế lọ hoa");
  await hers.getByRole("button", { name: "Đổi mật khẩu" }).click();
  // the province's report is not a station's to read
  await expect.poll(() => hers.getByRole("alert").innerText()).toContain("không có quyền xem số liệu");
  await hers.context().close();
});

test("the checker opens without an account, and nothing else does", async () => {
  const stranger = await newPage(1280);
  await stranger.goto(`${address}/kiem-tra`);
  await stranger.getByRole("heading", { level: 1 }).waitFor();
  expect(await stranger.getByLabel("Tên đăng nhập").count()).toBe(0);
  for (const path of ["/", "/bao-cao/2023-S1", "/quan-tri/nhat-ky", "/tai-khoan"]) {
    await stranger.goto(address + path);
    await stranger.getByRole("heading", { name: "Đăng nhập", level: 1 }).waitFor();
  }
  expect(await violations(stranger)).toEqual([]);
  await stranger.context().close();
});

test("a list with a mistake makes no account and says where; mended, it makes all", async () => {
  const list = (unit: string) => ({
    name: "danh-sach.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `userName,fullName,orgUnit,role\ntyt.mot,Người Một,Trạm Y tế xã Mường Than,nhap-lieu\ntyt.hai,Người Hai,${unit},duyet\n`,
    ),
  });
  await page.getByRole("button", { name: "Tạo theo danh sách" }).click();
  await page.getByLabel("Chọn tệp").setInputFiles(list("Trạm ở đâu đó"));
  await expect
    .poll(() => page.getByRole("alert").innerText())
    .toContain("Dòng 3: Đơn vị Trạm ở đâu đó không có");
  await page.getByLabel("Chọn tệp").setInputFiles(list("VN12.03388-2025"));
  await expect.poll(() => page.getByRole("dialog").getByRole("listitem").count()).toBe(2);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("row").count()).toBe(5);
});

test("the second factor is turned on with a code, and asked for at the next sign-in", async () => {
  await page.goto(`${address}/tai-khoan`);
  await page.locator("summary", { hasText: "Bật mã xác thực" }).click();
  await page.getByLabel("Nhập mật khẩu để tiếp tục").fill("ba cái bàn gỗ");
  await page.getByRole("button", { name: "Bật mã xác thực" }).click();
  const secret = (await page.locator(".secret").innerText()).replaceAll(" ", "");
  await page.getByLabel("Mã 6 số").fill(await generate({ secret }));
  await page.getByRole("button", { name: "Bật", exact: true }).click();
  await expect.poll(() => page.locator(".backup-codes li").count()).toBe(8);
  expect(await violations(page)).toEqual([]);

  await page.locator(".user-menu summary").click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await heading("Đăng nhập").waitFor();
  await signIn(page, "quantri", "ba cái bàn gỗ");
  await page.getByLabel("Mã xác thực").fill(await generate({ secret, epoch: Date.now() / 1000 + 30 }));
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await heading("Tài khoản của tôi").waitFor();
});

test("the audit tells what happened, and fits a telephone", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${address}/quan-tri/nhat-ky`);
  await expect.poll(() => page.getByRole("row").nth(1).innerText()).toContain("đăng nhập");
  const text = await page.locator("main").innerText();
  expect(text).toContain("tạo tài khoản");
  expect(text).toContain("bật mã xác thực");
  expect(await fitsWidth(page)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.goto(`${address}/quan-tri/tai-khoan`);
  await heading("Tài khoản").waitFor();
  expect(await fitsWidth(page)).toBe(true);
  expect(await violations(page)).toEqual([]);
});
