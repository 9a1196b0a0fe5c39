import { optionCombo } from "./breakdown.ts";
import type { DataElement } from "./data-element.ts";
import type { Target } from "./data-value.ts";
import { decimal, divide } from "./decimal.ts";
import { unitOf, type FigureFacts } from "./figure-facts.ts";
import type { Figure, FigureRequest, MissingReason, Provenance } from "./figure.ts";
import { measureWith } from "./measure.ts";
import { periodEnd, previousPeriod, samePeriodLastYear, yearPeriod } from "./period.ts";
import { Refusal } from "./refusal.ts";
import { fits, listStatementsOf } from "./statement.ts";

/**
 * Answers figure requests from the facts. A figure that cannot be computed falls back on what a document states for
 * it; one that can is held against the statement. Refuses an unknown key (`unknown-key`).
 */
export function resolveFiguresWith(facts: FigureFacts): (request: FigureRequest) => Figure {
  const measure = measureWith(facts);

  function resolve(request: FigureRequest): Figure {
    const element = facts.findElement(request.key, request.role);
    if (!element) throw new Refusal("unknown-key", { key: request.key });
    return heldAgainstStatement({ ...compute(request, element), role: request.role });
  }

  function compute(request: FigureRequest, element: DataElement): Figure {
    switch (request.role) {
      case "plan":
        return plan(request, element);
      case "percent_of_plan":
        return percentOfPlan(request, element);
      case "share":
        return share(request, element);
      case "growth_abs":
      case "growth_percent":
      case "growth_points":
        return growth(request, element);
      default:
        return level(request, element);
    }
  }

  function level(request: FigureRequest, element: DataElement): Figure {
    const { period, orgUnit, breakdown, role } = request;
    const isStockOfLastYear = role === "prior_year" && element.timeNature === "stock";
    const anchor = request.anchor ?? (isStockOfLastYear ? "day" : undefined);
    return { ...measure(element, breakdown, period, orgUnit), period, ...(anchor && { anchor }) };
  }

  /** The plan of money disbursed is the budget: there is one figure for it, under the budget's name. */
  function plan(request: FigureRequest, element: DataElement): Figure {
    const planned = element.planOf === undefined ? undefined : facts.elementById(element.planOf);
    if (planned) return plan({ ...request, key: planned.key }, planned);
    const target = findTarget(request, element);
    const unit = unitOf(element, request.breakdown);
    const year = yearPeriod(request.period);
    if (!target) return derive({ ...request, period: year }, element, unit, lacking("plan-missing"));
    return {
      ...derive({ ...request, period: target.period }, element, unit, { kind: "target", target }),
      value: target.value,
      state: "confirmed",
    };
  }

  function findTarget(request: FigureRequest, element: DataElement): Target | undefined {
    const combo = optionCombo(request.breakdown);
    return (
      facts.findTarget(element.id, combo, request.period, request.orgUnit) ??
      facts.findTarget(element.id, combo, yearPeriod(request.period), request.orgUnit)
    );
  }

  function percentOfPlan(request: FigureRequest, element: DataElement): Figure {
    const actual = level(request, element);
    const planned = plan({ ...request, role: "plan" }, element);
    const operands = [actual, { ...planned, role: "plan" as const }];
    if (planned.value === undefined) return derive(request, element, "%", lacking("plan-missing", operands));
    return percentage(request, element, operands);
  }

  function share(request: FigureRequest, element: DataElement): Figure {
    const whole = measure(element, {}, request.period, request.orgUnit);
    return percentage(request, element, [level(request, element), whole]);
  }

  function percentage(request: FigureRequest, element: DataElement, operands: readonly Figure[]): Figure {
    const [part, whole] = operands;
    if (part?.value === undefined || whole?.value === undefined) {
      return derive(request, element, "%", lacking("operand-missing", operands));
    }
    const value = divide(part.value.times(100), whole.value);
    if (value === undefined) return derive(request, element, "%", lacking("division-by-zero", operands));
    const provenance: Provenance = { kind: "computed", operation: "ratio", operands, factor: 100 };
    return { ...derive(request, element, "%", provenance), value, state: part.state, asOf: part.asOf };
  }

  function growth(request: FigureRequest, element: DataElement): Figure {
    const current = level(request, element);
    const base = baseOf(request, element);
    const operands = [current, base];
    const isRelative = request.role === "growth_percent";
    const unit = isRelative ? "%" : current.unit;
    if (current.value === undefined)
      return derive(request, element, unit, lacking("operand-missing", operands));
    if (base.value === undefined) return derive(request, element, unit, lacking("base-missing", operands));
    const change = current.value.minus(base.value);
    const value = isRelative ? divide(change.times(100), base.value) : change;
    if (value === undefined) return derive(request, element, unit, lacking("base-zero", operands));
    const provenance: Provenance = {
      kind: "computed",
      operation: isRelative ? "relative-change" : "change",
      operands,
    };
    return { ...derive(request, element, unit, provenance), value, state: current.state, asOf: current.asOf };
  }

  function baseOf(request: FigureRequest, element: DataElement): Figure {
    if (request.against === "plan") return { ...plan({ ...request, role: "plan" }, element), role: "plan" };
    const measured = measure(element, request.breakdown, basePeriod(request), request.orgUnit);
    return request.against === undefined || request.against === "same_period"
      ? { ...measured, role: "prior_year", period: basePeriod(request) }
      : { ...measured, period: basePeriod(request) };
  }

  /** Computing over too few months must not push aside what a document states for the whole period. */
  function heldAgainstStatement(figure: Figure): Figure {
    const statements = listStatementsOf(facts, figure);
    const [statement] = statements;
    if (!statement) return figure;
    const { value } = figure;
    if (value === undefined || hasGaps(figure)) {
      const state = statement.estimate ? "provisional" : "confirmed";
      return { ...figure, value: statement.value, state, provenance: { kind: "stated", statement } };
    }
    const stated = statements.find((printed) => !fits(printed, value));
    if (stated) return { ...figure, stated };
    return hasDerivedBase(figure) ? { ...figure, decimals: statement.decimals } : figure;
  }

  return resolve;
}

