import { useState } from "react";
import type { Overview } from "#contract/overview.ts";
import { barLength, withoutUnit } from "../../directives/overview-bars.ts";
import { printValue } from "../../figures/cell-text.ts";
import { Icon } from "../icon.tsx";
import { DirectIndicator } from "./direct-indicator.tsx";
import { useOverviewTexts } from "./use-overview-texts.ts";

type Plan = Overview["plans"][number];

interface PlanBarsProps {
  readonly overview: Overview;
  readonly mayDirect: boolean;
}

/** What is done of the year's plan, the slowest first, against the share of the year that has passed. */
export function PlanBars({ overview, mayDirect }: PlanBarsProps) {
  const { plans: texts } = useOverviewTexts();
  const { plans, elapsed, limits } = overview;
  const mark = elapsed * 100;
  const percent = (value: number) => printValue(String(value), "");
  return (
    <section className="overview-card" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.mark(percent(mark))}</p>
      {plans.length === 0 && <p>{texts.noPlans}</p>}
      <ul className="plan-bars">
        {plans.map((plan) => (
          <PlanRow key={plan.key} plan={plan} mark={mark} period={overview.period} mayDirect={mayDirect} />
        ))}
      </ul>
      {plans.length > 0 && <p className="quiet">{texts.limits(percent(limits.behind), percent(limits.farBehind))}</p>}
    </section>
  );
} // prettier-ignore

interface PlanRowProps {
  readonly plan: Plan;
  readonly mark: number;
  readonly period: string;
  readonly mayDirect: boolean;
}

function PlanRow({ plan, mark, period, mayDirect }: PlanRowProps) {
  const { plans: texts } = useOverviewTexts();
  const [isOpen, setOpen] = useState(false);
  const { name, percent, actual, plan: planned, state } = plan;
  const counts = planned && actual ? `${withoutUnit(actual)} / ${planned.text}` : actual?.text;
  const isBehind = state === "behind" || state === "far-behind";
  return (
    <li className={`is-${state}`}>
      <span className="plan-name">{name}</span>
      <span className="plan-track" aria-hidden="true">
        {state !== "no-plan" && (
          <span className="plan-bar" style={{ width: `${barLength(percent.value)}%` }} />
        )}
        <span className="plan-mark" style={{ left: `${mark}%` }} />
      </span>
      <b className="plan-percent">
        {isBehind && (
          <>
            <Icon name="deviating" />
            <span className="visually-hidden">{texts.states[state]}: </span>
          </>
        )}
        {state === "no-plan" ? texts.noPlan : percent.text}
      </b>
      <span className="plan-counts">{counts}</span>
      {mayDirect && isBehind && (
        <button
          type="button"
          className="link plan-direct"
          aria-expanded={isOpen}
          aria-label={`${texts.direct}: ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.direct}
        </button>
      )}
      {isOpen && <DirectIndicator plan={plan} period={period} onClose={() => setOpen(false)} />}
    </li>
  );
}
