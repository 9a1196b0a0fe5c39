import type { AnalyticsCell } from "#contract/analytics.ts";
import { decimal } from "#domain/decimal.ts";
import { periodEnd } from "#domain/period.ts";
import { formatNumber } from "#wording/number.ts";
import { useTexts } from "../../language.tsx";
import { countStates } from "../../figures/picture-data.ts";
import { Icon } from "../icon.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { tableId } from "./pivot-table.tsx";

/** Source, as-of and tree of what is shown, in one line. */
export function useSourceLine(): string {
  const { picture: texts } = useFiguresTexts();
  const { day } = useTexts();
  const { choice, tree, periods } = useFiguresView();
  const source = choice.isIllustrative
    ? texts.illustrativeSource
    : texts.reportedSource(tree.root?.name ?? "");
  const asOf = periods.map((period) => periodEnd(period)).toSorted().at(-1); // prettier-ignore
  return [
    texts.source(source),
    ...(asOf === undefined ? [] : [texts.asOf(day(asOf))]),
    choice.tree === "as-it-stood" ? texts.asItStood : texts.onMap(day(choice.tree)),
  ].join(" · ");
}

interface PictureFootProps {
  readonly cells: readonly (AnalyticsCell | undefined)[];
  readonly note?: string | undefined;
  readonly onDownload?: (() => void) | undefined;
}

const count = (number: number) => formatNumber(decimal(number), 0);

/** Under every picture: source · as-of · tree · state · table · download. */
export function PictureFoot({ cells, note, onDownload }: PictureFootProps) {
  const { picture: texts } = useFiguresTexts();
  const line = useSourceLine();
  const { choice } = useFiguresView();
  const { provisional, missing } = countStates(cells);
  // Nobody confirmed what was made up, and nothing confirms what is not there.
  const isStated = missing < cells.length && !choice.isIllustrative;
  const focusTable = () =>
    document.querySelector<HTMLElement>(`#${tableId} [tabindex="0"]`)?.focus({ preventScroll: false });
  return (
    <p className="picture-foot">
      {line}
      {isStated && " · "}
      {!isStated ? null : provisional === 0 ? (
        <span className="state-confirmed">
          <Icon name="confirmed" /> {texts.confirmed}
        </span>
      ) : (
        <span className="state-provisional">
          <Icon name="provisional" /> {texts.provisional(count(provisional))}
        </span>
      )}
      {missing > 0 && ` · ${texts.missing(count(missing))}`}
      {note !== undefined && note !== "" && ` · ${note}`}
      <span className="picture-links">
        {" · "}
        <button type="button" className="link" onClick={focusTable}>
          {texts.table}
        </button>
        {onDownload && (
          <>
            {" · "}
            <button type="button" className="link" onClick={onDownload}>
              {texts.download}
            </button>
          </>
        )}
      </span>
    </p>
  );
}
