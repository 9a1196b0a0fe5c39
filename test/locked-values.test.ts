import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveSubmissions } from "#operations/approve-submissions.ts";
import type { Context } from "#operations/context.ts";
import { correctDataValue } from "#operations/correct-data-value.ts";
import { explainFigure } from "#operations/explain-figure.ts";
import { reopenSubmission } from "#operations/reopen-submission.ts";
import { findingText } from "#wording/findings.ts";
import { refusalText } from "#wording/refusals.ts";
import { figureFile, importText, openTestContext } from "./context.ts";
import { buildKey, handIn, hepB } from "./submission-builders.ts";

let context: Context;
let close: () => Promise<void>;
const key = buildKey();

beforeAll(async () => {
  ({ context, close } = await openTestContext("2023-07-05"));
  await handIn(context, { key });
});
afterAll(() => close());

const correct = (value: string, version: number) =>
  correctDataValue(context, { element: hepB, optionCombo: "", period: key.period, orgUnit: key.orgUnit, value, version, reason: "soát lại sổ" }); // prettier-ignore
const approve = () => approveSubmissions(context, { id: randomUUID(), onlyUsual: false, items: [{ ...key, version: 1 }] }); // prettier-ignore
const originNow = async () => {
  const { figure } = await explainFigure(context, { key: hepB, role: "in_month", period: key.period, orgUnit: key.orgUnit, breakdown: "", illustrative: false }); // prettier-ignore
  return figure.origin;
};
const file = (value: string) => figureFile(`${hepB}|${key.period}|${key.orgUnit}||in_month|${value}|trẻ`);

test("a value that was handed in says that it waits for approval, not that it is an estimate", async () => {
  expect(await originNow()).toMatchObject({ kind: "reported", estimate: true, awaits: "approval" });
});

test("once a tier has approved the form, its values are corrected through reopening only", async () => {
  await approve();
  const refused = await correct("10", 1).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "value-locked" });
  const { code, facts } = refused as { code: string; facts: Record<string, string> };
  expect(refusalText(code, facts, "vi")).toMatch(/phiếu Tiêm chủng mở rộng.*Đề nghị Trung tâm Y tế huyện Tam Đường mở lại phiếu/u); // prettier-ignore
});

test("nor does a file replace them, and its row says whom to ask", async () => {
  const outcome = await importText(context, file("10"));
  expect(outcome.isBlocked).toBe(true);
  const locked = outcome.findings.find(({ code }) => code === "value-locked")!;
  expect(findingText(locked)).toMatch(/so-lieu\.csv, dòng 2.*Đề nghị Trung tâm Y tế huyện Tam Đường mở lại/u);
});

test("reopened, the form is waiting for its unit, and a file counts again", async () => {
  await reopenSubmission(context, { ...key, reason: "Nhầm sổ", cells: [] });
  expect(await originNow()).toMatchObject({ awaits: "correction" });
  const outcome = await importText(context, file("10"));
  expect(outcome).toMatchObject({ isBlocked: false, changed: 1 });
});
