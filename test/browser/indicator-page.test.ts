import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defineIndicator } from "#operations/define-indicator.ts";
import { findIndicator } from "#store/indicators.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";

let site: TestSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), launchBrowser()]);
  await defineIndicator(site.context, "sot_ret.tren_xet_nghiem", {
    name: { vi: "Bệnh nhân sốt rét trên số xét nghiệm", en: "Malaria cases per test" },
    numerator: "#{malaria.cases}",
    denominator: "#{malaria.tests}",
    factor: "1000",
    missing: "SKIP_IF_ANY_VALUE_MISSING",
    decimals: 2,
    unit: "‰",
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "vi-VN" });
  await page.goto(`${site.address}/so-lieu/chi-tieu`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The machine may be busy with other things. */
const soon = <T>(what: () => Promise<T> | T) => expect.poll(what, { timeout: 10_000 });
const text = () => page.locator("main").innerText();

test("an indicator is found without diacritics and leads to its page", async () => {
  await page.getByLabel("Tìm chỉ số").fill("sot ret tren");
  await soon(text).toContain("1 chỉ số");
  await page.getByRole("link", { name: "Bệnh nhân sốt rét trên số xét nghiệm" }).click();
  await soon(text).toContain("sot_ret.tren_xet_nghiem");
  await page.goBack();
  await page.getByRole("link", { name: "Thêm chỉ số" }).click();
  await soon(text).toContain("Chỉ số mới");
});

test("a name that is typed without diacritics puts its reference into the formula, by keyboard alone", async () => {
  await page.getByLabel("Tử số").focus();
  await page.getByLabel("Chèn chỉ tiêu theo tên").fill("tiem chung day du 8");
  await page.getByRole("button", { name: /epi.fully_immunized_u1}/ }).waitFor();
  await page.keyboard.press("Enter");
  await soon(() => page.getByLabel("Tử số").inputValue()).toBe("#{epi.fully_immunized_u1}");
  await page.getByLabel("Mẫu số").focus();
  await page.getByLabel("Chèn chỉ tiêu theo tên").fill("tre duoi 1 tuoi can tiem");
  await page.getByRole("button", { name: /epi.target_children_u1}/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await soon(() => page.getByLabel("Mẫu số").inputValue()).toBe("#{epi.target_children_u1}");
});

test("the value stands beside the formula with its operands, for the period one names", async () => {
  await page.getByLabel("Kỳ", { exact: true }).fill("2023-S1");
  await soon(text).toContain("27,3%");
  await soon(text).toMatch(/Tỉnh Lai Châu, 6 tháng đầu năm 2023/);
  await soon(text).toMatch(/2\.633 trẻ/);
  await soon(text).toContain("÷ Số trẻ dưới 1 tuổi cần tiêm trong năm × 100");
});

test("what is wrong is marked under its characters and said in a sentence; a near name mends it", async () => {
  await page.getByLabel("Tử số").fill("1 + #{epi.fully_imunized_u1}");
  await soon(text).toContain("Không có chỉ tiêu “epi.fully_imunized_u1” trong danh mục.");
  expect(await page.locator(".formula-mirror mark").innerText()).toBe("#{epi.fully_imunized_u1}");
  await soon(() => page.getByRole("button", { name: "Lưu chỉ số" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Dùng “epi.fully_immunized_u1”" }).click();
  await soon(() => page.getByLabel("Tử số").inputValue()).toBe("1 + #{epi.fully_immunized_u1}");
  await page.getByLabel("Tử số").fill("#{epi.fully_immunized_u1} +");
  await soon(text).toContain("nhưng gặp hết công thức");
  await page.getByLabel("Tử số").fill("#{epi.fully_immunized_u1}");
  await soon(() => page.locator(".formula-mirror mark").count()).toBe(0);
});

test("it is saved, changed with a reason, and a change made meanwhile is not written over", async () => {
  await page.getByLabel("Tên", { exact: true }).fill("Tiêm chủng đầy đủ");
  await page.getByLabel("Mã", { exact: true }).fill("tiem_chung.day_du");
  await page.getByRole("button", { name: "Lưu chỉ số" }).click();
  await soon(() => page.url()).toContain("/so-lieu/chi-tieu/tiem_chung.day_du");
  await page.getByLabel("Nhân với").selectOption("1000");
  await soon(() => page.getByLabel("Đơn vị tính").inputValue()).toBe("‰");
  await soon(() => page.getByRole("button", { name: "Lưu chỉ số" }).isDisabled()).toBe(true);
  await page.getByLabel("Lý do sửa").fill("Theo mẫu mới");
  await page.getByRole("button", { name: "Lưu chỉ số" }).click();
  await soon(text).toContain("Đã lưu (bản 2).");
  const kept = await findIndicator(site.context.db, "VN12", "tiem_chung.day_du");
  expect(kept).toMatchObject({
    factor: "1000",
    unit: "‰",
    reason: "Theo mẫu mới",
    name: { en: "Tiêm chủng đầy đủ" },
  });

  const { key, version, changedBy: _by, changedAt: _at, ...body } = kept!;
  await defineIndicator(site.context, key, { ...body, decimals: 3, version, reason: "người khác" });
  await page.getByLabel("Lý do sửa").fill("lần nữa");
  await page.getByRole("button", { name: "Lưu chỉ số" }).click();
  await soon(text).toContain("nay là bản 3");
});

test("it is deleted with a reason", async () => {
  await page.reload();
  await page.getByText("Xóa chỉ số", { exact: true }).click();
  await page.getByLabel("Lý do xóa").fill("nhập thử");
  await page.getByRole("button", { name: "Xóa", exact: true }).click();
  await soon(() => page.url()).toMatch(/chi-tieu$/);
  await soon(text).not.toContain("Tiêm chủng đầy đủ");
});

test.each([
  [360, "/so-lieu/chi-tieu"],
  [1440, "/so-lieu/chi-tieu"],
  [360, "/so-lieu/chi-tieu/sot_ret.tren_xet_nghiem"],
  [1440, "/so-lieu/chi-tieu/sot_ret.tren_xet_nghiem"],
])("at %i px %s has no accessibility violations and nothing runs over the edge", async (width, address) => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto(site.address + address);
  await soon(text).toContain("sốt rét");
  if (address.includes("sot_ret")) {
    await page.getByLabel("Tử số").fill("#{malaria.cases} + #{malaria.casess}");
    await page.getByLabel("Chèn chỉ tiêu theo tên").fill("sot ret");
    await soon(() => page.locator(".formula-mirror mark").count()).toBe(1);
  }
  const violations = await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
  expect(violations).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
}); // prettier-ignore
