import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkedMonth, communes, saveMonthlyValues } from "../monthly-values.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";

let site: TestSite;
let browser: Browser;
let page: Page;
const address = () => `${site.address}/so-lieu/kiem-tra-so-lieu?ky=${checkedMonth}`;
const text = () => page.locator("main").innerText();
/** A busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), launchBrowser()]);
  await saveMonthlyValues(site.context, [
    ["m.diarrhoea", "", communes[0], checkedMonth, 600],
    ["m.tests", "sex=nam", communes[1], checkedMonth, 5],
    ["m.visits", "", communes[2], checkedMonth, 0],
  ]);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "vi-VN" });
  await page.goto(address());
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test("what cannot be true stands first, each finding with one sentence and its history in words", async () => {
  await eventually(text).toContain("Không thể đúng: phải sửa (1)");
  expect(await text()).toContain("Lạ: đối chiếu sổ gốc (3)");
  const first = page.locator(".review-item").first();
  expect(await first.innerText()).toMatch(/2 phần cộng lại được \d+, tổng ghi \d+/u);
  expect(await text()).toMatch(/Ca tiêu chảy: 600, gấp [\d,]+ lần trung bình 6 kỳ trước/u);
  expect(await text()).toContain("Có thể là 60 (thừa một số 0)");
  expect(await page.locator(".review-history").first().innerText()).toMatch(/^24 kỳ trước từ \d+ đến \d+/u);
});

test("a kind is a filter, and the address keeps it", async () => {
  await page.getByRole("button", { name: /^Cộng các phần/u }).click();
  await eventually(() => page.locator(".review-item").count()).toBe(1);
  expect(page.url()).toContain("loai=partition");
  await page.reload();
  await eventually(() => page.locator(".review-item").count()).toBe(1);
  await page.getByRole("button", { name: "Tất cả" }).click();
  await eventually(() => page.locator(".review-item").count()).toBe(4);
});

test("F8 steps from finding to finding, and each leads to its value", async () => {
  await page.keyboard.press("F8");
  const selected = page.locator(".review-item[data-selected]");
  await eventually(() => selected.count()).toBe(1);
  const before = await selected.innerText();
  await page.keyboard.press("F8");
  await eventually(() => selected.innerText()).not.toBe(before);
  const link = new URL((await selected.getByRole("link").getAttribute("href"))!, site.address);
  expect(link.pathname).toBe("/so-lieu");
  expect(link.searchParams.get("ky")).toBe(checkedMonth);
  expect(link.searchParams.get("o")).toMatch(/\|VN12\.\d+\|2023-12\|/u);
});

test("an answer needs a reason; answered findings are kept apart, and can be asked again", async () => {
  await page
    .locator(".review-item", { hasText: "Ca tiêu chảy" })
    .getByRole("button", { name: /Đúng, ghi lý do/u })
    .click();
  await page.getByRole("button", { name: "Lưu lý do" }).click();
  await eventually(text).toContain("Ghi lý do, ít nhất 3 ký tự.");
  await page.getByLabel("Vì sao số này đúng?").fill("Có vụ dịch ở bản, đã báo cáo riêng");
  await page.getByRole("button", { name: "Lưu lý do" }).click();
  await eventually(text).toContain("Đã ghi lý do");
  await eventually(() => page.locator(".review-item", { hasText: "Ca tiêu chảy" }).count()).toBe(0);

  await page.getByRole("button", { name: "Đã trả lời" }).click();
  await eventually(text).toContain("“Có vụ dịch ở bản, đã báo cáo riêng”");
  expect(await text()).toContain("Máy chủ trả lời");
  await page.getByRole("button", { name: /Hỏi lại/u }).click();
  await eventually(text).toContain("Chưa ai trả lời phát hiện nào của kỳ này.");
  await page.getByRole("button", { name: "Chờ xem lại" }).click();
  await eventually(() => page.locator(".review-item").count()).toBe(4);
});

test.each([360, 1440])("the page has no accessibility violations at %i px and nothing sticks out", async (width) => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.locator(".review-explained summary").last().click();
  await page.evaluate(axe);
  const violations = await page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))",
  );
  expect(violations).toEqual([]);
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  await page.locator(".review-explained summary").last().click();
}); // prettier-ignore

test("a period without findings says so, and what could not be compared", async () => {
  await page.goto(`${site.address}/so-lieu/kiem-tra-so-lieu?ky=2022-S1`);
  await eventually(text).toContain("Không thấy chỗ sai hoặc lạ trong 25 số đã kiểm.");
  expect(await text()).toContain("cần ít nhất 6 kỳ đã báo cáo");
});
