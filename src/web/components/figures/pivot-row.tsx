import { memo, type MouseEvent } from "react";
import type { AnalyticsCell } from "#contract/analytics.ts";
import { formatNumber } from "#wording/number.ts";
import { decimal } from "#domain/decimal.ts";
import { gapsOf, printCell } from "../../figures/cell-text.ts";
import type { Place } from "../../figures/grid-selection.ts";
import type { PivotRow } from "../../figures/pivot.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { useFiguresTexts, useIsLit } from "./figures-context.ts";

export interface RowBar {
  /** Shares of the bar's width, from 0 to 1. */
  readonly from: number;
  readonly to: number;
}

interface PivotRowViewProps {
  readonly row: PivotRow;
  readonly index: number;
  readonly name: string;
  readonly unit: string | undefined;
  readonly shownColumns: number;
  /** Of this row only, so that walking the table redraws two rows and not all. */
  readonly focused: number | undefined;
  readonly selected: readonly [number, number] | undefined;
  readonly restatement: UnitRestatement | undefined;
  readonly bar: RowBar | undefined;
  readonly hasBars: boolean;
  readonly isPinned: boolean;
  readonly onPoint: (unit: string | undefined) => void;
  readonly onName: (id: string) => void;
  readonly onPress: (place: Place, event: MouseEvent) => void;
  readonly onDrag: (place: Place, event: MouseEvent) => void;
  readonly onOpen: (place: Place) => void;
}

/** One row: its name, its numbers, and a bar for the column drawn. */
export const PivotRowView = memo(function PivotRowView(props: PivotRowViewProps) {
  const { row, index, name, unit, shownColumns, restatement, bar, isPinned } = props;
  const { pivot: texts } = useFiguresTexts();
  const isLit = useIsLit(row.id);
  const isChanged = restatement?.isChanged ?? false;
  const behind = restatement && isChanged ? describeBehind(restatement, texts) : undefined;
  return (
    <tr
      data-total={row.isTotal || undefined}
      data-lit={isLit || undefined}
      data-pinned={isPinned || undefined}
      onMouseEnter={() => props.onPoint(row.id)}
      onMouseLeave={() => props.onPoint(undefined)}
    >
      <th scope="row" title={behind}>
        <button type="button" className="row-name" tabIndex={-1} onClick={() => props.onName(row.id)}>
          {name}
          {isChanged && <span className="changed-mark"> ◇</span>}
        </button>
        {unit !== undefined && <small lang="vi"> {unit}</small>}
        {behind !== undefined && <span className="visually-hidden">{behind}</span>}
      </th>
      {row.cells.slice(0, shownColumns).map((cell, column) => {
        const { selected } = props;
        const isSelected = selected !== undefined && selected[0] <= column && column <= selected[1];
        return (
          <td
            // oxlint-disable-next-line react/no-array-index-key -- columns are places: a cell has no other name while it is on its way
            key={column}
            data-place={`${index},${column}`}
            tabIndex={props.focused === column ? 0 : -1}
            aria-selected={isSelected}
            data-state={cell?.state}
            title={cell && whyNot(cell, restatement, texts)}
            onMouseDown={(event) => props.onPress({ row: index, column }, event)}
            onMouseEnter={(event) => props.onDrag({ row: index, column }, event)}
            onDoubleClick={() => props.onOpen({ row: index, column })}
          >
            <CellText cell={cell} />
          </td>
        );
      })}
      {props.hasBars && (
        <td className="bar-cell" aria-hidden="true">
          {bar && (
            <span
              className="row-bar"
              style={{ marginInlineStart: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%` }}
            />
          )}
        </td>
      )}
    </tr>
  );
});

type PivotTexts = ReturnType<typeof useFiguresTexts>["pivot"];

function CellText({ cell }: { readonly cell: AnalyticsCell | undefined }) {
  const { pivot: texts, reason } = useFiguresTexts();
  if (!cell) return <span className="quiet">{texts.loadingCell}</span>;
  const gaps = gapsOf(cell);
  return (
    <>
      {printCell(cell, texts.impossible)}
      {cell.value === null && <span className="visually-hidden"> {reason(cell.reason)}</span>}
      {gaps && (
        <small className="gaps">
          {formatNumber(decimal(gaps.reported), 0)}/{formatNumber(decimal(gaps.expected), 0)}
        </small>
      )}
      {cell.state === "provisional" && !gaps && <small className="gaps">{texts.provisional}</small>}
      {cell.stated !== undefined && (
        <span className="stated-mark" title={texts.stated(cell.stated)}>
          <span className="visually-hidden"> {texts.stated(cell.stated)}</span>
        </span>
      )}
    </>
  );
}

function describeBehind({ predecessors, decrees, crossing }: UnitRestatement, texts: PivotTexts): string {
  if (crossing.length > 0) return texts.crossing(crossing.join(", "));
  return texts.mergedFrom(texts.predecessors(predecessors), decrees.join(", "));
}

function whyNot(
  cell: AnalyticsCell,
  restatement: UnitRestatement | undefined,
  texts: PivotTexts,
): string | undefined {
  if (cell.state !== "impossible" || !restatement) return undefined;
  return texts.crossing(restatement.crossing.join(", "));
}
