import type { AnalyticsCell } from "#contract/analytics.ts";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { gapsOf, isSign, printCell, printValue } from "../../figures/cell-text.ts";
import type { totalOf } from "../../figures/grid-selection.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { useFiguresTexts } from "./figures-context.ts";

interface PivotFootProps {
  readonly cell: AnalyticsCell | undefined;
  readonly place: string;
  readonly restatement: UnitRestatement | undefined;
  readonly total: ReturnType<typeof totalOf> | undefined;
  readonly told: string;
  readonly onOpen: () => void;
  readonly rowsLeft: number;
  readonly step: number;
  readonly onMoreRows: () => void;
  readonly columnsLeft: number;
  readonly onMoreColumns: () => void;
}

const count = (number: number) => formatNumber(decimal(number), 0);

/** Under the table: what is left to show, what the chosen cell says, sum and count of a block. */
export function PivotFoot(props: PivotFootProps) {
  const { pivot: texts, reason, picture } = useFiguresTexts();
  const { cell, place, restatement, total, rowsLeft, columnsLeft, step } = props;
  const gaps = cell && gapsOf(cell);
  return (
    <div className="pivot-foot">
      {rowsLeft > 0 && (
        <button type="button" className="link" onClick={props.onMoreRows}>
          {texts.more(count(Math.min(step, rowsLeft)), count(rowsLeft))}
        </button>
      )}
      {columnsLeft > 0 && (
        <button type="button" className="link" onClick={props.onMoreColumns}>
          {texts.moreColumns(count(columnsLeft))}
        </button>
      )}
      <output className="pivot-status">
        {total ? (
          <>
            <b>{texts.count(count(total.count))}</b>
            {total.count > 0 && (
              <>
                {", "}
                {total.sum === undefined || total.unit === undefined
                  ? texts.noSum
                  : texts.sum(
                      `${printValue(total.sum, total.unit)}${isSign(total.unit) ? "" : ` ${total.unit}`}`,
                    )}
              </>
            )}
          </>
        ) : (
          cell && (
            <>
              {place}: <b>{printCell(cell, texts.impossible)}</b>
              {cell.value !== null && !isSign(cell.unit) && ` ${cell.unit}`}
              {cell.value === null && `. ${reason(cell.reason)}`}
              {cell.state === "impossible" &&
                restatement &&
                ` ${texts.crossing(restatement.crossing.join(", "))}`}
              {gaps && `; ${texts.gaps(count(gaps.reported), count(gaps.expected))}, ${texts.provisional}`}
              {cell.stated !== undefined && `; ${texts.stated(cell.stated)}`}
            </>
          )
        )}
        {props.told !== "" && <span className="pivot-told"> {props.told}</span>}
      </output>
      <p className="pivot-keys quiet">
        <button type="button" className="link" onClick={props.onOpen}>
          {picture.open}
        </button>{" "}
        <span>{texts.keys}</span>
      </p>
    </div>
  );
}
