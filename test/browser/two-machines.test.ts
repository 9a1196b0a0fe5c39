/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disableAccount } from "#operations/disable-account.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";
import { makeAccount, signIn } from "./account-builders.ts";

const station = "tyt-03388-2025";
const form = `/nhap-lieu/tiem-chung-xa/2026-06/${station}`;
const hepB = "epi.hepb_birth_24h";
const full = "epi.fully_immunized_u1";

let site: TestSite;
let browser: Browser;
let first: Page;
let second: Page;

async function newMachine(userName: string): Promise<Page> {
  const machine = await browser.newContext({ locale: "vi-VN", viewport: { width: 1440, height: 1000 } });
  const page = await machine.newPage();
  await signIn(page, site.address, userName);
  return page;
}

const box = (page: Page, cell: string) => page.locator(`input[data-cell="${cell}"]`);
const open = async (page: Page) => {
  await page.goto(site.address + form);
  await box(page, hepB).waitFor();
};
/** Looks for the line now, as coming back to the tab does. */
const sendNow = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("online")));
const draftOf = async (cell: string) => {
  const rows = await site.context.db.query<{ value: string | null }>("select value from draft_cell where cell = $1", [cell]); // prettier-ignore
  return rows.map(({ value }) => value);
};

beforeAll(async () => {
  site = await openTestSite("2026-07-03");
  for (const name of ["mai", "lan"]) await makeAccount(site.context, name, "nhap-lieu", station);
  browser = await launchBrowser();
  [first, second] = await Promise.all([newMachine("mai"), newMachine("lan")]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("the same box typed into on two machines: both numbers stand there until a person chooses", async () => {
  await Promise.all([open(first), open(second)]);
  await box(second, hepB).fill("12");
  await sendNow(second);
  await expect.poll(() => draftOf(hepB)).toEqual(["12"]);
  await box(first, hepB).fill("15");
  await sendNow(first);
  await expect.poll(() => first.getByText("lan ghi 12 ở máy khác").count(), { timeout: 15_000 }).toBe(1);
  expect(await box(first, hepB).inputValue()).toBe("15");
  expect(await draftOf(hepB)).toEqual(["12"]);

  await first.reload();
  await first.getByText("lan ghi 12 ở máy khác").waitFor();
  await first.getByRole("button", { name: "Nộp", exact: true }).click();
  await expect.poll(() => first.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe(hepB);
  await first.getByRole("button", { name: "Giữ 15" }).click();
  await sendNow(first);
  await expect.poll(() => draftOf(hepB), { timeout: 15_000 }).toEqual(["15"]);
  expect(await first.getByText("ở máy khác").count()).toBe(0);
});

test("two tabs on one form show the same, and neither overwrites the other", async () => {
  const other = await contextOf(first).newPage();
  await open(other);
  await box(first, full).fill("21");
  await expect.poll(() => box(other, full).inputValue()).toBe("21");
  await box(other, full).fill("213");
  await expect.poll(() => box(first, full).inputValue()).toBe("213");
  await other.close();
  await first.reload();
  await expect.poll(() => box(first, full).inputValue()).toBe("213");
});

test("a machine whose clock is wrong by years hands in as any other, and is told the server's time", async () => {
  const machine = await browser.newContext({ locale: "vi-VN", viewport: { width: 1440, height: 1000 } });
  await machine.clock.install({ time: new Date("2009-01-01T08:00:00Z") });
  const page = await machine.newPage();
  await signIn(page, site.address, "mai");
  await page.goto(`${site.address}/nhap-lieu/tiem-chung-xa/2026-05/${station}`);
  for (const cell of [hepB, full, "epi.mr_18m", "epi.tt2plus_pregnant"]) await box(page, cell).fill("3");
  await page.getByRole("button", { name: "Nộp", exact: true }).click();
  await page.getByText("Đã nộp lần 1").waitFor();
  const [kept] = await site.context.db.query<{ on: string }>("select received_on::text as on from submission_version where period = '2026-05'"); // prettier-ignore
  expect(kept).toEqual({ on: "2026-07-03" });
  await machine.close();
});

test("what a closed account typed and never sent is offered to whoever signs in at that machine next", async () => {
  const page = await newMachine("lan");
  await open(page);
  await contextOf(page).setOffline(true);
  await box(page, "epi.mr_18m").fill("77");
  await page.waitForTimeout(300);
  await disableAccount(site.context, "lan", true);
  await contextOf(page).setOffline(false);
  await page.goto(site.address);
  await signIn(page, site.address, "mai");
  await page.goto(`${site.address}/viec-can-lam`);
  await page.getByText("Trên máy này còn số do người khác nhập").waitFor();
  await page.getByRole("link", { name: /tiem-chung-xa, tháng 6/ }).click();
  await page.getByText("Trên máy này còn 1 ô do người khác nhập").waitFor();
  expect(await box(page, "epi.mr_18m").inputValue()).toBe("");
  await page.getByRole("button", { name: "Lấy các ô này vào phiếu" }).click();
  await expect.poll(() => box(page, "epi.mr_18m").inputValue()).toBe("77");
  await sendNow(page);
  await expect.poll(() => draftOf("epi.mr_18m"), { timeout: 15_000 }).toEqual(["77"]);
});

test("a full disk is told at once, and what was typed still stands on the page", async () => {
  const page = await newMachine("mai");
  await open(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await box(page, full).fill("8");
  await page.getByText("Máy này không lưu được nữa.").waitFor();
  expect(await box(page, full).inputValue()).toBe("8");
});

function contextOf(page: Page): BrowserContext {
  return page.context();
}
