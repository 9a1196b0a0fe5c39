/// <reference lib="dom" />
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import axe from "axe-core";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import type { Role } from "#domain/permission.ts";
import { changePassword } from "#operations/change-password.ts";
import type { Context } from "#operations/context.ts";
import { createAccount } from "#operations/create-account.ts";
import { accessFor, contextOf } from "#operations/session-user.ts";
import { openTestContext } from "../context.ts";
import { launchBrowser } from "./browser.ts";

const password = "bàn ghế lọ hoa";
const title = "Hội nghị sơ kết công tác y tế 6 tháng đầu năm 2023";
const next = "Hội nghị tổng kết công tác y tế năm 2023";
const notice = `Ngày 10 tháng 7 năm 2023, Sở Y tế tổ chức hội nghị sơ kết.
II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2023
1. Giao Phòng Nghiệp vụ Y xây dựng kế hoạch điều trị Methadone, trình Giám đốc Sở trước ngày 01/8/2023.
2. Nâng tỷ lệ tiêm chủng mở rộng tại các xã biên giới.
3. Giao phòng Kế hoạch tài chính, Nghiệp vụ Y rà soát kinh phí, báo cáo trước ngày 15/9/2023.
`;

let context: Context;
let closeContext: () => Promise<void>;
let server: FastifyInstance;
let browser: Browser;
let secretary: Page;
let unit: Page;
let address = "";
let today = "2023-07-20";

