import { byName, type Pivot } from "../../figures/pivot.ts";
import { dimensions } from "../../figures/view-choice.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import type { Names } from "./use-names.ts";

/** Hàng, Cột, Thứ tự: the three words above the table. */
export function PivotWords({ pivot, names }: { readonly pivot: Pivot; readonly names: Names }) {
  const { pivot: texts } = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const lead = pivot.columnDimensions[0] ?? "role";
  const columns = pivot.columns.slice(0, 60);
  const { sort } = choice;
  const sortBy = (column: string) =>
    change({ sort: column === "" ? undefined : { column, isDescending: column !== byName } });
  return (
    <div className="pivot-words">
      <label>
        {texts.rows}
        <select
          value={choice.rows}
          onChange={({ target }) => {
            const rows = dimensions.find((one) => one === target.value) ?? "orgUnit";
            change({ rows, columns: undefined, sort: undefined, shown: undefined });
          }}
        >
          {dimensions.map((dimension) => (
            <option key={dimension} value={dimension}>
              {texts.dimensions[dimension]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.columns}
        <select
          value={lead}
          onChange={({ target }) => {
            const next = dimensions.find((one) => one === target.value);
            change({ columns: next, sort: undefined, shown: undefined });
          }}
        >
          {dimensions
            .filter((dimension) => dimension !== pivot.rowDimension)
            .map((dimension) => (
              <option
                key={dimension}
                value={dimension}
                disabled={!pivot.columnDimensions.includes(dimension)}
              >
                {texts.dimensions[dimension]}
              </option>
            ))}
        </select>
      </label>
      <label>
        {texts.order}
        <select value={sort?.column ?? ""} onChange={({ target }) => sortBy(target.value)}>
          <option value="">{texts.byCatalogue}</option>
          <option value={byName}>{texts.byName}</option>
          {columns.map(({ key, members }) => (
            <option key={key} value={key}>
              {members.map(names.of).join(", ")}
              {sort?.column === key && !sort.isDescending ? ` (${texts.rising})` : ""}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="link"
        onClick={() => change({ rows: lead, columns: choice.rows, sort: undefined, shown: undefined })}
      >
        {texts.switch}
      </button>
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.isComplete}
          onChange={({ target }) => change({ isComplete: target.checked })}
        />
        <span>{texts.complete}</span>
      </label>
    </div>
  );
}
