import { optionCombo } from "#domain/breakdown.ts";
import type { Figure } from "#domain/figure.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import type { TemplateBlock, TemplateSection } from "#domain/report-template.ts";
import type { Furniture, Paragraph, PrintedFigure, Report, ReportSection } from "#domain/report.ts";
import { resolveFiguresWith } from "#domain/resolve-figure.ts";
import { writeSentence, writeWords } from "#wording/sentences.ts";
import { composeAnnex } from "./compose-annexes.ts";
import type { Composing, ReportInput } from "./composing.ts";

/** Writes the report of a period: the template's sentences, the period's content, and every figure in its place. */
export function composeReport(input: ReportInput): Report {
  const figures: PrintedFigure[] = [];
  const numbers = new Map<string, number>();
  const composing: Composing = {
    input,
    period: input.period,
    orgUnit: input.orgUnit,
    resolve: resolveFiguresWith(input.facts),
    texts: input.content?.texts ?? {},
    isKept: (figure) => numbers.has(figureName(figure)),
    inTextOrder: (elements) => {
      const places = new Map(figures.map(({ key }, index) => [key, index] as const).toReversed());
      const placeOf = (key: string) => places.get(key) ?? figures.length;
      return elements.toSorted((a, b) => placeOf(a.key) - placeOf(b.key));
    },
    keep: (figure, text) => {
      const name = figureName(figure);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      figures.push({ ...figure, text });
      numbers.set(name, figures.length - 1);
      return figures.length - 1;
    },
  };
  const sections = input.template.sections.map((section) => composeSection(section, composing));
  const annexes = input.template.annexes.map((annex) => composeAnnex(annex, composing)).filter((annex) => annex !== undefined); // prettier-ignore
  return {
    period: input.period,
    orgUnit: input.orgUnit,
    furniture: composeFurniture(input),
    sections,
    annexes,
    figures,
    illustrative: input.illustrative,
  };
}

/** One figure is one thing, however often it is printed. */
function figureName(figure: Figure): string {
  const { key, role, period, orgUnit, against, anchor } = figure;
  return [key, role, period, orgUnit, optionCombo(figure.breakdown), against ?? "", anchor ?? ""].join("|");
}

/** The report is dated in the month after its period ends; number and day stay blank for the registry. */
function composeFurniture({ template, period }: ReportInput): Furniture {
  const { furniture } = template;
  const end = periodEnd(period);
  const month = Number(end.slice(5, 7)) % 12;
  const words = (text: string) => writeWords(text, period);
  return {
    ...furniture,
    month: month + 1,
    year: Number(end.slice(0, 4)) + (month === 0 ? 1 : 0),
    subject: furniture.subject.map(words),
    addressees: furniture.addressees.map(words),
    recipients: furniture.recipients.map(words),
  };
}

function composeSection(section: TemplateSection, composing: Composing): ReportSection {
  const owners = section.owners.map(({ uid, basis }) => ({ uid, basis, name: nameOf(composing.input, uid) }));
  const paragraphs = section.blocks.flatMap((block) => composeBlock(block, composing));
  return {
    id: section.id,
    ...(section.number !== undefined && { number: section.number }),
    title: writeWords(section.title, composing.period),
    layout: section.layout,
    owners,
    paragraphs: section.blocks.length > 0 && paragraphs.length === 0 ? [nothingYet(owners)] : paragraphs,
  };
}

function composeBlock(block: TemplateBlock, composing: Composing): Paragraph[] {
  const paragraphs = "slot" in block ? (composing.input.content?.slots[block.slot] ?? []) : [block];
  return paragraphs.map(({ style, sentences }) => ({
    style,
    sentences: sentences.map((sentence) => writeSentence(sentence, composing)),
  }));
}

/** A section nobody has written says so, and whose it is. */
function nothingYet(owners: ReportSection["owners"]): Paragraph {
  const names = owners.map(({ name }) => name).join(", ");
  return {
    style: "empty",
    sentences: [{ spans: [{ text: `Chưa có nội dung. Đơn vị phụ trách: ${names}.` }] }],
  };
}

function nameOf({ facts }: ReportInput, uid: string): string {
  return facts.orgUnits.find((unit: OrgUnit) => unit.uid === uid)?.fullName ?? uid;
}
