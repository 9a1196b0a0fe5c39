import { useId, useState } from "react";
import type { Accounts } from "#contract/account.ts";
import { foldText } from "../../accounts/fold-text.ts";
import { useAccountsTexts } from "./use-accounts-texts.ts";

interface UnitChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly units: Accounts["orgUnits"];
  readonly chosen?: string;
}

/** One org unit of many: a few letters narrow the list, accents may be left out. */
export function UnitChoice({ label, name, units, chosen = "" }: UnitChoiceProps) {
  const texts = useAccountsTexts();
  const id = useId();
  const [wanted, setWanted] = useState("");
  const found = units.filter(({ uid, fullName }) =>
    foldText(`${fullName} ${uid}`).includes(foldText(wanted)),
  );
  return (
    <div className="field unit-choice">
      <label htmlFor={`${id}-find`}>{texts.units.find}</label>
      <input
        id={`${id}-find`}
        type="search"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        autoComplete="off"
      />
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        defaultValue={chosen}
        key={found.length === 1 ? found[0]?.uid : "many"}
        required
      >
        {found.length !== 1 && (
          <option value="">{found.length === 0 ? texts.units.none : texts.units.choose}</option>
        )}
        {found.map(({ uid, fullName }) => (
          <option key={uid} value={uid}>
            {fullName}
          </option>
        ))}
      </select>
    </div>
  );
}