/** A busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });
const main = (page: Page) => page.locator("main").innerText();

async function makeAccount(userName: string, role: Role, orgUnit: string): Promise<void> {
  const grants = [{ role, orgUnit }];
  const created = await createAccount(context, { userName, fullName: userName, orgUnit, grants });
  const { db, province } = context;
  const access = await accessFor(db, { province, today, revision: -1 }, grants);
  const own = contextOf(context, { id: userName, name: userName, access });
  await changePassword(own, { current: created.password, next: password });
}

async function signIn(userName: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "vi-VN" });
  await page.goto(`${address}/chi-dao`);
  await page.getByLabel("Tên đăng nhập").fill(userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("heading", { name: "Hội nghị và kết luận" }).waitFor();
  return page;
}

async function recordConference(name: string, heldOn: string, period: string): Promise<void> {
  await secretary.goto(`${address}/chi-dao`);
  await secretary.getByRole("button", { name: "Ghi hội nghị" }).click();
  const form = secretary.getByRole("form", { name: "Ghi hội nghị" });
  await form.getByLabel("Tên hội nghị").fill(name);
  await form.getByLabel("Ngày họp").fill(heldOn);
  await form.getByLabel("Kỳ báo cáo đã trình").selectOption(period);
  await form.getByRole("button", { name: "Lưu" }).click();
  await secretary.getByRole("heading", { name, level: 1 }).waitFor();
}

const openConference = async (name: string) => {
  await secretary.goto(`${address}/chi-dao`);
  await secretary.getByRole("link", { name }).click();
  await secretary.getByRole("heading", { name, level: 1 }).waitFor();
};
const violations = async () => {
  await secretary.evaluate(axe.source);
  return secretary.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))",
  );
};
const row = (page: Page, work: RegExp) => page.getByRole("row").filter({ hasText: work });

beforeAll(async () => {
  ({ context, close: closeContext } = await openTestContext(today));
  await makeAccount("van.phong", "tong-hop", context.province);
  await makeAccount("nghiep.vu.y", "nhap-lieu", "phong-nvy");
  server = await buildServer({
    context,
    webDirectory: resolve("dist/web"),
    sessions: { clock: () => today, idle: 86_400, longest: 86_400 },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`; // listening on TCP: never a pipe's name
  browser = await launchBrowser();
  [secretary, unit] = [await signIn("van.phong"), await signIn("nghiep.vu.y")];
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await closeContext();
});

test("a notice that is pasted becomes proposals beside its words, and nothing is kept before a person says so", async () => {
  await recordConference(title, "2023-07-10", "2023-S1");
  await secretary.getByRole("button", { name: "Thêm kết luận từ văn bản" }).click();
  await secretary.getByLabel("Văn bản thông báo").fill(notice);
  await secretary.getByRole("button", { name: "Đọc văn bản" }).click();
  await eventually(() => main(secretary)).toContain("3 việc đề nghị");
  expect(await secretary.locator("mark.is-term").allInnerTexts()).toContain("trước ngày 01/8/2023");
  expect(await secretary.locator("mark.is-lead").first().innerText()).toContain("Phòng Nghiệp vụ Y");
  expect(await secretary.getByRole("button", { name: /^Lưu \d+ mục/ }).isDisabled()).toBe(true);
  expect(await violations()).toEqual([]);
});

test("of two named leads a person chooses one, the other co-operates", async () => {
  const third = secretary.getByRole("article", { name: "Việc 3" });
  expect(await third.innerText()).toContain("Một việc một đơn vị chủ trì");
  await third.getByRole("button", { name: "Phòng Kế hoạch - Tài chính" }).click();
  await eventually(() => third.locator("dl").innerText()).toMatch(/Chủ trì\s+Phòng Kế hoạch - Tài chính/u);
  expect(await third.locator("dl").innerText()).toMatch(/Phối hợp\s+Phòng Nghiệp vụ Y/u);
  for (const number of [1, 2, 3])
    await secretary.getByRole("article", { name: `Việc ${number}` }).getByRole("button", { name: "Nhận" }).click(); // prettier-ignore
  await secretary.getByRole("button", { name: "Lưu 3 mục đã nhận" }).click();
  await eventually(() => secretary.getByRole("row").count()).toBe(4);
  expect(await row(secretary, /Methadone/u).innerText()).toMatch(/Phòng Nghiệp vụ Y\s+31\/7\/2023/u);
  expect(await row(secretary, /tiêm chủng/u).innerText()).toMatch(/Thiếu chủ trì[\s\S]*Thiếu hạn/u);
});

test("a segment of the bar filters; what is missing is asked one question at a time", async () => {
  const noTerm = secretary.getByRole("button", { name: /1 chưa xếp được, thiếu thời hạn/u });
  await noTerm.last().click();
  await eventually(() => secretary.getByRole("row").count()).toBe(2);
  await noTerm.last().click();
  expect(await main(secretary)).toContain("1 việc chưa có đơn vị chủ trì, 1 việc chưa có thời hạn");

  await secretary.getByRole("button", { name: "Bổ sung lần lượt" }).click();
  const question = secretary.getByRole("form", { name: "Bổ sung lần lượt" });
  await question.getByLabel("Đơn vị nào chủ trì?").fill("kiem soat benh tat");
  await question.getByRole("button", { name: /Kiểm soát bệnh tật/u }).click();
  await question.getByRole("button", { name: "Lưu" }).click();
  await question.getByText("Bao giờ xong, hay rà soát thường kỳ?").waitFor();
  await question.getByLabel("Hạn hay thường xuyên").selectOption("date");
  await question.getByLabel("Đến ngày", { exact: true }).fill("2023-12-31");
  await question.getByRole("button", { name: "Lưu" }).click();
  await eventually(() => row(secretary, /tiêm chủng/u).innerText()).toMatch(/31\/12\/2023[\s\S]*trong hạn/u);
  expect(await noTerm.count()).toBe(0);
});

test("the lead unit sees its task and reports it done with a file; it stays open until the office confirms", async () => {
  today = "2023-08-05";
  await unit.goto(`${address}/viec-can-lam`);
  await unit.getByRole("link", { name: /Methadone/u }).click();
  await unit.getByRole("button", { name: "Báo đã xong" }).click();
  const form = unit.getByRole("form", { name: "Báo đã xong" });
  await form.getByLabel("Ngày làm xong").fill("2023-08-05");
  await form.getByLabel("Kết quả, sản phẩm").fill("Đã trình Giám đốc Sở kế hoạch.");
  await form.getByLabel("Kèm tệp làm bằng chứng").setInputFiles({ name: "Tờ trình.txt", mimeType: "text/plain", buffer: Buffer.from("Tờ trình kế hoạch điều trị") }); // prettier-ignore
  await form.getByText("Bỏ Tờ trình.txt").waitFor();
  await form.getByRole("button", { name: "Ghi", exact: true }).click();
  await eventually(() => main(unit)).toContain("chờ xác nhận");
  expect(await main(unit)).toContain("Chưa hoàn thành, quá hạn");
  expect(await unit.getByRole("button", { name: "Xác nhận hoàn thành" }).count()).toBe(0);
  const download = unit.waitForEvent("download");
  await unit.getByRole("link", { name: "Tờ trình.txt" }).click();
  expect((await download).suggestedFilename()).toContain("trình");
});

test("the office confirms, and the status is late by computation", async () => {
  today = "2023-08-07";
  await openConference(title);
  await row(secretary, /Methadone/u)
    .getByRole("link")
    .click();
  const panel = secretary.getByRole("article", { name: "Việc 1" });
  await panel.getByRole("button", { name: "Xác nhận hoàn thành" }).click();
  await panel.getByRole("form").getByRole("button", { name: "Ghi", exact: true }).click();
  await eventually(() => panel.innerText()).toMatch(/Hoàn thành quá hạn\s+muộn 5 ngày/u);
  await eventually(() => row(secretary, /Methadone/u).innerText()).toContain("Hoàn thành quá hạn");
});

test("what is not done is carried into the next conference, which opens with it", async () => {
  today = "2024-01-10";
  await recordConference(next, "2024-01-10", "2023");
  await openConference(title);
  expect(await row(secretary, /tiêm chủng/u).innerText()).toContain("quá hạn");
  await row(secretary, /tiêm chủng/u)
    .getByRole("link")
    .click();
  const panel = secretary.getByRole("article", { name: "Việc 2" });
  await panel.getByRole("button", { name: "Đưa vào hội nghị sau" }).click();
  await panel.getByRole("form").getByRole("button", { name: "Đưa vào", exact: true }).click();
  await eventually(() => panel.innerText()).toContain(next);
  await openConference(next);
  await eventually(() => main(secretary)).toMatch(/tiêm chủng mở rộng tại các xã biên giới/u);
});

test("the director's page names what is slow, what is overdue and by whom, and fits one sheet", async () => {
  await secretary.goto(`${address}/lanh-dao?ky=2023-S1`);
  await eventually(() => secretary.locator(".plan-bars li").count()).toBeGreaterThan(3);
  expect(await secretary.locator(".plan-bars li").first().innerText()).toContain("Tỷ lệ trẻ dưới 1 tuổi tiêm chủng đầy đủ");
  expect(await secretary.getByRole("heading", { name: /\d+ việc quá hạn/u }).count()).toBe(1);
  expect(await secretary.getByRole("heading", { name: /\d+ đơn vị chưa nộp/u }).count()).toBe(1);
  const sheet = (await secretary.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(sheet.match(/\/Type \/Page[^s]/gu)).toHaveLength(1);
}); // prettier-ignore

test("from an indicator that is behind, one press drafts a conclusion that it will show", async () => {
  await secretary.getByRole("button", { name: /^Đưa vào kết luận: Tỷ lệ trẻ dưới 1 tuổi/u }).click();
  const form = secretary.getByRole("form", { name: /^Đưa vào kết luận: Tỷ lệ trẻ/u });
  await form.getByLabel("Hội nghị").selectOption({ label: next });
  await form.getByRole("button", { name: "Đưa vào", exact: true }).click();
  await secretary.getByRole("link", { name: "Mở hội nghị" }).click();
  await eventually(() => row(secretary, /Khắc phục chỉ tiêu đạt thấp/u).innerText()).toMatch(
    /Thiếu chủ trì/u,
  );
});

test.each([360, 1440])("no page has accessibility violations at %i px, and nothing sticks out", async (width) => {
  await secretary.setViewportSize({ width, height: 900 });
  await secretary.emulateMedia({ reducedMotion: "reduce" });
  await openConference(title);
  const conference = secretary.url().split("?")[0]!;
  const task = (await row(secretary, /Methadone/u).getByRole("link").getAttribute("href")) ?? "";
  for (const path of [`${address}/chi-dao`, conference, address + task, `${address}/lanh-dao?ky=2023-S1`]) {
    await secretary.goto(path);
    await secretary.locator("main h1").waitFor();
    if (path.includes("/lanh-dao")) await secretary.locator(".plan-bars li").first().waitFor();
    expect([path, await violations()]).toEqual([path, []]);
    expect(await secretary.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width); // prettier-ignore
  }
}); // prettier-ignore
