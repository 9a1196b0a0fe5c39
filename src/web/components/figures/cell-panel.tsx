import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { useTexts } from "../../language.tsx";
import { gapsOf, isSign, printCell } from "../../figures/cell-text.ts";
import { valueDetailQuery, type ValueRequest } from "../../figures/figures-api.ts";
import { describeRestatements } from "../../figures/restatement.ts";
import { tableRequest } from "../../figures/table-request.ts";
import { noUnits, writeCellName, type CellName } from "../../figures/view-choice.ts";
import { ErrorNotice } from "../error-notice.tsx";
import { Icon } from "../icon.tsx";
import { StatePill } from "../state-pill.tsx";
import { CellBelow } from "./cell-below.tsx";
import { CellOperands } from "./cell-operands.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { ReportedHere } from "./reported-here.tsx";
import { ReportedValues } from "./reported-values.tsx";
import { useFigureTable } from "./use-figure-table.ts";
import { useNames } from "./use-names.ts";

const count = (number: number) => formatNumber(decimal(number), 0);

/** `key[breakdown]` taken apart. */
function splitItem(item: string): { key: string; breakdown: string } {
  const [, key = item, breakdown = ""] = /^([^[]+)\[(.*)\]$/.exec(item) ?? [];
  return { key, breakdown };
}

/** One number of the table: what it is, what it is made of, and the way down to what was reported. */
export function CellPanel({ name, onClose }: { readonly name: CellName; readonly onClose: () => void }) {
  const texts = useFiguresTexts();
  const common = useTexts();
  const { choice, change, tree } = useFiguresView();
  const request = tableRequest({ ...choice, items: [name.item], roles: [name.role] }, [name.period], {
    ...noUnits,
    uids: [name.orgUnit],
  });
  const { table, isStale, error, retry } = useFigureTable(request);
  const cell = isStale ? undefined : table?.cells[0];
  const names = useNames(table);
  const value: ValueRequest = {
    ...splitItem(name.item),
    role: name.role,
    period: name.period,
    orgUnit: name.orgUnit,
    illustrative: choice.isIllustrative,
  };
  const detail = useQuery(valueDetailQuery(value));

  const gaps = cell && gapsOf(cell);
  const restatement = table && !isStale ? describeRestatements(table).get(name.orgUnit) : undefined;
  const above = tree.pathTo(name.orgUnit).at(-2);
  return (
    <aside className="panel cell-panel" aria-label={texts.panel.label} aria-busy={!cell && !error}>
      <header className="panel-head">
        <div className="panel-steps">
          <p>
            {tree
              .pathTo(name.orgUnit)
              .slice(0, -1)
              .map((unit) => (
                <span key={unit.uid}>
                  <button
                    type="button"
                    className="crumb"
                    onClick={() => change({ open: { ...name, orgUnit: unit.uid } })}
                  >
                    {unit.name}
                  </button>{" "}
                  ›{" "}
                </span>
              ))}
          </p>
          {above && (
            <button
              type="button"
              aria-label={texts.panel.up}
              onClick={() => change({ open: { ...name, orgUnit: above.uid } })}
            >
              <Icon name="previous" />
            </button>
          )}
          <button type="button" aria-label={texts.panel.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <PanelHeading key={writeCellName(name)} text={names.item(name.item)} />
        <p className="facts">
          <span lang="vi">{tree.find(name.orgUnit)?.fullName ?? names.unit(name.orgUnit)}</span>
          <span>{common.period(name.period)}</span>
          <span>{texts.roles[name.role]}</span>
        </p>
        {choice.isIllustrative && <span className="illustrative-tag">{texts.illustrative}</span>}
      </header>
      <div className="panel-body" key={writeCellName(name)}>
        {error ? (
          <section>
            <ErrorNotice isSmall error={error} onRetry={retry} />
          </section>
        ) : (
          <section aria-live="polite">
            <p className="value-line">
              {!cell && <span className="quiet">{texts.panel.loading}</span>}
              {cell && (
                <>
                  <b className={cell.value === null ? "value is-missing" : "value"}>
                    {cell.value === null && cell.state !== "impossible" && cell.state !== "hidden"
                      ? texts.panel.missing
                      : printCell(cell, texts.pivot.impossible)}
                    {cell.value !== null && !isSign(cell.unit) && <small lang="vi"> {cell.unit}</small>}
                  </b>
                  {cell.state !== "impossible" &&
                    cell.state !== "hidden" &&
                    !(choice.isIllustrative && cell.state === "confirmed") && (
                      <StatePill state={cell.state} />
                    )}
                </>
              )}
            </p>
            {cell?.value === null && <p>{texts.reason(cell.reason)}</p>}
            {gaps && <p>{texts.panel.gaps(count(gaps.reported), count(gaps.expected))}</p>}
            {cell && !gaps && cell.value !== null && cell.expected > 1 && (
              <p className="quiet">{texts.panel.complete(count(cell.reported))}</p>
            )}
            {cell && cell.carried > 0 && <p className="quiet">{texts.panel.carried(count(cell.carried))}</p>}
            {cell?.stated !== undefined && (
              <p className="deviation">
                <Icon name="deviating" />
                {texts.panel.stated(cell.stated)}
              </p>
            )}
            {restatement?.isChanged && (
              <p className="quiet">
                {restatement.crossing.length > 0
                  ? texts.pivot.crossing(restatement.crossing.join(", "))
                  : `◇ ${texts.pivot.mergedFrom(texts.pivot.predecessors(restatement.predecessors), restatement.decrees.join(", "))}`}
              </p>
            )}
          </section>
        )}
        {detail.data && <CellOperands name={name} operands={detail.data.operands} />}
        {detail.data && detail.data.operands.length === 0 && (
          <ReportedHere detail={detail.data} isIllustrative={choice.isIllustrative} />
        )}
        <CellBelow name={name} />
        {detail.data && detail.data.operands.length === 0 && detail.data.behind > 0 && (
          <ReportedValues request={{ ...value, tree: choice.tree }} name={name} />
        )}
        {detail.error && (
          <section>
            <ErrorNotice isSmall error={detail.error} onRetry={() => void detail.refetch()} />
          </section>
        )}
      </div>
    </aside>
  );
}

/** Takes the focus when another number is opened, so that the keyboard and the ear follow. */
function PanelHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {text}
    </h2>
  );
}
