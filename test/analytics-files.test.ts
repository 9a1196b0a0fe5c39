import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { buildServer } from "#api/server.ts";
import { AnalyticsTable } from "#contract/analytics.ts";
import type { Context } from "#operations/context.ts";
import { saveDataValues } from "#store/data-values.ts";
import { buildDataValue } from "#store/test-builders.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2026-07-20"));
  const months = ["2025-01", "2025-02", "2026-01", "2026-02"];
  const units = ["VN12.03388", "VN12.03618"];
  const cells = months.flatMap((period) => units.map((uid, index) => ({ period, value: 10 + index, orgUnit: period < "2025-07" ? uid : `${uid}-2025` }))); // prettier-ignore
  await saveDataValues(context.db, "VN12", cells.map((one) => buildDataValue({ element: "hfmd.cases", ...one })), { by: "tram" }); // prettier-ignore
  server = await buildServer({ context });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

async function download(format: "csv" | "xlsx", query: Record<string, string>) {
  const answer = await server.inject({ method: "GET", url: `/api/analytics.${format}`, query });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-disposition"]).toBe(`attachment; filename="so-lieu-2026-07-20.${format}"`);
  return answer.rawPayload;
}

async function lines(query: Record<string, string>): Promise<string[]> {
  return (await download("csv", query)).toString("utf8").split("\r\n");
}

const asked = { items: "hfmd.cases", periods: "2025-S1,2026-S1", orgUnits: "VN12", roles: "actual,growth_percent" }; // prettier-ignore

describe("a table of figures as a file", () => {
  test("has the numbers of the page, laid out by periods and roles", async () => {
    const found = await lines(asked);
    expect(found[0]).toMatch(/^\uFEFF/);
    expect(found.slice(1, 7)).toEqual([
      "Đơn vị: Tỉnh Lai Châu",
      '"Kỳ: 6 tháng đầu năm 2025; 6 tháng đầu năm 2026"',
      "Cây đơn vị: như tại từng kỳ",
      "Nguồn: số liệu báo cáo trong hệ thống Tuyến",
      "Số liệu có đến ngày 20/7/2026",
      expect.stringMatching(
        /^"4 số, trong đó \d tạm tính, 1 chưa có; tổng hợp từ 8 trên \d+ báo cáo dự kiến"$/,
      ),
    ]);
    expect(found[8]).toBe(";;;6 tháng đầu năm 2025;6 tháng đầu năm 2025;6 tháng đầu năm 2026;6 tháng đầu năm 2026"); // prettier-ignore
    expect(found[9]).toBe("Chỉ tiêu;Đơn vị tính;Đơn vị;Thực hiện;Tăng, giảm (%);Thực hiện;Tăng, giảm (%)");
    expect(found[10]).toMatch(/^[^;]+;trường hợp;Tỉnh Lai Châu;42;;42;0$/);
  });

  test("agrees with the table in every cell, whichever way it is turned", async () => {
    const query = { items: "hfmd.cases,covid19.cases", periods: "2025-01,2025-02,2026-01", level: "2", roles: "actual,cumulative", notation: "plain" }; // prettier-ignore
    const { notation: _, ...same } = query;
    const table = AnalyticsTable.parse((await server.inject({ url: "/api/analytics", query: same })).json());
    const values = (found: string[]) => found.slice(1, -1);
    const across = values(await lines({ ...query, rows: "role,period", columns: "orgUnit,item" }));
    const { items, orgUnits, periods, roles } = table;
    const cell = (item: number, unit: number, period: number, role: number) => table.cells[((item * orgUnits.length + unit) * periods.length + period) * roles.length + role]?.value ?? ""; // prettier-ignore
    const expected = roles.flatMap((_role, role) =>
      periods.map((_period, period) => orgUnits.flatMap((_unit, unit) => items.map((_item, item) => cell(item, unit, period, role))).join(",")),
    ); // prettier-ignore
    expect(across).toHaveLength(expected.length);
    for (const [index, line] of across.entries()) expect(line.endsWith(`,${expected[index]}`)).toBe(true);
    const single = values(await lines({ ...query, columns: "" , rows: "item,orgUnit,period,role" })); // prettier-ignore
    expect(single).toHaveLength(table.cells.length);
    expect(single.map((line) => line.split(",").at(-1))).toEqual(table.cells.map(({ value }) => value ?? ""));
  });

  test("names on its second sheet the successions and what cannot be known", async () => {
    const bytes = await download("xlsx", { items: "hfmd.cases", periods: "2025-S1", orgUnits: "VN12.110,VN12.109,VN12.03618-2025", tree: "2026-01-01" }).catch(() => undefined); // prettier-ignore
    const restated = await download("xlsx", { items: "hfmd.cases", periods: "2026-S1", orgUnits: "VN12.110,VN12.109", tree: "2025-06-30" }); // prettier-ignore
    expect(bytes).toBeDefined();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(restated).buffer);
    const words = JSON.stringify(book.getWorksheet("Ghi chú")?.getSheetValues());
    expect(words).toContain("Xã Mường Than");
    expect(words).toContain("Không tính được: có đơn vị nằm ở cả hai bên ranh giới");
    expect(JSON.stringify(book.getWorksheet("Số liệu")?.getSheetValues())).toContain("quy về bản đồ ngày 30/6/2025"); // prettier-ignore
  });

  test("asked in a body is the same file", async () => {
    const { items, periods, orgUnits, roles } = asked;
    const payload = { items: items.split(","), periods: periods.split(","), orgUnits: [orgUnits], roles: roles.split(",") }; // prettier-ignore
    const answer = await server.inject({ method: "POST", url: "/api/analytics.csv", payload });
    expect(answer.rawPayload).toEqual(await download("csv", asked));
  });

  test.each<[string, Record<string, string>, number, string]>([
    ["an unknown indicator", { items: "khong.co" }, 404, "unknown-key"],
    ["a dimension that is none", { rows: "item,year" }, 400, "unreadable-request"],
    ["a dimension twice", { rows: "item", columns: "item" }, 400, "dimension-twice"],
    ["a title without end", { title: "a".repeat(301) }, 400, "unreadable-request"],
    ["a notation that is none", { notation: "fr" }, 400, "unreadable-request"],
    ["more cells than a file takes", { periods: Array.from({ length: 900 }, (_, index) => `${1950 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`).join(","), orgUnits: "", type: "xa" }, 400, "file-too-many-cells"],
  ])("is refused for %s", async (_name, wrong, status, code) => {
    const query = Object.fromEntries(Object.entries({ ...asked, ...wrong }).filter(([, value]) => value !== "")); // prettier-ignore
    const answer = await server.inject({ url: "/api/analytics.csv", query });
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { error: { code } }]);
  }); // prettier-ignore
});
