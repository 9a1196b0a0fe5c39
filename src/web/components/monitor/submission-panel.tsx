import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ComparedCell, MatrixCell, SubmissionKey, SubmissionMatrix, SubmissionView } from "#contract/submission.ts"; // prettier-ignore
import { ApiError } from "../../api.ts";
import { findingWords } from "../../entry/finding-words.ts";
import { shown } from "../../entry/form-state.ts";
import { useLanguage } from "../../language.tsx";
import { comparisonQuery, reopenForm, returnForm, submissionQuery } from "../../monitor/monitor-api.ts";
import { ErrorNotice } from "../error-notice.tsx";
import { Icon } from "../icon.tsx";
import { wideScreen } from "../use-media-query.ts";
import { useMonitorTexts } from "./use-monitor-texts.ts";

interface SubmissionPanelProps {
  readonly matrix: SubmissionMatrix;
  readonly cell: MatrixCell;
  readonly onApprove: (cell: MatrixCell, version: number) => Promise<void>;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** One submission beside what it can be held against; approving, or sending it back with a reason on a cell. */
export function SubmissionPanel({ matrix, cell, onApprove, onChanged, onClose }: SubmissionPanelProps) {
  const texts = useMonitorTexts();
  const { language } = useLanguage();
  useEffect(() => {
    if (!matchMedia(wideScreen).matches) window.scrollTo(0, 0); // it took the place of the matrix
  }, []);
  const key: SubmissionKey = { dataSet: cell.dataSet, period: matrix.period, orgUnit: cell.orgUnit };
  const view = useQuery(submissionQuery(key));
  const version = view.data?.stand.version ?? 0;
  const comparison = useQuery(comparisonQuery(key, version));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const unit = matrix.orgUnits.find(({ uid }) => uid === cell.orgUnit);
  const form = matrix.dataSets.find(({ id }) => id === cell.dataSet);
  const error = view.error ?? comparison.error;
  const toggle = (name: string) => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  return (
    <section className="submission-panel" aria-label={`${unit?.name} · ${form?.name[language]}`}>
      <header>
        <div>
          <h2>
            {unit?.name} · {form?.name[language]}
          </h2>
          {view.data && <PanelHead view={view.data} changes={comparison.data?.changes ?? []} />}
        </div>
        <button type="button" className="button" onClick={onClose}>
          {texts.panel.close} <kbd>Esc</kbd>
        </button>
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void view.refetch()} isSmall />}
      {view.data && version === 0 && (
        <p className="panel-note">
          {texts.panel.notYet}{" "}
          <Link to="/nhap-lieu/$dataSet/$period/$orgUnit" params={key} search={{}}>
            {texts.panel.open}
          </Link>
        </p>
      )}
      {comparison.data && (
        <ComparisonTable
          cells={comparison.data.cells}
          heads={[key.period, comparison.data.lastPeriod, comparison.data.lastYear]}
          chosen={cell.status === "submitted" ? chosen : undefined}
          onToggle={toggle}
        />
      )}
      {view.data && version > 0 && (
        <Decide
          key={`${cell.orgUnit} ${cell.dataSet} ${version} ${view.data.stand.state}`}
          submission={key}
          view={view.data}
          chosen={chosen}
          onApprove={() => onApprove(cell, version)}
          onChanged={() => {
            setChosen(new Set());
            void view.refetch();
            onChanged();
          }}
        />
      )}
    </section>
  );
}

function PanelHead({ view, changes }: { readonly view: SubmissionView; readonly changes: readonly { readonly cell: string; readonly name: { readonly vi: string; readonly en: string }; readonly from: string | null; readonly to: string | null }[] }) { // prettier-ignore
  const texts = useMonitorTexts();
  const { language } = useLanguage();
  const [latest] = view.versions;
  if (!latest) return null;
  return (
    <p className="facts">
      <span>{texts.panel.handedIn(latest.version, latest.receivedAt)}</span>
      {view.isTimely === false && <span className="is-late">{texts.lateMark}</span>}
      {changes.length > 0 && (
        <span>
          {texts.panel.changed(changes.length)}{" "}
          {changes.slice(0, 5).map((change) => (
            <span key={change.cell}>
              {change.name[language]} <s>{value(change.from, texts.panel.blank)}</s> → {value(change.to, texts.panel.blank)}{" "}
            </span>
          ))}
        </span>
      )}
    </p>
  );
} // prettier-ignore

interface ComparisonTableProps {
  readonly cells: readonly ComparedCell[];
  readonly heads: readonly [string, string, string];
  /** Cells that a return is about; none: it cannot be returned now. */
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onToggle: (cell: string) => void;
}

