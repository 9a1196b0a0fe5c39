import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from "react";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { isChange, printCell, printValue } from "../../figures/cell-text.ts";
import { blockOf, toClipboard, totalOf, type Place, type Selection } from "../../figures/grid-selection.ts";
import { unitOf, type PictureData } from "../../figures/picture-data.ts";
import { headRows, nameAt, type Pivot } from "../../figures/pivot.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { ScrollRegion } from "../scroll-region.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { PivotRowView, type RowBar } from "./pivot-row.tsx";
import { PivotFoot } from "./pivot-foot.tsx";
import { PivotHead } from "./pivot-head.tsx";
import { useGrid } from "./use-grid.ts";
import type { Names } from "./use-names.ts";

interface PivotTableProps {
  readonly pivot: Pivot;
  readonly names: Names;
  readonly title: string;
  readonly restatements: ReadonlyMap<string, UnitRestatement>;
  readonly picture: PictureData | undefined;
  readonly isStale: boolean;
}

const firstRows = 150;
const firstColumns = 24;
const stepRows = 300;
export const tableId = "bang-so";

/** The table of figures: a real table with heads, walked like a spreadsheet. */
export function PivotTable({ pivot, names, title, restatements, picture, isStale }: PivotTableProps) {
  const { pivot: texts } = useFiguresTexts();
  const { choice, change, lit } = useFiguresView();
  const [mostRows, setMostRows] = useState(firstRows);
  const [mostColumns, setMostColumns] = useState(firstColumns);
  const [told, setTold] = useState("");
  const rows = pivot.rows.slice(0, mostRows);
  const columns = Math.min(pivot.columns.length, mostColumns);

  const open = useCallback(
    ({ row, column }: Place) => {
      const [from, under] = [pivot.rows[row], pivot.columns[column]];
      if (from && under) change({ open: nameAt(pivot, from, under) });
    },
    [pivot, change],
  );
  const copyText = useCallback(
    (selection: Selection) => blockText(pivot, selection, names, texts.impossible),
    [pivot, names, texts],
  );
  const { table, selection, block, select, onKeyDown, onCopy } = useGrid({
    rows: rows.length,
    columns,
    onOpen: open,
    copyText,
    onCopied: (cells) => setTold(texts.copied(formatNumber(decimal(cells), 0))),
  });

  // Handlers keep their identity, so that rows that did not change are not drawn again.
  const state = useRef({ selection, select });
  useEffect(() => {
    state.current = { selection, select };
  });
  const press = useCallback((place: Place, event: MouseEvent) => {
    if (event.button !== 0) return;
    const now = state.current;
    event.preventDefault();
    if (event.shiftKey) now.select({ anchor: now.selection.anchor, focus: place });
    else now.select({ anchor: place, focus: place });
  }, []);
  const drag = useCallback((place: Place, event: MouseEvent) => {
    const now = state.current;
    if (event.buttons === 1) now.select({ anchor: now.selection.anchor, focus: place });
  }, []);
  const point = useCallback((unit: string | undefined) => lit.set(unit), [lit]);
  const isUnits = pivot.rowDimension === "orgUnit";
  const { pinned } = choice;
  const nameRow = useCallback(
    (id: string) => {
      if (isUnits) change({ pinned: pinned === id ? undefined : id });
    },
    [isUnits, pinned, change],
  );

  const bars = useMemo(() => barsOf(picture), [picture]);
  const chosen = rows
    .slice(block.top, block.bottom + 1)
    .flatMap((row) => row.cells.slice(block.left, block.right + 1));
  const focusedCell = rows[selection.focus.row]?.cells[selection.focus.column];
  return (
    <>
      <ScrollRegion className="pivot-scroll" label={texts.caption(title)}>
        <table
          ref={table}
          id={tableId}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table walked cell by cell is a grid (ARIA APG)
          role="grid"
          className="pivot"
          aria-rowcount={pivot.rows.length + pivot.columnDimensions.length}
          aria-multiselectable="true"
          aria-busy={isStale}
          data-stale={isStale || undefined}
          data-block={block.top !== block.bottom || block.left !== block.right || undefined}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
        >
          <caption className="visually-hidden">{texts.caption(title)}</caption>
          <PivotHead
            pivot={pivot}
            heads={headRows({ ...pivot, columns: pivot.columns.slice(0, columns) })}
            names={names}
            hasBars={bars.size > 0}
          />
          <tbody>
            {rows.map((row, index) => (
              <PivotRowView
                key={row.id}
                row={row}
                index={index}
                name={names.of({ dimension: pivot.rowDimension, id: row.id })}
                unit={pivot.rowDimension === "item" ? rowUnit(row.cells) : undefined}
                shownColumns={columns}
                focused={selection.focus.row === index ? selection.focus.column : undefined}
                selected={block.top <= index && index <= block.bottom ? [block.left, block.right] : undefined}
                restatement={isUnits ? restatements.get(row.id) : undefined}
                bar={bars.get(row.id)}
                hasBars={bars.size > 0}
                isPinned={pinned === row.id}
                onPoint={point}
                onName={nameRow}
                onPress={press}
                onDrag={drag}
                onOpen={open}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <PivotFoot
        cell={focusedCell}
        place={placeWords(pivot, selection.focus, names)}
        restatement={isUnits ? restatements.get(rows[selection.focus.row]?.id ?? "") : undefined}
        total={chosen.length > 1 ? totalOf(chosen) : undefined}
        told={told}
        onOpen={() => open(selection.focus)}
        rowsLeft={pivot.rows.length - rows.length}
        step={stepRows}
        onMoreRows={() => setMostRows(mostRows + stepRows)}
        columnsLeft={pivot.columns.length - columns}
        onMoreColumns={() => setMostColumns(mostColumns + firstColumns)}
      />
    </>
  );
}

/** All cells of a row of one indicator have one unit, save its percentages. */
function rowUnit(cells: Pivot["rows"][number]["cells"]): string | undefined {
  return cells.find((cell) => cell && !isChange(cell.role) && cell.role !== "percent_of_plan")?.unit;
}

function placeWords(pivot: Pivot, { row, column }: Place, names: Names): string {
  const [from, under] = [pivot.rows[row], pivot.columns[column]];
  if (!from || !under) return "";
  return [{ dimension: pivot.rowDimension, id: from.id }, ...under.members].map(names.of).join(" · ");
}

/** Bars from zero; where numbers fall below it, from zero to the left. */
function barsOf(picture: PictureData | undefined): ReadonlyMap<string, RowBar> {
  const values = (picture?.rows ?? []).flatMap(({ row, value }) => (value === undefined ? [] : [{ id: row.id, value }])); // prettier-ignore
  if (!picture || picture.unit === undefined || values.length < 2) return new Map();
  const low = Math.min(0, ...values.map(({ value }) => value));
  const high = Math.max(0, ...values.map(({ value }) => value));
  const share = (value: number) => (high === low ? 0 : (value - low) / (high - low));
  return new Map(
    values.map(({ id, value }) => [id, { from: share(Math.min(0, value)), to: share(Math.max(0, value)) }]),
  );
}

/** The chosen block with the heads above and beside it, as numbers a spreadsheet of this country reads. */
function blockText(pivot: Pivot, selection: Selection, names: Names, impossible: string): string {
  const { top, bottom, left, right } = blockOf(selection);
  const columns = pivot.columns.slice(left, right + 1);
  const head = [
    "",
    ...columns.map((column, index) => {
      const unit = unitOf(pivot, left + index);
      const words = column.members.map(names.of).join(", ");
      return unit === undefined ? words : `${words} (${unit})`;
    }),
  ];
  const body = pivot.rows.slice(top, bottom + 1).map((row) => [
    names.of({ dimension: pivot.rowDimension, id: row.id }),
    ...row.cells.slice(left, right + 1).map((cell) => {
      if (!cell) return "";
      return cell.value === null ? printCell(cell, impossible) : printValue(cell.value, "");
    }),
  ]);
  return toClipboard([head, ...body]);
}
