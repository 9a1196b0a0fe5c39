/// <reference lib="dom" />
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import axe from "axe-core";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import { changePassword } from "#operations/change-password.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { contextOf, accessFor } from "#operations/session-user.ts";
import { openTestContext } from "../context.ts";
import { launchBrowser, launchProfile, type MortalBrowser } from "./browser.ts";

const station = "tyt-03388-2025";
const form = `/nhap-lieu/tiem-chung-xa/2026-06/${station}`;
const password = "bàn ghế lọ hoa";

let context: Context;
let closeContext: () => Promise<void>;
let server: FastifyInstance | undefined;
let port = 0;
let address = "";
let profile: string;
let atStation: MortalBrowser;
let office: Browser;
let atCentre: Page;

/** The server comes back at the same place, as after a power cut. */
async function startServer(): Promise<void> {
  server = await buildServer({
    context,
    webDirectory: resolve("dist/web"),
    sessions: { clock: () => context.today, idle: 3600, longest: 86_400 },
  });
  await server.listen({ host: "127.0.0.1", port });
  ({ port } = server.server.address() as AddressInfo); // listening on TCP: never a pipe's name
  address = `http://127.0.0.1:${port}`;
}

async function stopServer(): Promise<void> {
  await server?.close();
  server = undefined;
}

async function makeAccount(userName: string, role: "nhap-lieu" | "duyet", orgUnit: string): Promise<void> {
  const grants = [{ role, orgUnit }];
  const created = await createAccount(context, { userName, fullName: userName, orgUnit, grants });
  const { db, province, today } = context;
  const access = await accessFor(db, { province, today, revision: -1 }, grants);
  const own = contextOf(context, { id: userName, name: userName, access });
  await changePassword(own, { current: created.password, next: password });
}

async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto(address);
  await enterPassword(page, userName);
  await expect.poll(() => page.getByRole("link", { name: "Việc cần làm" }).count()).toBeGreaterThan(0);
}