function ComparisonTable({ cells, heads, chosen, onToggle }: ComparisonTableProps) {
  const texts = useMonitorTexts();
  return (
    <div className="comparison">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.panel.indicator}</th>
            <th scope="col">{texts.panel.now(heads[0])}</th>
            <th scope="col">{texts.panel.now(heads[1])}</th>
            <th scope="col">{texts.panel.difference}</th>
            <th scope="col">{texts.panel.now(heads[2])}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <ComparedRow key={cell.cell} cell={cell} isChosen={chosen?.has(cell.cell)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComparedRow({
  cell,
  isChosen,
  onToggle,
}: {
  readonly cell: ComparedCell;
  readonly isChosen: boolean | undefined;
  readonly onToggle: (cell: string) => void;
}) {
  // prettier-ignore
  const texts = useMonitorTexts();
  const { language } = useLanguage();
  const name = cell.name[language];
  const isUnusual = cell.findings.length > 0;
  const canChoose = isChosen !== undefined && cell.kind === "entry";
  return (
    <>
      <tr className={isUnusual ? "is-unusual" : cell.kind === "computed" ? "is-computed" : undefined}>
        <th scope="row">
          {canChoose ? (
            <label>
              <input
                type="checkbox"
                checked={isChosen}
                aria-label={texts.panel.choose(name)}
                onChange={() => onToggle(cell.cell)}
              />
              {name}
            </label>
          ) : (
            name
          )}
        </th>
        <td>
          <b>{value(cell.now, "–")}</b>
          {cell.hasChanged && (
            <small>
              {" "}
              <s>{value(cell.before, "–")}</s>
            </small>
          )}
        </td>
        <td>{value(cell.lastPeriod, "–")}</td>
        <td>{signed(cell.difference)}</td>
        <td>{value(cell.lastYear, "–")}</td>
      </tr>
      {(isUnusual || cell.explanation !== undefined) && (
        <tr className="is-unusual">
          <td colSpan={5}>
            {cell.findings.map((finding) => (
              <p key={finding.code}>
                <Icon name="deviating" /> {findingWords(finding, language)}
              </p>
            ))}
            {cell.explanation !== undefined && (
              <p>
                <b>{texts.panel.explanation}</b> “{cell.explanation}”
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

interface DecideProps {
  readonly submission: SubmissionKey;
  readonly view: SubmissionView;
  readonly chosen: ReadonlySet<string>;
  readonly onApprove: () => Promise<void>;
  readonly onChanged: () => void;
}

/** Approve, return with a reason, or reopen what was approved. */
function Decide({ submission, view, chosen, onApprove, onChanged }: DecideProps) {
  const texts = useMonitorTexts();
  const { language } = useLanguage();
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState("");
  const { state, version, waitingFor, approvedTiers } = view.stand;
  const words = reason.trim();
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setReason("");
      setTrouble("");
    } catch (error) {
      setTrouble(error instanceof ApiError ? (error.words?.[language] ?? error.code) : String(error));
    }
    onChanged();
  };
  const sendBack = () =>
    act(() =>
      returnForm(
        submission,
        chosen.size === 0
          ? { version, reason: words, cells: [] }
          : { version, cells: [...chosen].map((cell) => ({ cell, reason: words })) },
      ),
    );
  const reopen = () => act(() => reopenForm(submission, { reason: words, cells: [] }));
  const isWaiting = state === "submitted";
  const canReopen = state === "approved" || approvedTiers > 0;
  return (
    <footer className="panel-foot">
      <History view={view} />
      {(isWaiting || canReopen) && (
        <label>
          {isWaiting ? texts.panel.reason : texts.panel.reopenReason}
          {chosen.size > 0 && <small> ({texts.panel.chosen(chosen.size)})</small>}
          <textarea
            value={reason}
            maxLength={2000}
            placeholder={isWaiting ? texts.panel.reasonHint : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      {trouble !== "" && <p role="alert">{trouble}</p>}
      <div className="panel-acts">
        {isWaiting && (
          <button type="button" className="button" disabled={words === ""} onClick={() => void sendBack()}>
            {texts.panel.back}
          </button>
        )}
        {canReopen && (
          <button type="button" className="button" disabled={words === ""} onClick={() => void reopen()}>
            {texts.panel.reopen}
          </button>
        )}
        {isWaiting && (
          <span className="panel-approve">
            <span className="quiet">
              <kbd>D</kbd> {texts.panel.approveNext}
            </span>
            <button type="button" className="button is-primary" onClick={() => void act(onApprove)}>
              {texts.panel.approve}
            </button>
          </span>
        )}
        {!isWaiting && waitingFor !== undefined && <p className="quiet">{texts.panel.notYours(waitingFor)}</p>}
      </div>
    </footer>
  );
} // prettier-ignore

function History({ view }: { readonly view: SubmissionView }) {
  const texts = useMonitorTexts();
  return (
    <details className="panel-history">
      <summary>{texts.panel.history}</summary>
      <ol>
        {view.events.toReversed().map((event) => (
          <li key={event.number}>
            {texts.clock(event.at)} · {event.by} {texts.panel.events[event.kind]}
            {event.reason !== undefined && <> “{event.reason}”</>}
            {event.cells.map(({ cell, reason }) => (
              <span key={cell}>
                {" "}
                · {cell}: “{reason}”
              </span>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}

function value(text: string | null, blank: string): string {
  return text === null ? blank : shown(text);
}

/** Changes carry their sign; the minus is a real one. */
function signed(text: string | null): string {
  if (text === null) return "–";
  if (text.startsWith("-")) return `−${shown(text.slice(1))}`;
  return text === "0" ? "0" : `+${shown(text)}`;
}
