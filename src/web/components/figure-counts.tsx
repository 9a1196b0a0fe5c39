import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { useTexts } from "../language.tsx";
import { countKinds, figureKinds, type FigureKind } from "../report/figure-kinds.ts";
import { useReader } from "./reader-context.ts";

interface FigureCountsProps {
  readonly kind: FigureKind | undefined;
  readonly onChoose: (kind: FigureKind) => void;
}

/** How many figures there are of each kind; each count is a filter that walks through its figures. */
export function FigureCounts({ kind, onChoose }: FigureCountsProps) {
  const { counts } = useTexts();
  const { view } = useReader();
  const found = countKinds(view.figures);
  return (
    <fieldset className="counts" aria-label={counts.label}>
      <b>{counts.all(inWords(view.figures.length))}</b>
      {figureKinds
        .filter((of) => of !== "overridden" || found.overridden > 0)
        .map((of) =>
          found[of] === 0 ? (
            <span key={of} className="count is-none">
              0 {counts[of]}
            </span>
          ) : (
            <button
              key={of}
              type="button"
              className="count"
              data-kind={of}
              aria-pressed={of === kind}
              title={counts.hint(counts[of])}
              onClick={() => onChoose(of)}
            >
              <span className="count-number">{inWords(found[of])}</span> {counts[of]}
            </button>
          ),
        )}
    </fieldset>
  );
}

function inWords(count: number): string {
  return formatNumber(decimal(count), 0);
}
