import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo } from "react";
import type { Overview } from "#contract/overview.ts";
import { periodEnd } from "#domain/period.ts";
import { may, sessionQuery } from "../accounts/accounts-api.ts";
import { reportPeriodsQuery } from "../api.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { ChangeTable } from "../components/overview/change-table.tsx";
import { NotReported, OverdueTasks, ReportState } from "../components/overview/overview-side.tsx";
import { PlanBars } from "../components/overview/plan-bars.tsx";
import { useOverviewTexts } from "../components/overview/use-overview-texts.ts";
import { overviewQuery } from "../directives/directives-api.ts";
import { neighbour } from "../directives/overview-bars.ts";
import "../styles/overview.css";

/** The director's page: five minutes with a thumb, or one sheet of paper. */
export function OverviewPage() {
  const texts = useOverviewTexts();
  const navigate = useNavigate();
  const { ky } = useSearch({ from: "/lanh-dao" });
  const { data: known } = useQuery(reportPeriodsQuery);
  const periods = useMemo(
    () =>
      [...new Set((known?.periods ?? []).filter(({ illustrative }) => !illustrative).map(({ period }) => period))]
        .toSorted((a, b) => (periodEnd(a) < periodEnd(b) ? -1 : 1)),
    [known],
  ); // prettier-ignore
  const period = ky ?? periods.at(-1);
  const choose = useCallback(
    (next: string | undefined) => next !== undefined && void navigate({ to: "/lanh-dao", search: { ky: next } }),
    [navigate],
  ); // prettier-ignore
  useEffect(() => {
    document.title = `${texts.pageTitle} – Tuyến`;
  }, [texts]);
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || period === undefined) return;
      if (target instanceof HTMLElement && target.closest("input, textarea, select")) return;
      if (key.toLowerCase() === "p") print();
      else if (key === "ArrowLeft") choose(neighbour(periods, period, -1));
      else if (key === "ArrowRight") choose(neighbour(periods, period, 1));
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [periods, period, choose]);
  if (known && period === undefined)
    return (
      <div className="notice">
        <h1>{texts.none}</h1>
        <p>{texts.noneHint}</p>
      </div>
    );
  if (period === undefined) return <p className="panel-note">{texts.loading}</p>;
  return <Page key={period} period={period} periods={periods} onChoose={choose} />;
}

interface PageProps {
  readonly period: string;
  readonly periods: readonly string[];
  readonly onChoose: (period: string) => void;
}

function Page({ period, periods, onChoose }: PageProps) {
  const texts = useOverviewTexts();
  const mayDirect = may(useQuery(sessionQuery).data?.user, "give-directives");
  const { data, error, refetch } = useQuery(overviewQuery(period));
  const all = [...new Set([...periods, period])];
  return (
    <div className="overview-page">
      <header className="overview-head">
        <div>
          <h1>{data?.periodName ?? texts.periodName(period)}</h1>
          {data && <States overview={data} />}
        </div>
        <div className="overview-tools">
          <label className="unit-picker">
            {texts.period}
            <select value={period} onChange={(event) => onChoose(event.target.value)}>
              {all.toReversed().map((each) => (
                <option key={each} value={each}>
                  {texts.periodName(each)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => print()}>
            {texts.print}
          </button>
        </div>
      </header>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {!data && !error && <p className="panel-note">{texts.loading}</p>}
      {data && (
        <>
          <Sentences overview={data} />
          <div className="overview-columns">
            <div>
              <PlanBars overview={data} mayDirect={mayDirect} />
              <ChangeTable overview={data} />
            </div>
            <div>
              <OverdueTasks overview={data} />
              <NotReported overview={data} />
              <ReportState overview={data} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

/** How sure the numbers of the page are. */
function States({ overview: { figures, period } }: { readonly overview: Overview }) {
  const { states, asOf, day } = useOverviewTexts();
  return (
    <p className="overview-states">
      <span>{asOf(day(periodEnd(period)))}</span>
      {figures.confirmed > 0 && (
        <span className="is-sure">
          <Icon name="confirmed" /> {states.confirmed(figures.confirmed)}
        </span>
      )}
      {figures.provisional > 0 && (
        <span>
          <Icon name="provisional" /> {states.provisional(figures.provisional)}
        </span>
      )}
      {figures.missing > 0 && (
        <span className="is-doubtful">
          <Icon name="missing" /> {states.missing(figures.missing)}
        </span>
      )}
    </p>
  );
}

function Sentences({ overview: { sentences } }: { readonly overview: Overview }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="overview-sentences">
      {sentences.map(({ topic, text }) => (
        <li key={topic}>{text}</li>
      ))}
    </ul>
  );
}
