import { nameAt, type Pivot } from "../../figures/pivot.ts";
import { printCell } from "../../figures/cell-text.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { useFiguresTexts, useFiguresView, useLitUnit } from "./figures-context.ts";
import type { Names } from "./use-names.ts";

interface UnitTipProps {
  readonly pivot: Pivot;
  readonly names: Names;
  readonly restatements: ReadonlyMap<string, UnitRestatement>;
}

/** The unit pointed at or pinned: its numbers, and what it was made of. */
export function UnitTip({ pivot, names, restatements }: UnitTipProps) {
  const texts = useFiguresTexts();
  const { choice, change, tree } = useFiguresView();
  const lit = useLitUnit();
  const unit = lit ?? choice.pinned;
  const row = pivot.rows.find(({ id }) => id === unit);
  if (!row || pivot.rowDimension !== "orgUnit") return null;
  const restatement = restatements.get(row.id);
  const isPinned = choice.pinned === row.id;
  return (
    <div className="unit-tip" data-pinned={isPinned || undefined}>
      <b>
        {tree.find(row.id)?.fullName ?? names.unit(row.id)}
        {restatement?.isChanged && " ◇"}
      </b>
      <ul>
        {row.cells.slice(0, 4).map((cell, index) => {
          const column = pivot.columns[index]!;
          return (
            <li key={column.key}>
              {column.members.map(names.of).join(", ")}:{" "}
              <b>{cell ? printCell(cell, texts.pivot.impossible) : "…"}</b>
              {cell?.value === null && cell.state !== "impossible" && ` ${texts.reason(cell.reason)}`}
            </li>
          );
        })}
      </ul>
      {restatement?.isChanged && (
        <p className="quiet">
          {restatement.crossing.length > 0
            ? texts.pivot.crossing(restatement.crossing.join(", "))
            : texts.pivot.mergedFrom(
                texts.pivot.predecessors(restatement.predecessors),
                restatement.decrees.join(", "),
              )}
        </p>
      )}
      {isPinned && (
        <p className="tip-actions">
          <button
            type="button"
            className="link"
            onClick={() => change({ open: nameAt(pivot, row, pivot.columns[0]!) })}
          >
            {texts.picture.open}
          </button>
          <button type="button" className="link" onClick={() => change({ pinned: undefined })}>
            {texts.picture.unpin}
          </button>
        </p>
      )}
    </div>
  );
}
