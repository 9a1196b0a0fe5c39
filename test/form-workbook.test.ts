import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { unzipSync, zipSync } from "fflate";
import type { CellValue } from "exceljs";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "#api/server.ts";
import { DataSet } from "#contract/data-set.ts";
import { Form } from "#contract/form.ts";
import { ReadWorkbook } from "#contract/form-workbook.ts";
import { HandInAnswer, type SubmissionKey } from "#contract/submission.ts";
import { contextAs, openTestContext } from "./context.ts";
import { createAccount } from "#operations/create-account.ts";
import { createToken } from "#operations/create-token.ts";
import type { Context } from "#operations/context.ts";
import { readFormWorkbook } from "#operations/read-form-workbook.ts";
import { defineDataSet } from "#operations/define-data-set.ts";
import { openWorkbook, type OpenWorkbook } from "./form-workbook-builders.ts";
import { buildKey, full, handIn, hepB, measles, tetanus } from "./submission-builders.ts";

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext("2023-07-05"));
  server = await buildServer({ context });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

const address = ({ dataSet, period, orgUnit }: SubmissionKey) => `/api/forms/${dataSet}/${period}/${orgUnit}`;
const octets = { "content-type": "application/octet-stream" };

async function download(key: SubmissionKey): Promise<Uint8Array> {
  const answer = await server.inject({ url: `${address(key)}.xlsx` });
  expect(answer.statusCode).toBe(200);
  return new Uint8Array(answer.rawPayload);
}

/** Downloads the form's workbook and fills boxes in as a person would. */
async function fill(
  key: SubmissionKey,
  boxes: Record<string, CellValue>,
  more?: (open: OpenWorkbook) => void,
) {
  const open = await openWorkbook(await download(key));
  for (const [cell, value] of Object.entries(boxes)) open.box(cell).value = value;
  more?.(open);
  return open.save();
}

async function post(url: string, bytes: Uint8Array) {
  const answer = await server.inject({ method: "POST", url, headers: octets, payload: Buffer.from(bytes) });
  return { status: answer.statusCode, raw: answer.rawPayload, json: () => answer.json<unknown>() };
}
async function upload(key: SubmissionKey, bytes: Uint8Array, query = "") {
  const answer = await post(`${address(key)}/workbook${query}`, bytes);
  expect(answer.status).toBe(200);
  return ReadWorkbook.parse(answer.json());
}
async function refusal(bytes: Uint8Array, url = "/api/workbooks?name=phieu.xlsx") {
  const { status, json } = await post(url, bytes);
  const { error } = json() as { error: { code: string; message: { vi: string; en: string } } };
  return { status, ...error };
}
const formOf = async (key: SubmissionKey) => Form.parse((await server.inject({ url: address(key) })).json());
const codesOf = ({ findings }: ReadWorkbook) => findings.map(({ code, cell }) => `${cell} ${code}`);

