import type { FigureMention, KnownFigure } from "#checker/index.ts";
import type { Disaggregation } from "#domain/breakdown.ts";
import type { Figure } from "#domain/figure.ts";
import { periodType } from "#domain/period.ts";
import type { Paragraph, Report } from "#domain/report.ts";

/** What a report knows, for holding another text to it: its figures, and the plans and earlier values behind them. */
export function knownFiguresOf(report: Report, nameOf: (orgUnit: string) => string): readonly KnownFigure[] {
  const mentions = findMentions(report);
  const placeOf = ({ orgUnit }: Figure) => (orgUnit === report.orgUnit ? undefined : nameOf(orgUnit));
  const printed = report.figures.flatMap((figure, index) => [
    ...describe(figure, placeOf(figure), mentions.get(index) ?? []),
    ...operandsBehind(figure).flatMap((operand) => describe(operand, placeOf(operand), [])),
  ]);
  return [...new Map(printed.map((figure) => [nameFigure(figure), figure])).values()];
}

/** One figure is one thing; a mention is kept where there is one. */
function nameFigure({ label, role, value, unit, breakdown, span, mentions }: KnownFigure): string {
  return [label, role, value, unit, breakdown, span, mentions && mentions.map(({ paragraph, start }) => `${start} ${paragraph}`).join("|")].join("|"); // prettier-ignore
}

function describe(figure: Figure, place: string | undefined, mentions: readonly FigureMention[]): KnownFigure[] {
  const role = knownRole(figure);
  if (role === undefined || figure.value === undefined) return [];
  const breakdown = [...cellWords(figure.breakdown), ...(place === undefined ? [] : [place])].join(", ");
  const span = spanOf(figure);
  const known: KnownFigure = {
    label: figure.role === "percent_of_plan" ? `Mức thực hiện kế hoạch: ${figure.name.vi}` : figure.name.vi,
    role,
    value: figure.value.round(6).toFixed(),
    unit: figure.unit,
    ...(breakdown && { breakdown }),
    ...(span && { span }),
    ...(mentions.length > 0 && { mentions }),
  };
  const isPopulation = figure.key.startsWith("population.") && (figure.role === "stock" || figure.role === "denominator");
  return isPopulation && breakdown === "" ? [known, { label: known.label, role: "population", value: known.value, unit: figure.unit }] : [known];
} // prettier-ignore

/** A percentage of plan without a plan is a figure in its own right; all else that compares follows from what it compares. */
function knownRole({ role, provenance }: Figure): KnownFigure["role"] | undefined {
  if (role === "plan" || role === "prior_year") return role;
  if (role === "percent_of_plan") return provenance.kind === "stated" ? "actual" : undefined;
  return role.startsWith("growth_") ? undefined : "actual";
}

/** The value of one month beside that of the period; an earlier value of a whole year beside that of the same period. */
function spanOf({ role, period }: Figure): KnownFigure["span"] {
  const type = periodType(period);
  if (type === "month") return "month";
  return role === "prior_year" && type === "year" ? "year" : undefined;
}

/** The plan or the earlier value that a percentage or change was computed with. */
function operandsBehind({ role, against, provenance }: Figure): readonly Figure[] {
  const base = provenance.kind === "computed" ? provenance.operands[1] : undefined;
  if (base === undefined) return [];
  if (role === "percent_of_plan") return [{ ...base, role: "plan" }];
  if (!role.startsWith("growth_")) return [];
  return [{ ...base, role: against === "plan" ? "plan" : "prior_year" }];
}

function cellWords(breakdown: Disaggregation): readonly string[] {
  return Object.entries(breakdown).map(([dimension, cell]) =>
    dimension === "tier" ? `tuyến ${cell}` : cell,
  );
}

/** Every paragraph that prints a figure as a number, by the figure's place in the report. */
function findMentions({ sections }: Report): ReadonlyMap<number, readonly FigureMention[]> {
  const mentions = new Map<number, FigureMention[]>();
  let heading = "";
  for (const { title, layout, paragraphs } of sections) {
    // A section without a title of its own stands under the one before.
    if (layout !== "untitled") heading = title;
    for (const paragraph of paragraphs)
      for (const [figure, mention] of mentionsIn(paragraph, heading))
        mentions.set(figure, [...(mentions.get(figure) ?? []), mention]);
  }
  return mentions;
}

function mentionsIn({ sentences }: Paragraph, heading: string): readonly (readonly [number, FigureMention])[] {
  const spans = sentences.flatMap((sentence, index) => [...(index > 0 ? [{ text: " ", figure: undefined }] : []), ...sentence.spans]);
  const textOf = (from: number, to?: number) => spans.slice(from, to).map(({ text }) => text).join("");
  return spans.flatMap(({ text, figure }, index) => {
    // "không có trường hợp tử vong" would be "có 02 trường hợp tử vong".
    const asNumber = text.replace(/^không có (?=\D+$)/, "có 0 ");
    const digit = asNumber.search(/\d/);
    if (figure === undefined || digit < 0) return [];
    const before = textOf(0, index);
    const paragraph = `${before}${asNumber}${textOf(index + 1)}`.normalize("NFC");
    return [[figure, { heading, paragraph, start: before.normalize("NFC").length + digit }] as const];
  });
} // prettier-ignore
