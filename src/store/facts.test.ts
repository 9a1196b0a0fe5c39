import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Statement, Target } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import type { ReportContent, ReportTemplate } from "#domain/report-template.ts";
import { findCatalogueLoad, saveCatalogueLoad } from "./catalogue-loads.ts";
import { listDataElements, saveDataElements } from "./data-elements.ts";
import { listImportBatches, saveImportBatch } from "./import-batches.ts";
import { findReportContent, saveReportContent } from "./report-contents.ts";
import { findReportTemplate, saveReportTemplate } from "./report-templates.ts";
import { listSourceDocuments, saveSourceDocuments } from "./source-documents.ts";
import { listStatements, saveStatements } from "./statements.ts";
import { listTargets, saveTargets } from "./targets.ts";
import { buildDataElement, province, saveSmallCatalogue } from "./test-builders.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await saveSmallCatalogue(db);
});
afterAll(() => db.close());

const citation = { document: "bc-2023-s1", section: "1.4", quote: "đề án tổ chức lại 04 đơn vị" };

test("data elements come back with breakdowns and formulas, and are replaced when saved again", async () => {
  const plain = buildDataElement({ id: "a.plain" });
  const rich = buildDataElement({
    id: "b.rich",
    key: "b.key",
    onlyRoles: ["actual", "cumulative"],
    valueType: "percent",
    orgNature: "recompute",
    breakdowns: [{ dimensions: ["age", "sex"], relation: "partition" }],
    unitsByOption: [{ breakdown: { age: "trẻ em" }, unit: "trẻ" }],
    formula: {
      kind: "ratio",
      numerator: { element: "a.plain" },
      denominator: { element: "c", breakdown: { sex: "nữ" } },
      factor: 100,
    },
    planOf: "budget",
  });
  await saveDataElements(db, "VN11", [rich, buildDataElement({ id: "a.plain", unit: "người" })]);
  await saveDataElements(db, "VN11", [plain]);
  expect(await listDataElements(db, "VN11")).toStrictEqual([plain, rich]);
});

describe("plans", () => {
  const target: Target = {
    element: "care.visits",
    optionCombo: "",
    period: "2023-S1",
    orgUnit: province,
    value: decimal("95.5"),
    setBy: "UBND",
    note: "chỉ tiêu",
    derived: true,
    citation,
  };
  const council: Target = {
    element: "care.visits",
    optionCombo: "",
    period: "2023",
    orgUnit: province,
    value: decimal(4),
    setBy: "HĐND",
  };

  test("are kept beside each other, by whom they were set", async () => {
    await saveTargets(db, province, [target, { ...target, setBy: "HĐND", value: decimal(90) }, council]);
    const listed = await listTargets(db, { province, periods: ["2023-S1"] });
    expect(listed.map(({ setBy, value }) => `${setBy} ${value.toFixed()}`)).toEqual(["HĐND 90", "UBND 95.5"]);
    expect(listed[1]).toStrictEqual(target);
    expect(await listTargets(db, { province })).toHaveLength(3);
  });

  test("that are there already stay when only new ones are wanted", async () => {
    await saveTargets(db, province, [council]);
    await saveTargets(db, province, [{ ...council, value: decimal(1) }], { onlyNew: true });
    expect(await listTargets(db, { province, periods: ["2023"] })).toStrictEqual([council]);
    await expect(saveTargets(db, province, [{ ...council, element: "none" }])).rejects.toMatchObject({
      code: "unknown-data-element",
    });
  });
});

test("what a document prints comes back in its order, twice when it prints it twice", async () => {
  const rate: Statement = {
    key: "care.visits",
    role: "percent_of_plan",
    breakdown: { age: "trẻ em", sex: "nữ" },
    period: "2023-S1",
    orgUnit: province,
    asOf: "2023-06-30",
    against: "plan",
    value: decimal("27.3"),
    text: "27,30%",
    decimals: 2,
    estimate: true,
    verbal: true,
    note: "lệch",
    citation,
  };
  const plain: Statement = {
    key: "org.units",
    role: "stock",
    breakdown: {},
    period: "2023-S1",
    orgUnit: province,
    value: decimal(-3),
    text: "giảm 03",
    decimals: 0,
    citation,
  };
  const other: Statement = { ...plain, citation: { ...citation, document: "tb-2020" } };
  const save = (statements: readonly Statement[]) =>
    db.transaction((tx) => saveStatements(tx, province, statements));
  await save([other]);
  await save([plain, plain]);
  await save([rate, plain, plain]);
  expect(await listStatements(db, province)).toStrictEqual([rate, plain, plain, other]);
  expect(await db.query("select value from statement where decimals = 2")).toEqual([{ value: "27.30" }]);
});