/** The period a comparison is made with. */
export function basePeriod({ period, against }: Pick<FigureRequest, "period" | "against">): string {
  if (against === "previous_period") return previousPeriod(period);
  if (against === "previous_year") return yearPeriod(samePeriodLastYear(period));
  return samePeriodLastYear(period);
}

/** Whether some months or half-years are lacking in a sum over time, here or in an operand. */
export function hasGaps({ provenance }: Figure): boolean {
  if (provenance.kind === "computed") return provenance.operands.some(hasGaps);
  if (provenance.kind !== "parts") return false;
  return (
    (provenance.expected !== undefined && provenance.parts.length < provenance.expected) ||
    provenance.parts.some(hasGaps)
  );
}

function hasDerivedBase({ provenance }: Figure): boolean {
  const base = provenance.kind === "computed" ? provenance.operands[1]?.provenance : undefined;
  return (
    (base?.kind === "reported" && base.value.derived) ||
    (base?.kind === "target" && base.target.derived) ||
    false
  );
}

function lacking(reason: MissingReason, operands: readonly Figure[] = []): Provenance {
  return { kind: "missing", reason, operands };
}

/** A figure of this request without a value yet. */
function derive(request: FigureRequest, element: DataElement, unit: string, provenance: Provenance): Figure {
  return {
    ...request,
    name: element.name,
    value: undefined,
    unit,
    state: "missing",
    asOf: periodEnd(request.period),
    provenance,
  };
}

/** A quotient as text carries 40 decimals; nobody needs more than 20 to round anything once. */
export function plainText(value: NonNullable<Figure["value"]>): string {
  return decimal(value.round(20).toFixed()).toFixed();
}
