import type { Overview } from "#contract/overview.ts";
import { publishFigure, type PublishedFigure } from "#contract/figure.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { FigureFacts } from "#domain/figure-facts.ts";
import type { Figure, FigureRole } from "#domain/figure.ts";
import { naturalRole } from "#domain/measure.ts";
import { lastMonth, monthCount, periodEnd, samePeriodLastYear, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { resolveFiguresWith } from "#domain/resolve-figure.ts";
import { listSubmissions } from "#store/submissions.ts";
import { printFigure, printWithUnit } from "#wording/figure-text.ts";
import { periodName } from "#wording/period.ts";
import { allow } from "./access.ts";
import { buildReport } from "./build-report.ts";
import type { Context } from "./context.ts";
import { getReportingPlan, listExpectedReports } from "./expected-reports.ts";
import { loadFacts } from "./load-facts.ts";
import { countTasks, openTaskBook, publishTaskRow } from "./task-book.ts";

/** Behind is what has reached less than nine tenths of its time, far behind less than seven tenths. */
const slack = { behind: 0.9, farBehind: 0.7 };
/** Below this a percentage of change says nothing; it is told in words. */
const smallBase = 30;
const mostChanges = 8;
const mostInWords = 6;

/** One page for the director about a period; every line is a figure that can be opened. */
export async function viewOverview(context: Context, { period }: { readonly period: Period }): Promise<Overview> {
  const { province, today } = context;
  allow(context, "read-figures", { orgUnit: province });
  const [facts, tasks, notReported, report] = await Promise.all([
    loadFacts(context, period),
    listPressing(context),
    listNotReported(context, period),
    describeReport(context, period),
  ]);
  const ask = askerOf(facts, province, period);
  const elapsed = elapsedOf(period);
  const limits = { behind: elapsed * 100 * slack.behind, farBehind: elapsed * 100 * slack.farBehind };
  const plans = listPlans(facts, province, period, ask, limits);
  const moved = listChanges(facts, ask);
  const shown = [...plans.flatMap(({ actual, percent }) => actual ?? percent), ...moved.changes.map(({ now }) => now)];
  const count = (state: PublishedFigure["state"]) => shown.filter((figure) => figure.state === state).length;
  return {
    today,
    period,
    periodName: periodName(period),
    elapsed,
    figures: { confirmed: count("confirmed"), provisional: count("provisional"), missing: count("missing") },
    sentences: writeSentences(facts, plans, ask),
    plans,
    limits,
    ...moved,
    tasks,
    notReported,
    ...(report && { report }),
  };
} // prettier-ignore

/** The share of the year that has passed when the period ends: the mark that plans are held against. */
function elapsedOf(period: Period): number {
  return Math.min(1, Number(periodEnd(period).slice(5, 7)) / 12 || monthCount(period) / 12);
}

interface Asker {
  readonly ask: (element: DataElement, role: FigureRole) => Figure;
  readonly publish: (figure: Figure, text?: string) => PublishedFigure;
}

function askerOf(facts: FigureFacts, orgUnit: string, period: Period): Asker {
  const resolve = resolveFiguresWith(facts);
  return {
    ask: ({ key }, role) => {
      const of = role === "prior_year" ? samePeriodLastYear(period) : period;
      return resolve({ key, role, period: of, orgUnit, breakdown: {} });
    },
    publish: (figure, text = printWithUnit(figure)) => publishFigure({ ...figure, text }, period),
  };
}

type Plan = Overview["plans"][number];

/** Plans that grow through the year, and shares reached of those whom a year's work is for; the slowest first. */
function listPlans(facts: FigureFacts, orgUnit: string, period: Period, { ask, publish }: Asker, limits: Overview["limits"]): Plan[] {
  const nameOf = (uid: string) => facts.orgUnits.find((unit) => unit.uid === uid)?.name ?? uid;
  const planned = facts.listPlanned(period, orgUnit).filter(addsUp).map((element) => ({
    element,
    percent: ask(element, "percent_of_plan"),
    actual: ask(element, naturalRole(element)),
    plan: ask(element, "plan"),
  }));
  const reached = facts.listElements().flatMap((element) => {
    const parts = partsOfYearlyShare(facts, element);
    const percent = parts && ask(element, naturalRole(element));
    return parts && percent?.value ? [{ element, percent, actual: ask(parts.numerator, naturalRole(parts.numerator)), plan: ask(parts.denominator, naturalRole(parts.denominator)) }] : [];
  });
  const order = ({ percent }: { readonly percent: Figure }) => percent.value?.toNumber() ?? Number.POSITIVE_INFINITY;
  return [...planned, ...reached].toSorted((a, b) => order(a) - order(b)).map(({ element, percent, actual, plan }) => ({
    key: element.key,
    name: element.name.vi,
    ...(actual.value && { actual: publish(actual) }),
    ...(plan.value && { plan: publish(plan) }),
    percent: publish(percent, printFigure(percent, "number")),
    state: stateOfPlan(percent, limits),
    owner: nameOf(element.owner),
  }));
} // prettier-ignore

function stateOfPlan({ value }: Figure, { behind, farBehind }: Overview["limits"]): Plan["state"] {
  if (value === undefined) return "no-plan";
  const reached = value.toNumber();
  return reached < farBehind ? "far-behind" : reached < behind ? "behind" : "fine";
}

/** A share in per cent of those whom the whole year's work is for: it grows like a plan that is worked off. */
function partsOfYearlyShare(
  facts: FigureFacts,
  { formula, unit }: DataElement,
): { readonly numerator: DataElement; readonly denominator: DataElement } | undefined {
  if (formula?.kind !== "ratio" || unit !== "%") return undefined;
  const numerator = facts.elementById(formula.numerator.element);
  const denominator = facts.elementById(formula.denominator.element);
  const isYearly = denominator?.timeNature === "stock" && denominator.collected === "year";
  return numerator && denominator && isYearly && addsUp(numerator) ? { numerator, denominator } : undefined;
}

/** What grows through the year can be held against the time that has passed; stocks and rates cannot. */
function addsUp({ timeNature }: DataElement): boolean {
  return timeNature === "flow" || timeNature === "cumulative";
}

function listChanges(facts: FigureFacts, { ask, publish }: Asker): Pick<Overview, "changes" | "smallBases"> {
  const seen = new Set<string>();
  const moved = facts.listElements().filter((element) => element.valueType === "integer" && !seen.has(element.key) && seen.add(element.key)).flatMap((element) => {
    const now = ask(element, naturalRole(element));
    const before = ask(element, "prior_year");
    const change = ask(element, "growth_percent");
    if (!now.value || !before.value || now.value.eq(before.value)) return [];
    return [{ element, now, before, change, base: before.value.toNumber() }];
  });
  const changes = moved
    .filter(({ base, change }) => base >= smallBase && change.value !== undefined)
    .toSorted((a, b) => Math.abs(b.change.value!.toNumber()) - Math.abs(a.change.value!.toNumber())) // filtered above
    .slice(0, mostChanges)
    .map(({ element, now, before, change }) => ({
      key: element.key,
      name: element.name.vi,
      before: publish(before),
      now: publish(now),
      change: publish(change, printFigure(change, "short")),
    }));
  const smallBases = moved
    .filter(({ base }) => base < smallBase)
    .toSorted((a, b) => difference(b) - difference(a))
    .slice(0, mostInWords)
    .map(({ element, now, before }) => `${element.name.vi}: ${printFigure(before)} → ${printWithUnit(now)}`);
  return { changes, smallBases };
} // prettier-ignore

function difference({ now, before }: { readonly now: Figure; readonly before: Figure }): number {
  return Math.abs((now.value?.toNumber() ?? 0) - (before.value?.toNumber() ?? 0));
}

/** The worst, the money and the volume, each in one sentence made of its figures. */
function writeSentences(facts: FigureFacts, plans: readonly Plan[], asker: Asker): Overview["sentences"] {
  const elementOf = (key: string) => facts.listElements().find((element) => element.key === key);
  const ranked = plans.filter(({ state }) => state !== "no-plan");
  const isMoney = ({ key }: Plan) => elementOf(key)?.valueType === "money";
  const size = ({ actual }: Plan) => Number(actual?.value ?? 0);
  const money = ranked.find(isMoney);
  const worst = ranked.find((row) => !isMoney(row));
  const volume = plans.filter((row) => !isMoney(row) && row.key !== worst?.key).toSorted((a, b) => size(b) - size(a))[0]; // prettier-ignore
  const told = [
    ["worst", worst],
    ["money", money],
    ["volume", volume],
  ] as const;
  return told.flatMap(([topic, row]) => {
    const element = row && elementOf(row.key);
    if (!row || !element) return [];
    const isShare = element.timeNature === "rate";
    const growth = asker.ask(element, isShare ? "growth_points" : "growth_percent");
    const parts = [
      isShare || !row.actual ? `${row.name} ${row.percent.text}` : `${row.name} ${row.actual.text}`,
      ...(isShare || row.state === "no-plan" ? [] : [printFigure(asker.ask(element, "percent_of_plan"))]),
      ...(growth.value ? [printFigure(growth)] : []),
    ];
    return [
      { topic, text: `${parts.join(", ")}.`, figure: isShare ? row.percent : (row.actual ?? row.percent) },
    ];
  });
}

async function listPressing(context: Context): Promise<Overview["tasks"]> {
  const book = await openTaskBook(context);
  const rows = book.tasks.map((task) => publishTaskRow(book, task));
  const overdue = rows.filter(({ status }) => status === "open-overdue");
  const units = [...new Set(overdue.map(({ lead }) => lead?.name ?? ""))].toSorted();
  return {
    counts: countTasks(rows),
    overdue: units.map((unit) => ({
      unit,
      tasks: overdue.filter(({ lead }) => (lead?.name ?? "") === unit),
    })),
  };
}

/** Forms of the period and of its last month that are past their day, and who has not handed them in. */
async function listNotReported(context: Context, period: Period): Promise<Overview["notReported"]> {
  const { db, province, today } = context;
  const periods = [...new Set([lastMonth(period), period])];
  const [plan, submissions] = await Promise.all([
    getReportingPlan(context),
    listSubmissions(db, province, { periods }),
  ]);
  const received = new Set(submissions.filter(({ version }) => version > 0).map(({ dataSet, period: of, orgUnit }) => `${dataSet}|${of}|${orgUnit}`)); // prettier-ignore
  return periods.flatMap((of) =>
    listExpectedReports(plan, of).flatMap(({ dataSet, units, dueOn }) => {
      const missing = units.filter(({ uid }) => !received.has(`${dataSet.id}|${of}|${uid}`));
      if (dueOn >= today || missing.length === 0) return [];
      return [
        {
          dataSet: dataSet.id,
          period: of,
          name: dataSet.shortName.vi,
          dueOn,
          expected: units.length,
          received: units.length - missing.length,
          units: missing.map(({ uid, name }) => ({ uid, name })),
        },
      ];
    }),
  );
}

async function describeReport(context: Context, period: Period): Promise<Overview["report"]> {
  try {
    const { sections, figures } = await buildReport(context, { period });
    const written = sections.filter(({ paragraphs }) => paragraphs.length > 0);
    return {
      sections: written.length,
      empty: written.filter(({ paragraphs }) => paragraphs.every(({ style }) => style === "empty")).length,
      missing: figures.filter(({ state }) => state === "missing").length,
      provisional: figures.filter(({ state }) => state === "provisional").length,
    };
  } catch (error) {
    if (error instanceof Refusal && error.code === "no-template") return undefined; // nobody reports on such a period
    throw error;
  }
}
