import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { Icon } from "../icon.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface UnitsChoiceProps {
  readonly units: readonly PublishedOrgUnit[];
  readonly chosen: readonly string[];
  readonly onChange: (uids: readonly string[]) => void;
}

/** Any number of co-operating units. */
export function UnitsChoice({ units, chosen, onChange }: UnitsChoiceProps) {
  const { unit: texts } = useDirectivesTexts();
  const nameOf = (uid: string) => units.find((unit) => unit.uid === uid)?.fullName ?? uid;
  return (
    <div className="units-choice">
      {chosen.length > 0 && (
        <ul>
          {chosen.map((uid) => (
            <li key={uid}>
              <button
                type="button"
                className="chip"
                aria-label={texts.remove(nameOf(uid))}
                onClick={() => onChange(chosen.filter((each) => each !== uid))}
              >
                {nameOf(uid)} <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <UnitChoice
        label={texts.add}
        units={units}
        chosen={undefined}
        suggested={[]}
        onChoose={(uid) => onChange([...new Set([...chosen, uid])])}
      />
    </div>
  );
}