test("source documents are listed with what is known of them", async () => {
  const documents = [
    {
      id: "bc-2023-s1",
      title: "Báo cáo sơ kết",
      kind: "Báo cáo",
      issuedBy: "so-y-te",
      period: "2023-S1",
      note: "số để trống",
    },
    { id: "tb-2020", title: "Thông báo kết luận", kind: "Thông báo", issuedBy: "so-y-te" },
  ];
  await saveSourceDocuments(db, province, documents);
  await saveSourceDocuments(db, province, documents);
  expect(await listSourceDocuments(db, province)).toStrictEqual(documents);
});

const template = (facts: Partial<ReportTemplate>): ReportTemplate => ({
  id: "so-ket",
  version: 1,
  validFrom: "2020-01-01",
  periodTypes: ["half-year", "year"],
  furniture: {
    parentAgency: "UBND TỈNH", agency: "SỞ Y TẾ", symbol: "BC-SYT", place: "Lai Châu", kind: "BÁO CÁO",
    subject: ["Sơ kết"], addressees: [], recipients: [], signer: { title: "GIÁM ĐỐC" },
  },
  sections: [{ id: "1", title: "Tình hình", layout: "roman", owners: [], blocks: [{ slot: "mo-dau" }] }],
  annexes: [],
  ...facts,
}); // prettier-ignore

describe("report templates", () => {
  test("are found by kind of period and day: the latest in force", async () => {
    const first = template({ validTo: "2023-12-31" });
    const second = template({ version: 2, validFrom: "2023-01-01" });
    await saveReportTemplate(db, province, first);
    await saveReportTemplate(db, province, second);
    await saveReportTemplate(db, province, second);
    const find = (periodType: string, on: string) => findReportTemplate(db, province, { periodType, on });
    expect(await find("half-year", "2022-06-30")).toStrictEqual(first);
    expect((await find("half-year", "2023-06-30"))?.version).toBe(2);
    expect((await find("year", "2030-12-31"))?.version).toBe(2);
    expect(await find("month", "2023-06-30")).toBeUndefined();
    expect(await find("year", "2019-12-31")).toBeUndefined();
  });

  test("get the content that was written for one period, which a catalogue does not overwrite", async () => {
    const content: ReportContent = {
      template: "so-ket",
      period: "2023-S1",
      orgUnit: province,
      source: "bc-2023-s1",
      writtenOn: "2023-07-10",
      slots: { "mo-dau": [{ style: "body", sentences: ["Sáu tháng đầu năm."] }] },
      texts: { lyDo: "thiếu vắc xin" },
    };
    const key = { template: "so-ket", period: "2023-S1", orgUnit: province };
    expect(await findReportContent(db, province, key)).toBeUndefined();
    await saveReportContent(db, province, content);
    await saveReportContent(db, province, { ...content, texts: {} }, { onlyNew: true });
    expect(await findReportContent(db, province, key)).toStrictEqual(content);
    await saveReportContent(db, province, { ...content, texts: {} });
    expect((await findReportContent(db, province, key))?.texts).toEqual({});
  });
});

test("the last load of a catalogue is known", async () => {
  expect(await findCatalogueLoad(db, province)).toBeUndefined();
  await saveCatalogueLoad(db, province, { catalogue: "lai-chau", version: "1" });
  await saveCatalogueLoad(db, province, { catalogue: "lai-chau", version: "2" });
  expect(await findCatalogueLoad(db, province)).toMatchObject({ catalogue: "lai-chau", version: "2" });
  expect(await findCatalogueLoad(db, province, "other")).toBeUndefined();
});

test("an import is on record with what came of it", async () => {
  const batch = { id: "tep-1", fileName: "thang-3.xlsx", sha256: "ab".repeat(32), importedBy: "tram" };
  await saveImportBatch(db, province, { ...batch, inserted: 0, changed: 0, unchanged: 0 });
  await saveImportBatch(db, province, { ...batch, inserted: 40, changed: 1, unchanged: 2 });
  expect(await listImportBatches(db, province)).toMatchObject([
    { ...batch, inserted: 40, changed: 1, unchanged: 2 },
  ]);
});
