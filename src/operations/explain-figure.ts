import { publishFigure, type FigureDetail, type FigureNode, type FigureOrigin, type FigureQuery, type Source } from "#contract/figure.ts"; // prettier-ignore
import { optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import { cellName, type Citation, type DataValue } from "#domain/data-value.ts";
import type { FigureFacts } from "#domain/figure-facts.ts";
import type { Figure, FigureRequest, Provenance } from "#domain/figure.ts";
import { parsePeriod, samePeriodLastYear } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { resolveFiguresWith } from "#domain/resolve-figure.ts";
import { fits, listStatementsOf } from "#domain/statement.ts";
import { listDataValueVersions } from "#store/data-values.ts";
import { listHandedInCells } from "#store/handed-in-values.ts";
import { listSourceDocuments } from "#store/source-documents.ts";
import { formulaInWords } from "#wording/formula.ts";
import { printFigure } from "#wording/figure-text.ts";
import { periodName } from "#wording/period.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { loadFacts } from "./load-facts.ts";

/** Answers "says who?": a figure with everything behind it, last year, its plan, and what documents print for it. */
export async function explainFigure(context: Context, query: FigureQuery): Promise<FigureDetail> {
  const request = readRequest(query);
  allow(context, "read-figures", { orgUnit: request.orgUnit });
  const [facts, documents] = await Promise.all([
    loadFacts(context, request.period, query.illustrative ? "illustrative" : "reported"),
    listSourceDocuments(context.db, context.province),
  ]);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const resolve = resolveFiguresWith(facts);
  const figure = resolve(request);
  const awaits = await findAwaiting(context, [...reportedBehind(figure)]);
  const node = (of: Figure) => describeFigure(of, { facts, titles, awaits });
  const formula = formulaInWords(figure);
  return {
    figure: node(figure),
    orgUnitName: nameOf(facts, figure.orgUnit) ?? figure.orgUnit,
    periodName: periodName(figure.period),
    ...(formula && { formula }),
    ...lastYearAndPlan(figure, request, resolve, node),
    statements: listStatementsOf(facts, figure).map((statement) => ({
      text: statement.text,
      agrees: figure.value !== undefined && fits(statement, figure.value),
      note: statement.note,
      source: sourceOf(statement.citation, titles),
    })),
    history: await listHistory(context, figure, facts),
  };
}

function readRequest(query: FigureQuery): FigureRequest {
  const period = parsePeriod(query.period);
  const breakdown = parseOptionCombo(query.breakdown);
  if (!period) throw new Refusal("unknown-period", { period: query.period });
  if (!breakdown) throw new Refusal("unreadable-breakdown", { breakdown: query.breakdown });
  const { key, role, orgUnit, against, anchor } = query;
  return { key, role, period, orgUnit, breakdown, ...(against && { against }), ...(anchor && { anchor }) };
}

const levelRoles = ["actual", "cumulative", "stock", "percent", "rate", "denominator"];

/** Levels are shown beside last year and the plan; a change or a plan already is a comparison. */
function lastYearAndPlan(
  figure: Figure,
  request: FigureRequest,
  resolve: (request: FigureRequest) => Figure,
  node: (figure: Figure) => FigureNode,
): Pick<FigureDetail, "lastYear" | "plan"> {
  if (!levelRoles.includes(figure.role)) return {};
  const lastYear = resolve({ ...request, role: "prior_year", period: samePeriodLastYear(request.period) });
  const plan = resolve({ ...request, role: "plan" });
  return {
    ...(lastYear.value !== undefined && { lastYear: node(lastYear) }),
    ...(plan.value !== undefined && { plan: node(plan) }),
  };
}

/** What is known of a figure's surroundings while it is described. */
interface Known {
  readonly facts: FigureFacts;
  readonly titles: ReadonlyMap<string, string>;
  /** What handed-in values wait for, by `cellName`. */
  readonly awaits: ReadonlyMap<string, "approval" | "correction">;
}

/** Every reported value on the way down from a figure. */
function* reportedBehind({ provenance }: Figure): Generator<DataValue> {
  if (provenance.kind === "reported") yield provenance.value;
  if (provenance.kind === "parts") for (const part of provenance.parts) yield* reportedBehind(part);
  if (provenance.kind === "computed" || provenance.kind === "missing")
    for (const operand of provenance.operands) yield* reportedBehind(operand);
}

/** Which of the values are provisional because their form still waits: for a tier, or for the unit's correction. */
async function findAwaiting(
  { db, province }: Context,
  values: readonly DataValue[],
): Promise<Known["awaits"]> {
  const estimates = values.filter(({ estimate, source }) => estimate === true && source === "reported");
  if (estimates.length === 0) return new Map();
  const cells = await listHandedInCells(db, province, estimates);
  return new Map(
    cells.map((cell) => [cellName(cell), cell.state === "returned" ? "correction" : "approval"]),
  ); // prettier-ignore
}

function describeFigure(figure: Figure, known: Known): FigureNode {
  const { facts } = known;
  const published = publishFigure({ ...figure, text: printFigure(figure, "unit") }, figure.period);
  const qualifier = figure.qualifier && { qualifier: figure.qualifier };
  return {
    ...published,
    name: figure.name,
    orgUnitName: nameOf(facts, figure.orgUnit) ?? figure.orgUnit,
    ...qualifier,
    origin: originOf(figure.provenance, known),
  };
}

function originOf(provenance: Provenance, known: Known): FigureOrigin {
  const { facts, titles, awaits } = known;
  const nodes = (figures: readonly Figure[]) => figures.map((figure) => describeFigure(figure, known));
  switch (provenance.kind) {
    case "reported": {
      const { value } = provenance;
      return {
        kind: "reported",
        reportedBy: value.reportedBy && (nameOf(facts, value.reportedBy) ?? value.reportedBy),
        basis: value.basis,
        derived: value.derived ?? false,
        estimate: value.estimate ?? false,
        awaits: awaits.get(cellName(value)),
        note: value.note,
        source: value.citation && sourceOf(value.citation, titles),
        enteredBy: value.enteredBy && userName(value.enteredBy),
        enteredAt: value.enteredAt,
      };
    }
    case "target": {
      const { setBy, derived = false, note, citation } = provenance.target;
      return { kind: "target", setBy, derived, note, source: citation && sourceOf(citation, titles) };
    }
    case "stated":
      return {
        kind: "stated",
        note: provenance.statement.note,
        source: sourceOf(provenance.statement.citation, titles),
      };
    case "computed":
    case "missing":
      return { ...provenance, operands: nodes(provenance.operands) };
    case "parts":
      return {
        kind: "parts",
        over: provenance.over,
        expected: provenance.expected,
        operands: nodes(provenance.parts),
      };
    case "org-unit-count":
      return provenance;
  }
}

function sourceOf({ document, section, quote }: Citation, titles: ReadonlyMap<string, string>): Source {
  return { document, title: titles.get(document) ?? document, section, quote };
}

function nameOf(facts: FigureFacts, uid: string): string | undefined {
  return facts.orgUnits.find((unit) => unit.uid === uid)?.fullName;
}

async function listHistory(
  { db, province }: Context,
  figure: Figure,
  facts: FigureFacts,
): Promise<FigureDetail["history"]> {
  const element = facts.findElement(figure.key, figure.role);
  if (!element || figure.provenance.kind !== "reported") return [];
  const versions = await listDataValueVersions(db, province, {
    element: element.id,
    period: figure.provenance.value.period,
    orgUnit: figure.orgUnit,
    optionCombo: optionCombo(figure.breakdown),
  });
  return versions
    .toReversed()
    .map(({ value, at, by, reason }) => ({ value: value?.toFixed() ?? null, at, by: userName(by), reason }));
}
