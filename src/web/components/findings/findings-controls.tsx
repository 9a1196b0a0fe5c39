import type { CheckChoices } from "#contract/check-values.ts";
import type { FindingsChoice } from "../../findings/findings-choice.ts";
import { useTexts } from "../../language.tsx";
import { useFindingsTexts } from "./use-findings-texts.ts";

interface FindingsControlsProps {
  readonly choices: CheckChoices;
  readonly choice: FindingsChoice;
  readonly onChoose: (choice: FindingsChoice) => void;
}

/** Which period and units are looked at, and whether what waits or what was answered. */
export function FindingsControls({ choices, choice, onChoose }: FindingsControlsProps) {
  const common = useTexts();
  const texts = useFindingsTexts();
  const nameOf = ({ period, illustrative }: { period?: string | undefined; illustrative: boolean }) =>
    `${period ?? ""}|${illustrative}`;
  return (
    <div className="review-controls">
      <label>
        <span>{texts.period}</span>
        <select
          value={nameOf({ period: choice.period, illustrative: choice.isIllustrative })}
          onChange={({ target }) => {
            const found = choices.periods.find((one) => nameOf(one) === target.value);
            if (found) onChoose({ ...choice, period: found.period, isIllustrative: found.illustrative });
          }}
        >
          {choices.periods.toReversed().map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {texts.periodOption(common.period(one.period), one.values, one.illustrative)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{texts.within}</span>
        <select
          value={choice.within ?? ""}
          onChange={({ target }) => onChoose({ ...choice, within: target.value || undefined })}
        >
          <option value="">{texts.everywhere}</option>
          {choices.orgUnits.map(({ uid, name, level }) => (
            <option key={uid} value={uid}>
              {level > 2 ? `\u2003${name}` : name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="review-states">
        <legend className="visually-hidden">{texts.state}</legend>
        {(["open", "answered"] as const).map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={choice.state === state}
            onClick={() => onChoose({ ...choice, state })}
          >
            {texts.states[state]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
