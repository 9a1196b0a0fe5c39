import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { publishFigure, type PublishedFigure } from "#contract/figure.ts";
import { optionCombo } from "#domain/breakdown.ts";
import { decimal, roundHalfUp, truncate } from "#domain/decimal.ts";
import type { Report } from "#domain/report.ts";
import { sentenceText } from "#wording/sentences.ts";
import { readLaiChau, writeReport } from "./lai-chau.ts";

const laiChau = readLaiChau();
const report = writeReport(laiChau, "2023-S1");
const published = report.figures.map((figure) => publishFigure(figure, "2023-S1"));

/** The five numbers of the 2023 document that do not follow from their own operands. */
const contradictions = [
  "workforce.doctors_per_10k rate",
  "goitre.treated growth_percent",
  "goitre.managed growth_percent",
  "basedow.treated growth_percent",
  "methadone.patients growth_abs",
];

test("every number that the 2023 document prints is in the report, or contradicts its own operands and says so", () => {
  const printed = laiChau.catalogue.statements.filter(({ citation }) => citation.document === "bc-2023-s1");
  const off = printed.filter((statement) => {
    const value = published.find(
      (figure) =>
        figure.key === statement.key &&
        figure.role === statement.role &&
        figure.period === statement.period &&
        figure.orgUnit === statement.orgUnit &&
        optionCombo(figure.breakdown) === optionCombo(statement.breakdown) &&
        (statement.asOf === undefined || figure.asOf === statement.asOf),
    )?.value;
    return !value || !isPrintedAs(value, statement.decimals, statement.value.toFixed());
  });
  expect(printed.length).toBeGreaterThan(300);
  expect(off.map(({ key, role }) => `${key} ${role}`)).toEqual(contradictions);
  expect(published.filter(({ stated }) => stated !== undefined).map(({ key, role }) => `${key} ${role}`)).toEqual(contradictions); // prettier-ignore
});

test("nothing is missing in the first half of 2023, and no sentence shows a gap", () => {
  expect(published.filter(({ value }) => value === null)).toEqual([]);
  expect(sentencesOf(report).filter((text) => /\[|undefined|chưa có/.test(text))).toEqual([]);
});

test("a period that nobody has written shows whose each empty section is, and where numbers are missing", () => {
  const next = writeReport(laiChau, "2023-S2");
  const sentences = sentencesOf(next);
  expect(sentences).toContain("Chưa có nội dung. Đơn vị phụ trách: Văn phòng Sở Y tế, Phòng Nghiệp vụ Y, Phòng Kế hoạch - Tài chính.");
  expect(sentences.filter((text) => text.includes("[thiếu số liệu]")).length).toBeGreaterThan(50);
  expect(next.figures.every(({ value, state }) => (value === undefined) === (state === "missing"))).toBe(true);
}); // prettier-ignore

test("every sentence stands in its section as the source has it, under the body that answers for it", () => {
  expect(report.sections.find(({ id }) => id === "2.1.a.epi")).toMatchObject({ title: "Tiêm chủng mở rộng" });
  expect(report.sections.every(({ owners }) => owners.length > 0)).toBe(true);
});

const labels = "../shared/lai-chau/figures.json";

describe.skipIf(!existsSync(labels))("against the labelled figures of the 2023 document", () => {
  interface Label {
    readonly doc: string;
    readonly role: string;
    readonly value: number;
    readonly decimals?: number;
    readonly indicator_key: string;
    readonly period: string;
    readonly disaggregation: Record<string, string>;
    readonly direction?: string;
    readonly org: string;
    readonly unit: string;
  }
  const notData = ["date", "ordinal", "legal_ref", "name", "qualifier", "identifier"];
  const data = (existsSync(labels) ? (JSON.parse(readFileSync(labels, "utf8")) as Label[]) : []).filter(
    ({ doc, role }) => doc === "2023" && !notData.includes(role),
  );

  test("at least 98 % agree at the printed precision", () => {
    const agreeing = data.filter((label) => published.some((figure) => agrees(figure, label)));
    expect(agreeing.length / data.length).toBeGreaterThanOrEqual(0.98);
  });

  function agrees(figure: PublishedFigure, label: Label): boolean {
    const { period, asOf } = periodOf(label.period);
    const sign = label.direction === "decrease" ? "-" : "";
    return (
      figure.key === label.indicator_key &&
      (figure.role === label.role || (figure.role === "growth_points" && label.role.startsWith("growth_"))) &&
      figure.period === period &&
      (asOf === undefined || figure.asOf === asOf) &&
      optionCombo(figure.breakdown) === optionCombo(label.disaggregation) &&
      (figure.orgUnit === "VN12") === (label.org === "province") &&
      figure.value !== null &&
      isPrintedAs(figure.value, label.decimals ?? 0, `${sign}${label.value}`)
    );
  }

  function periodOf(text: string): { period: string; asOf?: string } {
    const day = /(?:as-of |\/)(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1];
    return day ? { period: "2023-S1", asOf: day } : { period: text.replace(/S(?=\d$)/, "-S") };
  }
});

function isPrintedAs(value: string, decimals: number, printed: string): boolean {
  return [roundHalfUp, truncate].some((shorten) => shorten(decimal(value), decimals).eq(decimal(printed)));
}

function sentencesOf({ sections }: Report): string[] {
  return sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(sentenceText)),
  );
}