describe("a form that goes out as a workbook", () => {
  const key = buildKey({ orgUnit: "tyt-03388" });

  test("has labels, last month and last year locked, and only the boxes to fill in open and guarded", async () => {
    await handIn(context, { key: { ...key, period: "2023-05" }, values: { [hepB]: "7", [measles]: "11" } });
    const { sheet, box, book } = await openWorkbook(await download(key));
    const open: string[] = [];
    sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => cell.protection?.locked === false && open.push(cell.address))); // prettier-ignore
    expect(open).toEqual([hepB, full, measles, tetanus].map((cell) => box(cell).address));
    expect(box(measles).dataValidation).toMatchObject({ type: "whole", operator: "greaterThanOrEqual", formulae: [0] }); // prettier-ignore
    expect(box(measles).row).toBeGreaterThan(1);
    const beside = sheet.getRow(Number(box(measles).row)).getCell(Number(box(measles).col) + 1);
    expect(beside.value).toBe(11);
    const text = JSON.stringify(sheet.getSheetValues());
    expect(text).toContain("SỐ LIỆU MINH HỌA");
    expect(text).toContain("Tháng 5/2023");
    expect(text).toContain("Tháng 6/2022");
    expect(text).toContain("Thủ trưởng đơn vị");
    expect(sheet.getRow(1).hidden && sheet.getColumn(1).hidden).toBe(true);
    expect(book.getWorksheet("tuyen-identity")?.state).toBe("veryHidden");
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1 });
  });

  test("computes totals as formulas over the boxes they add up, blank while nothing is filled in", async () => {
    const half = { dataSet: "tam-than-6-thang-xa", period: "2023-S1", orgUnit: "tyt-03388" };
    const { cells } = await formOf(half);
    const total = cells.find(({ kind, sumOf }) => kind === "computed" && (sumOf?.length ?? 0) > 1)!;
    const { box } = await openWorkbook(await download(half));
    const parts = total.sumOf!.map((part) => box(part).address);
    const { formula } = box(total.cell).value as { formula: string };
    expect(formula).toMatch(/^IF\(COUNT\((.+)\)=0,"",SUM\(\1\)\)$/);
    const [column] = /[A-Z]+/.exec(parts[0]!)!;
    expect(formula.includes(column)).toBe(true);
    expect(box(total.cell).protection?.locked).not.toBe(false);
  });

  test("comes back filled in, changes only what was changed and can be handed in once", async () => {
    const bytes = await fill(key, { [hepB]: 8, [measles]: 12, [tetanus]: 21, [full]: 2 });
    const read = await upload(key, bytes);
    expect(read).toMatchObject({ outcome: "read", key, values: { [hepB]: "8", [measles]: "12" }, filled: 4, changed: 4 }); // prettier-ignore
    expect((await formOf(key)).draft.cells).toEqual([]);
    expect(await upload(key, bytes, "?save=draft")).toMatchObject({ outcome: "saved", changed: 4 });
    expect((await formOf(key)).draft.cells.map(({ cell, value }) => [cell, value])).toContainEqual([measles, "12"]); // prettier-ignore
    const id = randomUUID();
    expect(await upload(key, bytes, `?handIn=${id}`)).toMatchObject({
      outcome: "handed-in",
      handIn: { version: 1 },
    });
    expect(await upload(key, bytes, `?handIn=${id}`)).toMatchObject({ handIn: { version: 1, isRepeated: true } }); // prettier-ignore
    const { stand, values } = await formOf(key);
    expect([stand.version, values[measles]]).toEqual([1, "12"]);
  });

  test("of an older state neither overwrites a draft over a new hand-in nor what somebody else handed in", async () => {
    const bytes = await fill(key, { [measles]: 13 });
    await handIn(context, { key, baseVersion: 1, values: { [hepB]: "8", [measles]: "14", [tetanus]: "21", [full]: "2" } }); // prettier-ignore
    expect(await refusal(bytes, `${address(key)}/workbook?save=draft`)).toMatchObject({ code: "workbook-outdated" }); // prettier-ignore
    const answer = await upload(key, bytes, `?handIn=${randomUUID()}`);
    expect(answer).toMatchObject({ outcome: "conflict", handIn: { conflicts: [{ cell: measles, base: "12", mine: "13", theirs: "14" }] } }); // prettier-ignore
    expect((await formOf(key)).values[measles]).toBe("14");
  });

  test("a value made blank is blank, not zero", async () => {
    const bytes = await fill(key, { [tetanus]: null });
    const read = await upload(key, bytes, "?save=draft");
    expect(read).toMatchObject({ changed: 1, outcome: "saved" });
    expect((await formOf(key)).draft.cells).toMatchObject([{ cell: tetanus, value: null }]);
  });

  test("brings the reasons of a returned form as comments", async () => {
    const returned = { ...key, orgUnit: "tyt-03391" };
    await handIn(context, { key: returned });
    await server.inject({ method: "POST", url: `/api/submissions/${address(returned).slice("/api/forms/".length)}/return`, body: { version: 1, cells: [{ cell: measles, reason: "Gấp đôi tháng trước" }] } }); // prettier-ignore
    const { box } = await openWorkbook(await download(returned));
    expect(JSON.stringify(box(measles).note)).toContain("Trả lại: Gấp đôi tháng trước");
  });
});

