import type { FigureDetail, FigureNode, PublishedFigure } from "#contract/figure.ts";
import type { FigureRole } from "#domain/figure.ts";
import { yearOf } from "#domain/period.ts";
import { useTexts } from "../language.tsx";
import { compareValues, type Comparison } from "../report/comparison-bars.ts";
import { Icon } from "./icon.tsx";

interface ComparisonSectionProps {
  readonly figure: PublishedFigure;
  readonly detail: FigureDetail;
}

/** Levels are held against last year and the plan; a change or a plan already is a comparison. */
const levels = new Set<FigureRole>(["actual", "cumulative", "stock", "percent", "rate"]);

export function ComparisonSection({ figure, detail }: ComparisonSectionProps) {
  const { panel } = useTexts();
  if (!levels.has(figure.role)) return null;
  const { lastYear, plan } = detail;
  const comparison = compareLevels(detail);
  return (
    <section>
      <h3>{panel.comparison}</h3>
      {comparison && <ComparisonBars comparison={comparison} />}
      {lastYear && <DerivedNote node={lastYear} />}
      <p className="plan-line">
        {comparison?.planShare !== undefined && <span className="plan-key" aria-hidden="true" />}
        <span>{panel.plan}</span> <PlanValue plan={plan} />
      </p>
    </section>
  );
}

/** One bar a year, and the plan as a mark where it counts the same thing; nothing to draw for a number alone. */
function compareLevels({ figure, lastYear, plan }: FigureDetail): Comparison | undefined {
  const compared = [figure, ...(lastYear ? [lastYear] : [])]
    .filter(({ value }) => value !== null)
    .map(({ value, text, period }) => ({ name: String(yearOf(period)), text, value: Number(value) }));
  const samePlan = plan && plan.value !== null && plan.unit === figure.unit ? Number(plan.value) : undefined;
  if (figure.value === null || compared.length + (samePlan === undefined ? 0 : 1) < 2) return undefined;
  return compareValues(compared, { unit: figure.unit, plan: samePlan });
}

function ComparisonBars({ comparison: { bars, planShare } }: { readonly comparison: Comparison }) {
  return (
    <dl className="bars">
      {bars.map(({ name, text, share }) => (
        <div key={name} className="bar-row">
          <dt>{name}</dt>
          <div className="bar-track" aria-hidden="true">
            <div className="bar-fill" style={{ width: `${share * 100}%` }} />
            {planShare !== undefined && <div className="bar-plan" style={{ left: `${planShare * 100}%` }} />}
          </div>
          <dd lang="vi">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Last year's number may be printed nowhere; then it says how it was come by. */
function DerivedNote({ node: { origin, period } }: { readonly node: FigureNode }) {
  const { origin: words } = useTexts();
  if (origin.kind !== "reported" || !origin.derived) return null;
  return (
    <p className="quiet">
      {yearOf(period)}: {origin.note === undefined ? words.derived : <span lang="vi">{origin.note}</span>}
    </p>
  );
}

function PlanValue({ plan }: { readonly plan: FigureNode | undefined }) {
  const { panel } = useTexts();
  if (!plan || plan.value === null) {
    return (
      <>
        <span className="pill" data-state="missing">
          <Icon name="missing" />
          {panel.planMissing}
        </span>{" "}
        <small className="quiet">{panel.planHint}</small>
      </>
    );
  }
  return (
    <>
      <b lang="vi">{plan.text}</b>{" "}
      {plan.origin.kind === "target" && <small className="quiet">{panel.setBy(plan.origin.setBy)}</small>}
    </>
  );
}
