import { unitOf } from "../../figures/picture-data.ts";
import type { headRows, Pivot } from "../../figures/pivot.ts";
import { isSign } from "../../figures/cell-text.ts";
import { Icon } from "../icon.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import type { Names } from "./use-names.ts";
import { useUnitWords } from "./unit-chooser.tsx";

interface PivotHeadProps {
  readonly pivot: Pivot;
  readonly heads: ReturnType<typeof headRows>;
  readonly names: Names;
  readonly hasBars: boolean;
}

/** The heads: outer sides span the inner ones; the lowest row names units of measure and sorts. */
export function PivotHead({ pivot, heads, names, hasBars }: PivotHeadProps) {
  const { pivot: texts } = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const unitWords = useUnitWords();
  const count = pivot.rows.filter(({ isTotal }) => !isTotal).length;
  const corner = pivot.rowDimension === "orgUnit" && unitWords !== "" ? `${count} · ${unitWords}` : `${count} · ${texts.dimensions[pivot.rowDimension]}`; // prettier-ignore
  const { sort } = choice;
  const sortBy = (column: string) =>
    change({ sort: { column, isDescending: sort?.column === column ? !sort.isDescending : true } });
  return (
    <thead>
      {heads.map((row, depth) => {
        const isLowest = depth === heads.length - 1;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- rows of the head are depths, nothing else
          <tr key={depth}>
            {depth === 0 && (
              <th scope="col" rowSpan={heads.length} className="corner">
                {corner}
              </th>
            )}
            {row.map(({ member, span, key }, index) => {
              const unit = isLowest ? unitOf(pivot, index) : undefined;
              const isSorted = isLowest && sort?.column === key;
              return (
                <th
                  key={key}
                  scope={isLowest ? "col" : "colgroup"}
                  colSpan={span}
                  aria-sort={isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined}
                >
                  {isLowest ? (
                    <button type="button" title={texts.sortBy(names.of(member))} onClick={() => sortBy(key)}>
                      {names.of(member)}
                      {isSorted && <Icon name={sort.isDescending ? "next" : "previous"} />}
                      {unit !== undefined && !isSign(unit) && <small lang="vi">{unit}</small>}
                    </button>
                  ) : (
                    names.of(member)
                  )}
                </th>
              );
            })}
            {depth === 0 && hasBars && <td rowSpan={heads.length} className="bar-cell" aria-hidden="true" />}
          </tr>
        );
      })}
    </thead>
  );
}
