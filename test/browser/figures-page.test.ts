import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listOrgUnits } from "#operations/list-org-units.ts";
import { loadOutlines } from "#operations/load-outlines.ts";
import { figureFile, importText } from "../context.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";

let site: TestSite;
let browser: Browser;
let page: Page;

/** Two districts with a commune each, and what stations reported; nothing else is reported below the province. */
const values = [
  "rabies.pep_recipients|2023-04|VN12.03618||actual|7|trường hợp",
  "rabies.pep_recipients|2023-05|VN12.03618||actual|5|trường hợp",
  "rabies.pep_recipients|2023-04|VN12.03619||actual|30|trường hợp",
  "rabies.pep_recipients|2023-04|VN12.03433||actual|11|trường hợp",
];
const district = "VN12.110";

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "vi-VN" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await importText(site.context, figureFile(...values));
  await loadSquares("2025-07-01");
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A map of our own: every commune a square, but for a few of which only the place of the name is known. */
async function loadSquares(on: string): Promise<void> {
  const { orgUnits } = await listOrgUnits(site.context, { on, all: false });
  const features = orgUnits
    .filter(({ level, kind }) => level === 3 && kind === "area")
    .map(({ code, fullName }, index) => {
      const [west, south] = [102.4 + (index % 7) * 0.2, 21.8 + Math.floor(index / 7) * 0.15];
      const corners = [[west, south], [west + 0.2, south], [west + 0.2, south + 0.15], [west, south + 0.15], [west, south]]; // prettier-ignore
      const geometry =
        index < 3
          ? { type: "Point", coordinates: [west + 0.1, south + 0.07] }
          : { type: "Polygon", coordinates: [corners] };
      return { type: "Feature", properties: { code, name: fullName }, geometry };
    });
  const bytes = new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
  await loadOutlines(site.context, bytes, { on, level: 3, source: "Hình vuông để thử" });
}

const open = async (search: string) => {
  await page.goto(`${site.address}/so-lieu${search}`);
  await page.getByRole("grid").waitFor();
};
const grid = () => page.getByRole("grid");
const panel = () => page.getByRole("complementary", { name: "Chi tiết một số" });
const rowOf = (name: string) => grid().getByRole("row").filter({ hasText: name });
const title = () => page.getByRole("heading", { level: 1 }).innerText();

test("whoever opens the page without choices sees what moved against the year before", async () => {
  await open("");
  await expect.poll(title).toBe("Thay đổi so với cùng kỳ, toàn tỉnh, 6 tháng đầu năm 2023");
  await expect.poll(() => rowOf("Bệnh nhân sốt rét").innerText()).toMatch(/46\s+51\s+-9,80%/);
  expect(await page.getByText("nguồn in 12,2%").count()).toBeGreaterThan(0);
});

