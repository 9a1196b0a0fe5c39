import { useState, type FormEvent } from "react";
import { periodType, samePeriodLastYear, yearOf, type PeriodType } from "#domain/period.ts";
import { useTexts } from "../../language.tsx";
import { periodsOfYear, readPeriods } from "../../figures/period-choice.ts";
import { Chooser } from "./chooser.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

const lasts = ["12-thang", "8-quy", "6-nua-nam", "5-nam"] as const;

/** Periods typed as an office says them, picked by type and year, or the latest so many. */
export function PeriodChooser() {
  const texts = useFiguresTexts();
  const common = useTexts();
  const { periods } = useFiguresView();
  const value =
    periods.length === 0
      ? texts.bar.choose
      : periods.length < 3
        ? periods.map((period) => common.period(period)).join(", ")
        : texts.manyPeriods(periods.length);
  return (
    <Chooser label={texts.bar.period} value={value} done={texts.bar.done}>
      <TypedPeriods />
      <PickedPeriods />
    </Chooser>
  );
}

function TypedPeriods() {
  const { periods: texts } = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const [typed, setTyped] = useState("");
  const [unread, setUnread] = useState<readonly string[]>([]);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const found = readPeriods(typed);
    setUnread(found.unread);
    if (found.periods.length === 0) return;
    change({ periods: found.periods });
    if (found.unread.length === 0) setTyped("");
  };
  return (
    <form className="search-box" onSubmit={add}>
      <label>
        <span>{texts.write}</span>
        <input
          value={typed}
          placeholder={texts.example}
          onChange={({ target }) => setTyped(target.value)}
          aria-describedby="ky-chua-hieu"
          aria-invalid={unread.length > 0}
        />
      </label>
      <button type="submit" className="button">
        {texts.add}
      </button>
      <output id="ky-chua-hieu" className="field-error">
        {unread.length > 0 && texts.unread(unread.join(", "))}
      </output>
      <p className="chooser-counts">
        {lasts.map((last) => (
          <button
            key={last}
            type="button"
            className="link"
            aria-pressed={choice.periods.includes(last)}
            onClick={() => change({ periods: [last] })}
          >
            {texts.lastNames[last]}
          </button>
        ))}
      </p>
    </form>
  );
}

const types: readonly PeriodType[] = ["month", "quarter", "half-year", "nine-months", "year", "week"];

function PickedPeriods() {
  const { periods: texts, bar } = useFiguresTexts();
  const common = useTexts();
  const { change, periods, dimensions, latestDay } = useFiguresView();
  const [type, setType] = useState<PeriodType>(() => periodType(periods[0] ?? "2023-S1"));
  const [thisYear] = useState(() => new Date().getFullYear());
  const withValues = new Map(dimensions.periods.map(({ period, values }) => [period, values]));
  const years = [...new Set([...dimensions.periods.map(({ period }) => yearOf(period)), Number(latestDay.slice(0, 4)), thisYear])].toSorted((a, b) => b - a); // prettier-ignore
  const [year, setYear] = useState(() => yearOf(periods[0] ?? latestDay.slice(0, 4)));
  const offered = type === "year" ? years.map(String) : periodsOfYear(type, year);
  const chosen = new Set(periods);
  const toggle = (period: string) =>
    change({ periods: chosen.has(period) ? periods.filter((other) => other !== period) : [...periods, period] }); // prettier-ignore
  return (
    <>
      <p className="chooser-row">
        <label>
          {texts.type}{" "}
          <select
            value={type}
            onChange={({ target }) => setType(types.find((one) => one === target.value) ?? "month")}
          >
            {types.map((one) => (
              <option key={one} value={one}>
                {texts.types[one]}
              </option>
            ))}
          </select>
        </label>
        {type !== "year" && (
          <label>
            {texts.year}{" "}
            <select value={year} onChange={({ target }) => setYear(Number(target.value))}>
              {years.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
      </p>
      <div className="chooser-list is-short">
        {offered.map((period) => (
          <label key={period} className="tick">
            <input type="checkbox" checked={chosen.has(period)} onChange={() => toggle(period)} />
            <span>
              {common.period(period)} {withValues.has(period) && <small>· {texts.withValues}</small>}
            </span>
          </label>
        ))}
      </div>
      <p className="chooser-counts">
        {bar.chosen(periods.length)}
        <button
          type="button"
          className="link"
          onClick={() => change({ periods: [...new Set([...periods, ...periods.map(samePeriodLastYear)])] })}
        >
          {texts.withPrior}
        </button>
        <button type="button" className="link" onClick={() => change({ periods: [] })}>
          {bar.clear}
        </button>
      </p>
    </>
  );
}
