/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handIn, measles } from "../submission-builders.ts";
import { launchBrowser, openTestSite, type TestSite } from "./browser.ts";
import { makeAccount, signIn } from "./account-builders.ts";

const station = "tyt-03388-2025";
const handedIn = { dataSet: "tiem-chung-xa", period: "2026-06", orgUnit: station };

/** Who opens each page, and under which address. A page that is added to the router has to be added here. */
const pages: Readonly<Record<string, { readonly as: Role; readonly at?: string; readonly ready?: string }>> =
  {
    "/": { as: "tong-hop" },
    "/bao-cao": { as: "tong-hop" },
    "/bao-cao/$period": { as: "tong-hop", at: "/bao-cao/2023-S1" },
    "/kiem-tra": { as: "nobody" },
    "/so-lieu": { as: "tong-hop" },
    "/so-lieu/kiem-tra-so-lieu": { as: "tong-hop" },
    "/so-lieu/chi-tieu": { as: "tong-hop" },
    "/so-lieu/chi-tieu-moi": { as: "quan-tri" },
    "/so-lieu/chi-tieu/$key": { as: "tong-hop", at: "/so-lieu/chi-tieu/epi.mr_18m" },
    "/viec-can-lam": { as: "nhap-lieu" },
    "/nhap-lieu/$dataSet/$period/$orgUnit": {
      as: "nhap-lieu",
      at: `/nhap-lieu/tiem-chung-xa/2026-06/${station}`,
    },
    "/theo-doi": { as: "duyet", at: "/theo-doi?ky=2026-06" },
    "/chi-dao": { as: "tong-hop" },
    "/chi-dao/$conference": { as: "tong-hop", at: "/chi-dao/hoi-nghi-2020-s1" },
    "/chi-dao/viec/$task": { as: "tong-hop", at: "/chi-dao/viec/khong-co" },
    "/lanh-dao": { as: "tong-hop" },
    "/tai-khoan": { as: "nhap-lieu" },
    "/quan-tri/tai-khoan": { as: "quan-tri" },
    "/quan-tri/nhat-ky": { as: "quan-tri" },
    "/quan-tri/bieu-mau": { as: "quan-tri" },
    "/quan-tri/bieu-mau-moi": { as: "quan-tri" },
    "/quan-tri/bieu-mau/$id": { as: "quan-tri", at: "/quan-tri/bieu-mau/tiem-chung-xa" },
  };

type Role = "nobody" | "nhap-lieu" | "duyet" | "tong-hop" | "quan-tri";
const roles = ["nhap-lieu", "duyet", "tong-hop", "quan-tri"] as const;
const widths = [360, 768, 1440] as const;

let site: TestSite;
let browser: Browser;
const signedIn = new Map<Role, Page>();

beforeAll(async () => {
  site = await openTestSite("2026-07-03");
  const { context } = site;
  for (const role of roles) await makeAccount(context, role, role, role === "nhap-lieu" ? station : context.province);
  await handIn(context, { key: handedIn, values: { [measles]: "129", "epi.hepb_birth_24h": "12", "epi.fully_immunized_u1": "11", "epi.tt2plus_pregnant": "24" } });
  browser = await launchBrowser();
  for (const role of ["nobody", ...roles] as const) {
    const person = await browser.newContext({ locale: "vi-VN" });
    const page = await person.newPage();
    if (role !== "nobody") await signIn(page, site.address, role);
    signedIn.set(role, page);
  }
}, 180_000); // prettier-ignore
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("every page of the router is looked at", () => {
  const router = readFileSync("src/web/router.tsx", "utf8");
  const paths = [...router.matchAll(/path: "([^"]+)"/gu)].map(([, path]) => path);
  expect(new Set(paths)).toEqual(new Set(Object.keys(pages)));
});

describe.each(widths)("at %i px", (width) => {
  test.each(Object.entries(pages))("%s is clean for a screen reader and fits the screen", async (path, { as, at }) => {
    const page = signedIn.get(as)!;
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.address + (at ?? path));
    await expect.poll(() => page.locator("h1").count(), { timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.locator("[aria-busy=true]").count(), { timeout: 20_000 }).toBe(0);
    await page.waitForTimeout(300);
    expect(await problemsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}); // prettier-ignore

test("a form on a phone stays clean with a box that is wrong, and so does a submission that is looked at", async () => {
  const page = signedIn.get("duyet")!;
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(`${site.address}/theo-doi?ky=2026-06`);
  await page.getByRole("button", { name: /^TYT phường Đoàn Kết, .*: chờ xem/ }).first().click(); // prettier-ignore
  await expect.poll(() => page.getByRole("button", { name: "Duyệt" }).count()).toBeGreaterThan(0);
  expect(await problemsOf(page)).toEqual([]);
});

async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`); // prettier-ignore
  });
}