describe("a person builds a pivot", () => {
  test("from indicators found without marks, periods as an office says them, and units by level", async () => {
    await open("");
    await page.getByRole("button", { name: /^Chỉ tiêu/ }).click();
    await page.getByRole("button", { name: "Bỏ chọn" }).click();
    await page.getByLabel("Tìm chỉ tiêu").fill("tiem phong dai");
    await page.getByLabel(/Số người đến tiêm phòng dại/).check();
    await page.getByRole("button", { name: "Xong" }).click();

    await page.getByRole("button", { name: /^Kỳ/ }).click();
    await page.getByLabel("Gõ kỳ").fill("tháng 4-5/2023");
    await page.getByLabel("Gõ kỳ").press("Enter");
    await page.getByRole("button", { name: "Xong" }).click();

    await page.getByRole("button", { name: /^Đơn vị/ }).click();
    await page.getByLabel(/Huyện, thành phố/).check();
    await page.getByRole("button", { name: "Xong" }).click();

    await page.getByRole("button", { name: /^Số liệu/ }).click();
    for (const role of ["Cùng kỳ năm trước", "Tăng, giảm (%)"])
      await page.getByRole("checkbox", { name: role, exact: true }).uncheck();
    await page.keyboard.press("Escape");
    await page.getByLabel("Chỉ dòng đủ số").uncheck();

    await page.getByLabel("Hàng").selectOption("Đơn vị");
    await expect.poll(() => rowOf("Than Uyên").innerText()).toMatch(/37\s*(\d+\/\d+)?\s+5/);
    await expect.poll(() => rowOf("Phong Thổ").innerText()).toMatch(/–[\s\S]*–/);
  });

  test("the address holds it: another browser shows the same", async () => {
    const other = await browser.newPage();
    await other.goto(page.url());
    await expect.poll(() => other.getByRole("grid").getByRole("row").filter({ hasText: "Than Uyên" }).innerText()).toMatch(/37/); // prettier-ignore
    await other.close();
  });

  test("rows and columns change places, a column sorts, the keyboard walks, selects, adds up and copies", async () => {
    await page.getByRole("button", { name: "Đổi hàng với cột" }).click();
    await expect.poll(() => grid().getByRole("row").filter({ hasText: "tháng 4/2023" }).count()).toBeGreaterThan(0); // prettier-ignore
    await page.getByRole("button", { name: "Đổi hàng với cột" }).click();
    await page.getByRole("columnheader", { name: /tháng 4\/2023/ }).getByRole("button").click(); // prettier-ignore
    await expect.poll(() => grid().getByRole("row").nth(2).innerText()).toContain("Than Uyên");

    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("t");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await expect
      .poll(() => page.locator(".pivot-status").innerText())
      .toContain("Đã chọn 2 số, cộng 42 trường hợp");
    await page.evaluate("document.addEventListener('copy', (event) => (window.copied = event.clipboardData.getData('text/plain')))"); // prettier-ignore
    await page.keyboard.press("Control+c");
    expect(await page.evaluate("window.copied")).toBe(
      "\ttháng 4/2023 (trường hợp)\ttháng 5/2023 (trường hợp)\r\nThan Uyên\t37\t5",
    );
  });
});

