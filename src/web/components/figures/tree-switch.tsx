import { useTexts } from "../../language.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

/** The map of units: it stands beside indicator and date, because it changes every number. */
export function TreeSwitch() {
  const texts = useFiguresTexts();
  const { day } = useTexts();
  const { choice, change, dimensions } = useFiguresView();
  const { tree } = choice;
  const maps = dimensions.trees.toReversed();
  const newest = maps[0];
  const shown = tree === "as-it-stood" ? newest : tree;
  const take = (chosen: string) => change({ tree: chosen, pinned: undefined, open: undefined });
  return (
    <fieldset className="switch" aria-label={texts.bar.tree}>
      <span className="switch-label" aria-hidden="true">
        {texts.bar.tree}
      </span>
      <label>
        <input
          type="radio"
          name="cay"
          checked={tree === "as-it-stood"}
          onChange={() => take("as-it-stood")}
        />
        <span>{texts.bar.asItStood}</span>
      </label>
      {shown !== undefined && (
        <label>
          <input type="radio" name="cay" checked={tree === shown} onChange={() => take(shown)} />
          <span>{texts.bar.onMap(day(shown))}</span>
        </label>
      )}
      {maps.length > 1 && (
        <select
          aria-label={texts.bar.otherMap}
          value={tree === "as-it-stood" || tree === newest ? "" : tree}
          onChange={({ target }) => take(target.value === "" ? (newest ?? "as-it-stood") : target.value)}
        >
          <option value="">{texts.bar.otherMap}…</option>
          {maps.slice(1).map((map) => (
            <option key={map} value={map}>
              {day(map)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** Reported or illustrative numbers; never both in one table. */
export function SourceSwitch() {
  const texts = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const take = (isIllustrative: boolean) => change({ isIllustrative, open: undefined });
  return (
    <fieldset className="switch" aria-label={texts.bar.source}>
      <label>
        <input type="radio" name="nguon" checked={!choice.isIllustrative} onChange={() => take(false)} />
        <span>{texts.bar.reported}</span>
      </label>
      <label>
        <input type="radio" name="nguon" checked={choice.isIllustrative} onChange={() => take(true)} />
        <span>{texts.bar.illustrative}</span>
      </label>
    </fieldset>
  );
}
