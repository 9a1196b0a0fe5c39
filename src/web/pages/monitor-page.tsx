import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import type { ApproveAnswer, MatrixCell, SubmissionMatrix } from "#contract/submission.ts";
import { previousPeriod } from "#domain/period.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { PageHelp } from "../components/help/page-help.tsx";
import { Icon } from "../components/icon.tsx";
import { CompletenessTable } from "../components/monitor/completeness-table.tsx";
import { lookIcons, Matrix } from "../components/monitor/matrix.tsx";
import { RemindButton } from "../components/monitor/remind-button.tsx";
import { SubmissionPanel } from "../components/monitor/submission-panel.tsx";
import { useMonitorTexts } from "../components/monitor/use-monitor-texts.ts";
import {
  countLooks,
  listSilent,
  listUsual,
  looks,
  nextWaiting,
  type Look,
} from "../monitor/matrix-filters.ts";
import { approve, matrixQuery, withdraw } from "../monitor/monitor-api.ts";
import { useLanguage } from "../language.tsx";
import "../styles/monitor.css";

/** By the clock of this machine, when the page was opened. */
const thisMonth = new Date().toISOString().slice(0, 7);

/** Who has handed in what: a matrix of units and forms, and one submission beside it. */
export function MonitorPage() {
  const { ky, trong } = useSearch({ from: "/theo-doi" });
  const navigate = useNavigate();
  const texts = useMonitorTexts();
  const period = ky ?? previousPeriod(thisMonth);
  const { data, error, refetch } = useQuery(matrixQuery(period, trong));
  useEffect(() => {
    document.title = `${texts.pageTitle} – Tuyến`;
  }, [texts]);
  const choosePeriod = (next: string) =>
    void navigate({ to: "/theo-doi", search: { ky: next, ...(trong !== undefined && { trong }) } });
  return (
    <div className="monitor-page">
      <header className="form-head">
        <div>
          <h1>{texts.title(period)}</h1>
          <PageHelp page="monitor" />
          {data && (
            <p className="facts">
              <span>{texts.size(data.orgUnits.length, data.dataSets.length, data.cells.length)}</span>
            </p>
          )}
        </div>
        <PeriodChoice period={period} onChoose={choosePeriod} />
      </header>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {data?.cells.length === 0 && (
        <div className="notice-small">
          <p>{texts.empty(period)}</p>
          <p className="quiet">{texts.emptyHint}</p>
        </div>
      )}
      {data && data.cells.length > 0 && <Board key={period} matrix={data} />}
      {data && data.cells.length > 0 && <CompletenessTable period={period} within={trong} />}
    </div>
  );
}

const offered = 18;

