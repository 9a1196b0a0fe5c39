import type { FigureDetail, PublishedFigure } from "#contract/figure.ts";
import { useTexts } from "../language.tsx";
import { exactValue, showValue } from "../report/figure-value.ts";
import { Icon } from "./icon.tsx";
import { StatePill } from "./state-pill.tsx";

interface PanelValueProps {
  readonly figure: PublishedFigure;
  readonly detail: FigureDetail | undefined;
}

/** The value large, its state, all its digits, and what a source document prints instead. */
export function PanelValue({ figure, detail }: PanelValueProps) {
  const { panel, bounds, points } = useTexts();
  const shown = showValue(figure);
  const exact = exactValue(figure);
  const qualifier = detail?.figure.qualifier;
  const unit =
    figure.role === "growth_points" ? (figure.unit === "‰" ? points["‰"] : points["%"]) : figure.unit;
  const isSign = /^[%‰/]/.test(unit);
  return (
    <section className="panel-value">
      <p className="value-line">
        {shown ? (
          <span className="value">
            {qualifier && <small>{bounds[qualifier]} </small>}
            {shown.number}
            {/^[%‰]/.test(unit) ? unit : <small lang="vi">{isSign ? unit : ` ${unit}`}</small>}
          </span>
        ) : (
          <span className="value is-missing">{panel.missingValue}</span>
        )}
        <StatePill state={figure.state} />
      </p>
      {exact !== undefined && (
        <p className="quiet">
          {panel.exact(exact)}
          {isSign && unit}
        </p>
      )}
      {figure.stated !== undefined && shown && (
        <p className="deviation">
          <Icon name="deviating" />
          <span>
            {panel.deviation(
              figure.stated,
              `${shown.number.replace(/^[+−]/, "")}${isSign ? unit : ` ${unit}`}`,
            )}
          </span>
        </p>
      )}
      {panel.numbersHint !== "" && <p className="quiet">{panel.numbersHint}</p>}
    </section>
  );
}
