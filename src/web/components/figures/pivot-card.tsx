import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import type { PictureData } from "../../figures/picture-data.ts";
import type { Pivot } from "../../figures/pivot.ts";
import type { UnitRestatement } from "../../figures/restatement.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { PivotTable } from "./pivot-table.tsx";
import { PivotWords } from "./pivot-words.tsx";
import type { FigureTable } from "./use-figure-table.ts";
import type { Names } from "./use-names.ts";

interface PivotCardProps {
  readonly pivot: Pivot;
  readonly names: Names;
  readonly title: string;
  readonly answer: FigureTable;
  readonly restatements: ReadonlyMap<string, UnitRestatement>;
  readonly picture: PictureData | undefined;
}

const count = (number: number) => formatNumber(decimal(number), 0);

/** The table with its three words, and what of it has not come yet. */
export function PivotCard({ pivot, names, title, answer, restatements, picture }: PivotCardProps) {
  const { pivot: texts } = useFiguresTexts();
  const { change } = useFiguresView();
  const total = answer.table?.page.total ?? 0;
  const changed = pivot.rowDimension === "orgUnit" ? pivot.rows.filter(({ id }) => restatements.get(id)?.isChanged).length : 0; // prettier-ignore
  const straddling = pivot.rows.filter(({ id }) => restatements.get(id)?.isStraddling).length;
  return (
    <div className="figures-card pivot-card">
      <PivotWords pivot={pivot} names={names} />
      {answer.left > 0 && (
        <div className="pivot-progress">
          <progress
            max={total}
            value={total - answer.left}
            aria-label={texts.progress(count(total - answer.left), count(total))}
          />
          <span>
            {texts.progress(count(total - answer.left), count(total))},{" "}
            {texts.waitingCells(count(answer.left))}
          </span>
          {!answer.isLoadingMore && (
            <button type="button" className="link" onClick={answer.loadMore}>
              {texts.load(count(answer.left))}
            </button>
          )}
        </div>
      )}
      <PivotTable
        pivot={pivot}
        names={names}
        title={title}
        restatements={restatements}
        picture={picture}
        isStale={answer.isStale}
      />
      {pivot.hidden > 0 && (
        <p className="pivot-note">
          {texts.hidden(pivot.hidden)};{" "}
          <button type="button" className="link" onClick={() => change({ isComplete: false })}>
            {texts.showAll}
          </button>
        </p>
      )}
      {changed > 0 && <p className="pivot-note">{texts.changedNote(changed, straddling)}</p>}
    </div>
  );
}