function PeriodChoice({
  period,
  onChoose,
}: {
  readonly period: string;
  readonly onChoose: (period: string) => void;
}) {
  // prettier-ignore
  const texts = useMonitorTexts();
  const periods = Array.from({ length: offered }).reduce<string[]>((list) => [...list, previousPeriod(list.at(-1) ?? thisMonth)], [thisMonth]); // prettier-ignore
  const quarters = [...new Set(periods.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`))]; // prettier-ignore
  const all = [...new Set([period, ...periods, ...quarters])];
  return (
    <label className="unit-picker">
      {texts.period}
      <select value={period} onChange={(event) => onChoose(event.target.value)}>
        {all.map((each) => (
          <option key={each} value={each}>
            {texts.periodName(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Board({ matrix }: { readonly matrix: SubmissionMatrix }) {
  const texts = useMonitorTexts();
  const queries = useQueryClient();
  const [shown, setShown] = useState<Look>();
  const [chosen, setChosen] = useState<MatrixCell>();
  const [answer, setAnswer] = useState<ApproveAnswer>();
  const refresh = useCallback(() => {
    for (const name of ["matrix", "submission", "comparison", "completeness", "todo"])
      void queries.invalidateQueries({ queryKey: [name] });
  }, [queries]);
  const current = chosen && matrix.cells.find((cell) => cell.orgUnit === chosen.orgUnit && cell.dataSet === chosen.dataSet); // prettier-ignore

  const approveCells = useCallback(
    async (cells: readonly { readonly cell: MatrixCell; readonly version: number }[], onlyUsual: boolean) => {
      const items = cells.map(({ cell, version }) => ({ dataSet: cell.dataSet, orgUnit: cell.orgUnit, period: matrix.period, version })); // prettier-ignore
      setAnswer(await approve({ id: crypto.randomUUID(), onlyUsual, items }));
      refresh();
    },
    [matrix.period, refresh],
  );
  const approveOne = useCallback(
    async (cell: MatrixCell, version: number) => {
      const next = nextWaiting(matrix.cells, cell);
      await approveCells([{ cell, version }], false);
      setChosen(next);
    },
    [matrix, approveCells],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select")) return;
      if (event.key === "Escape") setChosen(undefined);
      if (event.key.toLowerCase() === "d" && !event.ctrlKey && !event.metaKey && current?.status === "submitted")
        void approveOne(current, current.version).catch(() => refresh());
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [current, approveOne, refresh]); // prettier-ignore

  const counts = countLooks(matrix.cells);
  const usual = listUsual(matrix.cells);
  return (
    <>
      <fieldset className="look-counts" aria-label={texts.show}>
        {looks.map((look) => {
          const count = counts.get(look) ?? 0;
          if (count === 0) return null;
          return (
            <button
              key={look}
              type="button"
              className={`is-${look}`}
              aria-pressed={shown === look}
              onClick={() => setShown(shown === look ? undefined : look)}
            >
              <Icon name={lookIcons[look]} /> {texts.looks[look](count)}
            </button>
          );
        })}
      </fieldset>
      {answer && <Answer answer={answer} onUndone={refresh} />}
      <div className={current ? "monitor-columns has-submission" : "monitor-columns is-wide"}>
        <div className="matrix-card">
          <Matrix matrix={matrix} shown={shown} chosen={current} onChoose={setChosen} />
          <div className="matrix-foot">
            <p>{usual.length > 0 && texts.usual(usual.length)}</p>
            {usual.length > 0 && (
              <ApproveMany
                count={usual.length}
                onApprove={() => approveCells(usual.map((cell) => ({ cell, version: cell.version })), true)}
              />
            )}
            <RemindButton period={matrix.period} orgUnits={listSilent(matrix.cells)} />
          </div>
        </div>
        {current && (
          <SubmissionPanel
            key={`${current.orgUnit} ${current.dataSet}`}
            matrix={matrix}
            cell={current}
            onApprove={approveOne}
            onChanged={refresh}
            onClose={() => setChosen(undefined)}
          />
        )}
      </div>
    </>
  );
} // prettier-ignore

/** Approving many asks once more; what is unusual is left out by the server whatever the screen showed. */
function ApproveMany({
  count,
  onApprove,
}: {
  readonly count: number;
  readonly onApprove: () => Promise<void>;
}) {
  // prettier-ignore
  const texts = useMonitorTexts();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {texts.approveMany(count)}
      </button>
    );
  return (
    <fieldset className="ask-again" aria-label={texts.confirmMany(count)}>
      {texts.confirmMany(count)}
      <button
        type="button"
        className="button is-primary"
        onClick={() => void onApprove().finally(() => setAsking(false))}
      >
        {texts.yes}
      </button>
      <button type="button" className="button" onClick={() => setAsking(false)}>
        {texts.cancel}
      </button>
    </fieldset>
  );
}

function Answer({ answer, onUndone }: { readonly answer: ApproveAnswer; readonly onUndone: () => void }) {
  const texts = useMonitorTexts();
  const { language } = useLanguage();
  const [undone, setUndone] = useState<number>();
  const undo = async () => {
    const { withdrawn } = await withdraw(answer.id);
    setUndone(withdrawn.length);
    onUndone();
  };
  return (
    <div className="strip is-good">
      <div aria-live="polite">
        <p>{undone === undefined ? texts.approved(answer.approved.length) : texts.undone(undone)}</p>
        {answer.left.length > 0 && (
          <>
            <p>{texts.left(answer.left.length)}</p>
            <ul>
              {answer.left.slice(0, 10).map((each) => (
                <li key={`${each.orgUnit} ${each.dataSet}`}>{each.message[language]}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {undone === undefined && answer.canUndoUntil !== undefined && answer.approved.length > 0 && (
        <button type="button" className="button" onClick={() => void undo()}>
          {texts.undo}
        </button>
      )}
    </div>
  );
}
