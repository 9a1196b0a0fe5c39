import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#operations/context.ts";
import { buildReport } from "#operations/build-report.ts";
import { listFigures } from "#operations/list-figures.ts";
import { printFigureRows } from "#operations/print-figure-rows.ts";
import { printReport } from "#operations/print-report.ts";
import { sentenceText } from "#wording/sentences.ts";
import { figureFile, importText, openTestContext } from "./context.ts";

const period = "2023-S1";
let context: Context;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ context, close } = await openTestContext());
});
afterAll(() => close());

async function reportText(): Promise<string> {
  const { sections } = await buildReport(context, { period });
  return sections
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences.map(sentenceText)))
    .join("\n");
}

async function exported(): Promise<string> {
  return printFigureRows(await listFigures(context, { period }));
}

test("what figures prints goes back in without changing anything", async () => {
  const outcome = await importText(context, await exported());
  expect(outcome.findings.filter(({ severity }) => severity === "blocking")).toEqual([]);
  expect(outcome).toMatchObject({ inserted: 0, changed: 0, isBlocked: false });
  expect(outcome.unchanged).toBeGreaterThan(200);
});

describe("one corrected operand", () => {
  const cases = [
    {
      what: "a sum",
      row: "workforce.total|2023-S1|VN12|tier=xã|stock|700|người",
      before: "toàn ngành có 2.807 công chức",
      after: "toàn ngành có 2.874 công chức",
    },
    {
      what: "a rate and its change, twice",
      row: "epi.fully_immunized_u1|2023-S1|VN12||cumulative|6000|trẻ",
      before: "đạt tỷ lệ 27,33%, giảm 20,8 điểm phần trăm so với cùng kỳ năm 2022",
      after: "đạt tỷ lệ 62,27%, tăng 14,17 điểm phần trăm so với cùng kỳ năm 2022",
    },
    {
      what: "a growth that turns round",
      row: "eye.examined_treated|2022-S1|VN12||prior_year|5000|bệnh nhân",
      before: "giảm 7,90% so với cùng kỳ năm 2022 (8.116 bệnh nhân)",
      after: "tăng 49,5% so với cùng kỳ năm 2022 (5.000 bệnh nhân)",
    },
    {
      what: "what is reached of a plan",
      row: "malaria.tests|2023|VN12||plan|20000|lam",
      before: "đạt 71,67% kế hoạch năm",
      after: "vượt kế hoạch năm (đạt 107,5%)",
    },
    {
      what: "a death where there was none",
      row: "hfmd.deaths|2023-S1|VN12||cumulative|2|trường hợp",
      before: "tăng 05 trường hợp so với cùng kỳ năm 2022; không có trường hợp tử vong",
      after: "tăng 05 trường hợp so với cùng kỳ năm 2022; có 02 trường hợp tử vong",
    },
  ];

  test.each(cases)("changes $what in every sentence, and taking it back restores the document to the byte", async ({ row, before, after }) => {
    const [file, text, docx, pdf] = [await exported(), await reportText(), await bytes("docx"), await bytes("pdf")];
    expect(text).toContain(before);
    expect((await importText(context, figureFile(row))).isBlocked).toBe(false);
    const changed = await reportText();
    expect(changed).toContain(after);
    expect(changed).not.toContain(before);
    expect((await importText(context, file)).changed).toBe(1);
    expect(await reportText()).toBe(text);
    expect(docx.equals(await bytes("docx"))).toBe(true);
    expect(pdf.equals(await bytes("pdf"))).toBe(true);
  }); // prettier-ignore

  async function bytes(format: "docx" | "pdf"): Promise<Buffer> {
    return Buffer.from((await printReport(context, { period, format })).bytes);
  }
});

test("a plan that nobody had written down takes over from the stated percentage", async () => {
  expect(await reportText()).toContain("523.277 lượt, đạt 42% kế hoạch năm");
  await importText(context, figureFile("hospital.consultations|2023|VN12||plan|1300000|lượt"));
  const [figure] = (await listFigures(context, { period })).filter(
    ({ key, role }) => key === "hospital.consultations" && role === "percent_of_plan",
  );
  expect(figure).toMatchObject({ text: "đạt 40,25% kế hoạch năm", stated: "42%" });
});

describe("nothing is half imported", () => {
  const good = "malaria.cases|2023-S1|VN12||cumulative|99|ca";

  test.each([
    ["an unknown key", "malaria.caces|2023-S1|VN12||cumulative|1|ca", "key-unknown"],
    ["an unknown unit", "malaria.tests|2023-S1|VN13||cumulative|1|lam", "org-unit-unknown"],
    ["a part above its whole", "hiv.on_art|2023-S1|VN12|age=trẻ em|stock|2000|trẻ", "part-above-whole"],
    ["a negative count", "malaria.tests|2023-S1|VN12||cumulative|-1|lam", "negative-count"],
    ["a future period", "malaria.tests|2024-S1|VN12||cumulative|1|lam", "period-future"],
    ["the same cell twice", "malaria.cases|2023-S1|VN12||cumulative|98|ca", "cell-twice-differs"],
    ["misplaced separators", "malaria.tests|2023-S1|VN12||cumulative|64.68|lam", "separators-misplaced"],
    ["a glued unit", "malaria.tests|2023-S1|VN12||cumulative|01cuộc|lam", "unit-glued"],
    ["a number that is computed", "workforce.doctors_per_10k|2023-S1|VN12||rate|12.70|/vạn dân", undefined],
    [
      "a total that its parts contradict",
      "workforce.total|2023-S1|VN12||stock|2900|người",
      "figure-computed",
    ],
  ])("with %s", async (_, bad, code) => {
    const before = await exported();
    const outcome = await importText(context, figureFile(good, bad));
    if (code === undefined) {
      expect(outcome.computed).toBe(1); // left to the computation, and said so
      await importText(context, before);
    } else {
      expect(outcome.findings.map((finding) => finding.code)).toContain(code);
      expect(outcome.isBlocked).toBe(true);
    }
    expect(await exported()).toBe(before);
  });

  test("a dry run says what would change and changes nothing", async () => {
    const before = await exported();
    const outcome = await importText(context, figureFile(good), { dryRun: true });
    expect(outcome.findings).toEqual([]);
    expect(outcome.changes).toEqual([
      { key: "malaria.cases", breakdown: "", period, orgUnit: "VN12", row: 2, from: "46", to: "99" },
    ]);
    expect(await exported()).toBe(before);
  });
});
