/// <reference lib="dom" />
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAccount, signIn } from "./account-builders.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";

const station = "tyt-03388-2025";
const form = `/nhap-lieu/tiem-chung-xa/2026-06/${station}`;

let site: TestSite;
let browser: Browser;
let atCentre: Page;
let atStation: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite("2026-07-03"), launchBrowser()]);
  await makeAccount(site.context, "cdc", "duyet", site.context.province);
  await makeAccount(site.context, "tram", "nhap-lieu", station);
  atCentre = await openPage("cdc", { width: 1440, height: 900 });
  atStation = await openPage("tram", { width: 360, height: 740 });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openPage(userName: string, viewport: { width: number; height: number }): Promise<Page> {
  const window = await browser.newContext({ viewport, locale: "vi-VN", reducedMotion: "reduce" });
  const page = await window.newPage();
  await signIn(page, site.address, userName);
  return page;
}

const field = (page: Page) => page.getByRole("combobox", { name: "Tìm" });
const options = (page: Page) => page.getByRole("option");

/** What a screen reader tells of: the option that the field points at. */
const chosen = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant");
    return document.getElementById(id ?? "")?.textContent ?? "";
  });

async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run()); // put there by the line above
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("Ctrl K", () => {
  test("fetches nothing until it is pressed, then finds a merged commune by its old name without diacritics", async () => {
    const asked: string[] = [];
    atCentre.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await atCentre.goto(`${site.address}/tai-khoan`);
    await atCentre.getByRole("heading", { level: 1 }).waitFor();
    expect(asked).not.toContain("/api/org-units");
    await atCentre.keyboard.press("Control+k");
    await field(atCentre).fill("lan nhi thang");
    await options(atCentre).filter({ hasText: "Lả Nhì Thàng" }).first().waitFor();
    expect(await chosen(atCentre)).toMatch(/^Xã Lả Nhì Thàng.*đến 30\/6\/2025 · nay thuộc/u);
    expect(asked).toContain("/api/org-units");
  });

  test("arrows choose, Enter opens the figures of the unit", async () => {
    await field(atCentre).fill("ta tong");
    await options(atCentre).filter({ hasText: "Xã Tà Tổng" }).first().waitFor();
    expect(await chosen(atCentre)).toMatch(/^Xã Tà Tổng.*Theo dõi/u);
    await atCentre.keyboard.press("ArrowDown");
    expect(await chosen(atCentre)).toMatch(/^Xã Tà Tổng.*Số liệu/u);
    expect(await field(atCentre).evaluate((input) => input === document.activeElement)).toBe(true);
    await atCentre.keyboard.press("Enter");
    await atCentre.waitForURL(/\/so-lieu\?.*don-vi=VN12\.03463/u);
    expect(await field(atCentre).count()).toBe(0);
    await atCentre.getByRole("heading", { level: 1 }).filter({ hasText: "Tà Tổng" }).waitFor();
  });

  test.each([
    ["soi rubella", "Chỉ tiêu", /\/so-lieu\?.*chi-tieu=/u],
    ["bao cao 6 thang 2023", "Báo cáo", /\/bao-cao\/2023-S1/u],
    ["theo doi", "Trang", /\/theo-doi$/u],
    ["tiem chung mo rong", "Phiếu", /\/theo-doi$/u],
  ])("“%s” leads to a %s", async (typed, kind, address) => {
    await atCentre.goto(`${site.address}/tai-khoan`);
    await atCentre.getByRole("button", { name: "Tìm (Ctrl K)" }).click();
    await field(atCentre).fill(typed);
    const first = options(atCentre).filter({ hasText: kind }).first();
    await first.click();
    await atCentre.waitForURL(address);
  });

  test("Esc closes it and the keyboard is back where it was", async () => {
    await atCentre.goto(`${site.address}/so-lieu`);
    await atCentre.getByRole("button", { name: "Tìm (Ctrl K)" }).focus();
    await atCentre.keyboard.press("Enter");
    await field(atCentre).fill("không có gì như thế");
    await atCentre.getByText("Không thấy gì có “không có gì như thế”").waitFor();
    await atCentre.keyboard.press("Escape");
    await expect.poll(() => field(atCentre).count()).toBe(0);
    const name = await atCentre.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(name).toBe("Tìm (Ctrl K)");
  });

  test("a station finds its own form and its own work on a phone, not other people's", async () => {
    await atStation.getByRole("button", { name: "Tìm (Ctrl K)" }).click();
    await field(atStation).fill("tiem chung");
    await options(atStation).filter({ hasText: "Nhập tháng 6/2026" }).first().click();
    await atStation.waitForURL((url) => url.pathname === form);
    await atStation.getByRole("button", { name: "Tìm (Ctrl K)" }).click();
    await field(atStation).fill("theo doi");
    await expect.poll(() => options(atStation).filter({ hasText: "Trang" }).count()).toBe(0);
    await atStation.keyboard.press("Escape");
  });

  test.each([["cdc"], ["tram"]])("is readable for everybody (%s)", async (who) => {
    const page = who === "cdc" ? atCentre : atStation;
    await page.getByRole("button", { name: "Tìm (Ctrl K)" }).click();
    await field(page).fill("muong");
    await options(page).first().waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });
});

describe("the ? of a page", () => {
  test.each([
    ["tram", "/viec-can-lam", "Trang Việc cần làm"],
    ["tram", form, "Trang nhập phiếu"],
    ["cdc", "/theo-doi?ky=2026-06", "Trang Theo dõi"],
    ["cdc", "/so-lieu", "Trang Số liệu"],
  ])("%s reads at %s what the page is for, and Esc closes it", async (who, address, title) => {
    const page = who === "cdc" ? atCentre : atStation;
    await page.goto(site.address + address);
    const button = page.getByRole("button", { name: "Hướng dẫn trang này" });
    await button.click();
    const card = page.getByRole("region", { name: title });
    await card.waitFor();
    const { x = -1, width = 0 } = (await card.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(await breaches(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await card.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
