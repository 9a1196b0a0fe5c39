import { strFromU8, unzipSync } from "fflate";
import { Document, Packer, Paragraph } from "docx";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";

let site: TestSite;
let browser: Browser;
let page: Page;

const lines = [
  "Tổng số bệnh nhân bướu cổ đang quản lý là 1.721 bệnh nhân, tăng 2,01% so với cùng kỳ năm 2022 (1.678 bệnh nhân).",
  "Khám bệnh 46.079 lượt, giảm 3,44% so với cùng kỳ năm 2022 (47.723 lượt).",
  "Toàn ngành có 2.807 người (tuyến tỉnh 958 người, tuyến huyện 1.216 người, tuyến xã 603 người).",
];

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), launchBrowser()]);
  page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    locale: "vi-VN",
    acceptDownloads: true,
  });
  await page.goto(`${site.address}/kiem-tra`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test("a dropped Word file is checked in the browser, and nothing of it leaves", async () => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  const docx = await Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );
  const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "bao-cao.docx", mimeType, buffer: docx });
  const text = () => page.locator("main").innerText();
  await expect.poll(text).toContain("ghi 2,01%, tính lại 2,56%");
  expect(await text()).toMatch(/2\s+sai/);
  expect(sent).toEqual([]);
});

test("F8 steps from finding to finding", async () => {
  const current = () => page.locator('main [aria-expanded="true"]').first().innerText();
  const first = await current();
  await page.keyboard.press("F8");
  await expect.poll(current).not.toBe(first);
});

test("the annotated Word file carries a comment on the very words of each finding", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /bản Word có ghi chú/i }).click(),
  ]);
  const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
  const body = strFromU8(parts["word/document.xml"]!);
  const comments = strFromU8(parts["word/comments.xml"]!);
  expect(comments).toContain("2,5626%");
  const commented =
    /<w:commentRangeStart[^>]*w:id="0"[^>]*\/>(.*?)<w:commentRangeEnd[^>]*w:id="0"/s.exec(body)?.[1] ?? "";
  expect(commented.replace(/<[^>]+>/g, "")).toMatch(/2,01%|603|2\.807/);
});

test("a dismissed finding leaves the list with its reason, and comes back with undo", async () => {
  await page.keyboard.press("x");
  await page.locator(".dismiss-form input[type=radio]").last().check();
  await page.locator(".dismiss-form input[type=text]").fill("Đã hỏi lại đơn vị");
  await page.keyboard.press("Enter");
  const text = () => page.locator("main").innerText();
  await expect.poll(text).toMatch(/1\s+sai/);
  await page
    .getByRole("button", { name: /hoàn tác/i })
    .first()
    .click();
  await expect.poll(text).toMatch(/2\s+sai/);
});

test.each([360, 1440])("the page has no accessibility violations at %i px", async (width) => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.waitForTimeout(400); // what still fades in has no colours to judge
  const violations = await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
  expect(violations).toEqual([]);
}); // prettier-ignore