describe("a person draws", () => {
  test("bars, each with its number", async () => {
    await open(`?chi-tieu=rabies.pep_recipients&ky=2023-04&cap=3&trong=${district}&so-lieu=actual&hinh=bar`);
    const bars = page.locator(".figure-bars li");
    await expect.poll(() => bars.count()).toBeGreaterThan(5);
    expect((await bars.allInnerTexts()).join(" ")).toMatch(/30[\s\S]*thiếu số|thiếu số[\s\S]*30/);
  });

  test("a line through all periods with numbers, its numbers also in words", async () => {
    await open("?chi-tieu=malaria.cases&ky=2020-S1,2022-S1,2023-S1&cap=1&so-lieu=actual&hinh=line");
    const words = () => page.locator(".line-picture img").first().getAttribute("alt");
    await expect.poll(words).toMatch(/6 tháng 2020 36; 6 tháng 2022 51; 6 tháng 2023 46/);
  });

  test("a map of a rate in five shades, told as illustrative; pointing lights the row, a click pins", async () => {
    await open(
      "?chi-tieu=workforce.doctors_per_10k&ky=2023-S1&cap=3&so-lieu=actual&cay=2025-07-01&minh-hoa=1&hinh=map",
    );
    const units = page.getByRole("option", { name: /: \d/ });
    await expect.poll(() => units.count()).toBe(38);
    expect(await page.getByText("SỐ LIỆU MINH HỌA").isVisible()).toBe(true);
    expect(await page.locator(".map-legend .swatch").count()).toBe(5);
    expect(await page.getByText(/Ranh giới: Hình vuông để thử/).count()).toBe(1);
    expect(await page.getByText(/mỗi ô là vùng gần nhất/).count()).toBe(1);

    const than = page.getByRole("option", { name: /^Than Uyên/ });
    await than.hover();
    await expect.poll(() => rowOf("Than Uyên").first().getAttribute("data-lit")).toBe("true");
    await than.click();
    await expect.poll(() => page.url()).toContain("ghim=VN12");
    await expect.poll(() => page.locator(".unit-tip").innerText()).toMatch(/Gộp từ 4 đơn vị cũ/);
  });

  test("a map of counts as circles, never as shaded areas, and a commune without a number hatched", async () => {
    await open("?chi-tieu=rabies.pep_recipients&ky=2023-04&cap=3&so-lieu=actual&cay=2025-07-01&hinh=map");
    await expect.poll(() => page.locator(".figures-map circle").count()).toBeGreaterThan(0);
    expect(await page.locator(".figures-map").getAttribute("data-kind")).toBe("circles");
    expect(await page.locator('.map-unit[data-shade="missing"]').count()).toBeGreaterThan(30);
    expect(await page.getByText(/vùng rộng không phải là nhiều hơn/).isVisible()).toBe(true);
  });

  test("where nobody loaded outlines, bars, and the way to a map", async () => {
    await open("?chi-tieu=malaria.cases&ky=2023-S1&cap=2&so-lieu=actual&minh-hoa=1&hinh=map");
    await expect.poll(() => page.getByText("Chưa có ranh giới của các đơn vị này.").isVisible()).toBe(true);
    expect(await page.locator(".figure-bars li").count()).toBe(8);
  });

  test("an old district after the reform: not comparable, and the communes across its border are named", async () => {
    await open("?chi-tieu=malaria.cases&ky=2026-S1&cap=2&so-lieu=actual&cay=2020-02-01&hinh=bar");
    await expect.poll(() => rowOf("Nậm Nhùn").innerText()).toContain("không so được");
    await expect.poll(() => rowOf("Than Uyên").innerText()).not.toContain("không so được");
    const cell = rowOf("Nậm Nhùn").getByRole("gridcell").first();
    await cell.click();
    await expect.poll(() => page.locator(".pivot-status").innerText()).toMatch(/vắt qua ranh giới: .*Lê Lợi/);
  });
});

describe("a person goes down to a value and corrects it", () => {
  const search = "?chi-tieu=rabies.pep_recipients&ky=2023-04&cap=2&so-lieu=actual&hinh=bar";

  test("from the district to the commune to what was reported, and the total moves without a reload", async () => {
    await open(search);
    await page.evaluate("window.sameDocument = true");
    await rowOf("Than Uyên").getByRole("gridcell").first().dblclick();
    await expect.poll(() => panel().innerText()).toMatch(/Các đơn vị thuộc Huyện Than Uyên/);
    await panel().locator(".below-list").first().getByRole("button").filter({ hasText: "30" }).click();
    await expect.poll(() => panel().innerText()).toMatch(/Số báo cáo tại đây\s+30 trường hợp/);

    await panel().getByRole("button", { name: "Sửa số này" }).click();
    await panel().getByLabel("Số đúng").fill("ba mươi mốt");
    await panel().getByRole("button", { name: "Lưu số đúng" }).click();
    await expect.poll(() => panel().innerText()).toContain("Chỉ ghi số, như 1.204 hoặc 12,5.");
    await panel().getByLabel("Số đúng").fill("31");
    await panel().getByLabel("Lý do").fill("Trạm cộng sót một người ở bản xa");
    await panel().getByRole("button", { name: "Lưu số đúng" }).click();
    await expect.poll(() => panel().innerText()).toContain("Đã sửa 30 thành 31");
    await expect.poll(() => rowOf("Than Uyên").innerText()).toContain("38");
    await expect.poll(() => panel().innerText()).toContain("Lý do: Trạm cộng sót một người ở bản xa");
    expect(await page.evaluate("window.sameDocument")).toBe(true);
  });

  test("whoever was faster is shown, and what one typed stays", async () => {
    await panel().getByRole("button", { name: "Đóng" }).last().click();
    await panel().getByRole("button", { name: "Sửa số này" }).click();
    await panel().getByLabel("Số đúng").fill("32");
    await panel().getByLabel("Lý do").fill("Đối chiếu lại sổ tiêm");
    await importText(site.context, figureFile("rabies.pep_recipients|2023-04|VN12.03619||actual|29|trường hợp")); // prettier-ignore
    await panel().getByRole("button", { name: "Lưu số đúng" }).click();
    await expect.poll(() => panel().getByRole("alert").innerText()).toMatch(/vừa sửa số này[\s\S]*29/);
    expect(await panel().getByLabel("Số đúng").inputValue()).toBe("32");
    await panel().getByRole("button", { name: "Lưu số đúng" }).click();
    await expect.poll(() => panel().innerText()).toContain("Đã sửa 29 thành 32");
    await page.keyboard.press("Escape");
    await expect.poll(() => panel().count()).toBe(0);
  });

  test("the table downloads as it is laid out, and a view is saved by name", async () => {
    await page.getByRole("button", { name: "Tải về" }).click();
    const address = await page.getByRole("link", { name: /^CSV/ }).getAttribute("href");
    const file = await (await page.request.get(`${site.address}${address}`)).text();
    expect(file).toContain("Than Uyên");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Góc nhìn" }).click();
    await page.getByLabel("Lưu góc nhìn này với tên").fill("Tiêm dại tháng 4");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await expect.poll(() => page.getByText("Đã lưu “Tiêm dại tháng 4”.").count()).toBe(1);
    await open("");
    await page.getByRole("button", { name: "Góc nhìn" }).click();
    await page.getByRole("link", { name: "Tiêm dại tháng 4" }).click();
    await expect.poll(() => rowOf("Than Uyên").innerText()).toContain("39");
  });
});