async function enterPassword(page: Page, userName: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

const box = (page: Page, cell: string) => page.locator(`input[data-cell="${cell}"]`);

/** Whether this machine keeps the form that the day without a line will ask for. */
const isKept = (page: Page) =>
  page.evaluate(
    (id) =>
      new Promise<boolean>((done) => {
        const open = indexedDB.open("tuyen");
        open.onsuccess = () => {
          if (!open.result.objectStoreNames.contains("forms")) return done(false);
          const count = open.result.transaction("forms").objectStore("forms").count(id);
          count.onsuccess = () => {
            open.result.close();
            done(count.result > 0);
          };
        };
      }),
    `tiem-chung-xa|2026-06|${station}`,
  );

beforeAll(async () => {
  ({ context, close: closeContext } = await openTestContext("2026-07-03"));
  await makeAccount("tram", "nhap-lieu", station);
  await makeAccount("cdc", "duyet", context.province);
  await startServer();
  profile = await mkdtemp(join(tmpdir(), "tuyen-profile-"));
  [atStation, office] = await Promise.all([launchProfile(profile), launchBrowser()]);
  atCentre = await office.newPage({ viewport: { width: 1440, height: 1000 }, locale: "vi-VN" });
});
afterAll(async () => {
  await atStation.kill();
  await office.close();
  await stopServer();
  await closeContext();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test("the station sees what is due, and the machine makes ready for a day without a line", async () => {
  const { page } = atStation;
  await signIn(page, "tram");
  await page.goto(`${address}/viec-can-lam`);
  await expect.poll(() => page.getByRole("heading", { name: "Bắt đầu: Tiêm chủng mở rộng" }).count()).toBeGreaterThan(0);
  await expect.poll(() => isKept(page), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 }).toBe(true);
}); // prettier-ignore

test("without a line the form opens, and every key is kept when the browser is killed", async () => {
  await stopServer();
  const { page } = atStation;
  await page.goto(address + form);
  await box(page, "epi.hepb_birth_24h").click();
  await page.keyboard.type("317");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1.208");
  await page.keyboard.press("Enter");
  await page.keyboard.type("129");
  await page.keyboard.press("Enter");
  await page.keyboard.type("24");
  expect(await box(page, "epi.tt2plus_pregnant").inputValue()).toBe("24");
  await page.waitForTimeout(300); // a person reads what was typed before the lights go out
  await atStation.kill();

  atStation = await launchProfile(profile);
  await atStation.page.goto(address + form);
  await expect.poll(() => box(atStation.page, "epi.hepb_birth_24h").inputValue()).toBe("317");
  expect(await box(atStation.page, "epi.fully_immunized_u1").inputValue()).toBe("1.208");
  expect(await box(atStation.page, "epi.mr_18m").inputValue()).toBe("129");
  expect(await box(atStation.page, "epi.tt2plus_pregnant").inputValue()).toBe("24");
  await expect.poll(() => atStation.page.getByText("Đang mất mạng.").count()).toBe(1);
});

test("handed in without a line, it goes by itself when the line is back, once", async () => {
  const { page } = atStation;
  await page.getByRole("button", { name: "Nộp", exact: true }).click();
  await expect.poll(() => page.getByText("có mạng sẽ tự gửi").count()).toBeGreaterThan(0);
  await startServer();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  // Cookies that are only seconds old die with a killed browser: then the page asks for the password, and loses nothing.
  const signInAgain = page.getByRole("button", { name: "Đăng nhập", exact: true });
  await signInAgain.or(page.getByText("Đã nộp lần 1")).first().waitFor();
  if (await signInAgain.isVisible()) {
    await signInAgain.click();
    await enterPassword(page, "tram");
  }
  await expect.poll(() => page.getByText("Đã nộp lần 1").count(), { timeout: 20_000 }).toBe(1);
  const versions = await context.db.query("select version from submission_version where org_unit = $1", [station]); // prettier-ignore
  expect(versions).toEqual([{ version: 1 }]);
});

test("the centre returns one cell with a reason", async () => {
  await signIn(atCentre, "cdc");
  await atCentre.goto(`${address}/theo-doi?ky=2026-06`);
  await atCentre.getByRole("button", { name: /^TYT phường Đoàn Kết, .*: chờ xem/ }).first().click(); // prettier-ignore
  const panel = atCentre.getByRole("region", { name: /Tiêm chủng mở rộng/ });
  await panel.getByRole("checkbox", { name: /UV2/ }).check();
  await panel.getByRole("textbox").fill("Sổ theo dõi thai sản của trạm là 14. Trạm xem lại giúp.");
  await panel.getByRole("button", { name: "Trả lại" }).click();
  await expect.poll(() => atCentre.getByRole("button", { name: /Đoàn Kết, .*: trả lại/ }).count()).toBe(1);
});

test("the station finds it on top, corrects the cell and hands in again", async () => {
  const { page } = atStation;
  await page.goto(`${address}/viec-can-lam`);
  await expect.poll(() => page.getByText("Sổ theo dõi thai sản của trạm là 14").count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Mở ô cần sửa" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe("epi.tt2plus_pregnant"); // prettier-ignore
  await page.keyboard.type("14");
  await page.getByRole("button", { name: "Nộp lại" }).click();
  await expect.poll(() => page.getByText("Đã nộp lần 2").count(), { timeout: 15_000 }).toBe(1);
});

test("the centre approves, and the province's total and its report move", async () => {
  await atCentre.reload();
  await atCentre.getByRole("button", { name: /^TYT phường Đoàn Kết, .*: chờ xem/ }).first().click(); // prettier-ignore
  const panel = atCentre.getByRole("region", { name: /Tiêm chủng mở rộng/ });
  await expect.poll(() => panel.getByText("14", { exact: true }).count()).toBeGreaterThan(0);
  await panel.getByRole("button", { name: "Duyệt" }).click();
  await expect.poll(() => atCentre.getByText("Đã duyệt 1 phiếu.").count()).toBe(1);

  const total = await atCentre.evaluate(async () => {
    const answer = await fetch("/api/analytics?items=epi.mr_18m&periods=2026-06&orgUnits=VN12");
    const { cells } = (await answer.json()) as { cells: { value: string }[] };
    return cells[0]?.value;
  });
  expect(total).toBe("129");
  await atCentre.goto(`${address}/bao-cao/2026-S1`);
  await expect.poll(() => atCentre.locator('[data-figure^="epi.mr_18m|"]').first().innerText(), { timeout: 15_000 }).toContain("129"); // prettier-ignore
});

test.each([
  ["viec-can-lam", "/viec-can-lam", 1440],
  ["nhap-lieu", form, 1440],
  ["nhap-lieu", form, 360],
  ["theo-doi", "/theo-doi?ky=2026-06", 1440],
])("%s is clean for a screen reader (%s, %i px)", async (_, path, width) => {
  const page = path.startsWith("/theo-doi") ? atCentre : atStation.page;
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address + path);
  await expect.poll(() => page.locator("h1").count()).toBe(1);
  await page.waitForTimeout(500);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(found).toEqual([]);
});