describe("what stands in a box and is no number", () => {
  const key = buildKey({ orgUnit: "tyt-03400" });
  const cases: [string, CellValue, string | undefined, string | undefined][] = [
    ["words", "mười", "workbook-text", undefined],
    ["a grouped thousand in a box of counts", "1.234", "workbook-number-as-text", "1234"],
    ["a comma that groups or divides", "1,234", "workbook-ambiguous", undefined],
    ["a plain number stored as text", " 12 ", "workbook-number-as-text", "12"],
    ["a number with its unit", "12 trẻ", "workbook-text", undefined],
    ["a formula with its result", { formula: "5+7", result: 12 }, "workbook-formula", "12"],
    ["a formula that failed", { formula: "1/0", result: { error: "#DIV/0!" } }, "workbook-cell-error", undefined],
    ["a day that Excel made of 1-2", new Date("2023-02-01T00:00:00Z"), "workbook-date", undefined],
    ["a yes", true, "workbook-text", undefined],
    ["a number below zero", -3, "workbook-negative", undefined],
    ["a part of a child", 1.5, "workbook-not-whole", undefined],
    ["a number of twenty digits", 1e20, "workbook-number-too-long", undefined],
    ["a number", 1234, undefined, "1234"],
    ["nothing but spaces", "   ", undefined, undefined],
  ]; // prettier-ignore

  test.each(cases)("%s", async (_name, content, code, value) => {
    const bytes = await fill(key, { [measles]: content, [hepB]: 1 }, ({ box }) => {
      if (content instanceof Date) box(measles).numFmt = "dd/mm/yyyy";
    });
    const read = await upload(key, bytes);
    const own = read.findings.filter(({ cell, code: found }) => cell === measles && found.startsWith("workbook-")); // prettier-ignore
    expect(own.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
    expect(read.values[measles]).toBe(value);
    for (const { message, sheet, column } of own) {
      expect(message.vi).toMatch(/^trang Phiếu, dòng \d+, cột [A-Z]+: Tiêm .*[.?]$|^trang Phiếu/u);
      expect([sheet, column]).toEqual(["Phiếu", "D"]);
    }
  });

  test("keeps the whole form out, and comes back as a workbook with comments on those cells", async () => {
    const bytes = await fill(key, { [measles]: "mười", [hepB]: 4 });
    const blocked = await upload(key, bytes, "?save=draft");
    expect(blocked).toMatchObject({ outcome: "blocked", values: { [hepB]: "4" } });
    expect(blocked.draft).toBeUndefined();
    expect((await formOf(key)).draft.cells).toEqual([]);

    const annotated = await post(`${address(key)}/workbook/annotated`, bytes);
    const open = await openWorkbook(new Uint8Array(annotated.raw));
    expect(open.box(measles).value).toBe("mười");
    expect(JSON.stringify(open.box(measles).note)).toContain("“mười” không phải số");
    expect(open.box(hepB).value).toBe(4);
    open.box(measles).value = 10;
    expect(await upload(key, await open.save(), "?save=draft")).toMatchObject({
      outcome: "saved",
      changed: 2,
    });
  });

  test("a rule of the form is told with the cell's place, and blocks handing in", async () => {
    const half = { dataSet: "tam-than-6-thang-xa", period: "2023-S1", orgUnit: "tyt-03400" };
    const { cells } = await formOf(half);
    const total = cells.find(({ kind }) => kind === "computed");
    const overwritten = await fill(half, {}, ({ box }) => (box(total!.cell).value = 99));
    expect(codesOf(await upload(half, overwritten))).toContain(`${total!.cell} workbook-total-overwritten`);
    const empty = await upload(half, await fill(half, {}), `?handIn=${randomUUID()}`);
    expect(empty).toMatchObject({ outcome: "blocked", handIn: { findings: [{ code: "form-empty" }] } });
    expect((await formOf(half)).stand.version).toBe(0);
  });
});

describe("a workbook that is not the one asked for", () => {
  const key = buildKey({ orgUnit: "tyt-03403" });

  test("of another unit, or of another period, is named and refused", async () => {
    const bytes = await fill(key, { [measles]: 3 });
    const other = buildKey({ orgUnit: "tyt-03394" });
    const answer = await refusal(bytes, `${address(other)}/workbook?save=draft`);
    expect(answer).toMatchObject({ status: 400, code: "workbook-of-another-form" });
    expect(answer.message.vi).toMatch(/tyt-03403, tháng 6\/2023/);
    expect(await refusal(bytes, `${address({ ...key, period: "2023-05" })}/workbook`)).toMatchObject({ code: "workbook-of-another-form" }); // prettier-ignore
  });

  test("names its own form when none is named, and asks for the right to fill that in", async () => {
    const bytes = await fill(key, { [measles]: 3 });
    const { status, json } = await post("/api/workbooks?save=draft", bytes);
    expect([status, ReadWorkbook.parse(json())]).toMatchObject([200, { key, outcome: "saved" }]);
    const stranger = await contextAs(context, [{ role: "nhap-lieu", orgUnit: "tyt-03394" }]);
    await expect(readFormWorkbook(stranger, { bytes, name: "phieu.xlsx", save: "draft" })).rejects.toMatchObject({ code: "not-permitted" }); // prettier-ignore
  });

  test("whose hidden marks were touched is refused as a whole", async () => {
    const touched: [string, string, (open: OpenWorkbook) => void][] = [
      ["the period", "workbook-identifiers-changed", ({ book }) => (book.getWorksheet("tuyen-identity")!.getCell("B3").value = "2023-07")], // prettier-ignore
      ["a cell's name", "workbook-identifiers-changed", ({ book }) => (book.getWorksheet("tuyen-identity")!.getCell("B10").value = "epi.other")], // prettier-ignore
      ["the hidden sheet", "workbook-identifiers-changed", ({ book }) => book.removeWorksheet("tuyen-identity")], // prettier-ignore
      ["a row's mark", "workbook-identifiers-changed", ({ sheet, box }) => (sheet.getRow(Number(box(measles).row)).getCell(1).value = "x")], // prettier-ignore
      ["a deleted row", "workbook-rows-changed", ({ sheet, box }) => sheet.getRow(Number(box(measles).row)).getCell(1).value = null], // prettier-ignore
      ["a copied row", "workbook-rows-changed", ({ sheet, box }) => (sheet.getRow(Number(box(measles).row) + 9).getCell(1).value = sheet.getRow(Number(box(measles).row)).getCell(1).value)], // prettier-ignore
    ];
    for (const [what, code, touch] of touched) {
      const bytes = await fill(key, { [hepB]: 5 }, touch);
      expect([what, (await refusal(bytes)).code]).toEqual([what, code]);
    }
  });

  test("stays right when it was renamed, its columns moved and its rows sorted", async () => {
    const open = await openWorkbook(await download(key));
    open.box(measles).value = 41;
    open.box(hepB).value = 42;
    open.sheet.spliceColumns(3, 0, []);
    open.sheet.name = "Sheet1";
    open.book.getWorksheet("tuyen-identity")!.state = "hidden"; // as LibreOffice leaves it
    expect((await upload(key, await open.save())).values).toMatchObject({ [measles]: "41", [hepB]: "42" });
  });

  test("of a form that has changed since is refused with what to do", async () => {
    const yearly = { dataSet: "doi-tuong-tiem-chung-xa", period: "2023", orgUnit: "tyt-03403" };
    const bytes = await fill(yearly, {});
    const { dataSets } = JSON.parse(await readFile("catalogues/lai-chau/data-sets.json", "utf8")) as {
      dataSets: unknown;
    };
    const defined = DataSet.array()
      .parse(dataSets)
      .find(({ id }) => id === yearly.dataSet)!;
    const sections = defined.sections.map((section) => ({ ...section, rows: section.rows.slice(0, 1) }));
    await defineDataSet(context, { ...defined, validFrom: "2022-01-01", sections });
    expect(await refusal(bytes)).toMatchObject({ code: "workbook-of-another-version" });
  });

  test("of a closed period is not kept, with the sentence why", async () => {
    const closed = { ...key, period: "2022-06" };
    const bytes = await fill(closed, { [measles]: 3 });
    expect(await refusal(bytes, `${address(closed)}/workbook?save=draft`)).toMatchObject({ code: "period-closed" }); // prettier-ignore
    expect(await refusal(bytes, `${address(closed)}/workbook?handIn=${randomUUID()}`)).toMatchObject({ code: "period-closed" }); // prettier-ignore
  });
});

describe("a hostile or foreign file", () => {
  test("is told what it is, quickly", async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    const ole = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array<number>(600).fill(0),
    ]);
    const encrypted = new Uint8Array([...ole, ...Buffer.from("EncryptedPackage", "utf16le")]);
    const old = new Uint8Array([...ole, ...Buffer.from("Workbook", "utf16le")]);
    const foreign = zipSync({
      "xl/workbook.xml": text(`<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>`), // prettier-ignore
      "xl/_rels/workbook.xml.rels": text(`<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`), // prettier-ignore
      "xl/worksheets/sheet1.xml": text(`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`), // prettier-ignore
    });
    const good = await fill(buildKey(), {});
    const files: [string, Uint8Array, string | RegExp][] = [
      ["a text", text("cell,value\na,1\n"), "file-damaged"],
      ["nothing", new Uint8Array(), "file-empty"],
      ["a PDF", text("%PDF-1.7"), "file-damaged"],
      ["an old workbook", old, "file-old-office"],
      ["a workbook with a password", encrypted, "file-encrypted"],
      ["another workbook", foreign, "workbook-not-ours"],
      ["half of a form", good.subarray(0, good.length >> 1), "file-truncated"],
      ["a form with a flipped byte", good.map((byte, index) => (index === 3000 ? byte ^ 0xff : byte)), "file-damaged"], // prettier-ignore
      ["a ZIP bomb", bombOf(300), /file-unpacks-too-large|workbook-too-slow/],
      ["200 MB", new Uint8Array(200 * 2 ** 20), "workbook-too-large"],
    ];
    for (const [what, bytes, code] of files) {
      const began = performance.now();
      const answer = await refusal(bytes);
      expect([what, answer.code]).toEqual([what, expect.stringMatching(code)]);
      expect(answer.status).toBe(400);
      expect(answer.message.vi).not.toMatch(/undefined|NaN/);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });

  test("a table of text is asked for as a workbook", async () => {
    const answer = await refusal(
      new TextEncoder().encode("cell,value\na,1\n"),
      "/api/workbooks?name=phieu.csv",
    );
    expect(answer).toMatchObject({ code: "workbook-not-xlsx" });
  });

  test("a validation over the whole sheet and an enormous merge cost nothing", async () => {
    const open = await openWorkbook(await download(buildKey({ orgUnit: "tyt-03406" })));
    open.box(measles).value = 6;
    const parts = unzipSync(await open.save());
    const name = "xl/worksheets/sheet1.xml";
    const sheet = new TextDecoder().decode(parts[name]);
    const bad = sheet.replace("</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="F20:XFD90000"/></mergeCells><dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"/></dataValidations>`); // prettier-ignore
    const began = performance.now();
    const read = await upload(buildKey({ orgUnit: "tyt-03406" }), zipSync({ ...parts, [name]: new TextEncoder().encode(bad) })); // prettier-ignore
    expect(read.values[measles]).toBe("6");
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  function bombOf(megabytes: number): Uint8Array {
    const filler = new Uint8Array(megabytes * 2 ** 20).fill(32);
    filler.set(new TextEncoder().encode("<workbook>"));
    for (let at = 1000; at < filler.length; at += 1000) filler.set(new TextEncoder().encode("<a/>"), at);
    return zipSync({
      "xl/workbook.xml": filler,
      "xl/_rels/workbook.xml.rels": new TextEncoder().encode("<a/>"),
    });
  }
});

describe("a hospital system with a token", () => {
  const key = { dataSet: "tiem-chung-xa", period: "2023-06", orgUnit: "tyt-03409" };

  test("hands in by the same rules, once under one id, and only where its account may", async () => {
    await createAccount(context, { userName: "his.tram", fullName: "HIS trạm", orgUnit: key.orgUnit, grants: [{ role: "nhap-lieu", orgUnit: key.orgUnit }] }); // prettier-ignore
    await context.db.query("update account set must_change_password = false where id = 'his.tram'");
    const token = await createToken(context, "his.tram", "HIS");
    const guarded = await buildServer({ context, sessions: { clock: () => context.today, idle: 3600, longest: 3600 } }); // prettier-ignore
    const send = async (to: SubmissionKey, body: object, authorization = `Bearer ${token}`) => {
      const answer = await guarded.inject({ method: "POST", url: `${address(to)}/values`, headers: { authorization }, body }); // prettier-ignore
      return { status: answer.statusCode, body: answer.json<unknown>() };
    };
    const id = randomUUID();
    const values = { [hepB]: "3", [measles]: "5" };
    const first = await send(key, { id, values });
    expect(HandInAnswer.parse(first.body)).toMatchObject({
      outcome: "accepted",
      version: 1,
      isRepeated: false,
    });
    expect((await send(key, { id: randomUUID(), values: { ...values, [measles]: "6" } })).body).toMatchObject({ version: 2 }); // prettier-ignore
    expect((await send(key, { id, values })).body).toMatchObject({ version: 1, isRepeated: true });
    expect((await formOf(key)).values[measles]).toBe("6");
    expect((await send(key, { id: randomUUID(), values: { [measles]: "1.5" } })).body).toMatchObject({ outcome: "blocked", findings: [{ code: "value-not-whole" }] }); // prettier-ignore
    expect((await send(key, { id: randomUUID(), values: { ...values, [measles]: "7" }, baseVersion: 1 })).body).toMatchObject({ outcome: "conflict" }); // prettier-ignore
    expect((await send({ ...key, orgUnit: "tyt-03394" }, { id: randomUUID(), values })).status).toBe(403);
    expect((await send(key, { id: randomUUID(), values }, "Bearer x".padEnd(60, "x"))).status).toBe(401);
    const described = await guarded.inject({ url: "/api/openapi.json" });
    expect(described.body).toContain("For hospital systems");
    await guarded.close();
  });
});
