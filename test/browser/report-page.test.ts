import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureFile, importText } from "../context.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";

let site: TestSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "vi-VN" });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const panel = () => page.getByRole("complementary", { name: "Chi tiết số liệu" });

async function openFigure(name: string): Promise<void> {
  await page.locator(`[data-figure="${name}"]`).first().click();
  await page.locator('#chi-tiet[aria-busy="false"], #chi-tiet:not([aria-busy])').waitFor();
}

test("the address shows the report of the first half of 2023, section by section", async () => {
  await page.goto(site.address);
  await page.waitForURL("**/bao-cao/2023-S1");
  await expect.poll(() => page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").isVisible()).toBe(true);
  expect(await page.getByRole("heading", { name: "Tiêm chủng mở rộng" }).count()).toBeGreaterThan(0);
  expect(await page.locator("[data-figure]").count()).toBeGreaterThan(300);
});

test("a figure opens down to its formula, who reported it, in which document and words, and last year", async () => {
  await openFigure("epi.fully_immunized_u1_rate|percent");
  const text = () => panel().innerText();
  await expect.poll(text).toContain("27,33%");
  await expect.poll(text).toContain("9.635 trẻ");
  await expect.poll(text).toContain("Trung tâm Kiểm soát bệnh tật tỉnh Lai Châu");
  await expect.poll(text).toContain("lũy tích 2.633/9.635 trẻ");
  await expect.poll(text).toContain("Báo cáo sơ kết công tác y tế 6 tháng đầu năm");
  await expect.poll(text).toContain("48,1%");
});

test("a figure whose printed and computed values disagree shows both", async () => {
  await openFigure("goitre.managed|growth_percent");
  await expect.poll(() => panel().innerText()).toContain("2,01%");
  await expect.poll(() => panel().innerText()).toContain("2,56%");
});

test("the keyboard walks from figure to figure and closes the panel", async () => {
  const current = () => page.locator('[data-figure][aria-current="true"]').getAttribute("data-figure");
  const before = await current();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(current).not.toBe(before);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator('[data-figure][aria-current="true"]').count()).toBe(0);
});

test("a corrected value stands in the report at the next look", async () => {
  await importText(site.context, figureFile("malaria.cases|2023-S1|VN12||cumulative|60|ca"));
  await page.reload();
  const sentence = page.getByText("lũy tích đến thời điểm báo cáo là");
  await expect
    .poll(() => sentence.first().innerText())
    .toMatch(/60 \(nguồn in 46\) ca mắc, tăng 09 ca so với cùng kỳ năm 2022/);
});

test("the report downloads as Word and PDF", async () => {
  for (const [ending, start] of [["docx", "PK"], ["pdf", "%PDF"]] as const) {
    const answer = await page.request.get(`${site.address}/api/reports/2023-S1.${ending}`);
    expect(answer.headers()["content-disposition"]).toContain(`bao-cao-so-ket-2023-S1.${ending}`);
    expect((await answer.body()).subarray(0, start.length).toString()).toBe(start);
  }
}); // prettier-ignore

test.each([360, 768, 1440])("the page has no accessibility violations at %i px, with and without a figure open", async (width) => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${site.address}/bao-cao/2023-S1`);
  await page.locator("[data-figure]").first().waitFor();
  for (const isOpen of [false, true]) {
    if (isOpen) await openFigure("workforce.total|stock");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.waitForTimeout(400); // a sheet that still fades in has no colours to judge
    const violations = await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
    expect(violations).toEqual([]);
  }
}); // prettier-ignore
