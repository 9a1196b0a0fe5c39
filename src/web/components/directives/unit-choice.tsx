import { useId, useState } from "react";
import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { findUnits } from "../../directives/unit-match.ts";
import { useDirectivesTexts } from "./use-directives-texts.ts";

const mostShown = 6;

interface UnitChoiceProps {
  readonly label: string;
  readonly units: readonly PublishedOrgUnit[];
  readonly chosen: string | undefined;
  /** Shown before anything is typed: those that the document names or the programme suggests. */
  readonly suggested: readonly string[];
  readonly onChoose: (uid: string) => void;
}

/** Finds one unit by words without marks; what is suggested is one press away and never chosen by itself. */
export function UnitChoice({ label, units, chosen, suggested, onChoose }: UnitChoiceProps) {
  const texts = useDirectivesTexts();
  const id = useId();
  const [typed, setTyped] = useState("");
  const nameOf = (uid: string) => units.find((unit) => unit.uid === uid)?.fullName ?? uid;
  const offered = typed.trim() === "" ? suggested : findUnits(units, typed, mostShown).map(({ uid }) => uid);
  const choose = (uid: string) => {
    setTyped("");
    onChoose(uid);
  };
  return (
    <div className="unit-choice">
      <label htmlFor={id}>{label}</label>
      {chosen !== undefined && <b className="unit-chosen">{nameOf(chosen)}</b>}
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={texts.unit.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {offered.length > 0 && (
        <ul>
          {offered
            .filter((uid) => uid !== chosen)
            .map((uid) => (
              <li key={uid}>
                <button type="button" className="chip" onClick={() => choose(uid)}>
                  {nameOf(uid)}
                </button>
              </li>
            ))}
        </ul>
      )}
      {typed.trim() !== "" && offered.length === 0 && <p className="quiet">{texts.unit.noneFound}</p>}
    </div>
  );
}