test("a choice without any number says why and offers the nearest that has", async () => {
  await open("?chi-tieu=malaria.cases&ky=2031-S1&cap=1&so-lieu=actual");
  await expect.poll(() => page.getByText("Chưa có số nào cho lựa chọn này").isVisible()).toBe(true);
  await page.getByRole("button", { name: /Kỳ gần nhất có số/ }).click();
  await expect.poll(() => rowOf("Lai Châu").innerText()).toMatch(/46/);
});

const real = "../shared/geo/lai-chau.topojson";
test.skipIf(!existsSync(real))(
  "real outlines: 38 communes in shades (skipped without ../shared/geo)",
  async () => {
    await loadOutlines(site.context, await readFile(real), { on: "2025-07-01", level: 3, object: "communes2025", source: "OpenStreetMap" }); // prettier-ignore
    await open("?chi-tieu=workforce.doctors_per_10k&ky=2023-S1&cap=3&so-lieu=actual&cay=2025-07-01&minh-hoa=1&hinh=map"); // prettier-ignore
    await expect.poll(() => page.getByText(/Ranh giới: OpenStreetMap/).count()).toBe(1);
    expect(await page.locator(".map-unit").count()).toBe(38);
    expect(await page.getByText(/mỗi ô là vùng gần nhất/).count()).toBe(0);
  },
);

test.each([
  [360, "light"],
  [768, "light"],
  [1440, "light"],
  [1440, "dark"],
] as const)("no accessibility violations and nothing wider than the screen at %i px, %s", async (width, colorScheme) => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
  const views = [
    "",
    "?chi-tieu=workforce.doctors_per_10k&ky=2023-S1&cap=3&so-lieu=actual&cay=2025-07-01&minh-hoa=1&hinh=map",
    "?chi-tieu=malaria.cases&ky=2020-S1,2023-S1&cap=1&so-lieu=actual&hinh=line&o=malaria.cases%7CVN12%7C2023-S1%7Cactual",
  ];
  for (const search of views) {
    await open(search);
    await page.waitForTimeout(600); // pictures come after the table
    const violations = await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
    expect(violations).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  }
}); // prettier-ignore
