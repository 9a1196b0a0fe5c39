import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { unitsQuery } from "../../data-sets/data-sets-api.ts";
import { matchesWords } from "../../figures/fold-words.ts";
import { Icon } from "../icon.tsx";
import { useDataSetTexts } from "./use-data-set-texts.ts";

const mostShown = 8;

/** A list of units: those chosen, and one to be added by typing its name, with or without accents. */
export function UnitsField({
  label,
  chosen,
  onChange,
  isSingle = false,
}: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (uids: string[]) => void;
  /** At most one: choosing another takes its place. */
  readonly isSingle?: boolean;
}) {
  const texts = useDataSetTexts();
  const id = useId();
  const [typed, setTyped] = useState("");
  const { data: units = [] } = useQuery(unitsQuery);
  const names = new Map(units.map(({ uid, fullName }) => [uid, fullName]));
  const found = typed.trim() === "" ? [] : units.filter(({ uid, fullName }) => !chosen.includes(uid) && matchesWords(fullName, typed)).slice(0, mostShown); // prettier-ignore
  const add = (uid: string) => {
    onChange(isSingle ? [uid] : [...chosen, uid]);
    setTyped("");
  };
  return (
    <div className="field units-field">
      <label htmlFor={id}>{label}</label>
      {chosen.length > 0 && (
        <ul className="chosen-units">
          {chosen.map((uid) => (
            <li key={uid}>
              {names.get(uid) ?? uid}
              <button
                type="button"
                aria-label={texts.remove(names.get(uid) ?? uid)}
                onClick={() => onChange(chosen.filter((each) => each !== uid))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={texts.addUnit}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (found[0]) add(found[0].uid);
        }}
      />
      {found.length > 0 && (
        <ul className="found-list">
          {found.map(({ uid, fullName }) => (
            <li key={uid}>
              <button type="button" onClick={() => add(uid)}>
                {fullName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
